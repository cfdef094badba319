// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace tagscope {

// What one event of one clip is decided from: p = fuse(a, v, w), tagged where p >= t (section 2.3).
struct Decision {
    std::optional<double> audio; // a
    std::optional<double> video; // v
    double videoWeight = 0.5;    // w
    double threshold = 0.5;      // t; may be infinite

    [[nodiscard]] std::optional<double> fused() const; // p; nothing where both branches are absent
    [[nodiscard]] bool isTagged() const;
    [[nodiscard]] std::optional<double> margin() const; // p - t; nothing without p

    friend bool operator==(const Decision &, const Decision &) = default;
};

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
    std::optional<DecisionFlip> weight;
    std::optional<DecisionFlip> audio; // nothing also where the branch is absent, as of `video`
    std::optional<DecisionFlip> video;
};

[[nodiscard]] Flips smallestFlips(const Decision &decision);

} // namespace tagscope
