#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/analysis/models.h"
#include "core/analysis/window_reader.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"

#include <optional>
#include <stop_token>

namespace tagscope {

// One window's pictures through features, distances, key frames, objects and mapping, as far as there are models.
// Nothing where the window has fewer than `fewest` pictures, which costs no more than decoding them. `cosine`: objects
// x events, empty without word vectors. Memory: the pictures' features, and decoded pictures up to a fixed budget;
// beyond it the key frames are decoded again. Errors: Cancelled, and what the readers and networks say.
[[nodiscard]] Result<std::optional<VideoAnalysis>>
analysePictures(WindowReader &reader, const Window &window, std::size_t fewest, const Models &models,
                const Matrix &cosine, const AnalysisSettings &settings, const Progress &progress,
                const std::stop_token &stop);

} // namespace tagscope
