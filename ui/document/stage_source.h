// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/base/result.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace tagscope::ui {

// The objects in a picture of an analysed clip, those that it would have as a key frame; as Analyzer::objectsOf().
// Called on a worker thread.
using PictureObjectsFunction = std::function<Result<std::vector<ObjectProbability>>(
    const ClipAnalysis &clip, int picture, const std::stop_token &stop)>;

// The cosines, objects x events, of the models that made the analysis; empty without word vectors. Called on a worker
// thread.
using CosinesFunction = std::function<Result<Matrix>(const ClipAnalysis &clip, const std::stop_token &stop)>;

// What changing a clip's stages by hand needs of its models. Both are set.
struct StageSource {
    PictureObjectsFunction objects;
    CosinesFunction cosines;
};

} // namespace tagscope::ui
