// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/system_appraisal.h"

#include "core/base/try.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope {
namespace {

Tune tunerFor(SystemTuning how) {
    how.threads = 1; // folds go side by side
    return [how](const TuningTables &tables, const std::stop_token &stop) -> Result<Decide> {
        TunedSystem tuned = TAGSCOPE_TRY(tuneSystem(tables, how, {}, stop));
        return Decide([point = std::move(tuned.point)](const Matrix &audio, const Matrix &video) {
            return tagsAt(point, audio, video);
        });
    };
}

bool isPapers(const SystemTuning &how) {
    return how.method == TuningMethod::Paper && how.videoWeight.empty();
}

double positivesIn(const BinaryTable &truth) {
    return static_cast<double>(std::ranges::count_if(truth.values, [](std::uint8_t label) { return label != 0; }));
}

// Folds on the way to an estimate, in equal steps of `observe`.
class FoldSteps {
public:
    FoldSteps(const TuningObserver &observe, int all) : observe_(observe), all_(all) {}

    [[nodiscard]] FoldObserver next() {
        return [this](int, double microF1) {
            ++done_;
            if (observe_)
                observe_({static_cast<double>(done_) / all_, "cross-validation", microF1});
        };
    }

private:
    const TuningObserver &observe_;
    int all_;
    int done_ = 0;
};

BootstrapOptions bootstrapFor(const SystemTuning &how) {
    BootstrapOptions options;
    options.seed = how.seed;
    return options;
}

Result<HeldOutEstimate> estimateOf(const std::vector<F1Parts> &own, const Deals &deals, const SystemTuning &how,
                                   const std::stop_token &stop) {
    HeldOutEstimate estimate;
    estimate.microF1 = meanMicroF1(own);
    estimate.interval = TAGSCOPE_TRY(bootstrapMicroF1(own, bootstrapFor(how), stop));
    estimate.deals = deals.count;
    estimate.folds = deals.folds;
    return estimate;
}

// What was decided on clips not seen, of several ways in the same deals.
Result<std::vector<std::vector<F1Parts>>> decidedBy(const TuningTables &tables, std::span<const SystemTuning> ways,
                                                    const Deals &deals, const TuningObserver &observe,
                                                    const std::stop_token &stop) {
    FoldSteps steps(observe, static_cast<int>(ways.size()) * deals.count * deals.folds);
    std::vector<std::vector<F1Parts>> found;
    for (const SystemTuning &how : ways) {
        const Tune tune = tunerFor(how);
        found.emplace_back() = TAGSCOPE_TRY(decidedOutOfFold(tables, tune, deals, steps.next(), stop));
    }
    return found;
}

} // namespace

int dealsFor(const TuningTables &tables, TuningMethod method) {
    // Nanoseconds on one core of 2020, for each fifth that is left out; see tests/bench/bench_tuners.cpp.
    constexpr double kBudget = 5e9;
    constexpr double kSweepStep = 15.0;
    constexpr double kSortStep = 60.0;
    constexpr double kCalibrationStep = 1500.0;
    const auto clips = static_cast<double>(tables.truth.clips);
    const double cells = clips * static_cast<double>(tables.truth.events);
    constexpr double kSeen = static_cast<double>(kFolds - 1) / kFolds;
    double once = kSortStep * cells * std::log2(clips + 2.0) / 10.0;
    if (method == TuningMethod::Joint)
        once += kSweepStep * positivesIn(tables.truth) * clips * kSeen;
    if (method == TuningMethod::Calibrated)
        once += kCalibrationStep * cells;
    return std::clamp(static_cast<int>(kBudget / (once * kFolds * kSeen)), 1, kDeals);
}

Result<std::optional<HeldOutEstimate>> heldOutOf(const TuningTables &tables, const SystemTuning &how,
                                                 const TuningObserver &observe, const std::stop_token &stop) {
    if (tables.truth.clips < kFewestClipsForFolds)
        return std::optional<HeldOutEstimate>();
    const Deals deals{dealsFor(tables, how.method), kFolds, how.seed, how.threads};
    std::vector<SystemTuning> ways{how};
    if (!isPapers(how)) {
        SystemTuning asPaper;
        asPaper.seed = how.seed;
        asPaper.before = how.before;
        ways.push_back(asPaper);
    }
    const std::vector<std::vector<F1Parts>> found = TAGSCOPE_TRY(decidedBy(tables, ways, deals, observe, stop));
    HeldOutEstimate estimate = TAGSCOPE_TRY(estimateOf(found.front(), deals, how, stop));
    if (found.size() > 1) {
        F1Difference over = TAGSCOPE_TRY(bootstrapDifference(found.front(), found.back(), bootstrapFor(how), stop));
        estimate.overPaper = over;
    }
    return std::optional(estimate);
}

Result<AppraisedSystem> tuneAndAppraise(const TuningTables &tables, const SystemTuning &how, bool withHeldOut,
                                        const TuningObserver &observe, const std::stop_token &stop) {
    AppraisedSystem system;
    system.tuned = TAGSCOPE_TRY(tuneSystem(tables, how, observe, stop));
    if (withHeldOut)
        system.heldOut = TAGSCOPE_TRY(heldOutOf(tables, how, observe, stop));
    return system;
}

Result<std::vector<ComparedWay>> compareWays(const TuningTables &tables, std::span<const SystemTuning> ways,
                                             const TuningObserver &observe, const std::stop_token &stop) {
    std::vector<ComparedWay> compared;
    Deals deals{kDeals, kFolds, ways.empty() ? 1 : ways.front().seed, ways.empty() ? 1 : ways.front().threads};
    for (const SystemTuning &how : ways) {
        ComparedWay &way = compared.emplace_back();
        way.how = how;
        way.system.tuned = TAGSCOPE_TRY(tuneSystem(tables, how, {}, stop));
        deals.count = std::min(deals.count, dealsFor(tables, how.method));
    }
    if (tables.truth.clips < kFewestClipsForFolds)
        return compared;
    const std::vector<std::vector<F1Parts>> found = TAGSCOPE_TRY(decidedBy(tables, ways, deals, observe, stop));
    const auto paper = std::ranges::find_if(ways, isPapers);
    const auto best =
        std::ranges::max_element(found, {}, [](const std::vector<F1Parts> &own) { return meanMicroF1(own); });
    for (std::size_t i = 0; i < compared.size(); ++i) {
        const SystemTuning &how = compared[i].how;
        HeldOutEstimate estimate = TAGSCOPE_TRY(estimateOf(found[i], deals, how, stop));
        if (paper != ways.end() && !isPapers(how)) {
            const std::vector<F1Parts> &asPaper = found[static_cast<std::size_t>(paper - ways.begin())];
            F1Difference over = TAGSCOPE_TRY(bootstrapDifference(found[i], asPaper, bootstrapFor(how), stop));
            estimate.overPaper = over;
        }
        compared[i].system.heldOut = estimate;
        if (&found[i] == &*best)
            continue;
        F1Difference own = TAGSCOPE_TRY(bootstrapDifference(*best, found[i], bootstrapFor(how), stop));
        compared[i].behindBest = own;
    }
    std::ranges::stable_sort(compared, std::ranges::greater{},
                             [](const ComparedWay &way) { return way.system.heldOut->microF1; });
    return compared;
}

std::vector<SystemTuning> allWays(const TuningTables &tables, const SystemTuning &how) {
    const auto isThere = [](float score) { return !std::isnan(score); };
    const bool hasBoth =
        std::ranges::any_of(tables.audio.values, isThere) && std::ranges::any_of(tables.video.values, isThere);
    std::vector<SystemTuning> ways;
    for (const TuningMethod method :
         {TuningMethod::Paper, TuningMethod::Exact, TuningMethod::Joint, TuningMethod::Calibrated}) {
        if (method == TuningMethod::Joint && !hasBoth)
            continue;
        ways.push_back(how);
        ways.back().method = method;
    }
    return ways;
}

} // namespace tagscope
