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

struct ChannelSum {
    std::int64_t notNumbers = 0;
    std::int64_t absurd = 0;
    double squares = 0.0;
};

template <class Sample>
ChannelSum addChannel(const Sample *in, std::size_t step, std::span<float> sums) {
    ChannelSum found;
    for (float &sum : sums) {
        float value = 0.0F;
        if constexpr (std::is_floating_point_v<Sample>) {
            if (std::isfinite(*in))
                value = toFloat(*in);
            else
                ++found.notNumbers;
            found.absurd += std::abs(value) > SoundLevels::kAbsurd ? 1 : 0;
        } else {
            value = toFloat(*in);
        }
        sum += value;
        found.squares += static_cast<double>(value) * static_cast<double>(value);
        in += step;
    }
    return found;
}

template <class Sample>
void average(const AVFrame &frame, bool isPlanar, std::size_t first, std::span<float> samples, SoundLevels &levels) {
    const auto channels = static_cast<std::size_t>(frame.ch_layout.nb_channels);
    std::fill(samples.begin(), samples.end(), 0.0F);
    levels.channelSquares.resize(channels);
    levels.samples += static_cast<std::int64_t>(samples.size());
    for (std::size_t channel = 0; channel < channels; ++channel) {
        const auto *plane = reinterpret_cast<const Sample *>(frame.extended_data[isPlanar ? channel : 0]);
        const ChannelSum found = isPlanar ? addChannel(plane + first, 1, samples)
                                          : addChannel(plane + first * channels + channel, channels, samples);
        levels.notNumbers += found.notNumbers;
        levels.absurd += found.absurd;
        levels.channelSquares[channel] += found.squares;
    }
    if (channels < 2) {
        levels.averageSquares = levels.channelSquares.front();
        return;
    }
    for (float &sample : samples) {
        sample /= static_cast<float>(channels);
        levels.averageSquares += static_cast<double>(sample) * static_cast<double>(sample);
    }
}

} // namespace

bool hasReadableSamples(const AVFrame &frame) {
    constexpr int kMaxChannels = 1024;
    return frame.format > AV_SAMPLE_FMT_NONE && frame.format < AV_SAMPLE_FMT_NB && frame.ch_layout.nb_channels > 0 &&
           frame.ch_layout.nb_channels <= kMaxChannels && frame.sample_rate > 0 &&
           frame.sample_rate <= kMaxSampleRate && frame.nb_samples >= 0;
}

void averageChannels(const AVFrame &frame, int first, std::span<float> samples, SoundLevels &levels) {
    const auto format = static_cast<AVSampleFormat>(frame.format);
    const bool isPlanar = av_sample_fmt_is_planar(format) != 0;
    const auto start = static_cast<std::size_t>(first);
    switch (av_get_packed_sample_fmt(format)) {
    case AV_SAMPLE_FMT_U8:
        return average<std::uint8_t>(frame, isPlanar, start, samples, levels);
    case AV_SAMPLE_FMT_S16:
        return average<std::int16_t>(frame, isPlanar, start, samples, levels);
    case AV_SAMPLE_FMT_S32:
        return average<std::int32_t>(frame, isPlanar, start, samples, levels);
    case AV_SAMPLE_FMT_S64:
        return average<std::int64_t>(frame, isPlanar, start, samples, levels);
    case AV_SAMPLE_FMT_FLT:
        return average<float>(frame, isPlanar, start, samples, levels);
    case AV_SAMPLE_FMT_DBL:
        return average<double>(frame, isPlanar, start, samples, levels);
    default:
        std::fill(samples.begin(), samples.end(), 0.0F); // not reached: hasReadableSamples()
        return;
    }
}

} // namespace tagscope
