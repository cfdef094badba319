// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/threshold_cuts.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

namespace tagscope {

namespace {

// A t with lower < t <= upper. A midpoint that rounding pushed down to `lower` would predict too much.
double separatingThreshold(double upper, double lower) {
    const double middle = lower + (upper - lower) / 2.0;
    return middle > lower ? middle : upper;
}

} // namespace

Counts ThresholdCuts::countsAt(std::size_t cut) const {
    return {truePositives[cut], predicted[cut] - truePositives[cut], positives - truePositives[cut]};
}

ThresholdCuts thresholdCuts(std::vector<LabelledScore> clips) {
    std::ranges::sort(clips, std::greater<>(), &LabelledScore::score);
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    ThresholdCuts cuts{{kInfinity}, {0}, {0}, 0};
    for (std::size_t i = 0; i < clips.size(); ++i) {
        cuts.positives += clips[i].isPositive ? 1 : 0;
        const bool isLast = i + 1 == clips.size();
        if (!isLast && clips[i + 1].score == clips[i].score)
            continue;
        cuts.threshold.push_back(isLast ? -kInfinity : separatingThreshold(clips[i].score, clips[i + 1].score));
        cuts.predicted.push_back(static_cast<std::int64_t>(i) + 1);
        cuts.truePositives.push_back(cuts.positives);
    }
    return cuts;
}

ThresholdCuts thresholdCuts(const Matrix &scores, const BinaryTable &truth, std::size_t event) {
    std::vector<LabelledScore> clips(scores.rows);
    for (std::size_t clip = 0; clip < scores.rows; ++clip)
        clips[clip] = {static_cast<double>(scores(clip, event)), truth(clip, event) != 0};
    return thresholdCuts(std::move(clips));
}

std::size_t bestCut(const ThresholdCuts &cuts, const OtherEvents &others) {
    const auto numerator = [&](std::size_t cut) { return others.truePositives + cuts.truePositives[cut]; };
    const auto denominator = [&](std::size_t cut) {
        return others.predictedAndPositives + cuts.predicted[cut] + cuts.positives;
    };
    std::size_t best = 0;
    // a/b > c/d as a d > c b. A denominator is 0 only where nothing is positive, and then no cut beats the first.
    for (std::size_t cut = 1; cut < cuts.size(); ++cut)
        if (numerator(cut) * denominator(best) > numerator(best) * denominator(cut))
            best = cut;
    return best;
}

} // namespace tagscope
