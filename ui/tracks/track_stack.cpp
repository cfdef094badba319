// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/track_stack.h"

#include "ui/base/mnemonics.h"

#include <algorithm>

namespace tagscope::ui {

TrackStack::TrackStack(QWidget *parent) : QSplitter(Qt::Vertical, parent) {
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, &TrackStack::arranged);
}

void TrackStack::add(const QString &id, const QString &title, QWidget &track, const Height &height, bool isPresent) {
    auto *frame = new TrackFrame(withoutMnemonic(title), track);
    addWidget(frame);
    setStretchFactor(count() - 1, height.first);
    named_.push_back({id, title, &track, frame, height, isPresent});
    frame->setVisible(isPresent); // the others share its room
    if (!isPresent)
        open_[id] = height.first;
    connect(frame, &TrackFrame::foldAsked, this, [this, id](bool isFolded) { fold(id, isFolded); });
    QList<int> heights = sizes();
    for (const Named &other : named_)
        heights[indexOf(other.frame)] = other.height.first;
    setSizes(heights);
}

QWidget *TrackStack::addFixed(QWidget &track) {
    auto *frame = new TrackFrame({}, track);
    frame->setFixedHeight(track.maximumHeight());
    addWidget(frame);
    fixedHeaders_ << frame->header();
    return frame;
}

void TrackStack::setFoldOrder(const QStringList &ids) {
    foldOrder_ = ids;
    arrange();
}

TrackStack::Named *TrackStack::find(const QString &id) {
    const auto found = std::ranges::find(named_, id, &Named::id);
    return found == named_.end() ? nullptr : &*found;
}

void TrackStack::setPresent(const QString &id, bool isPresent) {
    Named *track = find(id);
    if (track == nullptr || track->isPresent == isPresent)
        return;
    track->isPresent = isPresent;
    arrange();
}

void TrackStack::setWanted(const QString &id, bool isWanted) {
    hidden_.removeAll(id);
    if (!isWanted)
        hidden_ << id;
    arrange();
}

void TrackStack::setMenu(const QString &id, QMenu &menu) {
    if (const Named *track = find(id))
        track->frame->setMenu(menu);
}

void TrackStack::fold(const QString &id, bool isFolded) {
    foldedByHand_.removeAll(id);
    if (isFolded)
        foldedByHand_ << id;
    else if (foldOrder_.contains(id))
        openedByHand_ = id;
    if (isFolded && openedByHand_ == id)
        openedByHand_.clear();
    arrange();
    Q_EMIT foldedByHandChanged();
}

void TrackStack::setFoldedByHand(const QStringList &ids) {
    foldedByHand_ = ids;
    arrange();
}

QWidgetList TrackStack::furniture() const {
    QWidgetList parts = fixedHeaders_;
    for (const Named &track : named_)
        parts << (track.frame->isFolded() ? static_cast<QWidget *>(track.frame) : track.frame->header());
    return parts;
}

// So that sound and activations stay readable.
QStringList TrackStack::foldedForRoom() const {
    int wanted = 0;
    for (const Named &track : named_)
        if (isShown(track))
            wanted += handleWidth() +
                      (foldedByHand_.contains(track.id) ? track.frame->foldedHeight() : track.height.readable);
    QStringList order = foldOrder_;
    order.removeAll(openedByHand_);
    QStringList folded;
    for (const QString &id : order) {
        const auto track = std::ranges::find(named_, id, &Named::id);
        if (wanted <= height())
            break;
        if (track == named_.end() || !isShown(*track) || foldedByHand_.contains(id))
            continue;
        folded << id;
        wanted -= track->height.readable - track->frame->foldedHeight();
    }
    return folded;
}

void TrackStack::arrange() {
    const QStringList folded = foldedByHand_ + foldedForRoom();
    QList<int> heights = sizes();
    bool isChanged = false;
    for (Named &track : named_) {
        const bool isFolded = folded.contains(track.id);
        const qsizetype place = indexOf(track.frame);
        if (isFolded != track.frame->isFolded()) {
            isChanged = true;
            if (isFolded)
                open_[track.id] = std::max(heights[place], track.height.readable);
            heights[place] = isFolded ? track.frame->foldedHeight() : open_.value(track.id, track.height.first);
            track.frame->setFolded(isFolded);
        } else if (isShown(track) && track.frame->isHidden() && !isFolded && open_.contains(track.id)) {
            isChanged = true;
            heights[place] = open_[track.id];
        }
        track.frame->setVisible(isShown(track));
    }
    if (isChanged)
        setSizes(heights);
    showHandles();
    Q_EMIT arranged();
}

// Below a line there is nothing to pull: the handle above it does the same.
void TrackStack::showHandles() {
    bool isBelowOpen = false;
    for (int place = 0; place < count(); ++place) {
        handle(place)->setEnabled(isBelowOpen);
        handle(place)->setCursor(isBelowOpen ? Qt::SplitVCursor : Qt::ArrowCursor);
        const auto track =
            std::ranges::find(named_, widget(place), [](const Named &named) -> QWidget * { return named.frame; });
        if (track != named_.end() && isShown(*track))
            isBelowOpen = !track->frame->isFolded();
    }
}

QRegion TrackStack::foldedRegion() const {
    QRegion region;
    for (const Named &track : named_)
        if (track.frame->isFolded() && track.frame->isVisible())
            region += track.frame->geometry().adjusted(0, -handleWidth(), 0, handleWidth());
    return region;
}

void TrackStack::resizeEvent(QResizeEvent *event) {
    QSplitter::resizeEvent(event);
    arrange();
}

} // namespace tagscope::ui
