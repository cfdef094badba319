// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/bootstrap.h"

#include "core/base/try.h"
#include "core/fusion/random_index.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <random>
#include <span>
#include <utility>

namespace tagscope {
namespace {

// What a system did right and wrong, clip by clip; only what is not a true negative, which is little.
class Outcomes {
public:
    Outcomes(const BinaryTable &truth, const BinaryTable &predicted) : events_(truth.events) {
        assert(truth.clips == predicted.clips && truth.events == predicted.events);
        for (std::size_t clip = 0; clip < truth.clips; ++clip) {
            for (std::size_t event = 0; event < truth.events; ++event) {
                const bool isThere = truth(clip, event) != 0;
                const bool isPredicted = predicted(clip, event) != 0;
                if (isThere || isPredicted)
                    all_.push_back({static_cast<std::uint32_t>(event), isThere && isPredicted});
            }
            end_.push_back(all_.size());
        }
    }

    // The counts that F1 is made of, of each event: 2 TP, and 2 TP + FP + FN.
    struct Sums {
        std::int64_t twiceTrue = 0;
        std::int64_t all = 0;

        [[nodiscard]] double f1() const {
            return all == 0 ? 0.0 : static_cast<double>(twiceTrue) / static_cast<double>(all);
        }
    };

    [[nodiscard]] std::vector<Sums> sumsOver(std::span<const std::size_t> clips) const {
        std::vector<Sums> sums(events_);
        for (const std::size_t clip : clips) {
            for (std::size_t i = clip == 0 ? 0 : end_[clip - 1]; i < end_[clip]; ++i) {
                Sums &of = sums[all_[i].event];
                of.twiceTrue += all_[i].isTruePositive ? 2 : 0;
                of.all += all_[i].isTruePositive ? 2 : 1;
            }
        }
        return sums;
    }

private:
    struct Outcome {
        std::uint32_t event = 0;
        bool isTruePositive = false; // else a false one, of either kind
    };

    std::size_t events_;
    std::vector<Outcome> all_;
    std::vector<std::size_t> end_; // of each clip's outcomes
};

double microF1(const std::vector<Outcomes::Sums> &sums) {
    Outcomes::Sums total;
    for (const Outcomes::Sums &one : sums) {
        total.twiceTrue += one.twiceTrue;
        total.all += one.all;
    }
    return total.f1();
}

// Between the two nearest of the sorted values, as NumPy's percentile().
double quantile(const std::vector<double> &sorted, double share) {
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(at));
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - std::floor(at)) * (sorted[above] - sorted[below]);
}

F1Difference differenceOf(double onTheClips, std::vector<double> ofDraws, double level) {
    F1Difference result{onTheClips, {}, 0.0};
    if (!ofDraws.empty())
        result.notAbove = static_cast<double>(std::ranges::count_if(ofDraws, [](double d) { return d <= 0.0; })) /
                          static_cast<double>(ofDraws.size());
    result.interval = middleOf(std::move(ofDraws), level);
    return result;
}

double microF1(const F1Parts &parts, std::span<const std::size_t> clips) {
    double above = 0.0;
    double below = 0.0;
    for (const std::size_t clip : clips) {
        above += parts.above[clip];
        below += parts.below[clip];
    }
    return below == 0.0 ? 0.0 : above / below;
}

std::size_t clipsOf(std::span<const F1Parts> deals) {
    return deals.empty() ? 0 : deals.front().above.size();
}

struct Draw {
    std::span<const std::size_t> clips;
    std::size_t deal = 0; // of those there are
};

// Calls `use` with each draw.
template <class Use>
Result<void> forEachDraw(std::size_t clips, std::size_t deals, const BootstrapOptions &options,
                         const std::stop_token &stop, Use use) {
    std::mt19937_64 random(options.seed);
    std::vector<std::size_t> drawn(clips);
    for (int draw = 0; draw < options.draws && deals > 0; ++draw) {
        if (stop.stop_requested())
            return cancelled();
        for (std::size_t &clip : drawn)
            clip = randomIndex(random, clips);
        use({drawn, deals > 1 ? randomIndex(random, deals) : 0});
    }
    return {};
}

} // namespace

Interval middleOf(std::vector<double> values, double level) {
    if (values.empty())
        return {};
    std::ranges::sort(values);
    return {quantile(values, (1.0 - level) / 2.0), quantile(values, (1.0 + level) / 2.0)};
}

double F1Parts::microF1() const {
    const double all = std::accumulate(below.begin(), below.end(), 0.0);
    return all == 0.0 ? 0.0 : std::accumulate(above.begin(), above.end(), 0.0) / all;
}

F1Parts partsOf(const BinaryTable &truth, const BinaryTable &predicted) {
    assert(truth.clips == predicted.clips && truth.events == predicted.events);
    F1Parts parts{std::vector<double>(truth.clips), std::vector<double>(truth.clips)};
    for (std::size_t clip = 0; clip < truth.clips; ++clip) {
        for (std::size_t event = 0; event < truth.events; ++event) {
            const bool isThere = truth(clip, event) != 0;
            const bool isPredicted = predicted(clip, event) != 0;
            parts.above[clip] += isThere && isPredicted ? 2.0 : 0.0;
            parts.below[clip] += (isThere ? 1.0 : 0.0) + (isPredicted ? 1.0 : 0.0);
        }
    }
    return parts;
}

double meanMicroF1(std::span<const F1Parts> deals) {
    double sum = 0.0;
    for (const F1Parts &deal : deals)
        sum += deal.microF1();
    return deals.empty() ? 0.0 : sum / static_cast<double>(deals.size());
}

Result<Interval> bootstrapMicroF1(const F1Parts &parts, const BootstrapOptions &options, const std::stop_token &stop) {
    return bootstrapMicroF1(std::span(&parts, 1), options, stop);
}

Result<Interval> bootstrapMicroF1(std::span<const F1Parts> deals, const BootstrapOptions &options,
                                  const std::stop_token &stop) {
    std::vector<double> ofDraws;
    TAGSCOPE_TRY(forEachDraw(clipsOf(deals), deals.size(), options, stop,
                             [&](const Draw &draw) { ofDraws.push_back(microF1(deals[draw.deal], draw.clips)); }));
    return middleOf(std::move(ofDraws), options.level);
}

Result<F1Difference> bootstrapDifference(std::span<const F1Parts> first, std::span<const F1Parts> second,
                                         const BootstrapOptions &options, const std::stop_token &stop) {
    assert(first.size() == second.size() && clipsOf(first) == clipsOf(second));
    std::vector<double> ofDraws;
    TAGSCOPE_TRY(forEachDraw(clipsOf(first), first.size(), options, stop, [&](const Draw &draw) {
        ofDraws.push_back(microF1(first[draw.deal], draw.clips) - microF1(second[draw.deal], draw.clips));
    }));
    return differenceOf(meanMicroF1(first) - meanMicroF1(second), std::move(ofDraws), options.level);
}

Result<F1Difference> bootstrapDifference(const BinaryTable &truth, const BinaryTable &first, const BinaryTable &second,
                                         const BootstrapOptions &options, std::stop_token stop) {
    const F1Parts ofFirst = partsOf(truth, first);
    const F1Parts ofSecond = partsOf(truth, second);
    return bootstrapDifference(std::span(&ofFirst, 1), std::span(&ofSecond, 1), options, stop);
}

Result<F1Differences> bootstrapDifferences(const BinaryTable &truth, const BinaryTable &first,
                                           const BinaryTable &second, const BootstrapOptions &options,
                                           std::stop_token stop) {
    const Outcomes ofFirst(truth, first);
    const Outcomes ofSecond(truth, second);
    std::vector<double> micro;
    std::vector<std::vector<double>> events(truth.events);
    TAGSCOPE_TRY(forEachDraw(truth.clips, 1, options, stop, [&](const Draw &draw) {
        const std::vector<Outcomes::Sums> firstSums = ofFirst.sumsOver(draw.clips);
        const std::vector<Outcomes::Sums> secondSums = ofSecond.sumsOver(draw.clips);
        micro.push_back(microF1(firstSums) - microF1(secondSums));
        for (std::size_t event = 0; event < events.size(); ++event)
            events[event].push_back(firstSums[event].f1() - secondSums[event].f1());
    }));
    const std::vector<Counts> firstCounts = countPerEvent(truth, first);
    const std::vector<Counts> secondCounts = countPerEvent(truth, second);
    F1Differences result;
    result.micro = differenceOf(total(firstCounts).f1() - total(secondCounts).f1(), std::move(micro), options.level);
    for (std::size_t event = 0; event < events.size(); ++event)
        result.events.push_back(
            differenceOf(firstCounts[event].f1() - secondCounts[event].f1(), std::move(events[event]), options.level));
    return result;
}

} // namespace tagscope
