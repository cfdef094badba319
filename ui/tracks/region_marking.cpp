// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/region_marking.h"

#include "ui/base/text.h"
#include "ui/tracks/change_regions.h"

#include <QUndoStack>
#include <algorithm>
#include <iterator>
#include <utility>

namespace tagscope::ui {

namespace {

void sortRegions(std::vector<MarkedRegion> &regions) {
    std::ranges::sort(regions, {}, [](const MarkedRegion &region) {
        return std::tuple(region.onset, region.event, region.offset, region.annotator);
    });
}

} // namespace

RegionMarking::RegionMarking(ProjectEdits &edits, Auditor &auditor, ViewState &view, QUndoStack &undo, QObject *parent)
    : QObject(parent), edits_(edits), auditor_(auditor), view_(view), undo_(undo) {
    connect(&edits, &ProjectEdits::regionsChanged, this, [this] { finish(false); });
    connect(&edits, &ProjectEdits::regionsRefused, this, [this] { finish(true); });
    connect(&auditor, &Auditor::nameChanged, this, [this] {
        choose(std::nullopt); // it may be another one's by now
        if (const std::function<void()> then = std::exchange(waiting_, nullptr); then && !auditor_.name().isEmpty())
            then();
        Q_EMIT changed();
    });
}

RegionMarking::Key RegionMarking::keyOf(const MarkedRegion &region) {
    const RegionBand band = region.frequencies.value_or(RegionBand{-1.0, -1.0});
    return {region.clip,           region.event, region.annotator, region.onset.count(),
            region.offset.count(), band.low,     band.high,        region.channel.value_or(0)};
}

QString RegionMarking::nameOf(int event) const {
    return clip_ ? clip_->events.value(event) : QString();
}

void RegionMarking::setClip(const std::optional<MarkableClip> &clip) {
    if (project_ != edits_.project()) { // of the one before nothing more is told
        project_ = edits_.project();
        underWay_.clear();
        addedAt_.clear();
    }
    const bool isAnother = clip.has_value() != clip_.has_value() || (clip && clip->clip != clip_->clip);
    clip_ = clip;
    if (isAnother) {
        waiting_ = nullptr;
        chosen_.reset();
        held_ = RegionPart::Both;
    }
    if (isAnother || underWay_.empty())
        take(clip ? clip->regions : std::vector<MarkedRegion>());
    if (!isAnother)
        return;
    Q_EMIT noted({}); // what was told is of the one before
    Q_EMIT clipChanged();
}

void RegionMarking::take(std::vector<MarkedRegion> regions) {
    sortRegions(regions);
    if (regions == regions_)
        return;
    regions_ = std::move(regions);
    if (chosen_ &&
        std::ranges::none_of(regions_, [this](const MarkedRegion &region) { return isSameRegion(region, *chosen_); }))
        chosen_.reset();
    Q_EMIT changed();
}

bool RegionMarking::isOwn(const MarkedRegion &region) const {
    return !auditor_.name().isEmpty() && toText(region.annotator) == auditor_.name();
}

std::vector<MarkedRegion> RegionMarking::ownRegions(int event) const {
    std::vector<MarkedRegion> own;
    std::ranges::copy_if(regions_, std::back_inserter(own),
                         [this, event](const MarkedRegion &region) { return region.event == event && isOwn(region); });
    return own;
}

void RegionMarking::choose(const std::optional<MarkedRegion> &region, RegionPart part) {
    if (chosen_ == region && held_ == part)
        return;
    chosen_ = region;
    held_ = region ? part : RegionPart::Both;
    Q_EMIT changed();
    if (region)
        view_.setEvent(region->event);
}

void RegionMarking::holdNextPart() {
    if (!hasChosen())
        return;
    const RegionPart next = held_ == RegionPart::Both    ? RegionPart::Onset
                            : held_ == RegionPart::Onset ? RegionPart::Offset
                                                         : RegionPart::Both;
    choose(chosen_, next);
    Q_EMIT noted(next == RegionPart::Onset    ? tr("The region's onset is held.")
                 : next == RegionPart::Offset ? tr("The region's offset is held.")
                                              : tr("The whole region is held."));
}

void RegionMarking::step(int regions) {
    std::vector<MarkedRegion> own;
    std::ranges::copy_if(regions_, std::back_inserter(own),
                         [this](const MarkedRegion &region) { return isOwn(region); });
    if (own.empty()) {
        Q_EMIT noted(tr("You have marked no region in this clip."));
        return;
    }
    const auto last = static_cast<std::ptrdiff_t>(own.size()) - 1;
    const auto at = std::ranges::find_if(
        own, [this](const MarkedRegion &region) { return chosen_ && isSameRegion(region, *chosen_); });
    std::ptrdiff_t next = at - own.begin() + regions;
    if (at == own.end()) {
        const auto after =
            std::ranges::find_if(own, [this](const MarkedRegion &region) { return region.onset >= view_.playhead(); });
        next = after - own.begin() - (regions < 0 ? 1 : 0);
    }
    const MarkedRegion &region = own[static_cast<std::size_t>(std::clamp(next, std::ptrdiff_t{0}, last))];
    choose(region);
    view_.setPlayhead(region.onset);
    Q_EMIT noted(describe(region));
}

bool RegionMarking::hasName(std::function<void()> then) {
    if (!auditor_.name().isEmpty())
        return true;
    waiting_ = std::move(then);
    Q_EMIT nameNeeded();
    return false;
}

bool RegionMarking::hasChosen() {
    if (!chosen_)
        Q_EMIT noted(tr("Choose a region first: click on one of yours, or go to the next one."));
    return chosen_.has_value();
}

void RegionMarking::mark(int event, TimeRange range, const std::optional<RegionBand> &band) {
    MarkedRegion region;
    region.event = event;
    region.onset = range.lower;
    region.offset = range.upper;
    region.frequencies = band;
    add(region);
}

void RegionMarking::add(const MarkedRegion &region) {
    if (!clip_) {
        Q_EMIT noted(tr("Regions can only be marked in a project's clips."));
        return;
    }
    if (!hasName([this, region] { add(region); }))
        return;
    const TimeRange fitted = fittedRegion(rangeOf(region), clip_->duration);
    MarkedRegion own = region;
    own.clip = clip_->clip;
    own.annotator = auditor_.name().toStdString();
    own.onset = fitted.lower;
    own.offset = fitted.upper;
    push(markRegion(regions_, own), tr("mark %1").arg(describe(own)));
}

void RegionMarking::replace(const MarkedRegion &region, TimeRange range) {
    MarkedRegion to = region;
    to.onset = range.lower;
    to.offset = range.upper;
    replace(region, to);
}

void RegionMarking::replace(const MarkedRegion &region, const MarkedRegion &to) {
    if (!clip_ || !isOwn(region))
        return;
    const TimeRange fitted = fittedRegion(rangeOf(to), clip_->duration);
    MarkedRegion now = to;
    now.clip = region.clip;
    now.annotator = region.annotator;
    now.onset = fitted.lower;
    now.offset = fitted.upper;
    push(replaceRegion(regions_, region, now),
         rangeOf(region) == fitted ? tr("change %1").arg(describe(now)) : tr("move %1").arg(describe(now)));
}

void RegionMarking::joinChosen() {
    if (!clip_ || !hasChosen())
        return;
    const RegionChange change = joinRegion(regions_, *chosen_);
    if (change.isEmpty()) {
        Q_EMIT noted(tr("The region overlaps and touches no other of its event, band and channel."));
        return;
    }
    push(change, tr("join %1").arg(describe(change.additions.front())));
}

void RegionMarking::nudge(Seconds by) {
    if (clip_ && hasChosen())
        replace(*chosen_, movedRegion(rangeOf(*chosen_), held_, by, clip_->duration));
}

void RegionMarking::removeChosen() {
    if (!hasChosen())
        return;
    const MarkedRegion region = *chosen_;
    push({{}, {region}}, tr("remove %1").arg(describe(region)));
}

QString RegionMarking::describe(int event, TimeRange range, const std::optional<RegionBand> &band) const {
    //: A region's onset, offset, length and event.
    const QString times = tr("%1–%2 s  ·  %3 s  ·  %4")
                              .arg(numberText(range.lower.count(), 3), numberText(range.upper.count(), 3),
                                   numberText(range.span().count(), 3), nameOf(event));
    return band ? tr("%1  ·  %2–%3 Hz").arg(times, numberText(band->low, 0), numberText(band->high, 0)) : times;
}

void RegionMarking::push(const RegionChange &change, const QString &text) {
    if (change.isEmpty())
        return;
    undo_.push(new ChangeRegions(
        edits_, change,
        [this](const RegionChange &now, const std::shared_ptr<bool> &isRefused) { apply(now, isRefused); }, text));
}

// The store knows a region by the time when it was added, and what was taken away keeps its: what comes again gets
// another one, and is taken away by that.
void RegionMarking::apply(const RegionChange &change, const std::shared_ptr<bool> &isRefused) {
    RegionChange now = change;
    for (MarkedRegion &region : now.removals)
        if (const auto found = addedAt_.find(keyOf(region)); found != addedAt_.end())
            region.added = found->second;
    UnderWay underWay{isRefused, {}};
    for (MarkedRegion &region : now.additions) {
        lastAdded_ = std::max(lastAdded_ + 1, nowInMicroseconds());
        region.added = lastAdded_;
        region.removed.reset();
        addedAt_[keyOf(region)] = region.added;
        underWay.added.push_back(keyOf(region));
    }
    underWay_.push_back(std::move(underWay));
    edits_.changeRegions(now.additions, now.removals);

    std::vector<MarkedRegion> regions = regions_;
    for (const MarkedRegion &gone : now.removals)
        std::erase_if(regions, [&gone](const MarkedRegion &region) { return isSameRegion(region, gone); });
    for (const MarkedRegion &region : now.additions)
        if (clip_ && region.clip == clip_->clip)
            regions.push_back(region);
    followChosen(now);
    take(std::move(regions));
}

// What comes in the place of the chosen region, or is new, is chosen.
void RegionMarking::followChosen(const RegionChange &change) {
    if (change.additions.empty() || !clip_ || change.additions.front().clip != clip_->clip)
        return;
    const bool isReplaced = chosen_ && std::ranges::any_of(change.removals, [this](const MarkedRegion &region) {
                                return isSameRegion(region, *chosen_);
                            });
    held_ = isReplaced ? held_ : RegionPart::Both;
    chosen_ = change.additions.front();
    view_.setEvent(chosen_->event);
    Q_EMIT noted(describe(*chosen_));
}

void RegionMarking::finish(bool isRefused) {
    if (underWay_.empty())
        return;
    const UnderWay done = std::move(underWay_.front());
    underWay_.pop_front();
    if (isRefused) {
        *done.isRefused = true;
        for (const Key &key : done.added)
            addedAt_.erase(key);
    }
    if (underWay_.empty())
        take(clip_ ? clip_->regions : std::vector<MarkedRegion>());
}

} // namespace tagscope::ui
