// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/fusion/bootstrap.h"
#include "core/fusion/metrics.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tagscope {

// What is asked where each clip is of exactly one class, by the top-1 rule: the class with the highest score is the
// answer, of equals the first, whatever the thresholds.
struct SingleLabelFigures {
    std::size_t events = 0;
    std::vector<std::int64_t> confusion; // events x (events + 1): labelled, answered; the last column is no answer
    std::int64_t right = 0;
    std::int64_t clips = 0;
    Interval interval; // of the accuracy, 95 %: Jeffreys' for a share

    [[nodiscard]] double accuracy() const {
        return clips == 0 ? 0.0 : static_cast<double>(right) / static_cast<double>(clips);
    }
    [[nodiscard]] std::int64_t count(std::size_t labelled, std::size_t answered) const {
        return confusion[labelled * (events + 1) + answered];
    }
};

// Nothing where some clip has no label or several, or where there is no clip. `hasScore`: 0 for clips without any, of
// which there is no answer, so that they count as wrong. Shapes equal.
[[nodiscard]] std::optional<SingleLabelFigures>
singleLabelFigures(const Matrix &scores, std::span<const std::uint8_t> hasScore, const BinaryTable &truth);

} // namespace tagscope
