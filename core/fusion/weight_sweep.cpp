// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/weight_sweep.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>
#include <utility>

namespace tagscope {

namespace {

// A clip that rises above the anchor, or sinks below it, where the weight grows past a point: that point in the upper
// 30 bits, in units of 2^-30, and what happens in the lower two.
using Crossing = std::uint32_t;
constexpr Crossing kRises = 1;
constexpr Crossing kIsPositive = 2;
constexpr unsigned kPointShift = 2;
constexpr double kPointScale = 1U << 30U;

Crossing crossingAt(double weight, bool rises, bool isPositive) {
    const double scaled = std::clamp(weight * kPointScale, 0.0, kPointScale - 1.0);
    return (static_cast<Crossing>(scaled) << kPointShift) | (rises ? kRises : 0U) | (isPositive ? kIsPositive : 0U);
}

double weightOf(Crossing crossing) {
    return static_cast<double>(crossing >> kPointShift) / kPointScale;
}

// Ascending by the point. Three passes of a radix sort: comparing would take most of the tuner's time.
void sortByPoint(std::vector<Crossing> &crossings, std::vector<Crossing> &scratch) {
    constexpr unsigned kDigits = 11;
    constexpr std::size_t kBuckets = std::size_t{1} << kDigits;
    constexpr std::size_t kFewToSort = 512;
    if (crossings.size() < kFewToSort) {
        std::ranges::sort(crossings);
        return;
    }
    scratch.resize(crossings.size());
    for (unsigned shift = 0; shift < 32; shift += kDigits) {
        std::array<std::size_t, kBuckets> starts{};
        const auto bucketOf = [shift](Crossing crossing) { return (crossing >> shift) & (kBuckets - 1); };
        for (const Crossing crossing : crossings)
            ++starts[bucketOf(crossing)];
        std::size_t before = 0;
        for (std::size_t &start : starts)
            before += std::exchange(start, before);
        for (const Crossing crossing : crossings)
            scratch[starts[bucketOf(crossing)]++] = crossing;
        crossings.swap(scratch);
    }
}

// What one thread has found: an entry a number of predictions.
class BestChoices {
public:
    explicit BestChoices(std::int64_t mostPredicted) : choices_(static_cast<std::size_t>(mostPredicted) + 1) {}

    void offer(const WeightedChoice &choice) {
        if (choice.predicted >= static_cast<std::int64_t>(choices_.size()))
            return;
        WeightedChoice &best = choices_[static_cast<std::size_t>(choice.predicted)];
        if (isBetter(choice, best))
            best = choice;
    }

    void merge(const BestChoices &other) {
        for (const WeightedChoice &choice : other.choices_)
            offer(choice);
    }

    // Those that add a true positive to all before them.
    [[nodiscard]] std::vector<WeightedChoice> rising() const {
        std::vector<WeightedChoice> kept{WeightedChoice{}};
        for (const WeightedChoice &choice : choices_)
            if (choice.truePositives > kept.back().truePositives)
                kept.push_back(choice);
        return kept;
    }

private:
    // A total order, so that the outcome does not depend on which thread found what.
    static bool isBetter(const WeightedChoice &a, const WeightedChoice &b) {
        if (a.truePositives != b.truePositives)
            return a.truePositives > b.truePositives;
        if (a.stretch != b.stretch)
            return a.stretch > b.stretch;
        return a.videoWeight < b.videoWeight;
    }

    std::vector<WeightedChoice> choices_;
};

class Sweep {
public:
    Sweep(std::span<const BranchPair> clips, const SweepLimits &limits)
        : clips_(clips), limits_(limits), best_(limits.mostPredicted) {}

    // The threshold is the anchor's own fused score.
    void run(const BranchPair &anchor) {
        if (alwaysAbove(anchor) > limits_.mostPredicted)
            return;
        WeightedChoice current = atWeightZero(anchor);
        sortByPoint(crossings_, scratch_);
        double from = 0.0;
        for (const Crossing crossing : crossings_) {
            const double to = weightOf(crossing);
            offer(current, from, to);
            from = to;
            const int change = (crossing & kRises) != 0 ? 1 : -1;
            current.predicted += change;
            current.truePositives += (crossing & kIsPositive) != 0 ? change : 0;
        }
        offer(current, from, 1.0);
    }

    [[nodiscard]] const BestChoices &best() const { return best_; }

private:
    // Clips above the anchor whatever the weight is.
    [[nodiscard]] std::int64_t alwaysAbove(const BranchPair &anchor) const {
        std::int64_t count = 0;
        for (const BranchPair &clip : clips_)
            count += static_cast<int>(clip.audio >= anchor.audio) & static_cast<int>(clip.video >= anchor.video);
        return count;
    }

    // What is above the anchor just after weight 0; notes who will cross.
    WeightedChoice atWeightZero(const BranchPair &anchor) {
        WeightedChoice above;
        crossings_.clear();
        for (const BranchPair &clip : clips_) {
            const double audio = clip.audio - anchor.audio;
            const double video = clip.video - anchor.video;
            const bool isAboveAtZero = audio > 0.0 || (audio == 0.0 && video >= 0.0);
            const bool isAboveAtOne = video > 0.0 || (video == 0.0 && audio >= 0.0);
            above.predicted += isAboveAtZero ? 1 : 0;
            above.truePositives += isAboveAtZero && clip.isPositive ? 1 : 0;
            if (isAboveAtZero != isAboveAtOne)
                crossings_.push_back(crossingAt(audio / (audio - video), isAboveAtOne, clip.isPositive));
        }
        return above;
    }

    void offer(WeightedChoice choice, double from, double to) {
        choice.stretch = to - from;
        choice.videoWeight = from + choice.stretch / 2.0;
        if (choice.stretch >= limits_.narrowest)
            best_.offer(choice);
    }

    std::span<const BranchPair> clips_;
    SweepLimits limits_;
    BestChoices best_;
    std::vector<Crossing> crossings_;
    std::vector<Crossing> scratch_;
};

} // namespace

std::vector<WeightedChoice> sweepWeights(std::span<const BranchPair> clips, const SweepLimits &limits,
                                         const std::stop_token &stop) {
    std::vector<Sweep> sweeps(std::max(limits.threads, 1U), Sweep(clips, limits));
    std::atomic<std::size_t> next = 0;
    const auto work = [&](Sweep &sweep) {
        for (std::size_t i = next++; i < clips.size() && !stop.stop_requested(); i = next++)
            if (clips[i].isPositive)
                sweep.run(clips[i]);
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < sweeps.size(); ++i)
            others.emplace_back([&work, &sweep = sweeps[i]] { work(sweep); });
        work(sweeps.front());
    }
    if (stop.stop_requested())
        return {};
    BestChoices best(limits.mostPredicted);
    for (const Sweep &sweep : sweeps)
        best.merge(sweep.best());
    return best.rising();
}

} // namespace tagscope
