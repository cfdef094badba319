// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/media_clips.h"

#include "ui/clips/clip_delegate.h"
#include "ui/clips/clip_list_model.h"
#include "ui/clips/clip_list_view.h"
#include "ui/clips/clip_row.h"

#include <QScrollBar>
#include <algorithm>

namespace tagscope::ui {
namespace {

constexpr int kPictureDelayMilliseconds = 60; // that a row is seen before its picture is decoded

} // namespace

MediaClips::MediaClips(const Sources &sources, QObject *parent)
    : OpenClips(parent), service_(sources.analyse), recordings_(sources.probe, sources.analyseWindow),
      pictures_(sources.thumbnails), clips_(new ClipListModel(service_, this)), list_(new ClipListView) {
    clips_->setRecordings(recordings_);
    list_->setModel(clips_);
    list_->setItemDelegate(new ClipDelegate(
        [this](const QModelIndex &index) { return pictures_.find(clips_->clip(index.row()).id); }, list_));
    pictureDelay_.setSingleShot(true);
    pictureDelay_.setInterval(kPictureDelayMilliseconds);
    connect(&pictureDelay_, &QTimer::timeout, this, &MediaClips::wantPictures);
    connect(&pictures_, &ClipThumbnails::ready, list_->viewport(), qOverload<>(&QWidget::update));
    connect(list_->verticalScrollBar(), &QScrollBar::valueChanged, &pictureDelay_, qOverload<>(&QTimer::start));
    connect(list_, &ClipListView::seen, &pictureDelay_, qOverload<>(&QTimer::start));
    connect(clips_, &ClipListModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        if (!pictureDelay_.isActive()) // what was not known to be there may be
            pictureDelay_.start();
        if (from.row() <= currentRow() && currentRow() <= to.row())
            Q_EMIT shownClipChanged();
    });
    connect(clips_, &ClipListModel::rowsRemoved, this, &OpenClips::shownClipChanged);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &OpenClips::shownClipChanged);
}

QWidget *MediaClips::list() {
    return list_;
}

void MediaClips::open(const std::vector<std::filesystem::path> &files) {
    select(clips_->open(files));
}

void MediaClips::showWindow(const std::filesystem::path &file, Seconds start) {
    select(clips_->windowRow(file, start));
}

bool MediaClips::isEmpty() const {
    return clips_->rowCount() == 0;
}

std::vector<std::filesystem::path> MediaClips::files() const {
    std::vector<std::filesystem::path> files;
    for (int row = 0; row < clips_->rowCount(); ++row)
        if (!clips_->clip(row).isWindow)
            files.push_back(clips_->clip(row).media);
    return files;
}

int MediaClips::currentRow() const {
    const int row = list_->currentIndex().row();
    return row < clips_->rowCount() ? row : -1;
}

void MediaClips::select(int row) {
    if (row >= 0 && row < clips_->rowCount())
        list_->setCurrentIndex(clips_->index(row));
}

std::optional<ShownClip> MediaClips::shownClip() const {
    const int row = currentRow();
    if (row < 0)
        return std::nullopt;
    const ClipListModel::Clip &clip = clips_->clip(row);
    ShownClip shown;
    shown.title = clips_->title(row);
    shown.state = clips_->stateText(row);
    addProgress(shown, clip.progress);
    clips_->want(row);
    shown.analysis = clip.analysis;
    shown.recording = clip.recording;
    if (clip.isToBeLoaded())
        shown.state = clip.isWindow ? tr("Loading the window…") : tr("Loading the clip…");
    return shown;
}

void MediaClips::stepClips(int clips) {
    select(currentRow() + clips);
}

void MediaClips::analyseAgain() {
    if (currentRow() >= 0)
        clips_->analyseAgain(currentRow());
}

void MediaClips::analyseWithOtherModels() {
    clips_->analyseAllAgain();
}

void MediaClips::closeClip() {
    if (currentRow() >= 0)
        clips_->close(currentRow());
}

void MediaClips::cancel() {
    service_.cancelAll();
}

void MediaClips::wantPictures() {
    const auto [first, last] = seenRows(*list_);
    if (first == last)
        return;
    std::vector<Clip> seen;
    for (int row = first; row < last; ++row)
        if (const std::optional<Clip> clip = clips_->pictured(row))
            seen.push_back(*clip);
    pictures_.want(seen, ClipDelegate::pictureHeight(list_->fontMetrics(), list_->devicePixelRatioF()));
}

} // namespace tagscope::ui
