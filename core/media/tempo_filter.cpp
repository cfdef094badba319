// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/tempo_filter.h"

#include "core/base/try.h"
#include "core/media/ffmpeg_handles.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <string>

extern "C" {
#include <libavfilter/avfilter.h>
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavutil/channel_layout.h>
#include <libavutil/frame.h>
}

namespace tagscope {
namespace {

constexpr double kSlowestOfOne = 0.5; // atempo's own limit; slower takes two of them
constexpr int kMaxTempoSampleRate = 768'000;

struct GraphDeleter {
    void operator()(AVFilterGraph *graph) const { avfilter_graph_free(&graph); }
};

tl::unexpected<Error> failed(int code) {
    return fail(Error::Kind::Internal, "media.speed_fixed", ffmpegCause(code));
}

} // namespace

struct TempoFilter::State {
    int sampleRate = 0;
    int channels = 1;
    std::unique_ptr<AVFilterGraph, GraphDeleter> graph; // null at speed 1
    AVFilterContext *source = nullptr;                  // both belong to the graph
    AVFilterContext *sink = nullptr;
    FfmpegPointer<AVFrame> frame = makeFrame();
    std::int64_t position = 0; // of the input

    [[nodiscard]] int build(double speed);
    [[nodiscard]] int append(const char *filter, const std::string &options, AVFilterContext *&last) const;
    [[nodiscard]] Result<void> pass(std::span<const float> input);
    [[nodiscard]] Result<void> drain(std::vector<float> &output);
};

// Makes the filter and links it behind `last`, which becomes it. Negative: an error of FFmpeg.
int TempoFilter::State::append(const char *filter, const std::string &options, AVFilterContext *&last) const {
    const AVFilter *kind = avfilter_get_by_name(filter);
    if (kind == nullptr)
        return AVERROR_FILTER_NOT_FOUND;
    AVFilterContext *made = nullptr;
    if (const int code = avfilter_graph_create_filter(&made, kind, nullptr, options.c_str(), nullptr, graph.get());
        code < 0)
        return code;
    const int code = last == nullptr ? 0 : avfilter_link(last, 0, made, 0);
    last = made;
    return code;
}

int TempoFilter::State::build(double speed) {
    graph.reset(avfilter_graph_alloc());
    if (!graph)
        throw std::bad_alloc();
    graph->nb_threads = 1;
    const std::string rate = std::to_string(sampleRate);
    AVFilterContext *last = nullptr;
    if (const int code = append("abuffer",
                                "sample_rate=" + rate + ":sample_fmt=flt:channel_layout=" +
                                    (channels == 2 ? "stereo" : "mono") + ":time_base=1/" + rate,
                                last);
        code < 0)
        return code;
    source = last;
    double left = speed;
    do {
        const double part = std::max(left, kSlowestOfOne);
        if (const int code = append("atempo", "tempo=" + std::to_string(part), last); code < 0)
            return code;
        left /= part;
    } while (left < 1.0);
    if (const int code = append("abuffersink", {}, last); code < 0)
        return code;
    sink = last;
    return avfilter_graph_config(graph.get(), nullptr);
}

Result<TempoFilter> TempoFilter::make(int sampleRate, double speed, int channels) {
    if (!(speed >= kSlowest && speed <= kFastest) || sampleRate < 1 || sampleRate > kMaxTempoSampleRate ||
        channels < 1 || channels > 2)
        return fail(Error::Kind::Inconsistent, "media.bad_speed");
    prepareFfmpeg();
    try {
        auto state = std::make_unique<State>();
        state->sampleRate = sampleRate;
        state->channels = channels;
        if (speed != 1.0) {
            if (const int code = state->build(speed); code < 0)
                return failed(code);
        }
        return TempoFilter(std::move(state));
    } catch (const std::bad_alloc &) {
        return fail(Error::Kind::Unreadable, "media.no_memory_to_play");
    }
}

Result<void> TempoFilter::State::pass(std::span<const float> input) {
    av_frame_unref(frame.get());
    frame->format = AV_SAMPLE_FMT_FLT;
    frame->sample_rate = sampleRate;
    frame->nb_samples = static_cast<int>(input.size()) / channels;
    frame->pts = position;
    av_channel_layout_default(&frame->ch_layout, channels);
    if (const int code = av_frame_get_buffer(frame.get(), 0); code < 0)
        return failed(code);
    std::ranges::copy(input, reinterpret_cast<float *>(frame->data[0]));
    position += frame->nb_samples;
    if (const int code = av_buffersrc_add_frame(source, frame.get()); code < 0)
        return failed(code);
    return {};
}

Result<void> TempoFilter::State::drain(std::vector<float> &output) {
    for (;;) {
        av_frame_unref(frame.get());
        const int code = av_buffersink_get_frame(sink, frame.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
            return {};
        if (code < 0)
            return failed(code);
        const auto *samples = reinterpret_cast<const float *>(frame->data[0]);
        output.insert(output.end(), samples, samples + frame->nb_samples * channels);
    }
}

Result<void> TempoFilter::stretch(std::span<const float> input, std::vector<float> &output) {
    constexpr std::size_t kBlock = 8192;
    if (!state_->graph) {
        output.insert(output.end(), input.begin(), input.end());
        return {};
    }
    while (!input.empty()) {
        const std::span<const float> block = input.first(std::min(input.size(), kBlock));
        TAGSCOPE_TRY(state_->pass(block));
        TAGSCOPE_TRY(state_->drain(output));
        input = input.subspan(block.size());
    }
    return {};
}

Result<void> TempoFilter::finish(std::vector<float> &output) {
    if (!state_->graph)
        return {};
    if (const int code = av_buffersrc_add_frame(state_->source, nullptr); code < 0)
        return failed(code);
    return state_->drain(output);
}

TempoFilter::TempoFilter(std::unique_ptr<State> state) : state_(std::move(state)) {}
TempoFilter::TempoFilter(TempoFilter &&) noexcept = default;
TempoFilter &TempoFilter::operator=(TempoFilter &&) noexcept = default;
TempoFilter::~TempoFilter() = default;

} // namespace tagscope
