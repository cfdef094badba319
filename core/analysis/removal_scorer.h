// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/removal.h"
#include "core/audio/log_mel.h"
#include "core/tagging/class_map.h"

#include <cstddef>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace tagscope {

// An event's activations of a clip whose sound changes. Immutable; thread-safe. The tagger and settings outlive it.
class ClipScorer {
public:
    // Errors: as explainByRemoval().
    [[nodiscard]] static Result<ClipScorer> make(const AudioTagger &tagger, const RemovalSound &sound,
                                                 std::size_t event);
    // The same with another sound, which outlives it.
    [[nodiscard]] ClipScorer withSamples(std::span<const float> samples) const;

    // One a step, in [0, 1].
    [[nodiscard]] Result<std::vector<double>> activations(std::span<const float> samples,
                                                          const std::stop_token &stop) const;

    [[nodiscard]] std::span<const float> samples() const { return samples_; }
    [[nodiscard]] int sampleRate() const { return tagger_->description().sampleRate; }
    [[nodiscard]] const AudioTagger &tagger() const { return *tagger_; }

private:
    ClipScorer() = default;

    const AudioTagger *tagger_ = nullptr;
    const AnalysisSettings *settings_ = nullptr;
    std::span<const float> samples_;
    std::shared_ptr<const LogMel> logMel_; // of taggers that take features
    ClassMap map_;                         // of the one event
};

// The activation of one step for changed sounds of its stretch.
class MomentScorer {
public:
    MomentScorer(const ClipScorer &clip, int step);

    // The stretch: sample `first` of the clip and as many as `count`.
    [[nodiscard]] std::size_t first() const { return first_; }
    [[nodiscard]] std::size_t count() const { return count_; }
    // One a sound of count() samples, on as many threads.
    [[nodiscard]] Result<std::vector<double>> probabilities(const std::vector<std::vector<float>> &stretches,
                                                            unsigned threads, const std::stop_token &stop) const;

private:
    [[nodiscard]] Result<double> probability(const std::vector<float> &stretch, const std::stop_token &stop) const;

    const ClipScorer &clip_;
    int step_;
    std::size_t first_ = 0;
    std::size_t count_ = 0;
    bool seesStretchAlone_ = false; // its activation is that of the stretch by itself
};

// Finite also for 0 and 1.
[[nodiscard]] double logitOf(double probability);

} // namespace tagscope
