// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/seconds.h"

#include <QObject>
#include <optional>
#include <vector>

namespace tagscope::ui {

struct TimeRange {
    Seconds lower{0};
    Seconds upper{0};

    [[nodiscard]] Seconds span() const { return upper - lower; }
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

// A stretch of the spectrogram's frequencies.
struct FrequencyRange {
    double lowerHz = 0.0;
    double upperHz = 0.0;

    [[nodiscard]] double span() const { return upperHz - lowerHz; }
    friend bool operator==(const FrequencyRange &, const FrequencyRange &) = default;
};

// What of the open clip is looked at: the visible stretch of time, the playhead, the chosen event and key frame. The
// one place that all tracks and tables follow and change. Times count from the clip's start. GUI thread.
class ViewState : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // A clip of this length was opened: everything of it is visible, nothing is chosen.
    void reset(Seconds duration);
    [[nodiscard]] Seconds duration() const { return duration_; }

    [[nodiscard]] TimeRange range() const { return range_; }
    // Kept inside the clip and at least kShortestSpan long.
    void setRange(TimeRange range);
    // Below 1 zooms in; the time `fixed` stays where it is on the screen.
    void zoom(Seconds fixed, double factor);
    void pan(double sharesOfTheView);
    void fit();
    void back(); // to the view before

    // The frequencies that are visible; nothing: all there are.
    [[nodiscard]] std::optional<FrequencyRange> frequencies() const { return frequencies_; }
    // Kept between 0 and `highestHz`, those that there are, and at least kNarrowestHz wide; all of them are nothing.
    void setFrequencies(FrequencyRange range, double highestHz);
    void fitFrequencies();

    [[nodiscard]] Seconds playhead() const { return playhead_; }
    void setPlayhead(Seconds time); // scrolls where it would be out of sight

    // A stretch of time that was marked; inside the clip, never empty.
    [[nodiscard]] std::optional<TimeRange> selection() const { return selection_; }
    void setSelection(std::optional<TimeRange> selection);
    // Somebody wants to be rid of the selection, and of whatever else was begun.
    void giveUp();

    // Somebody wants to hear and see this stretch; what plays follows playAsked().
    void askToPlay(TimeRange range) { Q_EMIT playAsked(range); }
    // As the double click does: from here to the clip's end.
    void askToPlayFrom(Seconds time) { Q_EMIT playFromAsked(time); }

    [[nodiscard]] std::optional<int> event() const { return event_; }
    void setEvent(std::optional<int> event);

    // The key frame that was clicked, or is under the pointer; its position in the clip's key frames.
    [[nodiscard]] std::optional<int> keyFrame() const { return pointedKeyFrame_ ? pointedKeyFrame_ : keyFrame_; }
    void setKeyFrame(std::optional<int> keyFrame);
    void setPointedKeyFrame(std::optional<int> keyFrame);

    // Where the pointer is over the tracks, and what is there in words.
    [[nodiscard]] std::optional<Seconds> pointer() const { return pointer_; }
    void setPointer(std::optional<Seconds> time, const QString &readOut);

Q_SIGNALS:
    void rangeChanged();
    void frequenciesChanged();
    void playheadChanged();
    void selectionChanged();
    void givenUp();
    void playAsked(const TimeRange &range);
    void playFromAsked(Seconds time);
    void eventChanged();
    void keyFrameChanged();
    void pointerChanged(const QString &readOut);

private:
    void show(TimeRange range);
    void scrollTo(Seconds time);

    Seconds duration_{0};
    TimeRange range_;
    std::vector<TimeRange> before_;
    std::optional<FrequencyRange> frequencies_;
    Seconds playhead_{0};
    std::optional<TimeRange> selection_;
    std::optional<int> event_;
    std::optional<int> keyFrame_;
    std::optional<int> pointedKeyFrame_;
    std::optional<Seconds> pointer_;
};

} // namespace tagscope::ui
