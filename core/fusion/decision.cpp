// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/decision.h"

#include "core/fusion/operating_point.h"

#include <cmath>
#include <limits>

namespace tagscope {

namespace {

// The number nearest to `now` on the way to `end`, in that direction, at which `isOther` holds; it holds at `end` and
// does not at `now`, and changes once in between. Halving ends at neighbouring numbers, so that rounding in the fusion
// itself is no source of error.
template <class Predicate>
double nearestFlip(double now, double end, const Predicate &isOther) {
    while (std::nextafter(now, end) != end) {
        double middle = now + (end - now) / 2.0;
        if (middle == now || middle == end)
            middle = std::nextafter(now, end);
        (isOther(middle) ? end : now) = middle;
    }
    return end;
}

// The flip of a number in [0, 1], which p rises with, falls with, or ignores.
template <class Change>
std::optional<DecisionFlip> flipWithin(const Decision &decision, double now, const Change &with) {
    const bool isTagged = decision.isTagged();
    const auto isOther = [&](double value) { return with(value).isTagged() != isTagged; };
    for (const double end : {0.0, 1.0}) {
        if (end == now || !isOther(end))
            continue;
        const double value = nearestFlip(now, end, isOther);
        return DecisionFlip{value, value - now};
    }
    return std::nullopt;
}

} // namespace

std::optional<double> Decision::fused() const {
    return fuse(audio, video, videoWeight);
}

bool Decision::isTagged() const {
    const std::optional<double> p = fused();
    return p && *p >= threshold;
}

std::optional<double> Decision::margin() const {
    const std::optional<double> p = fused();
    return p ? std::optional(*p - threshold) : std::nullopt;
}

Flips smallestFlips(const Decision &decision) {
    Flips flips;
    const std::optional<double> p = decision.fused();
    if (!p)
        return flips;
    const double threshold = decision.isTagged() ? std::nextafter(*p, std::numeric_limits<double>::infinity()) : *p;
    flips.threshold = DecisionFlip{threshold, threshold - decision.threshold};
    // Of equal branches the weight decides nothing but how their average is rounded.
    if (decision.audio && decision.video && *decision.audio != *decision.video)
        flips.weight = flipWithin(decision, decision.videoWeight, [&](double weight) {
            Decision other = decision;
            other.videoWeight = weight;
            return other;
        });
    if (decision.audio)
        flips.audio = flipWithin(decision, *decision.audio, [&](double audio) {
            Decision other = decision;
            other.audio = audio;
            return other;
        });
    if (decision.video)
        flips.video = flipWithin(decision, *decision.video, [&](double video) {
            Decision other = decision;
            other.video = video;
            return other;
        });
    return flips;
}

} // namespace tagscope
