// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audio/log_mel.h"
#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/base/seconds.h"

#include <cstddef>
#include <span>
#include <stop_token>

namespace tagscope {

// The features of a clip, all clips being equally long.
struct ClipLogMel {
    Matrix values;               // frames x bands, dB
    std::size_t soundFrames = 0; // before the padding
};

// Frames of a clip of this duration: 2,000 for 10 s.
[[nodiscard]] std::size_t clipFrames(const LogMelOptions &options, Seconds clipDuration);

// The samples, padded with silence to clipDuration or cut there, through `logMel`: training and inference both go
// through here, so that they see the same numbers. Errors: Cancelled.
[[nodiscard]] Result<ClipLogMel> clipLogMel(const LogMel &logMel, std::span<const float> samples, Seconds clipDuration,
                                            std::stop_token stop = {});

} // namespace tagscope
