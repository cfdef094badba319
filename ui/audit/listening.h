// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <cstdint>

namespace tagscope::ui {

// How long, and how often, the clip that is looked at was played, as its verdicts tell. GUI thread.
class Listening {
public:
    void restart() { // another clip
        milliseconds_ = 0;
        plays_ = 0;
        if (since_.isValid())
            since_.start();
    }
    void addPlay() { ++plays_; }
    void follow(bool isPlaying) {
        if (isPlaying && !since_.isValid()) {
            since_.start();
        } else if (!isPlaying && since_.isValid()) {
            milliseconds_ += since_.elapsed();
            since_.invalidate();
        }
    }
    [[nodiscard]] std::int64_t milliseconds() const {
        return milliseconds_ + (since_.isValid() ? since_.elapsed() : 0);
    }
    [[nodiscard]] int plays() const { return plays_; }

private:
    std::int64_t milliseconds_ = 0;
    int plays_ = 0;
    QElapsedTimer since_; // while it plays
};

} // namespace tagscope::ui
