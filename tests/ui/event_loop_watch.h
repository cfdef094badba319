// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <algorithm>
#include <vector>

namespace tagscope::test {

// How late the event loop of this thread comes to its timers: how long it stood still.
class EventLoopWatch {
public:
    EventLoopWatch() {
        timer_.setTimerType(Qt::PreciseTimer);
        timer_.setInterval(kInterval); // not 0, which would take a processor from what is measured
        QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { turn(); });
        clock_.start();
        timer_.start();
    }

    // Forgets what was before.
    void restart() {
        gaps_.clear();
        clock_.start();
    }
    [[nodiscard]] double worstMilliseconds() const { return gaps_.empty() ? 0.0 : *std::ranges::max_element(gaps_); }
    // How many gaps were longer.
    [[nodiscard]] std::ptrdiff_t countAbove(double milliseconds) const {
        return std::ranges::count_if(gaps_, [milliseconds](double gap) { return gap > milliseconds; });
    }

private:
    void turn() {
        const double gap = static_cast<double>(clock_.nsecsElapsed()) / 1e6 - kInterval;
        clock_.start();
        if (gap > kLeastKept)
            gaps_.push_back(gap);
    }

    static constexpr int kInterval = 4;       // milliseconds
    static constexpr double kLeastKept = 5.0; // milliseconds

    QTimer timer_;
    QElapsedTimer clock_;
    std::vector<double> gaps_;
};

} // namespace tagscope::test
