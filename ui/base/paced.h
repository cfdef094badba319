// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <functional>

namespace tagscope::ui {

// Does something anew as often as its reasons change, but never while it is still under way, and so seldom that it
// takes a tenth of the time at most: for what follows work that goes on for hours. GUI thread.
class Paced {
public:
    static constexpr int kShortestPause = 400; // milliseconds: a few times a second

    explicit Paced(std::function<void()> begin);

    // Begins at once, or as soon as it may.
    void want();
    // What begin() began is over; also where it had nothing to do.
    void over();
    // What is under way or wanted is not any more.
    void forget();

private:
    void start();

    std::function<void()> begin_;
    QTimer pause_;
    QElapsedTimer sinceBegin_;
    bool isUnderWay_ = false;
    bool isWanted_ = false;
};

} // namespace tagscope::ui
