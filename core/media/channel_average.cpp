// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/channel_average.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

extern "C" {
#include <libavutil/channel_layout.h>
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

// Of an unnamed order the even ones are on the left.
bool isOnSide(const AVFrame &frame, int channel, bool isLeft) {
    if (frame.ch_layout.nb_channels == 1)
        return true;
    switch (av_channel_layout_channel_from_index(&frame.ch_layout, static_cast<unsigned>(channel))) {
    case AV_CHAN_FRONT_LEFT:
    case AV_CHAN_BACK_LEFT:
    case AV_CHAN_SIDE_LEFT:
    case AV_CHAN_FRONT_LEFT_OF_CENTER:
    case AV_CHAN_STEREO_LEFT:
        return isLeft;
    case AV_CHAN_FRONT_RIGHT:
    case AV_CHAN_BACK_RIGHT:
    case AV_CHAN_SIDE_RIGHT:
    case AV_CHAN_FRONT_RIGHT_OF_CENTER:
    case AV_CHAN_STEREO_RIGHT:
        return !isLeft;
    case AV_CHAN_FRONT_CENTER:
    case AV_CHAN_BACK_CENTER:
    case AV_CHAN_LOW_FREQUENCY:
        return true;
    default:
        return (channel % 2 == 0) == isLeft;
    }
}

template <class Sample>
void averageSide(const AVFrame &frame, bool isPlanar, std::size_t first, bool isLeft, std::span<float> samples) {
    std::fill(samples.begin(), samples.end(), 0.0F);
    const auto channels = static_cast<std::size_t>(frame.ch_layout.nb_channels);
    int used = 0;
    for (std::size_t channel = 0; channel < channels; ++channel) {
        if (!isOnSide(frame, static_cast<int>(channel), isLeft))
            continue;
        const auto *plane = reinterpret_cast<const Sample *>(frame.extended_data[isPlanar ? channel : 0]);
        static_cast<void>(isPlanar ? addChannel(plane + first, 1, samples)
                                   : addChannel(plane + first * channels + channel, channels, samples));
        ++used;
    }
    for (float &sample : samples)
        sample /= static_cast<float>(std::max(used, 1));
}

// Calls `use` with a sample of the frame's kind.
template <class Use>
void withSampleOf(const AVFrame &frame, const Use &use) {
    switch (av_get_packed_sample_fmt(static_cast<AVSampleFormat>(frame.format))) {
    case AV_SAMPLE_FMT_U8:
        return use(std::uint8_t{});
    case AV_SAMPLE_FMT_S16:
        return use(std::int16_t{});
    case AV_SAMPLE_FMT_S32:
        return use(std::int32_t{});
    case AV_SAMPLE_FMT_S64:
        return use(std::int64_t{});
    case AV_SAMPLE_FMT_FLT:
        return use(float{});
    case AV_SAMPLE_FMT_DBL:
        return use(double{});
    default:
        return; // not reached: hasReadableSamples()
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
    const bool isPlanar = av_sample_fmt_is_planar(static_cast<AVSampleFormat>(frame.format)) != 0;
    std::fill(samples.begin(), samples.end(), 0.0F);
    withSampleOf(frame, [&]<class Sample>(Sample) {
        average<Sample>(frame, isPlanar, static_cast<std::size_t>(first), samples, levels);
    });
}

void leftAndRight(const AVFrame &frame, int first, std::span<float> left, std::span<float> right) {
    const bool isPlanar = av_sample_fmt_is_planar(static_cast<AVSampleFormat>(frame.format)) != 0;
    withSampleOf(frame, [&]<class Sample>(Sample) {
        averageSide<Sample>(frame, isPlanar, static_cast<std::size_t>(first), true, left);
        averageSide<Sample>(frame, isPlanar, static_cast<std::size_t>(first), false, right);
    });
}

} // namespace tagscope
