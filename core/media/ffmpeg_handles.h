// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

// FFmpeg's structures, declared only: this folder's headers stay free of FFmpeg's own.
struct AVCodecContext;
struct AVFormatContext;
struct AVFrame;
struct AVIOContext;
struct AVPacket;
struct SwrContext;
struct SwsContext;

namespace tagscope {

// Frees each kind of FFmpeg structure by its own function.
struct FfmpegDeleter {
    void operator()(AVCodecContext *codec) const;
    void operator()(AVFormatContext *format) const;
    void operator()(AVFrame *frame) const;
    void operator()(AVIOContext *io) const;
    void operator()(AVPacket *packet) const;
    void operator()(SwrContext *resampler) const;
    void operator()(SwsContext *scaler) const;
};

template <class T>
using FfmpegPointer = std::unique_ptr<T, FfmpegDeleter>;

// Throw std::bad_alloc where there is no memory.
[[nodiscard]] FfmpegPointer<AVFrame> makeFrame();
[[nodiscard]] FfmpegPointer<AVPacket> makePacket();

// Keeps FFmpeg off the standard error stream and bounds its single allocations. Called before any other use of FFmpeg;
// calling it again does nothing. Thread-safe.
void prepareFfmpeg();

// FFmpeg's words for an error code, with the last thing that it logged on this thread; forgets the latter.
[[nodiscard]] std::string ffmpegCause(int errorCode);

} // namespace tagscope
