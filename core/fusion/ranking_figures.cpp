// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/ranking_figures.h"

#include "core/fusion/average_precision.h"
#include "core/fusion/threshold_cuts.h"

#include <cmath>
#include <unsupported/Eigen/SpecialFunctions>

namespace tagscope {
namespace {

// The trapezoids between neighbouring cuts.
std::optional<double> areaOf(const ThresholdCuts &cuts) {
    const std::int64_t negatives = cuts.predicted.back() - cuts.positives;
    if (cuts.positives == 0 || negatives == 0)
        return std::nullopt;
    double twice = 0.0;
    for (std::size_t cut = 1; cut < cuts.size(); ++cut) {
        const auto gainedTrue = cuts.truePositives[cut] - cuts.truePositives[cut - 1];
        const auto gainedFalse = cuts.predicted[cut] - cuts.predicted[cut - 1] - gainedTrue;
        twice += static_cast<double>(gainedFalse) *
                 static_cast<double>(cuts.truePositives[cut] + cuts.truePositives[cut - 1]);
    }
    return twice / 2.0 / static_cast<double>(cuts.positives) / static_cast<double>(negatives);
}

// All pairs of clip and event as one event.
Matrix flattened(const Matrix &scores) {
    Matrix flat(scores.values.size(), 1);
    flat.values = scores.values;
    return flat;
}

BinaryTable flattened(const BinaryTable &truth) {
    BinaryTable flat(truth.values.size(), 1);
    flat.values = truth.values;
    return flat;
}

} // namespace

std::optional<double> areaUnderRoc(const Matrix &scores, const BinaryTable &truth, std::size_t event) {
    return areaOf(thresholdCuts(scores, truth, event));
}

double dPrimeOf(double auc) {
    return std::sqrt(2.0) * Eigen::numext::ndtri(auc);
}

RankingFigures rankingFigures(const Matrix &scores, const BinaryTable &truth) {
    RankingFigures figures;
    for (std::size_t event = 0; event < truth.events; ++event)
        figures.auc.push_back(areaUnderRoc(scores, truth, event));
    figures.macroAuc = meanAveragePrecision(figures.auc);
    const Matrix allScores = flattened(scores);
    const BinaryTable allTruth = flattened(truth);
    figures.microAuc = areaUnderRoc(allScores, allTruth, 0);
    figures.microAveragePrecision = averagePrecision(allScores, allTruth, 0);
    if (figures.macroAuc)
        figures.dPrime = dPrimeOf(*figures.macroAuc);
    return figures;
}

} // namespace tagscope
