// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/help_dialog.h"
#include "ui/base/keys_dialog.h"
#include "ui/base/recent_files.h"
#include "ui/base/shortcuts.h"
#include "ui/base/text.h"
#include "ui/clips/clip_list_model.h"
#include "ui/clips/project_desk.h"
#include "ui/document/file_finder.h"
#include "ui/tracks/clip_view.h"
#include "ui/window/about_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/report_problem_dialog.h"
#include "ui/window/start_page.h"

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <algorithm>

namespace tagscope::ui {

namespace {

constexpr double kZoomPerKey = 0.5;
constexpr double kPanPerKey = 0.25; // of the visible stretch

// By its place, which is all that is the same in every language.
QString madeUpId(const QMenu &menu, const QKeySequence &keys) {
    const QString key =
        keys.isEmpty() ? QString::number(menu.actions().size()) : keys.toString(QKeySequence::PortableText);
    return menu.objectName() + QLatin1Char('.') + key;
}

} // namespace

QAction *MainWindow::addEntry(QMenu &menu, const QString &text, const QKeySequence &keys, std::function<void()> action,
                              const QString &id) {
    QAction *entry = menu.addAction(text);
    giveKeys(*entry, id.isEmpty() ? madeUpId(menu, keys) : id, {keys});
    connect(entry, &QAction::triggered, this, std::move(action));
    return entry;
}

void MainWindow::addChoice(QMenu &menu, const QString &title, const QStringList &names, const QString &chosen,
                           const std::function<void(const QString &)> &choose) {
    QMenu *choices = menu.addMenu(title);
    auto *group = new QActionGroup(this);
    for (const QString &name : names) {
        QAction *entry = choices->addAction(name);
        entry->setCheckable(true);
        entry->setChecked(name == chosen);
        group->addAction(entry);
        connect(entry, &QAction::triggered, this, [choose, name] { choose(name); });
    }
}

void MainWindow::makeMenus() {
    makeFileMenu();
    makeEditMenu();
    makeProjectMenu();
    makeClipMenu();
    makeViewMenu();
    makeHelpMenu();
}

void MainWindow::makeFileMenu() {
    fileMenu_ = menuBar()->addMenu(tr("&File"));
    fileMenu_->setObjectName(QStringLiteral("file"));
    QMenu &menu = *fileMenu_;
    addEntry(
        menu, tr("&Open media…"), QKeySequence::Open, [this] { askForMedia(); }, QStringLiteral("file.openMedia"));
    addEntry(
        menu, tr("Open &project…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), [this] { askForProject(); },
        QStringLiteral("file.openProject"));
    addEntry(
        menu, tr("Open &demo project"), {}, [this] { openOwnDemo(); }, QStringLiteral("file.openDemo"));
    recentProjectsMenu_ = menu.addMenu(tr("Open re&cent project"));
    recentMenu_ = menu.addMenu(tr("Open &recent media"));
    menu.addSeparator();
    addEntry(
        menu, tr("&Analyse again"), QKeySequence(Qt::Key_F5), [this] { analyseAgain(); },
        QStringLiteral("file.analyseAgain"));
    addEntry(
        menu, tr("&Cancel all analyses"), QKeySequence(Qt::SHIFT | Qt::Key_Escape),
        [this] {
            service_.cancelAll();
            desk_->cancel();
        },
        QStringLiteral("file.cancelAnalyses"));
    addEntry(
        menu, tr("C&lose clip"), QKeySequence::Close, [this] { closeClip(); }, QStringLiteral("file.closeClip"));
    menu.addSeparator();
    addEntry(
        menu, tr("&Quit"), QKeySequence::Quit, [this] { close(); }, QStringLiteral("file.quit"));
}

void MainWindow::makeEditMenu() {
    QMenu &menu = *menuBar()->addMenu(tr("&Edit"));
    QAction *undo = undo_.createUndoAction(this, tr("&Undo"));
    giveKeys(*undo, QStringLiteral("edit.undo"), {QKeySequence::Undo});
    QAction *redo = undo_.createRedoAction(this, tr("&Redo"));
    giveKeys(*redo, QStringLiteral("edit.redo"), {QKeySequence::Redo});
    menu.addActions({undo, redo});
}

void MainWindow::makeProjectMenu() {
    projectMenu_ = menuBar()->addMenu(tr("&Project"));
    projectMenu_->setObjectName(QStringLiteral("project"));
    QMenu &menu = *projectMenu_;
    auto *training = findChild<QDockWidget *>(QStringLiteral("training"));
    QAction *entry = training->toggleViewAction();
    entry->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    menu.addAction(entry);
    addEntry(
        menu, tr("&Analyse all clips in the background"), {}, [this] { desk_->analyseRest(); },
        QStringLiteral("project.analyseAll"));
    menu.addSeparator();
    addEntry(
        menu, tr("&Close project"), {}, [this] { desk_->session().close(); }, QStringLiteral("project.close"));
}

void MainWindow::makeClipMenu() {
    clipMenu_ = menuBar()->addMenu(tr("&Clip"));
    clipMenu_->setObjectName(QStringLiteral("clip"));
    QMenu &menu = *clipMenu_;
    addEntry(
        menu, tr("&Next clip"), QKeySequence(Qt::Key_N), [this] { stepClips(1); }, QStringLiteral("clip.next"));
    addEntry(
        menu, tr("&Previous clip"), QKeySequence(Qt::Key_P), [this] { stepClips(-1); },
        QStringLiteral("clip.previous"));
    menu.addSeparator();
    addEntry(
        menu, tr("Next &event"), QKeySequence(Qt::Key_E), [this] { chooseEvent(1); }, QStringLiteral("event.next"));
    addEntry(
        menu, tr("Previous e&vent"), QKeySequence(Qt::SHIFT | Qt::Key_E), [this] { chooseEvent(-1); },
        QStringLiteral("event.previous"));
    addEntry(
        menu, tr("Playhead to the event's &maximum"), QKeySequence(Qt::Key_M), [this] { clipView_->goToMaximum(); },
        QStringLiteral("event.maximum"));
    menu.addSeparator();
    addEntry(
        menu, tr("Next &key frame"), QKeySequence(Qt::Key_K), [this] { clipView_->stepKeyFrames(1); },
        QStringLiteral("keyFrame.next"));
    addEntry(
        menu, tr("Previous key &frame"), QKeySequence(Qt::SHIFT | Qt::Key_K), [this] { clipView_->stepKeyFrames(-1); },
        QStringLiteral("keyFrame.previous"));
}

void MainWindow::makeViewMenu() {
    viewMenu_ = menuBar()->addMenu(tr("&View"));
    viewMenu_->setObjectName(QStringLiteral("view"));
    QMenu &menu = *viewMenu_;
    addEntry(
        menu, tr("Zoom &in"), QKeySequence::ZoomIn, [this] { view_.zoom(view_.playhead(), kZoomPerKey); },
        QStringLiteral("view.zoomIn"));
    addEntry(
        menu, tr("Zoom &out"), QKeySequence::ZoomOut, [this] { view_.zoom(view_.playhead(), 1 / kZoomPerKey); },
        QStringLiteral("view.zoomOut"));
    addEntry(
        menu, tr("&Fit the clip"), QKeySequence(Qt::Key_F), [this] { view_.fit(); }, QStringLiteral("view.fit"));
    addEntry(
        menu, tr("&Back to the view before"), QKeySequence(Qt::Key_B), [this] { view_.back(); },
        QStringLiteral("view.back"));
    addEntry(
        menu, tr("Scroll &left"), QKeySequence(Qt::CTRL | Qt::Key_Left), [this] { view_.pan(-kPanPerKey); },
        QStringLiteral("view.scrollLeft"));
    addEntry(
        menu, tr("Scroll &right"), QKeySequence(Qt::CTRL | Qt::Key_Right), [this] { view_.pan(kPanPerKey); },
        QStringLiteral("view.scrollRight"));
    menu.addSeparator();

    const QSettings settings;
    QStringList maps;
    for (const ColourMap map : kColourMaps)
        maps << nameOf(map);
    addChoice(menu, tr("&Colours of the plots"), maps,
              nameOf(colourMapNamed(settings.value(QStringLiteral("window/colours")).toString())),
              [this](const QString &name) { setColourMap(colourMapNamed(name)); });
    const QStringList themes{tr("System"), tr("Light"), tr("Dark")}; // in the order of kThemes
    const Theme kept = themeNamed(settings.value(QStringLiteral("window/theme")).toString());
    addChoice(menu, tr("&Theme"), themes, themes[static_cast<qsizetype>(kept)], [this, themes](const QString &name) {
        setTheme(kThemes[static_cast<std::size_t>(themes.indexOf(name))]);
    });
    // In the languages themselves, for those who read no other.
    const QStringList languages{tr("System"), QStringLiteral("English"), QStringLiteral("Deutsch")};
    addChoice(menu, tr("&Language"), languages, languages[static_cast<qsizetype>(chosenLanguage())],
              [this, languages](const QString &name) {
                  setLanguage(kLanguages[static_cast<std::size_t>(languages.indexOf(name))]);
              });
    panelsMenu_ = menu.addMenu(tr("&Panels")); // also of the docks that are still to come
    for (QDockWidget *dock : findChildren<QDockWidget *>())
        panelsMenu_->addAction(dock->toggleViewAction());
}

void MainWindow::makeHelpMenu() {
    QMenu &menu = *menuBar()->addMenu(tr("&Help"));
    addEntry(
        menu, tr("&Help"), QKeySequence(Qt::Key_F1), [this] { showHelp(this); }, QStringLiteral("help.help"));
    addEntry(
        menu, tr("List of &keys"), QKeySequence(Qt::Key_F2), [this] { showKeys(this); }, QStringLiteral("help.keys"));
    menu.addSeparator();
    addEntry(
        menu, tr("&Report a problem…"), {}, [this] { showReportProblem(this); }, QStringLiteral("help.report"));
    addEntry(
        menu, tr("&About Tagscope"), {}, [this] { showAbout(this); }, QStringLiteral("help.about"));
}

void MainWindow::showRecent() {
    startPage_->setRecent(RecentFiles::projects().files(), RecentFiles::media().files());
    showRecentIn(*recentProjectsMenu_, true);
    showRecentIn(*recentMenu_, false);
    finder_->check(RecentFiles::projects().files() + RecentFiles::media().files());
}

void MainWindow::showRecentIn(QMenu &menu, bool isProjects) {
    const RecentFiles recent = isProjects ? RecentFiles::projects() : RecentFiles::media();
    const QStringList files = recent.files();
    menu.clear();
    menu.setEnabled(!files.isEmpty());
    for (const QString &file : files) {
        QString shown = file;
        QAction *entry = menu.addAction(shown.replace(QLatin1Char('&'), QStringLiteral("&&")));
        entry->setData(file);
        connect(entry, &QAction::triggered, this, [this, file] { open({toPath(file)}); });
    }
    if (files.isEmpty())
        return;
    menu.addSeparator();
    connect(menu.addAction(tr("&Forget these")), &QAction::triggered, this, [this, recent] {
        recent.clear();
        showRecent();
    });
}

void MainWindow::chooseEvent(int step) {
    if (!shown_ || shown_->events.empty())
        return;
    const auto last = static_cast<int>(shown_->events.size()) - 1;
    view_.setEvent(view_.event() ? std::clamp(*view_.event() + step, 0, last) : 0);
}

} // namespace tagscope::ui
