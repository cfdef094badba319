// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/dinkelbach.h"

namespace tagscope {

namespace {

// Micro F1 as a fraction: 2 TP over predicted and positives.
struct Ratio {
    std::int64_t above = 0;
    std::int64_t below = 1;
};

// The choice with the greatest 2 TP - ratio x predicted, multiplied by the ratio's denominator to stay in integers.
std::size_t bestFor(const std::vector<Contribution> &choices, const Ratio &ratio) {
    const auto gain = [&](const Contribution &choice) {
        return 2 * choice.truePositives * ratio.below - choice.predicted * ratio.above;
    };
    std::size_t best = 0;
    for (std::size_t i = 1; i < choices.size(); ++i)
        if (gain(choices[i]) > gain(choices[best]))
            best = i;
    return best;
}

} // namespace

std::vector<std::size_t> bestContributions(std::span<const std::vector<Contribution>> choices, std::int64_t positives,
                                           const std::function<void(double)> &onRound) {
    Ratio ratio;
    for (;;) {
        std::vector<std::size_t> chosen;
        Ratio reached{0, positives};
        for (const std::vector<Contribution> &ofEvent : choices) {
            chosen.push_back(bestFor(ofEvent, ratio));
            reached.above += 2 * ofEvent[chosen.back()].truePositives;
            reached.below += ofEvent[chosen.back()].predicted;
        }
        if (onRound && reached.below > 0)
            onRound(static_cast<double>(reached.above) / static_cast<double>(reached.below));
        // Where it no longer rises, the choices are best for the ratio that they reach: the fixed point.
        if (reached.above * ratio.below <= ratio.above * reached.below)
            return chosen;
        ratio = reached;
    }
}

} // namespace tagscope
