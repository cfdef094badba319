// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/f1_map.h"

#include <algorithm>

namespace tagscope {

WeightThresholdGrid::WeightThresholdGrid(std::span<const TwoScores> clips, std::span<const std::uint8_t> isPositive,
                                         std::size_t weights, std::size_t thresholds)
    : weights_(std::max<std::size_t>(weights, 2)), thresholds_(std::max<std::size_t>(thresholds, 2)),
      predicted_(weights_ * thresholds_) {
    positives_ = std::ranges::count_if(isPositive, [](std::uint8_t value) { return value != 0; });
    std::vector<double> thresholdsAt(thresholds_);
    for (std::size_t t = 0; t < thresholds_; ++t)
        thresholdsAt[t] = thresholdAt(t);
    const auto last = static_cast<double>(thresholds_ - 1);
    for (std::size_t w = 0; w < weights_; ++w) {
        const double weight = weightAt(w);
        Predicted *row = predicted_.data() + w * thresholds_;
        for (std::size_t clip = 0; clip < clips.size(); ++clip) {
            // As fuse() has it.
            const double score = (1.0 - weight) * double{clips[clip].audio} + weight * double{clips[clip].video};
            if (score < 0.0)
                continue;
            // The highest threshold of the grid that the score reaches; rounding may have missed it by one.
            auto at = static_cast<std::size_t>(std::min(score * last, last));
            if (at + 1 < thresholds_ && score >= thresholdsAt[at + 1])
                ++at;
            else if (score < thresholdsAt[at])
                --at;
            ++row[at].all;
            row[at].truePositives += isPositive[clip];
        }
        for (std::size_t t = thresholds_ - 1; t > 0; --t) {
            row[t - 1].all += row[t].all;
            row[t - 1].truePositives += row[t].truePositives;
        }
    }
}

Matrix WeightThresholdGrid::f1(const OtherEvents &others) const {
    Matrix map(weights_, thresholds_);
    for (std::size_t i = 0; i < predicted_.size(); ++i) {
        const std::int64_t right = predicted_[i].truePositives + others.truePositives;
        const std::int64_t all = predicted_[i].all + positives_ + others.predictedAndPositives;
        map.values[i] =
            all == 0 ? 0.0F : static_cast<float>(2.0 * static_cast<double>(right) / static_cast<double>(all));
    }
    return map;
}

} // namespace tagscope
