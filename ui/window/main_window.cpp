// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/base/export.h"
#include "ui/base/key_guard.h"
#include "ui/base/shortcuts.h"
#include "ui/base/spoken_focus.h"
#include "ui/base/text.h"
#include "ui/base/theme.h"
#include "ui/base/tool_tip.h"
#include "ui/base/wheel_guard.h"
#include "ui/clips/files_feature.h"
#include "ui/document/memory_return.h"
#include "ui/tracks/tracks_feature.h"
#include "ui/window/change_delay.h"
#include "ui/window/lost_file_banner.h"
#include "ui/window/menus.h"
#include "ui/window/start_cover.h"
#include "ui/window/tour.h"
#include "ui/window/workspaces.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr std::chrono::milliseconds kMostToCheckFile{300}; // of a disk that may not answer
constexpr std::chrono::milliseconds kMostToStore{2000};    // before a system that ends kills the program

constexpr QLatin1String kTourKey("tour/seen");

bool hasAction(const QWidget &widget, const QString &id) {
    const QList<QAction *> actions = widget.actions();
    return std::any_of(actions.begin(), actions.end(), [&id](const QAction *action) { return idOf(*action) == id; });
}

// Not one that is part of another widget, such as the rows that a box unfolds.
bool isTable(const QAbstractItemView &view) {
    return qobject_cast<const QHeaderView *>(&view) == nullptr && view.window()->windowType() != Qt::Popup;
}

} // namespace

MainWindow::MainWindow(const Sources &sources, QWidget *parent)
    : QMainWindow(parent), sources_(sources),
      document_(sources.openProject, sources.makeDemo), context_{.sources = sources_,
                                                                 .document = document_,
                                                                 .view = view_,
                                                                 .point = point_,
                                                                 .auditor = auditor_,
                                                                 .clip = clip_,
                                                                 .parent = *this,
                                                                 .say =
                                                                     [this](const QString &text) {
                                                                         statusBar()->showMessage(text);
                                                                     },
                                                                 .present =
                                                                     [this](QDockWidget &dock) {
                                                                         cover_->uncover();
                                                                         workspaces_->present(dock);
                                                                     }},
      features_(makeFeatures(context_, *this)), lostFile_(new LostFileBanner(document_)), centre_(new QStackedWidget),
      changes_(new ChangeDelay(*this, [this] { store(); })) {
    setAcceptDrops(true);
    tellOnlyTrueFocus();
    makeCentre();
    makeDocks();
    fillMenus();
    offerTables();
    for (const Feature *feature : features_.all)
        for (QWidget *status : feature->statuses())
            statusBar()->addPermanentWidget(status);
    new KeyGuard(this);
    new WheelGuard(this);
    new ToolTipGuard(this);
    new ThemeFollower(*this);
    restore();
    auto *memory = new MemoryReturn(this);
    connect(&clip_, &CurrentClip::changed, memory, &MemoryReturn::ask);
    clip_.refresh();
    watchChanges();
}

void MainWindow::makeCentre() {
    centre_->addWidget(features_.files->startPage());
    centre_->addWidget(features_.tracks->centre());
    centre_->setCurrentIndex(1);
    cover_ = new StartCover(*this, *features_.files->startPage(), *centre_);
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(lostFile_);
    column->addWidget(centre_, 1);
    setCentralWidget(middle);
    connect(lostFile_, &LostFileBanner::closeAgreed, this, &QWidget::close);
    connect(&clip_, &CurrentClip::changed, this, &MainWindow::showClip);
}

void MainWindow::showClip(const ShownClip &shown) {
    cover_->setNothingOpen(!clip_.isOpen());
    if (clip_.isOpen())
        centre_->setCurrentWidget(features_.tracks->centre());
    QStringList title;
    if (clip_.isOpen())
        title << shown.title;
    if (const std::shared_ptr<const OpenProject> project = document_.project())
        title << pathText(project->contents.file.stem());
    setWindowTitle((title << tr("Tagscope")).join(QStringLiteral(" — ")));
    Q_EMIT clipShown(shown);
}

void MainWindow::makeDocks() {
    for (const Feature *feature : features_.all)
        docks_.insert(docks_.end(), feature->docks().begin(), feature->docks().end());
    std::ranges::sort(docks_, {}, &Dock::place);
    workspaces_ = new Workspaces(*this, docks_);
    menuBar()->setCornerWidget(workspaces_->tabs());
}

void MainWindow::fillMenus() {
    std::vector<Entry> entries;
    for (const Feature *feature : features_.all)
        entries.insert(entries.end(), feature->entries().begin(), feature->entries().end());
    auto *panels = new QMenu(tr("&Panels"), this);
    for (const Dock &dock : docks_)
        panels->addAction(dock.widget->toggleViewAction());
    entries.push_back({QStringLiteral("view"), 204, panels->menuAction()});
    constexpr int kWorkspacePlace = 301;
    for (std::size_t i = 0; i < workspaces_->entries().size(); ++i)
        entries.push_back({QStringLiteral("view"), kWorkspacePlace + static_cast<int>(i), workspaces_->entries()[i]});
    auto *tour = new QAction(tr("Take the &tour"), this);
    giveKeys(*tour, QStringLiteral("help.tour"), {});
    connect(tour, &QAction::triggered, this, &MainWindow::startTour);
    entries.push_back({QStringLiteral("help"), 103, tour});
    makeMenus(*menuBar(), std::move(entries));
}

// What a table shows can be taken out of the window, also where its panel does not say so.
void MainWindow::offerTables() {
    for (QAbstractItemView *view : findChildren<QAbstractItemView *>())
        if (isTable(*view) && !hasAction(*view, QStringLiteral("table.export")))
            offerExport(*view, view->objectName());
}

void MainWindow::restore() {
    const QSettings settings;
    apply(themeNamed(settings.value(QStringLiteral("window/theme")).toString()));
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    resize((QSize(100, 60) * fontMetrics().height()).boundedTo(screen));
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    workspaces_->restore(settings);
    for (Feature *feature : features_.all)
        feature->restore(settings);
}

void MainWindow::showEvent(QShowEvent *event) {
    QMainWindow::showEvent(event);
    QWidget *middle = clip_.isOpen() ? centre_->currentWidget() : features_.files->startPage();
    if (focusWidget() == nullptr || !clip_.isOpen())
        middle->setFocus(); // else the first field takes the keys
    workspaces_->giveSizes();
}

void MainWindow::closeEvent(QCloseEvent *event) {
    document_.checkFile(kMostToCheckFile);
    if (lostFile_->asksBeforeClosing()) {
        event->ignore();
        return;
    }
    for (Feature *feature : features_.all)
        feature->stop();
    store();
    changes_->stop();
    event->accept();
}

void MainWindow::watchChanges() {
    for (const Dock &dock : docks_) {
        changes_->follow(*dock.widget);
        connect(dock.widget->toggleViewAction(), &QAction::triggered, cover_, &StartCover::uncover);
    }
    connect(&clip_, &CurrentClip::changed, changes_, &ChangeDelay::note);
    connect(&view_, &ViewState::rangeChanged, changes_, &ChangeDelay::note);
    connect(&auditor_, &Auditor::stageChanged, changes_, &ChangeDelay::note);
    for (const auto change : {&Document::opened, &Document::closed})
        connect(&document_, change, changes_, &ChangeDelay::note);
}

void MainWindow::store() {
    // A sitting hides panels and other clips: what was there before it is to come again.
    if (auditor_.stage() || document_.isOpening())
        return;
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    workspaces_->save(settings);
    for (const Feature *feature : features_.all)
        feature->save(settings);
}

void MainWindow::storeAll() {
    store();
    document_.edits().waitForVerdicts(kMostToStore);
}

void MainWindow::closeUnasked() {
    document_.checkFile(kMostToCheckFile);
    lostFile_->rescue();
    close();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event) {
    std::vector<std::filesystem::path> files;
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile())
            files.push_back(toPath(url.toLocalFile()));
    if (files.empty()) {
        context_.say(tr("Only files on this computer can be opened."));
        return;
    }
    event->acceptProposedAction();
    open(files);
}

void MainWindow::openMedia(const std::vector<std::filesystem::path> &files) {
    features_.files->openMedia(files);
}

void MainWindow::open(const std::vector<std::filesystem::path> &files) {
    features_.files->open(files);
}

void MainWindow::openProject(const std::filesystem::path &file) {
    features_.files->openProject(file);
}

void MainWindow::openDemo(const std::filesystem::path &directory) {
    features_.files->openDemo(directory);
}

void MainWindow::restoreSession() {
    features_.files->restoreSession();
}

QWidget *MainWindow::panel(const QString &name) const {
    const auto found = std::ranges::find(docks_, name, &Dock::name);
    return found == docks_.end() ? nullptr : found->widget;
}

void MainWindow::startTour() {
    QSettings().setValue(kTourKey, true);
    delete findChild<Tour *>();
    new Tour(*this, {{panel(QStringLiteral("clips")), tr("The clips"),
                      tr("Up and Down go through the clips; the fields above search and filter those of a project.")},
                     {centre_, tr("One time for everything"),
                      tr("Pictures, sound and what the networks said of it lie above each other. Space plays, a click "
                         "sets the playhead, and the wheel with Ctrl zooms.")},
                     {panel(QStringLiteral("why")), tr("Why it was tagged"),
                      tr("Choose an event: the first sentence says how its tag came about. Below stand the sound and "
                         "the pictures behind it, and what would flip it.")},
                     {workspaces_->tabs(), tr("Four jobs"),
                      tr("Explain, Tune, Train and Audit arrange the panels, each for one job: Ctrl+1 to Ctrl+4.")},
                     {menuBar(), tr("Help is near"),
                      tr("F1 opens the guide, F2 lists all keys. This tour is in the Help menu.")}});
}

void MainWindow::offerTour() {
    if (QSettings().value(kTourKey).toBool())
        return;
    connect(
        this, &MainWindow::clipShown, this,
        [this](const ShownClip &shown) {
            if (shown.analysis && shown.concealed == Concealed{} && !QSettings().value(kTourKey).toBool())
                startTour();
        },
        Qt::QueuedConnection);
}

} // namespace tagscope::ui
