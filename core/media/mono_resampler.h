// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/ffmpeg_handles.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tagscope {

// Resamples one channel with libswresample such that output sample n lies at the time n / outputRate. One thread at a
// time. Throws std::bad_alloc.
class MonoResampler {
public:
    // A stream that begins with input sample `start` (of its time axis), which must be a multiple of alignment(): only
    // there do input and output samples coincide, and the result does not depend on where the stream begins.
    MonoResampler(int inputRate, int outputRate, std::int64_t start);

    [[nodiscard]] static std::int64_t alignment(int inputRate, int outputRate);

    // The most input samples that may be given at once: keeps the output of a block small, whatever the rates.
    [[nodiscard]] static int blockSamples(int inputRate, int outputRate);

    // The index on the output's time axis of the first sample that the resampler gives.
    [[nodiscard]] std::int64_t firstOutput() const { return firstOutput_; }

    // Append what is ready to `output`.
    void resample(std::span<const float> input, std::vector<float> &output);
    void finish(std::vector<float> &output);

private:
    void convert(const float *input, int count, std::vector<float> &output);

    FfmpegPointer<SwrContext> resampler_; // null where the rates are equal
    std::int64_t firstOutput_;
};

} // namespace tagscope
