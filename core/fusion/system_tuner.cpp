// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/system_tuner.h"

#include "core/base/try.h"
#include "core/fusion/absent_score.h"
#include "core/fusion/calibrated_fusion.h"
#include "core/fusion/exact_thresholds.h"
#include "core/fusion/joint_tuner.h"
#include "core/fusion/paper_weights.h"
#include "core/fusion/threshold_tuner.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace tagscope {
namespace {

constexpr std::array<std::pair<TuningMethod, std::string_view>, 4> kMethodNames{
    {{TuningMethod::Paper, "paper"},
     {TuningMethod::Exact, "exact"},
     {TuningMethod::Joint, "joint"},
     {TuningMethod::Calibrated, "calibrated"}}};

// A branch that a clip lacks has the other's scores, so that any weight gives the branch that is there.
Matrix filledFrom(const Matrix &scores, const Matrix &other) {
    Matrix filled = scores;
    for (std::size_t i = 0; i < filled.values.size(); ++i) {
        if (!std::isnan(filled.values[i]))
            continue;
        filled.values[i] = std::isnan(other.values[i]) ? kBelowAllScores : other.values[i];
    }
    return filled;
}

bool hasAny(const Matrix &scores) {
    return std::ranges::any_of(scores.values, [](float score) { return !std::isnan(score); });
}

Matrix fused(const Matrix &audio, const Matrix &video, const std::vector<double> &videoWeight) {
    Matrix scores(audio.rows, audio.columns);
    for (std::size_t clip = 0; clip < scores.rows; ++clip)
        for (std::size_t k = 0; k < scores.columns; ++k)
            scores(clip, k) = static_cast<float>(*fuse(audio(clip, k), video(clip, k), videoWeight[k]));
    return scores;
}

// A threshold of minus infinity would tag clips without scores too, which are never tagged: nothing below 0 is.
void keepUnscoredUntagged(TunedSystem &tuned, const TuningTables &tables) {
    tuned.counts = countPerEvent(tables.truth, tagsAt(tuned.point, tables.audio, tables.video));
    tuned.microF1 = total(tuned.counts).f1();
}

Result<void> checkShapes(const TuningTables &tables) {
    for (const Matrix *scores : {&tables.audio, &tables.video})
        if (scores->rows != tables.truth.clips || scores->columns != tables.truth.events)
            return fail(Error::Kind::Inconsistent, "fusion.scores_unlike_labels");
    return {};
}

Result<void> checkWeights(const SystemTuning &how, std::size_t events) {
    if (how.videoWeight.empty())
        return {};
    const bool isUsable = how.videoWeight.size() == events && std::ranges::all_of(how.videoWeight, [](double weight) {
                              return weight >= 0.0 && weight <= 1.0;
                          });
    if (isUsable)
        return {};
    return fail(Error::Kind::Inconsistent, {"fusion.weights_unlike_events", events});
}

Result<TunedSystem> tuneThresholds(const TuningTables &tables, const SystemTuning &how, const TuningObserver &observe,
                                   const std::stop_token &stop) {
    const Matrix audio = filledFrom(tables.audio, tables.video);
    const Matrix video = filledFrom(tables.video, tables.audio);
    std::vector<double> weights = how.videoWeight;
    const bool hasAudio = hasAny(tables.audio);
    const bool hasVideo = hasAny(tables.video);
    if (weights.empty() && hasAudio && hasVideo)
        weights = paperVideoWeights(audio, video, tables.truth);
    else if (weights.empty())
        weights.assign(tables.truth.events, hasVideo ? 1.0 : 0.0);
    const Matrix scores = fused(audio, video, weights);
    TunedThresholds tuned = TAGSCOPE_TRY(how.method == TuningMethod::Exact
                                             ? tuneThresholdsExactly(scores, tables.truth, observe, stop)
                                             : tuneThresholdsAsPaper(scores, tables.truth, how.seed, observe, stop));
    return TunedSystem{
        {std::move(weights), std::move(tuned.threshold)}, tuned.microF1, tuned.stage1MicroF1, std::move(tuned.counts)};
}

Result<TunedSystem> tuneWeights(const TuningTables &tables, const SystemTuning &how, const TuningObserver &observe,
                                const std::stop_token &stop) {
    if (!hasAny(tables.audio) || !hasAny(tables.video))
        return fail(Error::Kind::Inconsistent, "fusion.one_branch_missing");
    TunedOperatingPoint tuned =
        TAGSCOPE_TRY(tuneJointly(filledFrom(tables.audio, tables.video), filledFrom(tables.video, tables.audio),
                                 tables.truth, how.threads, observe, stop));
    return TunedSystem{std::move(tuned.point), tuned.microF1, std::nullopt, std::move(tuned.counts)};
}

Result<TunedSystem> calibrate(const TuningTables &tables, const TuningObserver &observe, const std::stop_token &stop) {
    TunedCalibration tuned =
        TAGSCOPE_TRY(tuneCalibrated(tables.audio, tables.video, tables.truth, kRidge, observe, stop));
    const std::size_t events = tables.truth.events;
    // The weights say nothing here; these are what is left where the calibration is taken away.
    constexpr double kEven = 0.5;
    return TunedSystem{{std::vector<double>(events, kEven), std::vector<double>(events, tuned.fusion.threshold),
                        std::move(tuned.fusion.events)},
                       tuned.microF1,
                       std::nullopt,
                       std::move(tuned.counts)};
}

// An uncalibrated probability: the mean of the logits of the branches that are there.
EventCalibration untunedCalibration() {
    constexpr double kEven = 0.5;
    EventCalibration event;
    event.coefficient = {kEven, kEven, 0.0};
    return event;
}

// See SystemTuning::before. A threshold of "never" or "always" came of no positives either, and is not kept.
void keepWhatIsUntuned(TunedSystem &tuned, const TuningTables &tables, const OperatingPoint &before) {
    const bool hasBoth = hasAny(tables.audio) && hasAny(tables.video);
    for (const std::size_t k : tuned.untuned()) {
        const bool hasBefore = k < before.threshold.size() && std::isfinite(before.threshold[k]);
        tuned.point.threshold[k] = hasBefore ? before.threshold[k] : kUntunedThreshold;
        if (hasBoth)
            tuned.point.videoWeight[k] = hasBefore ? before.videoWeight[k] : kOtherBranchWeight;
        if (tuned.point.isCalibrated())
            tuned.point.calibration[k] =
                hasBefore && before.isCalibrated() ? before.calibration[k] : untunedCalibration();
    }
}

} // namespace

std::string_view nameOf(TuningMethod method) {
    return std::ranges::find(kMethodNames, method, &std::pair<TuningMethod, std::string_view>::first)->second;
}

std::optional<TuningMethod> tuningMethodNamed(std::string_view name) {
    const auto *found = std::ranges::find(kMethodNames, name, &std::pair<TuningMethod, std::string_view>::second);
    return found != kMethodNames.end() ? std::optional(found->first) : std::nullopt;
}

std::vector<std::size_t> TunedSystem::untuned() const {
    std::vector<std::size_t> events;
    for (std::size_t k = 0; k < counts.size(); ++k)
        if (counts[k].truePositives + counts[k].falseNegatives == 0)
            events.push_back(k);
    return events;
}

Result<TunedSystem> tuneSystem(const TuningTables &tables, const SystemTuning &how, const TuningObserver &observe,
                               std::stop_token stop) {
    TAGSCOPE_TRY(checkShapes(tables));
    TAGSCOPE_TRY(checkWeights(how, tables.truth.events));
    Result<TunedSystem> tuned = how.method == TuningMethod::Calibrated ? calibrate(tables, observe, stop)
                                : how.method == TuningMethod::Joint    ? tuneWeights(tables, how, observe, stop)
                                                                       : tuneThresholds(tables, how, observe, stop);
    if (!tuned)
        return tuned;
    keepWhatIsUntuned(*tuned, tables, how.before);
    keepUnscoredUntagged(*tuned, tables);
    return tuned;
}

} // namespace tagscope
