// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/local_stream.h"

#include "core/base/try.h"
#include "core/media/pixel_aspect.h"
#include "core/media/time_axis.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <optional>
#include <string>
#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

namespace tagscope {
namespace {

// A demuxer or decoder that reports this many failures in a row makes no progress.
constexpr int kMaxFailuresInARow = 1000;

bool isPcm(AVCodecID codec) {
    return codec >= AV_CODEC_ID_FIRST_AUDIO && codec < AV_CODEC_ID_ADPCM_IMA_QT;
}

// The index of an MP4 file lists every packet. Equal steps mean that counting samples and reading timestamps agree;
// other files (jitter, rounding, gaps) are counted from their start instead. The last packet may be shorter.
bool hasEqualSteps(AVStream &stream) {
    const int count = avformat_index_get_entries_count(&stream);
    if (count < 3)
        return false;
    const auto timestamp = [&](int i) { return avformat_index_get_entry(&stream, i)->timestamp; };
    const std::int64_t step = timestamp(1) - timestamp(0);
    for (int i = 2; i < count - 1; ++i) {
        if (timestamp(i) - timestamp(i - 1) != step)
            return false;
    }
    return step > 0;
}

bool hasJumps(AVStream &stream) {
    const double tick = av_q2d(stream.time_base);
    const int count = avformat_index_get_entries_count(&stream);
    for (int i = 1; i < count; ++i) {
        const auto step = static_cast<double>(avformat_index_get_entry(&stream, i)->timestamp) -
                          static_cast<double>(avformat_index_get_entry(&stream, i - 1)->timestamp);
        if (step * tick > kMaxGapSeconds || step * tick < -kMaxOverlapSeconds)
            return true;
    }
    return false;
}

} // namespace

struct LocalStream::State {
    State(MediaFile opened, DecodableStream chosen) : media(std::move(opened)), stream(chosen.stream) {}

    MediaFile media;
    AVStream *stream;
    StreamFacts facts;
    FfmpegPointer<AVCodecContext> codec;
    FfmpegPointer<AVPacket> packet = makePacket();
    std::int64_t damaged = 0;
    bool isDraining = false;
    bool wantsKeyPacket = false;                  // after seeking
    std::int64_t firstTimestamp = AV_NOPTS_VALUE; // of the key packet that decoding began with after seeking

    [[nodiscard]] int openDecoder(const AVCodec &decoder);
    void learnFacts();
    [[nodiscard]] int readPacket();
    [[nodiscard]] int feedDecoder();
    [[nodiscard]] bool isBeforeKey(const AVFrame &frame) const;
};

int LocalStream::State::openDecoder(const AVCodec &decoder) {
    codec.reset(avcodec_alloc_context3(&decoder));
    if (!codec)
        throw std::bad_alloc();
    if (const int code = avcodec_parameters_to_context(codec.get(), stream->codecpar); code < 0)
        return code;
    codec->thread_count = 1;
    codec->pkt_timebase = stream->time_base;
    codec->max_pixels = media.isStillImage() ? kMaxStillPixels : kMaxVideoPixels;
    return avcodec_open2(codec.get(), &decoder, nullptr);
}

void LocalStream::State::learnFacts() {
    const AVRational average = stream->avg_frame_rate;
    facts = {media.startSeconds(),   av_q2d(stream->time_base),
             media.isStillImage(),   average.num > 0 && average.den > 0 ? av_q2d(av_inv_q(average)) : 0.0,
             orientationOf(*stream), pixelAspectOf(*stream)};
}

// The next packet of the stream. Negative: the end, or AVERROR_EXIT where someone asked to stop.
int LocalStream::State::readPacket() {
    for (int failures = 0; failures < kMaxFailuresInARow;) {
        if (media.stopRequested())
            return AVERROR_EXIT;
        av_packet_unref(packet.get());
        const int code = av_read_frame(&media.format(), packet.get());
        if (code == AVERROR_INVALIDDATA || code == AVERROR(EAGAIN)) {
            ++failures;
            continue;
        }
        if (code < 0)
            return media.stopRequested() ? AVERROR_EXIT : code;
        media.notePacket();
        if (packet->stream_index != stream->index)
            continue;
        if (wantsKeyPacket && (packet->flags & AV_PKT_FLAG_KEY) == 0)
            continue;
        return 0;
    }
    return AVERROR_EOF;
}

int LocalStream::State::feedDecoder() {
    const int code = readPacket();
    if (code == AVERROR_EXIT)
        return code;
    if (code < 0) {
        isDraining = true;
        return avcodec_send_packet(codec.get(), nullptr);
    }
    if (wantsKeyPacket) {
        wantsKeyPacket = false;
        firstTimestamp = packet->pts;
    }
    const int sent = avcodec_send_packet(codec.get(), packet.get());
    if (sent < 0)
        ++damaged;
    return 0;
}

bool LocalStream::State::isBeforeKey(const AVFrame &frame) const {
    return firstTimestamp != AV_NOPTS_VALUE && frame.pts != AV_NOPTS_VALUE && frame.pts < firstTimestamp;
}

Result<std::unique_ptr<StreamDecoder>> LocalStream::open(OpenRecording recording, StreamKind kind, ReadingWatch watch) {
    MediaFile media = TAGSCOPE_TRY(MediaFile::open(std::move(recording), std::move(watch)));
    const std::optional<DecodableStream> chosen = kind == StreamKind::Audio ? media.firstAudio() : media.firstVideo();
    if (!chosen)
        return tl::unexpected(media.missing(kind == StreamKind::Audio ? "base.audio" : "base.video"));
    const AVCodecParameters &parameters = *chosen->stream->codecpar;
    const std::int64_t pixels = std::int64_t{parameters.width} * parameters.height;
    if (kind == StreamKind::Video && pixels > (media.isStillImage() ? kMaxStillPixels : kMaxVideoPixels))
        return fail(Error::Kind::Unsupported,
                    {"media.pictures_too_large", media.name(), parameters.width, parameters.height});
    for (unsigned i = 0; i < media.format().nb_streams; ++i) {
        AVStream *other = media.format().streams[i];
        if (other != chosen->stream)
            other->discard = AVDISCARD_ALL;
    }
    auto state = std::make_unique<State>(std::move(media), *chosen);
    if (const int code = state->openDecoder(*chosen->decoder); code < 0)
        return fail(Error::Kind::Unsupported,
                    {"media.decoder_refuses", state->media.name(),
                     Message(kind == StreamKind::Audio ? "base.audio" : "base.video"),
                     avcodec_get_name(parameters.codec_id)},
                    ffmpegCause(code));
    state->learnFacts();
    return std::unique_ptr<StreamDecoder>(new LocalStream(std::move(state)));
}

LocalStream::LocalStream(std::unique_ptr<State> state) : state_(std::move(state)) {}
LocalStream::~LocalStream() = default;

const StreamFacts &LocalStream::facts() const {
    return state_->facts;
}

Result<bool> LocalStream::next(AVFrame &frame) {
    for (int failures = 0; failures < kMaxFailuresInARow;) {
        if (state_->media.stopRequested())
            return cancelled();
        const int code = avcodec_receive_frame(state_->codec.get(), &frame);
        if (code == 0) {
            if (!state_->isBeforeKey(frame))
                return true;
            continue;
        }
        if (code == AVERROR_EOF)
            return false;
        if (code == AVERROR(EAGAIN)) {
            if (state_->isDraining)
                return false;
            if (state_->feedDecoder() == AVERROR_EXIT)
                return cancelled();
            continue;
        }
        ++state_->damaged;
        if (state_->isDraining)
            ++failures;
    }
    return false;
}

bool LocalStream::seekBefore(double timestamp) {
    const double ticks = timestamp / state_->facts.tick;
    if (!(std::abs(ticks) < 4e18))
        return false;
    const int code = av_seek_frame(&state_->media.format(), state_->stream->index,
                                   static_cast<std::int64_t>(std::floor(ticks)), AVSEEK_FLAG_BACKWARD);
    if (code < 0)
        return false;
    avcodec_flush_buffers(state_->codec.get());
    state_->isDraining = false;
    state_->wantsKeyPacket = true;
    state_->firstTimestamp = AV_NOPTS_VALUE;
    return true;
}

bool LocalStream::isSeekable() const {
    const std::string container = state_->media.container();
    const bool isMp4 = container.starts_with("mov,");
    const AVCodecID codec = state_->stream->codecpar->codec_id;
    if (state_->stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO)
        return (isMp4 || container.starts_with("matroska")) && !hasJumps(*state_->stream);
    if (container == "flac" || ((container == "wav" || container == "w64") && isPcm(codec)))
        return true;
    // AAC may fill bands with noise from a generator that runs from the first packet on (perceptual noise
    // substitution): the same samples come only from the start.
    return isMp4 && codec != AV_CODEC_ID_AAC && hasEqualSteps(*state_->stream) && !hasJumps(*state_->stream);
}

bool LocalStream::hasPacketTimes() const {
    const std::string container = state_->media.container();
    return (container.starts_with("mov,") || container.starts_with("matroska")) && !hasJumps(*state_->stream);
}

std::int64_t LocalStream::damagedPackets() const {
    return state_->damaged;
}

Error LocalStream::nothingDecoded() const {
    const bool isAudio = state_->stream->codecpar->codec_type == AVMEDIA_TYPE_AUDIO;
    return {
        Error::Kind::Malformed,
        {"media.nothing_decoded", state_->media.name(), Message(isAudio ? "media.its_sound" : "media.its_pictures")},
        ffmpegCause(AVERROR_INVALIDDATA)};
}

} // namespace tagscope
