// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/audit/audit_desk.h"
#include "ui/base/recent_files.h"
#include "ui/base/text.h"
#include "ui/clips/background_status.h"
#include "ui/clips/clip_list_model.h"
#include "ui/clips/clip_list_view.h"
#include "ui/clips/clip_state_page.h"
#include "ui/clips/project_desk.h"
#include "ui/clips/project_panel.h"
#include "ui/document/file_finder.h"
#include "ui/playback/playback.h"
#include "ui/tracks/clip_view.h"
#include "ui/training/training_panel.h"
#include "ui/why/why_panel.h"
#include "ui/window/job_status.h"
#include "ui/window/start_page.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <utility>

namespace tagscope::ui {

MainWindow::MainWindow(const Sources &sources, QWidget *parent)
    : QMainWindow(parent), sources_(sources), service_(sources.analyse),
      recordings_(sources.probe, sources.analyseWindow), finder_(new FileFinder(sources.findMedia, this)),
      clips_(new ClipListModel(service_, this)), desk_(new ProjectDesk(sources, this)),
      records_(new AuditRecords(desk_->edits(), this)), audit_(new AuditDesk(*desk_, *records_, auditor_, undo_, this)),
      lists_(new QTabWidget), list_(new ClipListView), centre_(new QStackedWidget), startPage_(new StartPage),
      statePage_(new ClipStatePage), clipView_(new ClipView(sources, view_)), why_(new WhyPanel(sources, view_)) {
    setWindowTitle(tr("Tagscope"));
    setAcceptDrops(true);
    makeCentre();
    makeDocks();
    makeMenus();
    connectClips();
    connectProject();
    connect(&revisions_, &ClipRevisions::changed, this, &MainWindow::showCurrentClip);
    connect(&point_, &CurrentPoint::changed, this, &MainWindow::showCurrentClip);
    makeDocument();
    makeTracks();
    makePlayback();
    makeWhy();
    makeStages();
    makeFusion();
    makeEvaluation();
    makeAudit();
    makeRegions();
    makeAgreement();
    makeJobs();
    makeManners();
    statusBar()->addPermanentWidget(new BackgroundStatus(desk_->background()));
    statusBar()->addPermanentWidget(new JobStatus);
    restore();
    showRecent();
    showCurrentClip();
}

void MainWindow::makeCentre() {
    centre_->addWidget(startPage_);
    centre_->addWidget(statePage_);
    centre_->addWidget(clipView_);
    setCentralWidget(centre_);
    connect(startPage_, &StartPage::openAsked, this, &MainWindow::askForMedia);
    connect(startPage_, &StartPage::projectAsked, this, &MainWindow::askForProject);
    connect(startPage_, &StartPage::demoAsked, this, &MainWindow::openOwnDemo);
    connect(startPage_, &StartPage::recentProjectAsked, this,
            [this](const QString &file) { openProject(toPath(file)); });
    connect(startPage_, &StartPage::recentAsked, this, [this](const QString &file) { openMedia({toPath(file)}); });
    connect(statePage_, &ClipStatePage::againAsked, this, &MainWindow::analyseAgain);
}

void MainWindow::makeDocks() {
    list_->setModel(clips_);
    lists_->setDocumentMode(true);
    lists_->setTabBarAutoHide(true);
    lists_->addTab(list_, tr("Media"));
    desk_->panel()->setParent(this); // until a project is open
    desk_->panel()->hide();
    addDock(Qt::LeftDockWidgetArea, QStringLiteral("clips"), tr("Clips"), lists_);
    addDock(Qt::RightDockWidgetArea, QStringLiteral("why"), tr("Why"), why_);
    addDock(Qt::BottomDockWidgetArea, QStringLiteral("training"), tr("Training"), desk_->trainingPanel())->hide();
}

QDockWidget *MainWindow::addDock(Qt::DockWidgetArea area, const QString &name, const QString &title, QWidget *content) {
    auto *dock = new QDockWidget(title);
    dock->setObjectName(name); // the settings know it by this
    dock->setWidget(content);
    addDockWidget(area, dock);
    if (panelsMenu_ != nullptr)
        panelsMenu_->addAction(dock->toggleViewAction());
    return dock;
}

void MainWindow::connectClips() {
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &MainWindow::showCurrentClip);
    connect(clips_, &ClipListModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        if (from.row() <= currentRow() && currentRow() <= to.row())
            showCurrentClip();
    });
    connect(clips_, &ClipListModel::rowsRemoved, this, &MainWindow::showCurrentClip);
}

void MainWindow::connectProject() {
    connect(desk_, &ProjectDesk::shownClipChanged, this, [this] {
        if (isProjectShown() || desk_->session().isOpening())
            showCurrentClip();
    });
    connect(&desk_->session(), &ProjectSession::openingBegan, this, &MainWindow::followProject);
    connect(&desk_->session(), &ProjectSession::opened, this, &MainWindow::followProject);
    connect(&desk_->session(), &ProjectSession::closed, this, &MainWindow::followProject);
    connect(lists_, &QTabWidget::currentChanged, this, &MainWindow::showCurrentClip);
    connect(why_, &WhyPanel::ownModelsAsked, desk_, &ProjectDesk::backToOwnModels);
}

void MainWindow::restore() {
    const QSettings settings;
    setTheme(themeNamed(settings.value(QStringLiteral("window/theme")).toString()));
    setColourMap(colourMapNamed(settings.value(QStringLiteral("window/colours")).toString()));
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    resize((QSize(100, 60) * fontMetrics().height()).boundedTo(screen));
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    hasDockSizes_ = restoreState(settings.value(QStringLiteral("window/docks")).toByteArray());
    clipView_->restoreState(settings.value(QStringLiteral("window/tracks")).toByteArray());
}

void MainWindow::showEvent(QShowEvent *event) {
    QMainWindow::showEvent(event);
    if (std::exchange(hasDockSizes_, true))
        return;
    resizeDocks({findChild<QDockWidget *>(QStringLiteral("clips")), findChild<QDockWidget *>(QStringLiteral("why"))},
                {width() * 17 / 100, width() * 37 / 100}, Qt::Horizontal);
    resizeDocks({findChild<QDockWidget *>(QStringLiteral("clips")), findChild<QDockWidget *>(QStringLiteral("video"))},
                {height() * 3 / 4, height() / 5}, Qt::Vertical);
}

void MainWindow::closeEvent(QCloseEvent *event) {
    audit_->sitting().end(); // what it hid is there again at the next start
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/docks"), saveState());
    settings.setValue(QStringLiteral("window/tracks"), clipView_->saveState());
    saveSession();
    findChild<Playback *>()->pause();
    service_.cancelAll();
    desk_->cancel();
    event->accept();
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
        statusBar()->showMessage(tr("Only files on this computer can be opened."));
        return;
    }
    event->acceptProposedAction();
    open(files);
}

void MainWindow::askForMedia() {
    const QStringList chosen = QFileDialog::getOpenFileNames(
        this, tr("Open media"), QSettings().value(QStringLiteral("window/folder")).toString(),
        tr("Video and sound (*.mp4 *.mkv *.webm *.mov *.avi *.mpg *.mpeg *.m4v *.ts *.flv *.3gp *.wav *.flac *.mp3 "
           "*.ogg *.opus *.m4a *.aac *.aiff);;All files (*)"));
    if (chosen.isEmpty())
        return;
    QSettings().setValue(QStringLiteral("window/folder"), QFileInfo(chosen.front()).path());
    std::vector<std::filesystem::path> files;
    for (const QString &file : chosen)
        files.push_back(toPath(file));
    openMedia(files);
}

void MainWindow::openMedia(const std::vector<std::filesystem::path> &files) {
    if (files.empty())
        return;
    QStringList names;
    std::vector<std::filesystem::path> absolute;
    for (const std::filesystem::path &file : files) {
        std::error_code error;
        const std::filesystem::path whole = std::filesystem::absolute(file, error);
        absolute.push_back(error ? file : whole);
        names << pathText(absolute.back());
    }
    RecentFiles::media().add(names);
    showRecent();
    lists_->setCurrentWidget(list_);
    selectClip(clips_->open(absolute));
    list_->setFocus();
}

void MainWindow::selectClip(int row) {
    if (row >= 0 && row < clips_->rowCount())
        list_->setCurrentIndex(clips_->index(row));
}

int MainWindow::currentRow() const {
    return list_->currentIndex().row();
}

void MainWindow::showCurrentClip() {
    const std::optional<ShownClip> clip = audit_->isWorking() ? audit_->shownClip()
                                          : isProjectShown()  ? desk_->shownClip()
                                                              : shownMedia();
    ShownClip shown = clip.value_or(ShownClip());
    annotate(shown);
    revise(shown);
    const bool isAnother = changesTracks(revised_.get(), shown.analysis.get()) || clipView_->veil() != shown.veil;
    clipView_->setVeil(shown.veil);
    revised_ = shown.analysis;
    shown.analysis = point_.apply(revised_);
    if (shown.analysis != shown_) {
        shown_ = shown.analysis;
        if (isAnother)
            clipView_->setClip(shown.analysis);
        else
            clipView_->setEvents(shown.analysis);
        why_->setClip(shown.veil.isBare ? ShownClip() : shown);
    }
    why_->setNotice(shown);
    clipView_->setRecording(shown.recording);
    if (shown.analysis || shown.recording)
        centre_->setCurrentWidget(clipView_);
    else if (clip)
        centre_->setCurrentWidget(statePage_);
    else
        centre_->setCurrentWidget(startPage_);
    statePage_->show(shown);
    Q_EMIT clipShown(shown);
    setWindowTitle(clip ? tr("%1 — Tagscope").arg(shown.title) : tr("Tagscope"));
}

std::optional<ShownClip> MainWindow::shownMedia() const {
    const int row = currentRow();
    if (row < 0 || row >= clips_->rowCount())
        return std::nullopt;
    using State = ClipListModel::State;
    const ClipListModel::Clip &clip = clips_->clip(row);
    ShownClip shown;
    shown.title = clips_->title(row);
    shown.state = clips_->stateText(row);
    shown.cause = toText(clip.error.cause);
    clips_->want(row);
    shown.analysis = clip.analysis;
    shown.recording = clip.recording;
    if (clip.isToBeLoaded())
        shown.state = clip.isWindow ? tr("Loading the window…") : tr("Loading the clip…");
    if (clip.state == State::Analysing || clip.state == State::Waiting)
        shown.fraction = clip.fraction;
    shown.canBeAnalysedAgain = clip.state == State::Failed || clip.state == State::Cancelled;
    return shown;
}

void MainWindow::analyseAgain() {
    if (isProjectShown())
        desk_->analyseAgain();
    else if (currentRow() >= 0)
        clips_->analyseAgain(currentRow());
}

void MainWindow::closeClip() {
    if (!isProjectShown() && currentRow() >= 0)
        clips_->close(currentRow());
}

void MainWindow::setTheme(Theme theme) {
    apply(theme);
    QSettings().setValue(QStringLiteral("window/theme"), nameOf(theme));
}

void MainWindow::setColourMap(ColourMap map) {
    clipView_->setColourMap(map);
    QSettings().setValue(QStringLiteral("window/colours"), nameOf(map));
}

} // namespace tagscope::ui
