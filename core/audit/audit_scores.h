// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/fusion/metrics.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// By which (clip, event) pairs are put before an annotator: how likely it is that a label is wrong, or missing.
namespace tagscope {

enum class QueueOrder {
    LabelProbablyWrong, // labelled pairs by 1 - â. Not by the fused score: the picture excuses the label
    SeenNotHeard,       // labelled pairs by (1 - â)² x percentile of v: the bicycle that is only seen
    HeardNotLabelled,   // unlabelled pairs by â² x percentile of v
    Uncertain,          // all pairs by 1 - |2 â - 1|
    Stratified,         // labelled pairs, drawn in turn from each event's fifths of â
    Random              // labelled pairs in random order
};

inline constexpr std::size_t kQueueOrders = 6;

// "label-wrong", "seen-not-heard", "heard-not-labelled", "uncertain", "stratified", "random".
[[nodiscard]] std::string_view nameOf(QueueOrder order);
[[nodiscard]] std::optional<QueueOrder> queueOrderNamed(std::string_view name);
// "(1 - â)² · percentile of v"
[[nodiscard]] std::string_view formulaOf(QueueOrder order);

// What pairs are ordered by. All tables are clips x events.
struct AuditScores {
    BinaryTable labels; // weak
    Matrix audio;       // â: calibrated for each event, out of fold; NaN where the clip has no audio probability
    Matrix video;       // v; NaN where the clip has none
};

struct CalibrationFolds {
    int folds = 5;
    std::uint64_t seed = 1;
};

// â of each clip: a logistic regression for each event on logit a (tuneCalibrated()), fitted to the weak labels of the
// other folds, so that no clip's own label speaks for itself. `audio`: in [0, 1], NaN where absent; NaN stays.
// Errors: Inconsistent (shapes, values outside [0, 1], fewer clips with audio than folds), Cancelled.
[[nodiscard]] Result<Matrix> calibratedOutOfFold(const Matrix &audio, const BinaryTable &labels,
                                                 const CalibrationFolds &options = {}, std::stop_token stop = {});

// The share of a column's numbers below each of them, equal ones counting half: in (0, 1). NaN stays and is not
// counted, as are rows that are not chosen. `isChosen`: one a row.
[[nodiscard]] std::vector<double> percentiles(const Matrix &values, std::size_t column,
                                              const std::vector<bool> &isChosen);

// A pair and the value of the order's formula, in [0, 1]; higher comes first.
struct ScoredPair {
    std::size_t clip = 0;
    std::size_t event = 0;
    double value = 0.0;

    friend bool operator==(const ScoredPair &, const ScoredPair &) = default;
};

// All pairs that the order is about, those first that come first; of equals the earlier clip and event. Pairs without a
// probability that the formula needs are left out. Percentiles of v are among the pairs that the order is about. Of
// Stratified and Random the value is 0 and `seed` decides.
[[nodiscard]] std::vector<ScoredPair> orderedPairs(const AuditScores &scores, QueueOrder order, std::uint64_t seed = 1);

} // namespace tagscope
