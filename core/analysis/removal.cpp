// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/removal.h"

#include "core/analysis/removal_scorer.h"
#include "core/base/split_mix.h"
#include "core/base/try.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

namespace tagscope {
namespace {

using Chosen = std::vector<std::uint8_t>; // one a cell

struct Shape {
    std::size_t columns;
    std::size_t rows;
};
// Of six cells: as long as a syllable and as high as a few bands, and turned.
constexpr Shape kShapes[] = {{2, 3}, {3, 2}};
constexpr int kMostMoments = 8; // that a clip's removal treats

double medianOf(std::vector<double> values) {
    if (values.empty())
        return 0.0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

ChanceEffect chanceOf(const std::vector<RemovalEffect> &effects, double threshold) {
    ChanceEffect chance;
    if (effects.empty())
        return chance;
    std::vector<double> falls;
    std::vector<double> probabilities;
    for (const RemovalEffect &effect : effects) {
        falls.push_back(effect.fall);
        probabilities.push_back(effect.probability);
        chance.flipShare += effect.probability < threshold ? 1.0 / static_cast<double>(effects.size()) : 0.0;
    }
    const auto [low, high] = std::ranges::minmax(falls);
    chance.lowestFall = low;
    chance.highestFall = high;
    chance.medianFall = medianOf(std::move(falls));
    chance.medianProbability = medianOf(std::move(probabilities));
    return chance;
}

// The search within one moment.
class MomentSearch {
public:
    MomentSearch(const MomentScorer &scorer, const SpectralRemoval &removal, double threshold,
                 const RemovalOptions &options, const Progress &progress)
        : scorer_(scorer), removal_(removal), threshold_(threshold), options_(options), progress_(progress) {}

    Result<MomentRemoval> run(const std::stop_token &stop) {
        stop_ = stop;
        const std::vector<double> whole = TAGSCOPE_TRY(scored({Chosen(removal_.cells(), 0)}));
        base_ = whole.front();
        moment_.probability = base_;
        target_ = base_ >= threshold_ ? threshold_ : base_ / 2.0;
        TAGSCOPE_TRY(findRegion());
        TAGSCOPE_TRY(findSmallest());
        TAGSCOPE_TRY(compareWithChance());
        return std::move(moment_);
    }

private:
    Result<std::vector<double>> scored(const std::vector<Chosen> &choices) {
        std::vector<std::vector<float>> sounds;
        sounds.reserve(choices.size());
        for (const Chosen &chosen : choices)
            sounds.push_back(removal_.without(chosen));
        moment_.evaluations += choices.size();
        return scorer_.probabilities(sounds, options_.threads, stop_);
    }

    [[nodiscard]] RemovalEffect effectOf(double probability) const {
        return {probability, logitOf(base_) - logitOf(probability)};
    }
    void show(double fraction) const {
        if (progress_)
            progress_(fraction, "removal");
    }

    // All cells alone and all rectangles: coarse to fine in one go, since each takes a few milliseconds.
    Result<void> findRegion() {
        const auto columns = static_cast<std::size_t>(removal_.grid().columns);
        const auto rows = static_cast<std::size_t>(removal_.grid().rows);
        std::vector<Chosen> choices;
        for (std::size_t cell = 0; cell < removal_.cells(); ++cell) {
            choices.emplace_back(removal_.cells(), 0);
            choices.back()[cell] = 1;
        }
        for (const Shape &shape : kShapes)
            for (std::size_t column = 0; column + shape.columns <= columns; ++column)
                for (std::size_t row = 0; row + shape.rows <= rows; ++row) {
                    Chosen chosen(removal_.cells(), 0);
                    for (std::size_t u = 0; u < shape.columns; ++u)
                        for (std::size_t v = 0; v < shape.rows; ++v)
                            chosen[(column + u) * rows + row + v] = 1;
                    choices.push_back(std::move(chosen));
                }
        const std::vector<double> probabilities = TAGSCOPE_TRY(scored(choices));
        show(0.5);
        std::vector<RemovalEffect> rectangles;
        std::size_t best = removal_.cells();
        influence_.assign(removal_.cells(), 0.0);
        std::vector<double> covered(removal_.cells(), 0.0);
        std::vector<double> sums(removal_.cells(), 0.0);
        for (std::size_t i = 0; i < choices.size(); ++i) {
            const RemovalEffect effect = effectOf(probabilities[i]);
            if (i < removal_.cells()) {
                influence_[i] = effect.fall;
                continue;
            }
            rectangles.push_back(effect);
            if (effect.fall > effectOf(probabilities[best]).fall)
                best = i;
            for (std::size_t cell = 0; cell < removal_.cells(); ++cell)
                if (choices[i][cell] != 0) {
                    covered[cell] += 1.0;
                    sums[cell] += effect.fall;
                }
        }
        for (std::size_t cell = 0; cell < removal_.cells(); ++cell)
            influence_[cell] += covered[cell] > 0.0 ? sums[cell] / covered[cell] : 0.0;
        if (rectangles.empty())
            return {};
        moment_.regionEffect = effectOf(probabilities[best]);
        moment_.regionChance = chanceOf(rectangles, target_);
        bool isFirst = true;
        for (std::size_t cell = 0; cell < removal_.cells(); ++cell) {
            if (choices[best][cell] == 0)
                continue;
            const SpectralCell place = removal_.cell(cell);
            SpectralCell &region = moment_.region;
            region.start = isFirst ? place.start : std::min(region.start, place.start);
            region.end = isFirst ? place.end : std::max(region.end, place.end);
            region.lowHz = isFirst ? place.lowHz : std::min(region.lowHz, place.lowHz);
            region.highHz = isFirst ? place.highHz : std::max(region.highHz, place.highHz);
            isFirst = false;
        }
        return {};
    }

    // Greedily, the best of a few candidates at a time.
    Result<void> findSmallest() {
        std::vector<std::size_t> order(removal_.cells());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, [this](std::size_t a, std::size_t b) { return influence_[a] > influence_[b]; });
        chosen_.assign(removal_.cells(), 0);
        double probability = base_;
        std::size_t count = 0;
        const auto most = static_cast<std::size_t>(options_.mostArea * static_cast<double>(removal_.cells()));
        while (probability >= target_ && count < most) {
            std::vector<Chosen> choices;
            std::vector<std::size_t> cells;
            for (const std::size_t cell : order) {
                if (chosen_[cell] != 0 || cells.size() == options_.candidates)
                    continue;
                choices.push_back(chosen_);
                choices.back()[cell] = 1;
                cells.push_back(cell);
            }
            if (cells.empty())
                break;
            const std::vector<double> probabilities = TAGSCOPE_TRY(scored(choices));
            const auto best = std::ranges::min_element(probabilities);
            chosen_[cells[static_cast<std::size_t>(best - probabilities.begin())]] = 1;
            probability = *best;
            ++count;
            show(0.5 + 0.4 * static_cast<double>(count) / static_cast<double>(most));
        }
        for (std::size_t cell = 0; cell < removal_.cells(); ++cell)
            if (chosen_[cell] != 0)
                moment_.cells.push_back(removal_.cell(cell));
        moment_.area = static_cast<double>(count) / static_cast<double>(removal_.cells());
        moment_.effect = effectOf(probability);
        moment_.isFlipped = probability < target_;
        return {};
    }

    Result<void> compareWithChance() {
        const auto count = static_cast<std::size_t>(std::ranges::count(chosen_, 1));
        std::vector<Chosen> draws;
        std::uint64_t state = options_.seed;
        for (int draw = 0; draw < options_.randomDraws; ++draw) {
            std::vector<std::size_t> cells(removal_.cells());
            std::iota(cells.begin(), cells.end(), std::size_t{0});
            Chosen chosen(removal_.cells(), 0);
            for (std::size_t i = 0; i < count; ++i) {
                state += kSplitMixStep;
                std::swap(cells[i], cells[i + splitMixNumber(state) % (cells.size() - i)]);
                chosen[cells[i]] = 1;
            }
            draws.push_back(std::move(chosen));
        }
        const std::vector<double> probabilities = TAGSCOPE_TRY(scored(draws));
        std::vector<RemovalEffect> effects;
        for (const double probability : probabilities)
            effects.push_back(effectOf(probability));
        moment_.chance = chanceOf(effects, target_);
        moment_.asItIs = removal_.without(Chosen(removal_.cells(), 0));
        moment_.without = removal_.without(chosen_);
        moment_.only = removal_.only(chosen_);
        moment_.random = removal_.without(draws.front());
        const std::vector<double> kept = TAGSCOPE_TRY(scorer_.probabilities({moment_.only}, options_.threads, stop_));
        moment_.onlyIt = kept.front();
        show(1.0);
        return {};
    }

    const MomentScorer &scorer_;
    const SpectralRemoval &removal_;
    double threshold_;
    const RemovalOptions &options_;
    const Progress &progress_;
    std::stop_token stop_;
    double base_ = 0.0;
    double target_ = 0.5;
    std::vector<double> influence_; // of each cell
    Chosen chosen_;
    MomentRemoval moment_;
};

// Stretches of steps at or above the threshold, each by its largest step; the largest first.
std::vector<int> momentsAbove(const std::vector<double> &activations, double threshold) {
    std::vector<int> moments;
    for (std::size_t step = 0; step < activations.size(); ++step) {
        if (activations[step] < threshold)
            continue;
        const bool goesOn = step > 0 && activations[step - 1] >= threshold;
        if (!goesOn)
            moments.push_back(static_cast<int>(step));
        else if (activations[step] > activations[static_cast<std::size_t>(moments.back())])
            moments.back() = static_cast<int>(step);
    }
    std::ranges::stable_sort(moments, [&activations](int a, int b) {
        return activations[static_cast<std::size_t>(a)] > activations[static_cast<std::size_t>(b)];
    });
    return moments;
}

Result<MomentRemoval> removalAt(const ClipScorer &clip, int step, double threshold, const RemovalOptions &options,
                                const Progress &progress, const std::stop_token &stop) {
    const MomentScorer scorer(clip, step);
    const SpectralRemoval removal = TAGSCOPE_TRY(
        SpectralRemoval::make(clip.samples(), scorer.first(), scorer.count(), clip.sampleRate(), options.grid));
    MomentRemoval moment = TAGSCOPE_TRY(MomentSearch(scorer, removal, threshold, options, progress).run(stop));
    moment.step = step;
    moment.start = Seconds(static_cast<double>(scorer.first()) / clip.sampleRate());
    moment.end = Seconds(static_cast<double>(scorer.first() + scorer.count()) / clip.sampleRate());
    for (SpectralCell *cell : [&moment] {
             std::vector<SpectralCell *> all{&moment.region};
             for (SpectralCell &one : moment.cells)
                 all.push_back(&one);
             return all;
         }()) {
        cell->start += moment.start;
        cell->end += moment.start;
    }
    return moment;
}

// Takes the moments out one after the other, until none is left or enough were tried.
Result<ClipRemoval> removalFromClip(const ClipScorer &whole, const MomentRemoval &first, double threshold,
                                    const RemovalOptions &options, const Progress &progress,
                                    const std::stop_token &stop) {
    ClipRemoval result;
    const std::vector<double> before = TAGSCOPE_TRY(whole.activations(whole.samples(), stop));
    result.probability = *std::ranges::max_element(before);
    result.moments = static_cast<int>(momentsAbove(before, threshold).size());
    result.without.assign(whole.samples().begin(), whole.samples().end());
    double removedSeconds = 0.0;
    const auto take = [&](const MomentRemoval &moment) {
        const auto at = static_cast<std::size_t>(std::llround(moment.start.count() * whole.sampleRate()));
        std::ranges::copy(moment.without, result.without.begin() + static_cast<std::ptrdiff_t>(at));
        removedSeconds += moment.area * (moment.end - moment.start).count();
        ++result.treated;
    };
    take(first);
    std::vector<double> now = TAGSCOPE_TRY(whole.activations(result.without, stop));
    while (result.treated < kMostMoments && *std::ranges::max_element(now) >= threshold) {
        const ClipScorer left = whole.withSamples(result.without);
        const int step = static_cast<int>(std::ranges::max_element(now) - now.begin());
        RemovalOptions quick = options;
        quick.randomDraws = 1;
        const MomentRemoval next = TAGSCOPE_TRY(removalAt(left, step, threshold, quick, {}, stop));
        if (next.cells.empty())
            break;
        take(next);
        now = TAGSCOPE_TRY(whole.activations(result.without, stop));
        if (progress)
            progress(static_cast<double>(result.treated) / kMostMoments, "clip");
    }
    result.after = *std::ranges::max_element(now);
    result.isFlipped = result.after < threshold;
    result.area =
        removedSeconds * whole.sampleRate() / static_cast<double>(std::max<std::size_t>(whole.samples().size(), 1));
    return result;
}

} // namespace

Result<RemovalExplanation> explainByRemoval(const AudioTagger &tagger, const RemovalSound &sound, std::size_t event,
                                            double threshold, const RemovalOptions &options, bool isMomentOnly,
                                            const Progress &progress, std::stop_token stop) {
    const ClipScorer clip = TAGSCOPE_TRY(ClipScorer::make(tagger, sound, event));
    const std::vector<double> activations = TAGSCOPE_TRY(clip.activations(clip.samples(), stop));
    RemovalExplanation explanation;
    explanation.tagger = tagger.description().name;
    explanation.sampleRate = clip.sampleRate();
    explanation.event = event;
    const double largest = *std::ranges::max_element(activations);
    const int step = options.step >= 0 ? std::min(options.step, static_cast<int>(activations.size()) - 1)
                                       : static_cast<int>(std::ranges::max_element(activations) - activations.begin());
    explanation.threshold = std::clamp(threshold, 1e-3, 1.0 - 1e-3);
    if (largest < explanation.threshold)
        explanation.threshold = largest / 2.0;
    const double share = isMomentOnly ? 1.0 : 0.6;
    explanation.moment = TAGSCOPE_TRY(removalAt(
        clip, step, explanation.threshold, options,
        [&](double fraction, std::string_view stage) {
            if (progress)
                progress(share * fraction, stage);
        },
        stop));
    if (isMomentOnly)
        return explanation;
    explanation.clip = TAGSCOPE_TRY(removalFromClip(
        clip, explanation.moment, explanation.threshold, options,
        [&](double fraction, std::string_view stage) {
            if (progress)
                progress(share + (1.0 - share) * fraction, stage);
        },
        stop));
    if (progress)
        progress(1.0, "removal");
    return explanation;
}

} // namespace tagscope
