// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/joint_tuner.h"

#include "core/base/try.h"
#include "core/fusion/dinkelbach.h"
#include "core/fusion/score_checks.h"
#include "core/fusion/threshold_cuts.h"
#include "core/fusion/weight_sweep.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace tagscope {

namespace {

std::vector<BranchPair> pairsOf(const Matrix &audio, const Matrix &video, const BinaryTable &truth, std::size_t event) {
    std::vector<BranchPair> pairs(audio.rows);
    for (std::size_t clip = 0; clip < audio.rows; ++clip)
        pairs[clip] = {static_cast<double>(audio(clip, event)), static_cast<double>(video(clip, event)),
                       truth(clip, event) != 0};
    return pairs;
}

template <class Choice>
std::vector<Contribution> contributionsOf(const std::vector<Choice> &choices) {
    std::vector<Contribution> contributions;
    for (const Choice &choice : choices)
        contributions.push_back({choice.predicted, choice.truePositives});
    return contributions;
}

std::vector<Contribution> contributionsOf(const ThresholdCuts &cuts) {
    std::vector<Contribution> contributions;
    for (std::size_t cut = 0; cut < cuts.size(); ++cut)
        contributions.push_back({cuts.predicted[cut], cuts.truePositives[cut]});
    return contributions;
}

// What is reached anyway: by one branch alone.
struct OneBranch {
    double microF1 = 0.0;
    std::vector<std::vector<Contribution>> contributions; // one an event
};

OneBranch byOneBranch(const Matrix &scores, const BinaryTable &truth) {
    OneBranch branch;
    std::vector<ThresholdCuts> cuts;
    std::int64_t positives = 0;
    for (std::size_t k = 0; k < truth.events; ++k) {
        cuts.push_back(thresholdCuts(scores, truth, k));
        positives += cuts.back().positives;
        branch.contributions.push_back(contributionsOf(cuts.back()));
    }
    const std::vector<std::size_t> best = bestContributions(branch.contributions, positives);
    Counts counts;
    for (std::size_t k = 0; k < cuts.size(); ++k)
        counts += cuts[k].countsAt(best[k]);
    branch.microF1 = counts.f1();
    return branch;
}

double microF1Of(const std::vector<std::vector<Contribution>> &contributions, std::int64_t positives) {
    double last = 0.0;
    static_cast<void>(bestContributions(contributions, positives, [&last](double microF1) { last = microF1; }));
    return last;
}

// At the optimum F each event has 2 TP - F predicted >= 0, what predicting none has, and TP <= positives.
std::int64_t bestPredicting(std::int64_t positives, double reachedF1, std::size_t clips) {
    const auto all = static_cast<std::int64_t>(clips);
    if (reachedF1 <= 0.0)
        return all;
    constexpr double kSlackForRounding = 1.0;
    const double most = 2.0 * static_cast<double>(positives) / reachedF1 + kSlackForRounding;
    return std::min(all, static_cast<std::int64_t>(most));
}

ThresholdCuts fusedCuts(const std::vector<BranchPair> &pairs, double videoWeight) {
    std::vector<LabelledScore> clips(pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i)
        clips[i] = {*fuse(pairs[i].audio, pairs[i].video, videoWeight), pairs[i].isPositive};
    return thresholdCuts(std::move(clips));
}

// One event's labels and scores, and what the sweep over its weights found.
struct SweptEvent {
    std::vector<BranchPair> pairs;
    std::vector<WeightedChoice> choices;
};

// Thresholds for the weights that were found, from the fused scores as they are in the machine's arithmetic.
TunedOperatingPoint atWeights(const std::vector<SweptEvent> &events, const std::vector<std::size_t> &chosen,
                              std::int64_t positives) {
    TunedOperatingPoint tuned;
    std::vector<ThresholdCuts> cuts;
    std::vector<std::vector<Contribution>> contributions;
    for (std::size_t k = 0; k < events.size(); ++k) {
        tuned.point.videoWeight.push_back(events[k].choices[chosen[k]].videoWeight);
        cuts.push_back(fusedCuts(events[k].pairs, tuned.point.videoWeight.back()));
        contributions.push_back(contributionsOf(cuts.back()));
    }
    const std::vector<std::size_t> best = bestContributions(contributions, positives);
    for (std::size_t k = 0; k < events.size(); ++k) {
        tuned.point.threshold.push_back(cuts[k].threshold[best[k]]);
        tuned.counts.push_back(cuts[k].countsAt(best[k]));
    }
    tuned.microF1 = total(tuned.counts).f1();
    return tuned;
}

} // namespace

Result<TunedOperatingPoint> tuneJointly(const Matrix &audio, const Matrix &video, const BinaryTable &truth,
                                        unsigned threads, const TuningObserver &observe, std::stop_token stop) {
    for (const Matrix *scores : {&audio, &video})
        TAGSCOPE_TRY(checkScores(*scores, truth));
    OneBranch reached = byOneBranch(audio, truth);
    if (OneBranch other = byOneBranch(video, truth); other.microF1 > reached.microF1)
        reached = std::move(other);
    const std::int64_t allPositives =
        std::ranges::count_if(truth.values, [](std::uint8_t value) { return value != 0; });
    if (observe)
        observe({0.0, "one branch alone", reached.microF1});

    std::vector<SweptEvent> events;
    std::vector<std::vector<Contribution>> contributions = std::move(reached.contributions);
    for (std::size_t k = 0; k < truth.events; ++k) {
        SweptEvent &event = events.emplace_back();
        event.pairs = pairsOf(audio, video, truth, k);
        const std::int64_t positives = std::ranges::count_if(event.pairs, &BranchPair::isPositive);
        const SweepLimits limits{bestPredicting(positives, reached.microF1, truth.clips), kNarrowestStretch, threads};
        event.choices = sweepWeights(event.pairs, limits, stop);
        if (stop.stop_requested())
            return cancelled();
        contributions[k] = contributionsOf(event.choices);
        if (observe)
            observe({static_cast<double>(k + 1) / static_cast<double>(truth.events), "weights and thresholds",
                     microF1Of(contributions, allPositives)});
    }
    return atWeights(events, bestContributions(contributions, allPositives), allPositives);
}

} // namespace tagscope
