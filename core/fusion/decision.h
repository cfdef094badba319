// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/operating_point.h"

#include <cstddef>
#include <optional>

namespace tagscope {

// What one event of one clip is decided from, at every kind of operating point: p is fuse(a, v, w), or the calibrated
// probability; tagged where p >= t (section 2.3). Lists, tables, texts, drawings and reports all take p, the margin and
// the tag from here.
struct Decision {
    std::optional<double> audio; // a
    std::optional<double> video; // v
    double videoWeight = 0.5;    // w; says nothing where p is calibrated
    double threshold = 0.5;      // t; may be infinite. A calibrated point has one for all events
    std::optional<EventCalibration> calibration = {};

    [[nodiscard]] std::optional<double> fused() const; // p; nothing where both branches are absent
    [[nodiscard]] bool isTagged() const;
    [[nodiscard]] std::optional<double> margin() const; // p - t; nothing without p

    friend bool operator==(const Decision &, const Decision &) = default;
};

[[nodiscard]] Decision decisionAt(const OperatingPoint &point, std::size_t event, std::optional<double> audio,
                                  std::optional<double> video);

// A value of one of the four that, the others as they are, makes the decision the other one.
struct DecisionFlip {
    double value = 0.0;  // the nearest such number of type double
    double change = 0.0; // value less what it is now; infinite from an infinite threshold

    friend bool operator==(const DecisionFlip &, const DecisionFlip &) = default;
};

// The smallest change of each that flips the tag; nothing where none does, however large. Weight and probabilities stay
// in [0, 1], the threshold may be any number.
struct Flips {
    std::optional<DecisionFlip> threshold;
    std::optional<DecisionFlip> weight; // nothing also where p is calibrated
    std::optional<DecisionFlip> audio;  // nothing also where the branch is absent, as of `video`
    std::optional<DecisionFlip> video;
};

[[nodiscard]] Flips smallestFlips(const Decision &decision);

} // namespace tagscope
