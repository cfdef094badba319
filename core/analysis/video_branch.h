// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/analysis/models.h"
#include "core/analysis/window_reader.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <vector>

namespace tagscope {

// One window's pictures through features, distances, key frames, objects and mapping, as far as there are models.
// Nothing where the window has fewer than `fewest` pictures, which costs no more than decoding them. `cosine`: objects
// x events, empty without word vectors. Memory: the pictures' features, and decoded pictures up to a fixed budget;
// beyond it the key frames are decoded again. Errors: Cancelled, and what the readers and networks say.
[[nodiscard]] Result<std::optional<VideoAnalysis>>
analysePictures(WindowReader &reader, const Window &window, std::size_t fewest, const Models &models,
                const Matrix &cosine, const AnalysisSettings &settings, const Progress &progress,
                const std::stop_token &stop);

// The objects in one picture of a window, decoded anew: those that it has as a key frame. Errors: Inconsistent (no
// object network), Cancelled, and what the readers and the network say.
[[nodiscard]] Result<std::vector<ObjectProbability>>
objectsInPicture(const std::filesystem::path &media, const Window &window, int picture, const Models &models,
                 const AnalysisSettings &settings, const std::stop_token &stop);

} // namespace tagscope
