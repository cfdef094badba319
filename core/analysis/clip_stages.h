#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/base/matrix.h"
#include "core/base/result.h"

namespace tagscope {

// The video branch's stages from the selection of key frames on, as the analyzer goes through them.

// Makes the pictures of the selection the clip's key frames, without objects yet.
void placeKeyFrames(VideoAnalysis &video, KeyFrames selection);

// The clip's objects from those of its key frames, and v_k. `cosine`: objects x events; where it is empty there are v_k
// by a table only. Errors: those of mapObjects().
[[nodiscard]] Result<void> mapToEvents(VideoAnalysis &video, const Matrix &cosine, const MappingOptions &options);

} // namespace tagscope
