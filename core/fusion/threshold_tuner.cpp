// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/threshold_tuner.h"

#include "core/base/try.h"
#include "core/fusion/random_index.h"
#include "core/fusion/score_checks.h"
#include "core/fusion/threshold_cuts.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <utility>

namespace tagscope {

namespace {

// The cut of each event, and the sums of F1 that they make together.
class Tuning {
public:
    Tuning(const Matrix &scores, const BinaryTable &truth) {
        for (std::size_t event = 0; event < scores.columns; ++event) {
            cuts_.push_back(thresholdCuts(scores, truth, event));
            chosen_.push_back(bestCut(cuts_.back(), {}));
            all_.truePositives += cuts_.back().truePositives[chosen_.back()];
            all_.predictedAndPositives += share(event);
        }
    }

    // Gives the event its best cut with the others as they are. True: that is another cut than before.
    bool retune(std::size_t event) {
        all_.truePositives -= cuts_[event].truePositives[chosen_[event]];
        all_.predictedAndPositives -= share(event);
        const std::size_t before = std::exchange(chosen_[event], bestCut(cuts_[event], all_));
        all_.truePositives += cuts_[event].truePositives[chosen_[event]];
        all_.predictedAndPositives += share(event);
        return chosen_[event] != before;
    }

    [[nodiscard]] std::vector<Counts> counts() const {
        std::vector<Counts> perEvent;
        for (std::size_t event = 0; event < cuts_.size(); ++event)
            perEvent.push_back(cuts_[event].countsAt(chosen_[event]));
        return perEvent;
    }

    [[nodiscard]] std::vector<double> thresholds() const {
        std::vector<double> thresholds;
        for (std::size_t event = 0; event < cuts_.size(); ++event)
            thresholds.push_back(cuts_[event].threshold[chosen_[event]]);
        return thresholds;
    }

private:
    [[nodiscard]] std::int64_t share(std::size_t event) const {
        return cuts_[event].predicted[chosen_[event]] + cuts_[event].positives;
    }

    std::vector<ThresholdCuts> cuts_;
    std::vector<std::size_t> chosen_;
    OtherEvents all_;
};

// The second stage. Each change raises micro F1, or keeps it and predicts less, so it ends. How far it is cannot be
// known: told is the longest stretch without a change, as a share of the events.
Result<void> retuneUntilNothingChanges(Tuning &tuning, std::size_t events, std::uint64_t seed,
                                       const TuningObserver &observe, const std::stop_token &stop) {
    std::mt19937_64 random(seed);
    std::vector<std::size_t> list(events);
    std::iota(list.begin(), list.end(), std::size_t{0});
    double fraction = 0.0;
    while (!list.empty()) {
        if (stop.stop_requested())
            return cancelled();
        const std::size_t at = randomIndex(random, list.size());
        const std::size_t event = list[at];
        list[at] = list.back();
        list.pop_back();
        const bool isChanged = tuning.retune(event);
        fraction = std::max(fraction, 1.0 - static_cast<double>(list.size()) / static_cast<double>(events));
        if (observe)
            observe({fraction, "event by event", total(tuning.counts()).f1()});
        if (!isChanged)
            continue;
        list.clear();
        for (std::size_t other = 0; other < events; ++other)
            if (other != event)
                list.push_back(other);
    }
    return {};
}

} // namespace

Result<TunedThresholds> tuneThresholdsAsPaper(const Matrix &scores, const BinaryTable &truth, std::uint64_t seed,
                                              const TuningObserver &observe, std::stop_token stop) {
    TAGSCOPE_TRY(checkScores(scores, truth));
    Tuning tuning(scores, truth);
    TunedThresholds tuned;
    tuned.stage1MicroF1 = total(tuning.counts()).f1();
    if (observe)
        observe({0.0, "class by class", tuned.stage1MicroF1});
    TAGSCOPE_TRY(retuneUntilNothingChanges(tuning, scores.columns, seed, observe, stop));
    tuned.threshold = tuning.thresholds();
    tuned.counts = tuning.counts();
    tuned.microF1 = total(tuned.counts).f1();
    return tuned;
}

} // namespace tagscope
