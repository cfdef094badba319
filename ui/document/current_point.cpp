// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/current_point.h"

#include "core/analysis/clip_events.h"

#include <utility>

namespace tagscope::ui {

void CurrentPoint::set(std::optional<OperatingPoint> point, const std::string &name, bool isMoved) {
    if (point == point_ && name == name_ && isMoved == isMoved_)
        return;
    name_ = name;
    isMoved_ = isMoved;
    point_ = std::move(point);
    Q_EMIT changed();
}

std::shared_ptr<const ClipAnalysis> CurrentPoint::apply(std::shared_ptr<const ClipAnalysis> analysis) const {
    if (!analysis || !point_ || *point_ == analysis->settings.operatingPoint)
        return analysis;
    const std::size_t events = analysis->settings.events.size();
    if (analysis->events.empty() || point_->videoWeight.size() != events || point_->threshold.size() != events)
        return analysis;
    auto judged = std::make_shared<ClipAnalysis>(*analysis);
    applyOperatingPoint(*judged, *point_);
    return judged;
}

} // namespace tagscope::ui
