// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/average_precision.h"

#include "core/fusion/threshold_cuts.h"

namespace tagscope {

std::optional<double> averagePrecision(const Matrix &scores, const BinaryTable &truth, std::size_t event) {
    const ThresholdCuts cuts = thresholdCuts(scores, truth, event);
    if (cuts.positives == 0)
        return std::nullopt;
    double sum = 0.0;
    for (std::size_t cut = 1; cut < cuts.size(); ++cut) {
        const auto gained = static_cast<double>(cuts.truePositives[cut] - cuts.truePositives[cut - 1]);
        sum += gained * cuts.countsAt(cut).precision();
    }
    return sum / static_cast<double>(cuts.positives);
}

std::optional<double> meanAveragePrecision(std::span<const std::optional<double>> perEvent) {
    double sum = 0.0;
    int count = 0;
    for (const std::optional<double> &one : perEvent) {
        sum += one.value_or(0.0);
        count += one ? 1 : 0;
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

} // namespace tagscope
