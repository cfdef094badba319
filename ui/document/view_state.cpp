// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/view_state.h"

#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr Seconds kShortestSpan{0.05}; // ten frames of 5 ms: below it nothing new is to be seen
constexpr double kNarrowestHz = 100.0; // a few bands, or bins
constexpr std::size_t kViewsKept = 100;

} // namespace

void ViewState::reset(Seconds duration) {
    duration_ = std::max(duration, kShortestSpan);
    before_.clear();
    playhead_ = Seconds{0};
    selection_.reset();
    event_.reset();
    keyFrame_.reset();
    pointedKeyFrame_.reset();
    pointer_.reset();
    range_ = {Seconds{0}, duration_};
    Q_EMIT rangeChanged();
    Q_EMIT playheadChanged();
    Q_EMIT selectionChanged();
    Q_EMIT eventChanged();
    Q_EMIT keyFrameChanged();
    Q_EMIT pointerChanged({});
}

void ViewState::setRange(TimeRange range) {
    const TimeRange old = range_;
    show(range);
    if (range_ == old)
        return;
    before_.push_back(old);
    if (before_.size() > kViewsKept)
        before_.erase(before_.begin());
}

void ViewState::show(TimeRange range) {
    const Seconds span = std::clamp(range.span(), kShortestSpan, std::max(duration_, kShortestSpan));
    const Seconds lower = std::clamp(range.lower, Seconds{0}, std::max(duration_ - span, Seconds{0}));
    const TimeRange kept{lower, lower + span};
    if (kept == range_)
        return;
    range_ = kept;
    Q_EMIT rangeChanged();
}

void ViewState::zoom(Seconds fixed, double factor) {
    const Seconds span = std::clamp(range_.span() * factor, kShortestSpan,
                                    std::max(duration_, kShortestSpan)); // before the corner moves
    const double share = (fixed - range_.lower) / range_.span();
    const Seconds lower = fixed - share * span;
    setRange({lower, lower + span});
}

void ViewState::pan(double sharesOfTheView) {
    const Seconds shift = sharesOfTheView * range_.span();
    setRange({range_.lower + shift, range_.upper + shift});
}

void ViewState::fit() {
    setRange({Seconds{0}, duration_});
    fitFrequencies();
}

void ViewState::setFrequencies(FrequencyRange range, double highestHz) {
    const double span = std::clamp(range.span(), std::min(kNarrowestHz, highestHz), highestHz);
    const double lower = std::clamp(range.lowerHz, 0.0, highestHz - span);
    std::optional<FrequencyRange> kept;
    if (span < highestHz)
        kept = FrequencyRange{lower, lower + span};
    if (kept == frequencies_)
        return;
    frequencies_ = kept;
    Q_EMIT frequenciesChanged();
}

void ViewState::fitFrequencies() {
    if (std::exchange(frequencies_, std::nullopt))
        Q_EMIT frequenciesChanged();
}

void ViewState::back() {
    if (before_.empty())
        return;
    const TimeRange range = before_.back();
    before_.pop_back();
    show(range);
}

void ViewState::setPlayhead(Seconds time) {
    const Seconds kept = std::clamp(time, Seconds{0}, duration_);
    if (kept != playhead_) {
        playhead_ = kept;
        Q_EMIT playheadChanged();
    }
    scrollTo(kept);
}

void ViewState::scrollTo(Seconds time) {
    if (time >= range_.lower && time <= range_.upper)
        return;
    const Seconds half = range_.span() / 2;
    show({time - half, time + half});
}

void ViewState::setSelection(std::optional<TimeRange> selection) {
    if (selection) {
        const auto [first, last] = std::minmax(selection->lower, selection->upper);
        selection = TimeRange{std::clamp(first, Seconds{0}, duration_), std::clamp(last, Seconds{0}, duration_)};
        if (selection->span() <= Seconds{0})
            selection.reset();
    }
    if (selection == selection_)
        return;
    selection_ = selection;
    Q_EMIT selectionChanged();
}

void ViewState::giveUp() {
    setSelection(std::nullopt);
    Q_EMIT givenUp();
}

void ViewState::setEvent(std::optional<int> event) {
    if (event == event_)
        return;
    event_ = event;
    Q_EMIT eventChanged();
}

void ViewState::setKeyFrame(std::optional<int> keyFrame) {
    if (keyFrame == keyFrame_)
        return;
    keyFrame_ = keyFrame;
    Q_EMIT keyFrameChanged();
}

void ViewState::setPointedKeyFrame(std::optional<int> keyFrame) {
    if (keyFrame == pointedKeyFrame_)
        return;
    pointedKeyFrame_ = keyFrame;
    Q_EMIT keyFrameChanged();
}

void ViewState::setPointer(std::optional<Seconds> time, const QString &readOut) {
    pointer_ = time;
    Q_EMIT pointerChanged(readOut);
}

} // namespace tagscope::ui
