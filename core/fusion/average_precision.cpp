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

} // namespace tagscope
