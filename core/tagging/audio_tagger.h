// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audio/log_mel.h"
#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/jobs/progress.h"
#include "core/network/crnn_attribution.h"

#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope {

// What a tagger says of itself, needed to use its activations rightly and to say where they come from.
struct TaggerDescription {
    std::string name;                       // in a sentence: "CRNN"
    std::string origin;                     // a line for people: which run, data or seed
    bool isTrained = false;                 // false: seeded random weights, to be said wherever output is shown
    std::vector<std::string> classes;       // names of the outputs
    std::vector<std::string> classIds = {}; // AudioSet's, as many as classes or none; empty where a class has none
    std::string licence = {};
    bool takesSamples = false; // it makes its own features of the sound at `sampleRate`; else it takes log-mel ones
    bool isForeign = false;    // its classes are somebody else's: an event that none of them is has no activation
    int sampleRate = 20000;    // Hz of the sound that it takes
    Seconds firstCentre{0.05}; // middle of the first step
    Seconds hop{0.1};          // from step to step
    Seconds width{0};          // of the sound that a step depends on; 0: the whole clip's
    // By which it normalises each log-mel band before anything else; empty where it takes no log-mel.
    std::vector<float> bandMean;      // dB
    std::vector<float> bandDeviation; // dB; all > 0
};

// A clip's sound as the analysis has it.
struct TaggerInput {
    std::span<const float> samples; // mono, at the tagger's rate; empty where the features are not those of any sound
    const Matrix &logMel;           // frames x bands, dB
};

// What gives the audio branch its activations. Immutable; functions may be called from several threads.
class AudioTagger {
public:
    AudioTagger() = default;
    AudioTagger(const AudioTagger &) = delete;
    AudioTagger &operator=(const AudioTagger &) = delete;
    virtual ~AudioTagger() = default;

    [[nodiscard]] virtual const TaggerDescription &description() const = 0;

    // Why it cannot work beside such features, in a sentence; empty where it can.
    [[nodiscard]] virtual Message whyUnfit(const LogMelOptions &features) const = 0;

    // steps x classes, probabilities in [0, 1]. A clip's probability is the maximum over its steps.
    // Errors: Inconsistent for an input that it cannot take, Cancelled.
    [[nodiscard]] virtual Result<Matrix> activations(const TaggerInput &sound, std::stop_token stop = {}) const = 0;

    // What the network knows of each step before it names classes: steps x numbers, on the same grid.
    // Errors: Unsupported where there is no such layer; those of activations().
    [[nodiscard]] virtual Result<Matrix> embeddings(const TaggerInput &sound, std::stop_token stop = {}) const;

    // What of the log-mel features, in place of `baseline`, makes the target's logit what it is.
    // Errors: Unsupported where it has no gradients, Inconsistent, Cancelled.
    [[nodiscard]] virtual Result<Attribution> attribution(const Matrix &logMel, const Matrix &baseline,
                                                          const AttributionTarget &target,
                                                          const Progress &progress = {},
                                                          std::stop_token stop = {}) const;
};

} // namespace tagscope
