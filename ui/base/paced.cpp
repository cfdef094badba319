// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/paced.h"

#include <algorithm>
#include <utility>

namespace tagscope::ui {

Paced::Paced(std::function<void()> begin) : begin_(std::move(begin)) {
    pause_.setSingleShot(true);
    QObject::connect(&pause_, &QTimer::timeout, &pause_, [this] {
        if (isWanted_)
            start();
    });
}

void Paced::want() {
    isWanted_ = true;
    if (!isUnderWay_ && !pause_.isActive())
        start();
}

void Paced::start() {
    isWanted_ = false;
    isUnderWay_ = true;
    sinceBegin_.start();
    begin_();
}

void Paced::over() {
    if (!std::exchange(isUnderWay_, false))
        return;
    constexpr qint64 kPauses = 9; // for each time that it takes
    constexpr qint64 kLongestPause = 60'000;
    pause_.start(static_cast<int>(std::clamp<qint64>(kPauses * sinceBegin_.elapsed(), kShortestPause, kLongestPause)));
}

void Paced::forget() {
    isUnderWay_ = false;
    isWanted_ = false;
    pause_.stop();
}

} // namespace tagscope::ui
