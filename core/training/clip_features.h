// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audio/log_mel.h"
#include "core/project/clip_table.h"
#include "core/training/feature_block.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>

namespace tagscope {

// The features of one clip, as they are stored.
struct MadeFeatures {
    std::string bytes; // frames x bands numbers in the format's precision
    std::size_t soundFrames = 0;
    BandSums sums; // over the sound frames, of the numbers as they are stored
};

// Decodes the clip's window of its recording: the first audio stream, from clip.start, clip.duration long but not
// longer than the format's clips. Errors: Cancelled only; what else goes wrong is a reason to leave the clip out.
[[nodiscard]] Result<std::variant<MadeFeatures, OmittedClip>>
makeClipFeatures(const Clip &clip, const FeatureFormat &format, const LogMel &logMel, const std::stop_token &stop);

} // namespace tagscope
