// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/clip_bars.h"

namespace tagscope::ui {

void ClipBars::setScores(const std::shared_ptr<const ClipScores> &scores) {
    scores_ = scores;
    Q_EMIT changed();
}

void ClipBars::setEvent(std::optional<int> event) {
    if (event == event_)
        return;
    event_ = event;
    Q_EMIT changed();
}

std::optional<Decision> ClipBars::decision(ClipId clip) const {
    return scores_ && event_ ? scores_->decision(clip, *event_) : std::nullopt;
}

} // namespace tagscope::ui
