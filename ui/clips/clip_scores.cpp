// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/clip_scores.h"

#include "ui/clips/clip_figures.h"

#include <utility>

namespace tagscope::ui {

ClipScores::ClipScores(std::shared_ptr<const ClipFigures> figures, OperatingPoint point)
    : figures_(std::move(figures)), point_(std::move(point)) {
    rows_.reserve(figures_->clips.size());
    for (std::size_t row = 0; row < figures_->clips.size(); ++row)
        rows_.emplace(figures_->clips[row], row);
}

std::optional<Decision> ClipScores::decision(ClipId clip, int event) const {
    const auto found = rows_.find(clip);
    if (found == rows_.end() || event < 0 || static_cast<std::size_t>(event) >= point_.threshold.size())
        return std::nullopt;
    const Decision decision = decisionIn(*figures_, point_, found->second, static_cast<std::size_t>(event));
    return decision.fused() ? std::optional(decision) : std::nullopt;
}

} // namespace tagscope::ui
