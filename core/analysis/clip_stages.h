// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/base/matrix.h"
#include "core/base/result.h"

#include <cstddef>

namespace tagscope {

// The video branch's stages from the selection of key frames on, as the analyzer goes through them.

// Makes the pictures of the selection the clip's key frames, without objects yet.
void placeKeyFrames(VideoAnalysis &video, KeyFrames selection);

// The clip's objects from those of its key frames, and v_k. `cosine`: objects x events; where it is empty there are v_k
// by a table only. Errors: those of mapObjects(), Inconsistent where that gives another number of events.
[[nodiscard]] Result<void> mapToEvents(VideoAnalysis &video, const Matrix &cosine, const MappingOptions &options,
                                       std::size_t events);

} // namespace tagscope
