// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/analysis/removal_result.h"
#include "core/audio/spectral_removal.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"
#include "core/tagging/audio_tagger.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

// What in the sound spoke for an event, found by taking it out: the same for every tagger that can run. Nothing is
// named that removal does not show, and beside each fall stands that of chance.
namespace tagscope {

struct RemovalOptions {
    SpectralRemoval::Grid grid;
    int step = -1;               // the moment's; -1: that of the maximum
    std::size_t candidates = 16; // cells that each greedy choice tries
    double mostArea = 0.5;       // of the stretch, after which the search for a flip ends
    int randomDraws = 20;        // of cells, for the area's chance level
    unsigned threads = 2;
    std::uint64_t seed = 1;
};

// The clip's sound at the tagger's rate.
struct RemovalSound {
    std::span<const float> samples;
    const AnalysisSettings &settings;
};

// `threshold`: of the activation, in (0, 1); a moment below it is taken to half of what it was. `isMomentOnly`: the
// clip is left out. Errors: Inconsistent (no such event, no sound, a tagger without a class for it), those of the
// tagger, Cancelled.
[[nodiscard]] Result<RemovalExplanation> explainByRemoval(const AudioTagger &tagger, const RemovalSound &sound,
                                                          std::size_t event, double threshold,
                                                          const RemovalOptions &options = {}, bool isMomentOnly = false,
                                                          const Progress &progress = {}, std::stop_token stop = {});

} // namespace tagscope
