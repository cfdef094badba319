// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/clip_log_mel.h"

#include "core/base/try.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace tagscope {
namespace {

std::size_t clipSamples(const LogMelOptions &options, Seconds clipDuration) {
    return static_cast<std::size_t>(std::llround(clipDuration.count() * options.sampleRate));
}

// A frame begins at each multiple of the hop.
std::size_t framesOf(std::size_t samples, const LogMelOptions &options) {
    const auto hop = static_cast<std::size_t>(options.hopSamples);
    return (samples + hop - 1) / hop;
}

} // namespace

std::size_t clipFrames(const LogMelOptions &options, Seconds clipDuration) {
    return framesOf(clipSamples(options, clipDuration), options);
}

Result<ClipLogMel> clipLogMel(const LogMel &logMel, std::span<const float> samples, Seconds clipDuration,
                              std::stop_token stop) {
    const LogMelOptions &options = logMel.options();
    std::vector<float> padded(samples.begin(), samples.end());
    padded.resize(clipSamples(options, clipDuration));
    Matrix features = TAGSCOPE_TRY(logMel.compute(padded, std::move(stop)));
    ClipLogMel clip;
    clip.values = std::move(features);
    clip.soundFrames = std::min(clip.values.rows, framesOf(samples.size(), options));
    return clip;
}

} // namespace tagscope
