// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/decision.h"

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

// The nearer of two flips, of which either may not be there.
std::optional<DecisionFlip> nearer(const std::optional<DecisionFlip> &one, const std::optional<DecisionFlip> &other) {
    if (!one || !other)
        return one ? one : other;
    return std::abs(other->change) < std::abs(one->change) ? other : one;
}

// The flip of a number in [least, 1], which p rises with, falls with, or ignores there; `now` is at least `least`.
template <class Change>
std::optional<DecisionFlip> flipWithin(const Decision &decision, double now, double least, const Change &with) {
    const bool isTagged = decision.isTagged();
    const auto isOther = [&](double value) { return with(value).isTagged() != isTagged; };
    for (const double end : {least, 1.0}) {
        if (end == now || !isOther(end))
            continue;
        const double value = nearestFlip(now, end, isOther);
        return DecisionFlip{value, value - now};
    }
    return std::nullopt;
}

// Of v. A calibrated p steps where v is exactly 0 (event_calibration.h), and rises or falls above that.
template <class Change>
std::optional<DecisionFlip> flipOfVideo(const Decision &decision, const Change &with) {
    const double now = *decision.video;
    if (!decision.calibration)
        return flipWithin(decision, now, 0.0, with);
    const bool isTagged = decision.isTagged();
    const double least = std::numeric_limits<double>::denorm_min();
    if (now == 0.0) {
        if (with(least).isTagged() != isTagged)
            return DecisionFlip{least, least};
        std::optional<DecisionFlip> flip = flipWithin(decision, least, least, with);
        if (flip)
            flip->change = flip->value;
        return flip;
    }
    const std::optional<DecisionFlip> atZero =
        with(0.0).isTagged() != isTagged ? std::optional(DecisionFlip{0.0, -now}) : std::nullopt;
    return nearer(flipWithin(decision, now, least, with), atZero);
}

} // namespace

std::optional<double> Decision::fused() const {
    if (!calibration)
        return fuse(audio, video, videoWeight);
    if (!audio && !video)
        return std::nullopt;
    return calibratedProbability(*calibration, audio, video);
}

bool Decision::isTagged() const {
    const std::optional<double> p = fused();
    return p && *p >= threshold;
}

std::optional<double> Decision::margin() const {
    const std::optional<double> p = fused();
    return p ? std::optional(*p - threshold) : std::nullopt;
}

Decision decisionAt(const OperatingPoint &point, std::size_t event, std::optional<double> audio,
                    std::optional<double> video) {
    Decision decision{audio, video, point.videoWeight[event], point.threshold[event]};
    if (point.isCalibrated())
        decision.calibration = point.calibration[event];
    return decision;
}

Flips smallestFlips(const Decision &decision) {
    Flips flips;
    const std::optional<double> p = decision.fused();
    if (!p)
        return flips;
    const double threshold = decision.isTagged() ? std::nextafter(*p, std::numeric_limits<double>::infinity()) : *p;
    flips.threshold = DecisionFlip{threshold, threshold - decision.threshold};
    // Of equal branches the weight decides nothing but how their average is rounded.
    if (!decision.calibration && decision.audio && decision.video && *decision.audio != *decision.video)
        flips.weight = flipWithin(decision, decision.videoWeight, 0.0, [&](double weight) {
            Decision other = decision;
            other.videoWeight = weight;
            return other;
        });
    if (decision.audio)
        flips.audio = flipWithin(decision, *decision.audio, 0.0, [&](double audio) {
            Decision other = decision;
            other.audio = audio;
            return other;
        });
    if (decision.video)
        flips.video = flipOfVideo(decision, [&](double video) {
            Decision other = decision;
            other.video = video;
            return other;
        });
    return flips;
}

} // namespace tagscope
