// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/fusion/threshold_cuts.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tagscope {

// A clip as both branches see it.
struct TwoScores {
    float audio = 0.0F; // in [0, 1], as is video
    float video = 0.0F;
};

// What an event predicts, and how rightly, at each pair of a weight and a threshold, both on an even grid over [0, 1]
// with its ends. Exact at the grid's points.
class WeightThresholdGrid {
public:
    // `isPositive`: 0 or 1, one a clip. Where a clip lacks a branch, `clips` has the other's score in both; one that
    // lacks both has scores below 0 and is never predicted. O(clips x weights).
    WeightThresholdGrid(std::span<const TwoScores> clips, std::span<const std::uint8_t> isPositive, std::size_t weights,
                        std::size_t thresholds);

    [[nodiscard]] std::size_t weights() const { return weights_; }
    [[nodiscard]] std::size_t thresholds() const { return thresholds_; }
    [[nodiscard]] double weightAt(std::size_t index) const { return place(index, weights_); }
    [[nodiscard]] double thresholdAt(std::size_t index) const { return place(index, thresholds_); }

    // weights x thresholds: F1 of the event and the others together; with no others, its class F1.
    [[nodiscard]] Matrix f1(const OtherEvents &others = {}) const;

private:
    [[nodiscard]] static double place(std::size_t index, std::size_t count) {
        return static_cast<double>(index) / static_cast<double>(count - 1);
    }

    struct Predicted {
        std::int32_t all = 0;
        std::int32_t truePositives = 0;
    };
    std::size_t weights_;    // 2 or more
    std::size_t thresholds_; // likewise
    std::int64_t positives_ = 0;
    std::vector<Predicted> predicted_; // weights x thresholds
};

} // namespace tagscope
