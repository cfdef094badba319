// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/mono_resampler.h"

#include <algorithm>
#include <array>
#include <new>
#include <numeric>

extern "C" {
#include <libavutil/channel_layout.h>
#include <libswresample/swresample.h>
}

namespace tagscope {
namespace {

constexpr std::int64_t kBlock = 8192;

} // namespace

MonoResampler::MonoResampler(int inputRate, int outputRate, std::int64_t start)
    : firstOutput_(start / alignment(inputRate, outputRate) * (outputRate / std::gcd(inputRate, outputRate))) {
    if (inputRate == outputRate)
        return;
    AVChannelLayout mono = AV_CHANNEL_LAYOUT_MONO; // not const: FFmpeg 5.1 asks for that
    SwrContext *made = nullptr;
    const int code = swr_alloc_set_opts2(&made, &mono, AV_SAMPLE_FMT_FLT, outputRate, &mono, AV_SAMPLE_FMT_FLT,
                                         inputRate, 0, nullptr);
    resampler_.reset(made);
    // With valid rates only memory can be missing.
    if (code < 0 || swr_init(resampler_.get()) < 0)
        throw std::bad_alloc();
}

std::int64_t MonoResampler::alignment(int inputRate, int outputRate) {
    return std::max(1, inputRate / std::gcd(inputRate, outputRate));
}

int MonoResampler::blockSamples(int inputRate, int outputRate) {
    return static_cast<int>(std::clamp(kBlock * inputRate / outputRate, std::int64_t{1}, kBlock));
}

void MonoResampler::resample(std::span<const float> input, std::vector<float> &output) {
    if (resampler_)
        convert(input.data(), static_cast<int>(input.size()), output);
    else
        output.insert(output.end(), input.begin(), input.end());
}

void MonoResampler::finish(std::vector<float> &output) {
    if (resampler_)
        convert(nullptr, 0, output);
}

void MonoResampler::convert(const float *input, int count, std::vector<float> &output) {
    const int room = swr_get_out_samples(resampler_.get(), count);
    if (room <= 0)
        return;
    const std::size_t before = output.size();
    output.resize(before + static_cast<std::size_t>(room));
    std::array<std::uint8_t *, 1> out{reinterpret_cast<std::uint8_t *>(output.data() + before)};
    std::array<const std::uint8_t *, 1> in{reinterpret_cast<const std::uint8_t *>(input)};
    const int made = swr_convert(resampler_.get(), out.data(), room, input == nullptr ? nullptr : in.data(), count);
    output.resize(before + static_cast<std::size_t>(std::max(made, 0)));
}

} // namespace tagscope
