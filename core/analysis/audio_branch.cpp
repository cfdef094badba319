// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/audio_branch.h"

#include "core/audio/clip_log_mel.h"
#include "core/base/try.h"
#include "core/tagging/class_map.h"

#include <algorithm>
#include <cmath>

namespace tagscope {
namespace {

// P(e_k | x) = max_j P(e_k | x_j), section 2.1.
void poolByMaximum(AudioAnalysis &audio) {
    const std::size_t events = audio.activations.columns;
    audio.probabilities.assign(events, 0.0F);
    audio.peakSteps.assign(events, 0);
    for (std::size_t step = 0; step < audio.activations.rows; ++step) {
        for (std::size_t k = 0; k < events; ++k) {
            if (step == 0 || audio.activations(step, k) > audio.probabilities[k]) {
                audio.probabilities[k] = audio.activations(step, k);
                audio.peakSteps[k] = static_cast<int>(step);
            }
        }
    }
}

} // namespace

Message whyTaggerDoesNotFit(const AudioTagger &tagger, const AnalysisSettings &settings) {
    if (Message why = tagger.whyUnfit(settings.logMel); !why.empty())
        return why;
    const TaggerDescription &description = tagger.description();
    const ClassMap map = classMapFor(description, settings.events, settings.taggerClasses);
    const std::vector<std::size_t> without = map.withoutClass();
    if (without.empty() || (description.isForeign && !map.isEmpty()))
        return {};
    return {"analysis.tagger_without_event", description.name, settings.events[without.front()].name};
}

Message eventsWithoutClass(const AudioTagger &tagger, const AnalysisSettings &settings) {
    const std::vector<std::size_t> without =
        classMapFor(tagger.description(), settings.events, settings.taggerClasses).withoutClass();
    if (without.empty())
        return {};
    constexpr std::size_t kNamed = 3;
    std::string names;
    for (std::size_t i = 0; i < std::min(without.size(), kNamed); ++i)
        names += (i > 0 ? ", \"" : "\"") + settings.events[without[i]].name + "\"";
    return {"analysis.events_without_class", tagger.description().name, without.size(), names};
}

Result<AudioAnalysis> analyseSound(std::span<const float> samples, const LogMel &logMel, const AudioTagger *tagger,
                                   const AnalysisSettings &settings, const std::stop_token &stop,
                                   std::span<const float> ofTagger) {
    ClipLogMel features = TAGSCOPE_TRY(clipLogMel(logMel, samples, settings.clipDuration, stop));

    AudioAnalysis audio;
    audio.logMel = std::move(features.values);
    audio.soundFrames = features.soundFrames;
    audio.frameHop = Seconds(static_cast<double>(logMel.options().hopSamples) / logMel.options().sampleRate);
    if (tagger == nullptr)
        return audio;

    const TaggerDescription &description = tagger->description();
    const Matrix activations =
        TAGSCOPE_TRY(tagger->activations({ofTagger.empty() ? samples : ofTagger, audio.logMel}, stop));
    audio.activations = classMapFor(description, settings.events, settings.taggerClasses).applied(activations);
    audio.stepHop = description.hop;
    audio.stepStart = description.firstCentre - description.hop / 2.0;
    if (std::abs(audio.stepStart.count()) < 1e-9)
        audio.stepStart = Seconds(0); // by rounding
    poolByMaximum(audio);
    return audio;
}

} // namespace tagscope
