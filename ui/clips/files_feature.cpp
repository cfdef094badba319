// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/core_text.h"
#include "ui/base/recent_files.h"
#include "ui/base/text.h"
#include "ui/clips/clip_list_model.h"
#include "ui/clips/project_clip_model.h"
#include "ui/clips/project_desk.h"
#include "ui/clips/project_dialogs.h"
#include "ui/clips/project_panel.h"
#include "ui/document/file_finder.h"
#include "ui/document/project_commands.h"
#include "ui/window/main_window.h"
#include "ui/window/start_page.h"

#include <QFileDialog>
#include <QMenu>
#include <QSettings>
#include <QStatusBar>
#include <QTabWidget>
#include <utility>

// Projects and media come into the window, are looked for, and are there again at the next start.
namespace tagscope::ui {

namespace {

// More media than a person would open one by one: they are worth a project.
constexpr std::size_t kMostMediaToOpen = 20;

QString restoreKey() {
    return QStringLiteral("session/restore");
}

bool isRestoringWanted() {
    return QSettings().value(restoreKey(), true).toBool();
}

} // namespace

void MainWindow::makeFileEntries() {
    QAction *before = fileMenu_->actions().value(1); // after "Open media…"
    QAction *made = addEntry(
        *fileMenu_, tr("&New project…"), QKeySequence::New, [this] { offerNewProject({}); },
        QStringLiteral("file.newProject"));
    fileMenu_->insertAction(before, made);
    fileMenu_->addSeparator();
    QAction *restored = addEntry(*fileMenu_, tr("Open what was open last at the &start"), {}, {},
                                 QStringLiteral("file.restoreSession"));
    restored->setCheckable(true);
    restored->setChecked(isRestoringWanted());
    connect(restored, &QAction::toggled, this, [](bool isWanted) { QSettings().setValue(restoreKey(), isWanted); });
    addEntry(
        *projectMenu_, tr("&Import into the project…"), {}, [this] { offerImport({}); },
        QStringLiteral("project.import"));
    addEntry(
        *projectMenu_, tr("&Locate missing media…"), {}, [this] { askForMissingMedia(); },
        QStringLiteral("project.locate"));
    connect(startPage_, &StartPage::newProjectAsked, this, [this] { offerNewProject({}); });
    connect(finder_, &FileFinder::found, this, &MainWindow::takeFoundMedia);
    connect(finder_, &FileFinder::checked, this, &MainWindow::markMissing);
    connect(finder_, &FileFinder::failed, this,
            [this](const Error &error) { statusBar()->showMessage(translated(error.message)); });
    connect(&desk_->session(), &ProjectSession::opened, this, [this] {
        startPage_->setNotice({});
        restoreClip();
    });
    connect(&desk_->session(), &ProjectSession::failed, this, [this] { restoring_.reset(); });
}

void MainWindow::offerNewProject(const ImportOffer &offer) {
    newProjectDialog(
        sources_.createProject, offer, [this](const std::filesystem::path &file) { openProject(file); }, this)
        ->open();
}

void MainWindow::offerImport(const ImportOffer &offer) {
    const std::shared_ptr<const OpenProject> project = desk_->session().project();
    if (!project) {
        offerNewProject(offer);
        return;
    }
    importDialog(
        project->source, offer,
        [this, project] {
            if (project == desk_->session().project())
                desk_->session().reload();
        },
        this)
        ->open();
}

void MainWindow::askForMissingMedia() {
    const std::shared_ptr<const OpenProject> project = desk_->session().project();
    if (!project) {
        statusBar()->showMessage(tr("Open a project first: its missing media are looked for."));
        return;
    }
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder in which to look for missing media"),
                                                             pathText(project->contents.file.parent_path()));
    if (folder.isEmpty())
        return;
    locateDialog(
        project->source, toPath(folder),
        [this, project](const std::vector<MovedMedia> &moved) {
            if (project == desk_->session().project())
                undo_.push(new ChangePlaces(desk_->edits(), moved,
                                            tr("new places of media: %1").arg(static_cast<int>(moved.size()))));
        },
        this)
        ->open();
}

void MainWindow::takeFoundMedia(const std::vector<std::filesystem::path> &folders,
                                const std::vector<std::filesystem::path> &media) {
    if (media.empty())
        statusBar()->showMessage(tr("There are no video or sound files in %1.").arg(pathText(folders.front())));
    else if (media.size() <= kMostMediaToOpen)
        openMedia(media);
    else if (desk_->session().project())
        offerImport({{}, folders.front()});
    else
        offerNewProject({{}, folders.front()});
}

void MainWindow::markMissing(const QStringList &files) {
    startPage_->setMissing(files);
    for (const QMenu *menu : {recentProjectsMenu_, recentMenu_})
        for (QAction *entry : menu->actions())
            if (const QVariant file = entry->data(); files.contains(file.toString())) {
                QString shown = file.toString();
                entry->setText(tr("✗ %1 (not found)").arg(shown.replace(QLatin1Char('&'), QStringLiteral("&&"))));
            }
    const QString last = QSettings().value(QStringLiteral("session/project")).toString();
    if (!restoring_ || desk_->session().project() || desk_->session().isOpening())
        return;
    if (files.contains(last)) {
        startPage_->setNotice(tr("✗ The project that was open last is gone: %1").arg(last));
        restoring_.reset();
    } else {
        openProject(toPath(last));
    }
}

void MainWindow::saveSession() {
    QSettings settings;
    const std::shared_ptr<const OpenProject> project = desk_->session().project();
    settings.setValue(QStringLiteral("session/project"), project ? pathText(project->contents.file) : QString());
    const std::optional<ClipId> clip = desk_->panel()->currentClip();
    const LabelledClip *labelled = clip ? desk_->clips().find(*clip) : nullptr;
    settings.setValue(QStringLiteral("session/clip"), labelled != nullptr ? toText(labelled->clip.name) : QString());
    settings.setValue(QStringLiteral("session/from"), view_.range().lower.count());
    settings.setValue(QStringLiteral("session/to"), view_.range().upper.count());
    QStringList media;
    for (int row = 0; row < clips_->rowCount(); ++row)
        if (!clips_->clip(row).isWindow)
            media << pathText(clips_->clip(row).media);
    settings.setValue(QStringLiteral("session/media"), media);
    settings.setValue(QStringLiteral("session/isMediaShown"), !isProjectShown());
}

void MainWindow::restoreSession() {
    if (!isRestoringWanted())
        return;
    const QSettings settings;
    std::vector<std::filesystem::path> media;
    for (const QString &file : settings.value(QStringLiteral("session/media")).toStringList())
        media.push_back(toPath(file));
    openMedia(media);
    const QString project = settings.value(QStringLiteral("session/project")).toString();
    if (project.isEmpty())
        return;
    restoring_ = Restoring{settings.value(QStringLiteral("session/clip")).toString(),
                           {Seconds(settings.value(QStringLiteral("session/from")).toDouble()),
                            Seconds(settings.value(QStringLiteral("session/to")).toDouble())},
                           settings.value(QStringLiteral("session/isMediaShown")).toBool()};
    finder_->check(RecentFiles::projects().files() + RecentFiles::media().files() + QStringList{project});
}

// The project is there: its clip, and once that is shown, what was seen of it.
void MainWindow::restoreClip() {
    if (!restoring_)
        return;
    const Restoring before = *std::exchange(restoring_, std::nullopt);
    for (int row = 0; row < desk_->clips().rowCount(); ++row)
        if (const std::optional<ClipId> clip = desk_->clips().clipAt(row);
            clip && toText(desk_->clips().find(*clip)->clip.name) == before.clip) {
            desk_->panel()->select(*clip);
            break;
        }
    if (before.isMediaShown && clips_->rowCount() > 0)
        lists_->setCurrentIndex(lists_->count() - 1);
    auto *once = new QObject(this);
    connect(this, &MainWindow::clipShown, once, [this, once, before](const ShownClip &shown) {
        if (shown.title != before.clip) {
            once->deleteLater(); // another clip was chosen meanwhile
        } else if (shown.analysis) {
            view_.setRange(before.range);
            once->deleteLater();
        }
    });
}

} // namespace tagscope::ui
