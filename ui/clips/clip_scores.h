// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/clip_figures.h"
#include "core/fusion/decision.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <unordered_map>

namespace tagscope::ui {

// The decision about any event of any clip that the project has scores of, at one operating point. Immutable.
class ClipScores {
public:
    ClipScores(std::shared_ptr<const ClipFigures> figures, OperatingPoint point);

    // Nothing where the clip has no probability of the event.
    [[nodiscard]] std::optional<Decision> decision(ClipId clip, int event) const;

private:
    std::shared_ptr<const ClipFigures> figures_;
    OperatingPoint point_;
    std::unordered_map<ClipId, std::size_t> rows_; // in the figures
};

} // namespace tagscope::ui
