// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/paper_weights.h"

#include "core/fusion/threshold_cuts.h"

namespace tagscope {
namespace {

double bestClassF1(const Matrix &scores, const BinaryTable &truth, std::size_t event) {
    const ThresholdCuts cuts = thresholdCuts(scores, truth, event);
    return cuts.countsAt(bestCut(cuts, {})).f1();
}

} // namespace

std::vector<double> paperVideoWeights(const Matrix &audio, const Matrix &video, const BinaryTable &truth) {
    std::vector<double> weights;
    for (std::size_t k = 0; k < truth.events; ++k) {
        const bool videoIsBetter = bestClassF1(video, truth, k) > bestClassF1(audio, truth, k);
        weights.push_back(videoIsBetter ? kBetterBranchWeight : kOtherBranchWeight);
    }
    return weights;
}

} // namespace tagscope
