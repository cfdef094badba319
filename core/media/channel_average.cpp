// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/channel_average.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/samplefmt.h>
}

namespace tagscope {
namespace {

// No honest floating-point recording comes near; keeps sums and the resampler finite.
constexpr float kLoudest = 1e6F;

template <class Sample>
float toFloat(Sample sample) {
    if constexpr (std::is_floating_point_v<Sample>)
        return std::clamp(static_cast<float>(sample), -kLoudest, kLoudest);
    else if constexpr (std::is_same_v<Sample, std::uint8_t>)
        return (static_cast<float>(sample) - 128.0F) / 128.0F;
    else
        return static_cast<float>(static_cast<double>(sample) * (0.5 / (std::uint64_t{1} << (8 * sizeof(Sample) - 2))));
}

template <class Sample>
std::int64_t addChannel(const Sample *in, std::size_t step, std::span<float> sums) {
    std::int64_t nonFinite = 0;
    for (float &sum : sums) {
        if constexpr (std::is_floating_point_v<Sample>) {
            if (std::isfinite(*in))
                sum += toFloat(*in);
            else
                ++nonFinite;
        } else {
            sum += toFloat(*in);
        }
        in += step;
    }
    return nonFinite;
}

template <class Sample>
std::int64_t average(const AVFrame &frame, bool isPlanar, std::size_t first, std::span<float> samples) {
    const auto channels = static_cast<std::size_t>(frame.ch_layout.nb_channels);
    std::fill(samples.begin(), samples.end(), 0.0F);
    std::int64_t nonFinite = 0;
    for (std::size_t channel = 0; channel < channels; ++channel) {
        const auto *plane = reinterpret_cast<const Sample *>(frame.extended_data[isPlanar ? channel : 0]);
        nonFinite += isPlanar ? addChannel(plane + first, 1, samples)
                              : addChannel(plane + first * channels + channel, channels, samples);
    }
    if (channels > 1) {
        for (float &sample : samples)
            sample /= static_cast<float>(channels);
    }
    return nonFinite;
}

} // namespace

bool hasReadableSamples(const AVFrame &frame) {
    constexpr int kMaxChannels = 1024;
    return frame.format > AV_SAMPLE_FMT_NONE && frame.format < AV_SAMPLE_FMT_NB && frame.ch_layout.nb_channels > 0 &&
           frame.ch_layout.nb_channels <= kMaxChannels && frame.sample_rate > 0 &&
           frame.sample_rate <= kMaxSampleRate && frame.nb_samples >= 0;
}

std::int64_t averageChannels(const AVFrame &frame, int first, std::span<float> samples) {
    const auto format = static_cast<AVSampleFormat>(frame.format);
    const bool isPlanar = av_sample_fmt_is_planar(format) != 0;
    const auto start = static_cast<std::size_t>(first);
    switch (av_get_packed_sample_fmt(format)) {
    case AV_SAMPLE_FMT_U8:
        return average<std::uint8_t>(frame, isPlanar, start, samples);
    case AV_SAMPLE_FMT_S16:
        return average<std::int16_t>(frame, isPlanar, start, samples);
    case AV_SAMPLE_FMT_S32:
        return average<std::int32_t>(frame, isPlanar, start, samples);
    case AV_SAMPLE_FMT_S64:
        return average<std::int64_t>(frame, isPlanar, start, samples);
    case AV_SAMPLE_FMT_FLT:
        return average<float>(frame, isPlanar, start, samples);
    case AV_SAMPLE_FMT_DBL:
        return average<double>(frame, isPlanar, start, samples);
    default:
        std::fill(samples.begin(), samples.end(), 0.0F); // not reached: hasReadableSamples()
        return 0;
    }
}

} // namespace tagscope
