// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/exact_thresholds.h"

#include "core/base/try.h"
#include "core/fusion/dinkelbach.h"
#include "core/fusion/score_checks.h"
#include "core/fusion/threshold_cuts.h"

#include <algorithm>

namespace tagscope {

Result<TunedThresholds> tuneThresholdsExactly(const Matrix &scores, const BinaryTable &truth,
                                              const TuningObserver &observe, std::stop_token stop) {
    TAGSCOPE_TRY(checkScores(scores, truth));
    std::vector<ThresholdCuts> cuts;
    std::vector<std::vector<Contribution>> choices;
    std::int64_t positives = 0;
    TunedThresholds tuned;
    for (std::size_t event = 0; event < scores.columns; ++event) {
        if (stop.stop_requested())
            return cancelled();
        cuts.push_back(thresholdCuts(scores, truth, event));
        const ThresholdCuts &own = cuts.back();
        positives += own.positives;
        tuned.counts.push_back(own.countsAt(bestCut(own, {})));
        std::vector<Contribution> &ofEvent = choices.emplace_back();
        for (std::size_t cut = 0; cut < own.size(); ++cut)
            ofEvent.push_back({own.predicted[cut], own.truePositives[cut]});
    }
    tuned.stage1MicroF1 = total(tuned.counts).f1();

    constexpr double kUsualRounds = 6.0;
    double rounds = 0.0;
    const auto onRound = [&](double microF1) {
        rounds += 1.0;
        if (observe)
            observe({std::min(rounds / kUsualRounds, 1.0), "thresholds", microF1});
    };
    const std::vector<std::size_t> chosen = bestContributions(choices, positives, onRound);
    for (std::size_t event = 0; event < cuts.size(); ++event) {
        tuned.threshold.push_back(cuts[event].threshold[chosen[event]]);
        tuned.counts[event] = cuts[event].countsAt(chosen[event]);
    }
    tuned.microF1 = total(tuned.counts).f1();
    return tuned;
}

} // namespace tagscope
