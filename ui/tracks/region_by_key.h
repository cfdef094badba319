// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tracks/region_marking.h"

#include <QObject>
#include <chrono>
#include <optional>

namespace tagscope::ui {

class Playback;

// Marks a region with one key: pressed first it begins, pressed again it ends, best while the clip plays. Both times
// are put back by the reaction time, as far as the playhead ran in it; while nothing plays the playhead is taken as it
// stands. A region that is open when the clip has played to its end ends there. The reaction time is kept in the
// settings. GUI thread.
class RegionByKey : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kUsualReaction{200}; // to something heard, with a key under the finger
    static constexpr std::chrono::milliseconds kLongestReaction{1000};

    RegionByKey(RegionMarking &marking, Playback &playback, ViewState &view, QObject *parent = nullptr);

    [[nodiscard]] std::chrono::milliseconds reaction() const { return reaction_; }
    void setReaction(std::chrono::milliseconds reaction); // at most kLongestReaction

    // A region that was begun and not ended.
    struct Open {
        int event = 0;
        Seconds onset{0};
    };
    [[nodiscard]] const std::optional<Open> &open() const { return open_; }
    // As it would be if it ended now. Only while one is open.
    [[nodiscard]] TimeRange openRange() const;

    void press(); // of the chosen event
    void abandon();

Q_SIGNALS:
    void changed(); // open or not
    void grown();   // its end moved
    void reactionChanged();

private:
    [[nodiscard]] Seconds heardNow() const;
    void end(Seconds offset);
    void followPlaying();

    RegionMarking &marking_;
    Playback &playback_;
    ViewState &view_;
    std::chrono::milliseconds reaction_;
    std::optional<Open> open_;
    Seconds farthest_{0}; // that the playhead came to since then
};

} // namespace tagscope::ui
