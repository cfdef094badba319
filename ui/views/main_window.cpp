#include "ui/views/main_window.h"

#include "ui/itemmodels/clip_list_model.h"
#include "ui/services/recent_media.h"
#include "ui/services/text.h"
#include "ui/views/clip_list_view.h"
#include "ui/views/clip_state_page.h"
#include "ui/views/clip_view.h"
#include "ui/views/job_status.h"
#include "ui/views/start_page.h"
#include "ui/views/why_panel.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <utility>

namespace tagscope::ui {

MainWindow::MainWindow(const Sources &sources, QWidget *parent)
    : QMainWindow(parent), service_(sources.analyse), clips_(new ClipListModel(service_, this)),
      list_(new ClipListView), centre_(new QStackedWidget), startPage_(new StartPage), statePage_(new ClipStatePage),
      clipView_(new ClipView(sources, view_)), why_(new WhyPanel(view_)) {
    setWindowTitle(tr("Tagscope"));
    setAcceptDrops(true);
    makeCentre();
    makeDocks();
    makeMenus();
    connectClips();
    statusBar()->addPermanentWidget(new JobStatus(service_));
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
    connect(startPage_, &StartPage::recentAsked, this, [this](const QString &file) { openMedia({toPath(file)}); });
    connect(statePage_, &ClipStatePage::againAsked, this, &MainWindow::analyseAgain);
}

void MainWindow::makeDocks() {
    list_->setModel(clips_);
    const auto addDock = [this](Qt::DockWidgetArea area, const QString &name, const QString &title, QWidget *content) {
        auto *dock = new QDockWidget(title);
        dock->setObjectName(name); // the settings know it by this
        dock->setWidget(content);
        addDockWidget(area, dock);
        return dock;
    };
    addDock(Qt::LeftDockWidgetArea, QStringLiteral("clips"), tr("Clips"), list_);
    addDock(Qt::RightDockWidgetArea, QStringLiteral("why"), tr("Why"), why_);
}

void MainWindow::connectClips() {
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &MainWindow::showCurrentClip);
    connect(clips_, &ClipListModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        if (from.row() <= currentRow() && currentRow() <= to.row())
            showCurrentClip();
    });
    connect(clips_, &ClipListModel::rowsRemoved, this, &MainWindow::showCurrentClip);
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
                {width() * 12 / 100, width() * 36 / 100}, Qt::Horizontal);
}

void MainWindow::closeEvent(QCloseEvent *event) {
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/docks"), saveState());
    settings.setValue(QStringLiteral("window/tracks"), clipView_->saveState());
    service_.cancelAll();
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
    openMedia(files);
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
    RecentMedia::add(names);
    showRecent();
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
    const int row = currentRow();
    const bool isOpen = row >= 0 && row < clips_->rowCount();
    const std::shared_ptr<const ClipAnalysis> clip = isOpen ? clips_->clip(row).analysis : nullptr;
    if (clip != shown_) {
        shown_ = clip;
        clipView_->setClip(clip);
        why_->setClip(clip);
    }
    if (clip) {
        centre_->setCurrentWidget(clipView_);
    } else if (isOpen) {
        statePage_->show(clips_->title(row), clips_->stateText(row), clips_->clip(row));
        centre_->setCurrentWidget(statePage_);
    } else {
        centre_->setCurrentWidget(startPage_);
    }
    setWindowTitle(isOpen ? tr("%1 — Tagscope").arg(clips_->title(row)) : tr("Tagscope"));
}

void MainWindow::analyseAgain() {
    if (currentRow() >= 0)
        clips_->analyseAgain(currentRow());
}

void MainWindow::closeClip() {
    if (currentRow() >= 0)
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
