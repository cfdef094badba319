// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/audio_branch.h"

#include "core/audio/clip_log_mel.h"
#include "core/base/try.h"

#include <algorithm>

namespace tagscope {
namespace {

// The activations' columns in the order of the project's events; a tagger may list them in another.
Matrix inOrderOf(const std::vector<EventClass> &events, const Matrix &activations,
                 const std::vector<std::string> &names) {
    Matrix ordered(activations.rows, events.size());
    for (std::size_t k = 0; k < events.size(); ++k) {
        const auto column = static_cast<std::size_t>(std::ranges::find(names, events[k].name) - names.begin());
        for (std::size_t step = 0; step < activations.rows; ++step)
            ordered(step, k) = activations(step, column);
    }
    return ordered;
}

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
    for (const EventClass &event : settings.events) {
        if (std::ranges::find(description.classes, event.name) == description.classes.end())
            return {"analysis.tagger_without_event", description.name, event.name};
    }
    return {};
}

Result<AudioAnalysis> analyseSound(std::span<const float> samples, const LogMel &logMel, const AudioTagger *tagger,
                                   const AnalysisSettings &settings, const std::stop_token &stop) {
    ClipLogMel features = TAGSCOPE_TRY(clipLogMel(logMel, samples, settings.clipDuration, stop));

    AudioAnalysis audio;
    audio.logMel = std::move(features.values);
    audio.soundFrames = features.soundFrames;
    audio.frameHop = Seconds(static_cast<double>(logMel.options().hopSamples) / logMel.options().sampleRate);
    if (tagger == nullptr)
        return audio;

    Matrix activations = TAGSCOPE_TRY(tagger->activations({samples, audio.logMel}, stop));
    audio.activations = inOrderOf(settings.events, activations, tagger->description().classes);
    audio.stepHop = tagger->description().hop;
    poolByMaximum(audio);
    return audio;
}

} // namespace tagscope
