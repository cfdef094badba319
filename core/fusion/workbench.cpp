// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/workbench.h"

#include "core/fusion/absent_score.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace tagscope {
namespace {

constexpr double kNoFusedScore = kBelowAllScores;

double fusedOf(const OperatingPoint &point, std::size_t event, const TwoScores &scores) {
    return fusedProbability(point, event, presentScore(scores.audio), presentScore(scores.video))
        .value_or(kNoFusedScore);
}

// A clip without scores is never tagged, whatever the threshold.
bool isReached(double fused, double threshold) {
    return fused >= threshold && fused != kNoFusedScore;
}

Counts countsOf(const std::vector<std::uint8_t> &truth, const std::vector<std::uint8_t> &tags) {
    std::int64_t right = 0;
    std::int64_t tagged = 0;
    std::int64_t positives = 0;
    for (std::size_t clip = 0; clip < truth.size(); ++clip) {
        right += truth[clip] & tags[clip];
        tagged += tags[clip];
        positives += truth[clip];
    }
    return {right, tagged - right, positives - right};
}

} // namespace

Workbench::Workbench(const TuningTables &tables, const std::optional<BinaryTable> &audible, OperatingPoint saved)
    : clips_(tables.truth.clips), knowsAudible_(audible.has_value()), columns_(tables.truth.events), point_(saved),
      saved_(std::move(saved)) {
    assert(point_.threshold.size() == columns_.size() && point_.videoWeight.size() == columns_.size());
    for (Figures *figures : {&weak_, &audible_}) {
        figures->now.resize(columns_.size());
        figures->saved.resize(columns_.size());
    }
    for (std::size_t k = 0; k < columns_.size(); ++k) {
        Column &column = columns_[k];
        column.scores.resize(clips_);
        column.weak.resize(clips_);
        column.audible.resize(clips_);
        column.fused.resize(clips_);
        column.now.resize(clips_);
        column.saved.resize(clips_);
        for (std::size_t clip = 0; clip < clips_; ++clip) {
            column.scores[clip] = {tables.audio(clip, k), tables.video(clip, k)};
            column.weak[clip] = tables.truth(clip, k) != 0 ? 1 : 0;
            column.audible[clip] = audible && (*audible)(clip, k) != 0 ? 1 : 0;
        }
        fuseColumn(k);
        decideSaved(k);
        decide(k);
    }
}

void Workbench::setPoint(const OperatingPoint &point) {
    assert(point.threshold.size() == columns_.size() && point.videoWeight.size() == columns_.size());
    const OperatingPoint before = std::exchange(point_, point);
    for (std::size_t k = 0; k < columns_.size(); ++k) {
        if (before.videoWeight[k] != point_.videoWeight[k] || before.calibration != point_.calibration)
            fuseColumn(k);
        decide(k);
    }
}

void Workbench::setSaved(const OperatingPoint &saved) {
    assert(saved.threshold.size() == columns_.size() && saved.videoWeight.size() == columns_.size());
    saved_ = saved;
    for (std::size_t k = 0; k < columns_.size(); ++k)
        decideSaved(k);
}

void Workbench::setWeight(std::size_t event, double weight) {
    if (point_.videoWeight[event] == weight)
        return;
    point_.videoWeight[event] = weight;
    if (point_.isCalibrated())
        return;
    fuseColumn(event);
    decide(event);
}

void Workbench::setThreshold(std::size_t event, double threshold) {
    point_.threshold[event] = threshold;
    decide(event);
}

void Workbench::fuseColumn(std::size_t event) {
    Column &column = columns_[event];
    for (std::size_t clip = 0; clip < clips_; ++clip)
        column.fused[clip] = fusedOf(point_, event, column.scores[clip]);
    if (kept_ && kept_->event == event)
        kept_.reset();
}

void Workbench::decide(std::size_t event) {
    Column &column = columns_[event];
    for (std::size_t clip = 0; clip < clips_; ++clip)
        column.now[clip] = isReached(column.fused[clip], point_.threshold[event]) ? 1 : 0;
    weak_.now[event] = countsOf(column.weak, column.now);
    if (knowsAudible_)
        audible_.now[event] = countsOf(column.audible, column.now);
    noteFlips(column);
}

void Workbench::decideSaved(std::size_t event) {
    Column &column = columns_[event];
    for (std::size_t clip = 0; clip < clips_; ++clip)
        column.saved[clip] = isReached(fusedOf(saved_, event, column.scores[clip]), saved_.threshold[event]) ? 1 : 0;
    weak_.saved[event] = countsOf(column.weak, column.saved);
    if (knowsAudible_)
        audible_.saved[event] = countsOf(column.audible, column.saved);
    noteFlips(column);
}

void Workbench::noteFlips(Column &column) const {
    column.flipped.clear();
    for (std::size_t clip = 0; clip < clips_; ++clip)
        if (column.now[clip] != column.saved[clip])
            column.flipped.push_back(static_cast<std::uint32_t>(clip));
}

std::vector<FlippedTag> Workbench::flips() const {
    std::vector<FlippedTag> all;
    for (std::size_t k = 0; k < columns_.size(); ++k)
        for (const std::uint32_t clip : columns_[k].flipped)
            all.push_back({clip, static_cast<std::uint32_t>(k), columns_[k].now[clip] != 0});
    return all;
}

const ThresholdCuts &Workbench::cuts(std::size_t event, Labels labels) {
    if (kept_ && kept_->event == event && kept_->labels == labels)
        return kept_->cuts;
    const Column &column = columns_[event];
    std::vector<LabelledScore> scored;
    scored.reserve(clips_);
    std::int64_t unscoredPositives = 0;
    for (std::size_t clip = 0; clip < clips_; ++clip) {
        const bool isPositive = labelsOf(column, labels)[clip] != 0;
        if (column.fused[clip] == kNoFusedScore)
            unscoredPositives += isPositive ? 1 : 0;
        else
            scored.push_back({column.fused[clip], isPositive});
    }
    kept_ = KeptCuts{event, labels, thresholdCuts(std::move(scored))};
    kept_->cuts.positives += unscoredPositives;
    return kept_->cuts;
}

OtherEvents Workbench::others(std::size_t event, Labels labels) const {
    OtherEvents others;
    const std::vector<Counts> &all = counts(labels);
    for (std::size_t k = 0; k < all.size(); ++k) {
        if (k == event)
            continue;
        others.truePositives += all[k].truePositives;
        others.predictedAndPositives += 2 * all[k].truePositives + all[k].falsePositives + all[k].falseNegatives;
    }
    return others;
}

ScoreHistogram Workbench::histogram(std::size_t event, Labels labels, std::size_t bins) const {
    ScoreHistogram histogram{std::vector<std::int64_t>(bins), std::vector<std::int64_t>(bins)};
    const Column &column = columns_[event];
    for (std::size_t clip = 0; clip < clips_; ++clip) {
        if (column.fused[clip] == kNoFusedScore)
            continue;
        const auto at = static_cast<std::size_t>(column.fused[clip] * static_cast<double>(bins));
        auto &side = labelsOf(column, labels)[clip] != 0 ? histogram.positives : histogram.negatives;
        ++side[std::min(at, bins - 1)];
    }
    return histogram;
}

std::optional<WeightThresholdGrid> Workbench::grid(std::size_t event, Labels labels, std::size_t weights,
                                                   std::size_t thresholds) const {
    if (point_.isCalibrated())
        return std::nullopt;
    const Column &column = columns_[event];
    std::vector<TwoScores> scores = column.scores;
    for (TwoScores &both : scores) {
        if (std::isnan(both.audio))
            both.audio = std::isnan(both.video) ? kBelowAllScores : both.video;
        if (std::isnan(both.video))
            both.video = both.audio;
    }
    return WeightThresholdGrid(scores, labelsOf(column, labels), weights, thresholds);
}

} // namespace tagscope
