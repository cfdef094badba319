// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

namespace tagscope {

// Writes into the log when the event loop of the GUI thread stood still for longer than so many milliseconds, which a
// person feels as a window that does not answer. Wakes a hundred times a second for it.
class LoopGaps {
public:
    explicit LoopGaps(double milliseconds);

private:
    void turn();

    double least_;
    QTimer timer_;
    QElapsedTimer clock_;
};

// What the environment's TAGSCOPE_LOG_GAPS asks for; 0: nothing.
[[nodiscard]] double askedGapMilliseconds();

} // namespace tagscope
