// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/ffmpeg_handles.h"

#include <array>
#include <cstdarg>
#include <mutex>
#include <new>
#include <string_view>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/log.h>
#include <libavutil/mem.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

namespace tagscope {
namespace {

// The largest honest allocation is a picture of kMaxStillPixels (media_file.h) in 8 bytes a pixel.
constexpr std::size_t kMaxAllocation = std::size_t{640} << 20U;

// Decoders run on the thread that calls them (one thread each), so a thread's last message belongs to its last call.
std::string &lastMessage() {
    thread_local std::string message;
    return message;
}

void keepMessage(void *context, int level, const char *format, va_list arguments) {
    if (level > AV_LOG_ERROR)
        return;
    std::array<char, 512> line{};
    int prefix = 1;
    av_log_format_line2(context, level, format, arguments, line.data(), static_cast<int>(line.size()), &prefix);
    std::string_view text(line.data());
    while (!text.empty() && text.back() == '\n')
        text.remove_suffix(1);
    try {
        lastMessage() = text;
    } catch (const std::bad_alloc &) {
        lastMessage().clear(); // the caller is C: nothing may be thrown through it
    }
}

} // namespace

void FfmpegDeleter::operator()(AVCodecContext *codec) const {
    avcodec_free_context(&codec);
}

void FfmpegDeleter::operator()(AVFormatContext *format) const {
    avformat_close_input(&format);
}

void FfmpegDeleter::operator()(AVFrame *frame) const {
    av_frame_free(&frame);
}

void FfmpegDeleter::operator()(AVIOContext *io) const {
    av_freep(static_cast<void *>(&io->buffer)); // may have been replaced since it was given
    avio_context_free(&io);
}

void FfmpegDeleter::operator()(AVPacket *packet) const {
    av_packet_free(&packet);
}

void FfmpegDeleter::operator()(SwrContext *resampler) const {
    swr_free(&resampler);
}

void FfmpegDeleter::operator()(SwsContext *scaler) const {
    sws_freeContext(scaler);
}

FfmpegPointer<AVFrame> makeFrame() {
    FfmpegPointer<AVFrame> frame(av_frame_alloc());
    if (!frame)
        throw std::bad_alloc();
    return frame;
}

FfmpegPointer<AVPacket> makePacket() {
    FfmpegPointer<AVPacket> packet(av_packet_alloc());
    if (!packet)
        throw std::bad_alloc();
    return packet;
}

void prepareFfmpeg() {
    static std::once_flag once;
    std::call_once(once, [] {
        av_log_set_callback(&keepMessage);
        av_max_alloc(kMaxAllocation);
    });
}

std::string ffmpegCause(int errorCode) {
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(errorCode, text.data(), text.size());
    std::string cause(text.data());
    if (!lastMessage().empty())
        cause += " (" + lastMessage() + ")";
    lastMessage().clear();
    return cause;
}

} // namespace tagscope
