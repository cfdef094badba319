// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/explanation_text.h"
#include "core/analysis/removal_result.h"

#include <algorithm>
#include <cmath>

namespace tagscope {
namespace {

std::string two(double value) {
    return fixedText(value, 2);
}

std::string hertz(double value) {
    return std::to_string(static_cast<long>(std::lround(value / 10.0) * 10));
}

std::string placeText(const SpectralCell &region) {
    return two(region.start.count()) + " to " + two(region.end.count()) + " s, " + hertz(region.lowHz) + " to " +
           hertz(region.highHz) + " Hz";
}

std::string percent(double share) {
    return std::to_string(static_cast<int>(std::lround(100.0 * share))) + " %";
}

} // namespace

bool MomentRemoval::isLocal() const {
    return regionEffect.fall >= 2.0 * std::max(regionChance.medianFall, 0.0) &&
           probability - regionEffect.probability >= 0.1 * probability && regionEffect.fall > 0.0;
}

std::string removalText(const RemovalExplanation &explanation, const std::string &event) {
    const MomentRemoval &moment = explanation.moment;
    std::string text = "Removal (" + explanation.tagger + ", " + two(moment.start.count()) + " to " +
                       two(moment.end.count()) + " s, where " + event + " has " + two(moment.probability) + "): ";
    if (moment.isLocal())
        text += "without " + placeText(moment.region) + " it has " + two(moment.regionEffect.probability) +
                "; without a region of this size elsewhere " + two(moment.regionChance.medianProbability) +
                " (median). ";
    else
        text += "nothing local: the evidence is spread. The region of a thirteenth that takes most leaves " +
                two(moment.regionEffect.probability) + ", the median one " +
                two(moment.regionChance.medianProbability) + ". ";
    if (moment.isFlipped)
        text += "The smallest removal found that takes it below " + two(explanation.threshold) + " is " +
                percent(moment.area) + " of the stretch (" + std::to_string(moment.cells.size()) +
                " cells; it leaves " + two(moment.effect.probability) + "); as much at random leaves " +
                two(moment.chance.medianProbability) + " and does so in " + percent(moment.chance.flipShare) +
                " of draws. ";
    else
        text +=
            "Not even half of the stretch, taken out cell by cell, takes it below " + two(explanation.threshold) + ". ";
    text += moment.isReason() ? "Only that gives " + two(moment.onlyIt) + ".\n"
                              : "Only that gives " + two(moment.onlyIt) +
                                    ": it is a hole that the network does not bear, and no reason.\n";
    const ClipRemoval &clip = explanation.clip;
    if (clip.treated == 0)
        return text;
    text += std::to_string(clip.moments) + (clip.moments == 1 ? " moment carries" : " moments carry") +
            " this tag in the clip. After " + std::to_string(clip.treated) +
            (clip.treated == 1 ? " such removal" : " such removals, one after the other") + " (" + percent(clip.area) +
            " of the clip) it has " + two(clip.after) +
            (clip.isFlipped ? ", below the threshold.\n" : ": the tag stays.\n");
    return text;
}

} // namespace tagscope
