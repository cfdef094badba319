// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audio/spectral_removal.h"
#include "core/base/seconds.h"

#include <cstddef>
#include <string>
#include <vector>

// What taking parts of a clip's sound away showed, as values (removal.h finds it).
namespace tagscope {

// Probabilities of an event; falls are of its logit, since probabilities near 1 hide one.
struct RemovalEffect {
    double probability = 0.0; // after the removal
    double fall = 0.0;        // of the logit
};

// The median and the range of what the same size takes elsewhere.
struct ChanceEffect {
    double medianFall = 0.0;
    double lowestFall = 0.0;
    double highestFall = 0.0;
    double medianProbability = 0.0;
    double flipShare = 0.0; // of the draws
};

// One moment of a clip: a step, and the sound that it sees.
struct MomentRemoval {
    int step = 0;
    Seconds start{0}; // in the clip
    Seconds end{0};
    double probability = 0.0; // with all its sound
    // The rectangle of six cells whose removal takes most, beside all others of its shapes.
    SpectralCell region; // times in the clip
    RemovalEffect regionEffect;
    ChanceEffect regionChance;
    // The smallest removal that takes the moment below the threshold, cell by cell, beside the same area at random, and
    // what nothing but it gives.
    std::vector<SpectralCell> cells; // times in the clip
    double area = 0.0;               // of the stretch
    RemovalEffect effect;
    ChanceEffect chance;
    bool isFlipped = false;
    double onlyIt = 0.0; // probability
    std::size_t evaluations = 0;
    // To listen to, at the tagger's rate: the stretch as it is, without it, only it, without as much at random.
    std::vector<float> asItIs;
    std::vector<float> without;
    std::vector<float> only;
    std::vector<float> random;

    // The region takes at least twice what the median one does, and a tenth of the probability: else the evidence is
    // spread, and no region is to be named.
    [[nodiscard]] bool isLocal() const;
    // What was kept says at least half of what all of it said: else what flips it is a hole, not a reason.
    [[nodiscard]] bool isReason() const { return onlyIt >= 0.5 * probability; }
};

// The tag of the whole clip.
struct ClipRemoval {
    int moments = 0; // stretches of activation at or above the threshold
    int treated = 0; // of them, the largest first
    double probability = 0.0;
    double after = 0.0; // without what flips each moment that was treated
    bool isFlipped = false;
    double area = 0.0;          // of the clip
    std::vector<float> without; // the clip's sound
};

struct RemovalExplanation {
    std::string tagger;
    int sampleRate = 16000;
    std::size_t event = 0;
    double threshold = 0.5; // of the activation
    MomentRemoval moment;
    ClipRemoval clip;
};

// What the removal shows, in sentences: the fall, the chance level, or that the evidence is spread.
[[nodiscard]] std::string removalText(const RemovalExplanation &explanation, const std::string &event);

} // namespace tagscope
