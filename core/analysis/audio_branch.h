// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/audio/log_mel.h"
#include "core/base/result.h"
#include "core/tagging/audio_tagger.h"

#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope {

// Why this tagger cannot serve these settings, in a sentence; empty where it can: other features or other events.
[[nodiscard]] Message whyTaggerDoesNotFit(const AudioTagger &tagger, const AnalysisSettings &settings);

// One window's samples through log-mel and, where there is one that fits, the tagger. The clip is padded with silence
// to settings.clipDuration. Errors: Cancelled, and what the tagger says.
// `ofTagger`: the same sound at the rate of a tagger that makes its own features of it; empty: `samples` are at it.
[[nodiscard]] Result<AudioAnalysis> analyseSound(std::span<const float> samples, const LogMel &logMel,
                                                 const AudioTagger *tagger, const AnalysisSettings &settings,
                                                 const std::stop_token &stop, std::span<const float> ofTagger = {});

// What of the settings' events the tagger has no class for, in a sentence; empty where it has one for each.
[[nodiscard]] Message eventsWithoutClass(const AudioTagger &tagger, const AnalysisSettings &settings);

} // namespace tagscope
