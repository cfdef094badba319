// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/shard.h"
#include "core/training/prediction.h"

#include <filesystem>
#include <stop_token>

// predictRun() and predictModel() in parts, by several programs on several machines.
namespace tagscope {

// Runs the network over one part of the clips with features. The project, best a snapshot, is only read; activations
// and probabilities go to one file (ScorePack) in its data, which is there when the part is done and not before. Two
// programs at the same part disturb nothing. `clips` of the answer are those of the part.
// Errors: those of predictRun(); Inconsistent for a part that cannot be, or where the snapshot was changed meanwhile.
[[nodiscard]] Result<PredictionOutcome> predictShard(const Project &project, const PredictionNetwork &network,
                                                     const PredictionOptions &options, const Shard &shard,
                                                     const Progress &progress = {}, std::stop_token stop = {});

// Stores all parts as predictRun() would have, or nothing. Options, network, features and clips have to be those of the
// parts. Errors: those of wholePacksIn(); Inconsistent where network, features or clips are others now; those of
// predictRun().
[[nodiscard]] Result<PredictionOutcome> mergePrediction(Project &project, const PredictionNetwork &network,
                                                        const PredictionOptions &options, const Progress &progress = {},
                                                        std::stop_token stop = {});

} // namespace tagscope
