// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/fusion/metrics.h"

#include <cstddef>
#include <optional>
#include <vector>

// How well scores put clips with an event before clips without it, whatever the threshold.
namespace tagscope {

// Area under the receiver operating characteristic: the share of pairs of a positive and a negative clip in which the
// positive one has the higher score, ties half, as scikit-learn's roc_auc_score. Nothing where one of the two kinds is
// absent. Shapes equal, scores finite. O(N log N).
[[nodiscard]] std::optional<double> areaUnderRoc(const Matrix &scores, const BinaryTable &truth, std::size_t event);

// Of all events, as people who work with AudioSet state them.
struct RankingFigures {
    std::vector<std::optional<double>> auc; // one an event
    std::optional<double> macroAuc;         // mean of the events that have one
    std::optional<double> microAuc;         // of all pairs of clip and event as one list
    std::optional<double> microAveragePrecision;
    std::optional<double> dPrime; // of macroAuc; infinite where it is 0 or 1
};
[[nodiscard]] RankingFigures rankingFigures(const Matrix &scores, const BinaryTable &truth);

// The distance of two normal distributions of equal variance that gives this AUC: sqrt(2) times the normal quantile.
[[nodiscard]] double dPrimeOf(double auc);

} // namespace tagscope
