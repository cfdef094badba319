// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/clip_encoders.h"

#include "core/base/try.h"

#include <algorithm>
#include <array>
#include <new>
#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/channel_layout.h>
#include <libavutil/dict.h>
#include <libavutil/frame.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>
}

namespace tagscope {
namespace {

constexpr int kSoundBitRate = 96'000;

// Constant quality on x264's scale, and on the quantiser's of MPEG-4: drawings and photographs look clean, at some
// 300 kB for ten seconds of 320 x 180.
constexpr const char *kRateFactor = "23";
constexpr int kQuantiser = 4;

// A key picture every two seconds: seeking decodes no more than that.
constexpr int kKeyPictureSeconds = 2;

FfmpegPointer<AVCodecContext> makeContext(const AVCodec &encoder) {
    FfmpegPointer<AVCodecContext> codec(avcodec_alloc_context3(&encoder));
    if (!codec)
        throw std::bad_alloc();
    // MP4 keeps the headers apart; without random or dated content equal input gives equal output, for which the
    // number of threads has to be fixed too.
    codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT;
    codec->thread_count = 1;
    return codec;
}

// Receives what the encoder has ready.
Result<void> drain(AVCodecContext &codec, const PacketSink &sink) {
    const FfmpegPointer<AVPacket> packet = makePacket();
    for (;;) {
        const int status = avcodec_receive_packet(&codec, packet.get());
        if (status == AVERROR(EAGAIN) || status == AVERROR_EOF)
            return {};
        if (status < 0)
            return fail(Error::Kind::Internal, "media.clip_not_encoded", ffmpegCause(status));
        TAGSCOPE_TRY(sink(*packet));
        av_packet_unref(packet.get());
    }
}

// No frame: the end.
Result<void> send(AVCodecContext &codec, const AVFrame *frame, const PacketSink &sink) {
    if (const int status = avcodec_send_frame(&codec, frame); status < 0)
        return fail(Error::Kind::Internal, "media.clip_not_encoded", ffmpegCause(status));
    return drain(codec, sink);
}

void takeBuffer(AVFrame &frame) {
    if (av_frame_get_buffer(&frame, 0) < 0)
        throw std::bad_alloc();
}

const AVCodec *findPictureEncoder(bool isH264) {
    const AVCodec *h264 = isH264 ? avcodec_find_encoder_by_name("libx264") : nullptr;
    return h264 != nullptr ? h264 : avcodec_find_encoder(AV_CODEC_ID_MPEG4);
}

void describePictures(AVCodecContext &codec, const ClipFormat &format) {
    codec.width = format.width;
    codec.height = format.height;
    codec.pix_fmt = AV_PIX_FMT_YUV420P;
    codec.time_base = {1, format.picturesPerSecond};
    codec.framerate = {format.picturesPerSecond, 1};
    codec.sample_aspect_ratio = {1, 1};
    codec.gop_size = kKeyPictureSeconds * format.picturesPerSecond;
    codec.max_b_frames = 0; // so that decoding and showing are the same order, and both begin at 0
    codec.color_range = AVCOL_RANGE_MPEG;
    codec.colorspace = AVCOL_SPC_SMPTE170M; // what libswscale makes of RGB by default
    codec.color_primaries = AVCOL_PRI_SMPTE170M;
    codec.color_trc = AVCOL_TRC_SMPTE170M;
}

int openPictureCodec(AVCodecContext &codec, const AVCodec &encoder) {
    AVDictionary *options = nullptr;
    if (encoder.id == AV_CODEC_ID_H264) {
        av_dict_set(&options, "preset", "veryfast", 0);
        av_dict_set(&options, "crf", kRateFactor, 0);
    } else {
        codec.flags |= AV_CODEC_FLAG_QSCALE;
        codec.global_quality = FF_QP2LAMBDA * kQuantiser;
    }
    const int status = avcodec_open2(&codec, &encoder, &options);
    av_dict_free(&options);
    return status;
}

} // namespace

PictureEncoder::PictureEncoder(FfmpegPointer<AVCodecContext> codec, FfmpegPointer<SwsContext> converter)
    : codec_(std::move(codec)), converter_(std::move(converter)) {}

Result<PictureEncoder> PictureEncoder::open(const ClipFormat &format) {
    const AVCodec *encoder = findPictureEncoder(format.isH264);
    if (encoder == nullptr)
        return fail(Error::Kind::Unsupported, "media.no_video_encoder");
    FfmpegPointer<AVCodecContext> codec = makeContext(*encoder);
    describePictures(*codec, format);
    if (const int status = openPictureCodec(*codec, *encoder); status < 0)
        return fail(Error::Kind::Unsupported, "media.video_encoder_refuses", ffmpegCause(status));
    FfmpegPointer<SwsContext> converter(
        sws_getContext(format.width, format.height, AV_PIX_FMT_RGB24, format.width, format.height, AV_PIX_FMT_YUV420P,
                       SWS_BILINEAR | SWS_ACCURATE_RND | SWS_BITEXACT, nullptr, nullptr, nullptr));
    if (!converter)
        throw std::bad_alloc();
    return PictureEncoder(std::move(codec), std::move(converter));
}

Result<void> PictureEncoder::encode(const RgbImage &image, const PacketSink &sink) {
    if (image.width != codec_->width || image.height != codec_->height)
        return fail(Error::Kind::Inconsistent, "media.picture_unlike_video");
    const FfmpegPointer<AVFrame> frame = makeFrame();
    frame->width = codec_->width;
    frame->height = codec_->height;
    frame->format = codec_->pix_fmt;
    frame->color_range = codec_->color_range;
    frame->colorspace = codec_->colorspace;
    frame->quality = codec_->global_quality;
    takeBuffer(*frame);
    const std::array<const std::uint8_t *, 1> source{image.pixels.data()};
    const std::array<int, 1> stride{3 * image.width};
    sws_scale(converter_.get(), source.data(), stride.data(), 0, image.height, frame->data, frame->linesize);
    frame->pts = pictures_++;
    return send(*codec_, frame.get(), sink);
}

Result<void> PictureEncoder::finish(const PacketSink &sink) {
    return send(*codec_, nullptr, sink);
}

SoundEncoder::SoundEncoder(FfmpegPointer<AVCodecContext> codec) : codec_(std::move(codec)) {}

Result<SoundEncoder> SoundEncoder::open(const ClipFormat &format) {
    const AVCodec *encoder = avcodec_find_encoder_by_name("aac"); // FFmpeg's own: always there, float samples
    if (encoder == nullptr)
        return fail(Error::Kind::Unsupported, "media.no_sound_encoder");
    FfmpegPointer<AVCodecContext> codec = makeContext(*encoder);
    codec->sample_fmt = AV_SAMPLE_FMT_FLTP;
    codec->sample_rate = format.sampleRate;
    codec->time_base = {1, format.sampleRate};
    codec->bit_rate = kSoundBitRate;
    av_channel_layout_default(&codec->ch_layout, 1);
    if (const int status = avcodec_open2(codec.get(), encoder, nullptr); status < 0)
        return fail(Error::Kind::Unsupported, "media.sound_encoder_refuses", ffmpegCause(status));
    return SoundEncoder(std::move(codec));
}

Result<void> SoundEncoder::encode(std::span<const float> samples, const PacketSink &sink) {
    const FfmpegPointer<AVFrame> frame = makeFrame();
    frame->nb_samples = static_cast<int>(samples.size());
    frame->format = codec_->sample_fmt;
    frame->sample_rate = codec_->sample_rate;
    if (av_channel_layout_copy(&frame->ch_layout, &codec_->ch_layout) < 0)
        throw std::bad_alloc();
    takeBuffer(*frame);
    std::ranges::copy(samples, reinterpret_cast<float *>(frame->data[0]));
    frame->pts = samples_;
    samples_ += frame->nb_samples;
    return send(*codec_, frame.get(), sink);
}

Result<void> SoundEncoder::finish(const PacketSink &sink) {
    return send(*codec_, nullptr, sink);
}

} // namespace tagscope
