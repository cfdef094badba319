// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/loop_gaps.h"

#include "core/base/log.h"

#include <QByteArray>
#include <QObject>
#include <string>

namespace tagscope {

namespace {

constexpr int kInterval = 10; // milliseconds

} // namespace

LoopGaps::LoopGaps(double milliseconds) : least_(milliseconds) {
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(kInterval);
    QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { turn(); });
    clock_.start();
    timer_.start();
}

void LoopGaps::turn() {
    const double gap = static_cast<double>(clock_.nsecsElapsed()) / 1e6 - kInterval;
    clock_.start();
    if (gap > least_)
        logWarning("the window stood still for " + std::to_string(static_cast<int>(gap)) + " ms");
}

double askedGapMilliseconds() {
    bool isNumber = false;
    const double milliseconds = qgetenv("TAGSCOPE_LOG_GAPS").toDouble(&isNumber);
    return isNumber && milliseconds > 0 ? milliseconds : 0.0;
}

} // namespace tagscope
