// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/clip_writer.h"

#include "core/base/atomic_file.h"
#include "core/base/try.h"
#include "core/media/clip_encoders.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/dict.h>
}

namespace tagscope {
namespace {

struct OutputDeleter {
    void operator()(AVFormatContext *format) const {
        avio_closep(&format->pb);
        avformat_free_context(format);
    }
};

// An MP4 file with a video and an audio stream.
class Mp4Output {
public:
    Mp4Output(const std::filesystem::path &path, const std::string &title) {
        AVFormatContext *format = nullptr;
        // The prefix, because a colon in a name would make a protocol of what is before it.
        const std::string url = "file:" + path.string();
        if (avformat_alloc_output_context2(&format, nullptr, "mp4", url.c_str()) < 0)
            throw std::bad_alloc();
        format_.reset(format);
        format_->flags |= AVFMT_FLAG_BITEXACT;
        av_dict_set(&format_->metadata, "title", title.c_str(), 0);
    }

    // Before begin(). The answer is the stream's number.
    [[nodiscard]] int add(const AVCodecContext &codec) {
        AVStream *stream = avformat_new_stream(format_.get(), nullptr);
        if (stream == nullptr || avcodec_parameters_from_context(stream->codecpar, &codec) < 0)
            throw std::bad_alloc();
        stream->time_base = codec.time_base;
        stream->avg_frame_rate = codec.framerate;
        return stream->index;
    }

    [[nodiscard]] int begin() {
        if (const int status = avio_open(&format_->pb, format_->url, AVIO_FLAG_WRITE); status < 0)
            return status;
        AVDictionary *options = nullptr;
        av_dict_set(&options, "movflags", "+faststart", 0); // players begin before they have all of it
        const int status = avformat_write_header(format_.get(), &options);
        av_dict_free(&options);
        return status;
    }

    [[nodiscard]] int write(AVPacket &packet, int stream, AVRational timeBase) {
        packet.stream_index = stream;
        av_packet_rescale_ts(&packet, timeBase, format_->streams[stream]->time_base);
        return av_interleaved_write_frame(format_.get(), &packet);
    }

    [[nodiscard]] int end() {
        const int status = av_write_trailer(format_.get());
        const int closed = avio_closep(&format_->pb);
        return status < 0 ? status : closed;
    }

private:
    std::unique_ptr<AVFormatContext, OutputDeleter> format_;
};

Result<void> checkFormat(const ClipFormat &format, std::size_t samples) {
    const auto isEven = [](int side) { return side > 0 && side % 2 == 0; };
    if (!isEven(format.width) || !isEven(format.height))
        return fail(Error::Kind::Inconsistent, {"media.odd_clip_size", format.width, format.height});
    if (format.picturesPerSecond < 1 || format.sampleRate < 1)
        return fail(Error::Kind::Inconsistent, "media.bad_clip_rates");
    if (samples == 0)
        return fail(Error::Kind::Inconsistent, "media.clip_without_sound");
    return {};
}

// Encodes both streams side by side into a file, which the caller names and keeps.
class ClipEncoding {
public:
    ClipEncoding(std::filesystem::path target, Mp4Output output, PictureEncoder pictures, SoundEncoder sound)
        : target_(std::move(target)), output_(std::move(output)), pictures_(std::move(pictures)),
          sound_(std::move(sound)) {
        video_ = output_.add(pictures_.codec());
        audio_ = output_.add(sound_.codec());
    }

    Result<void> run(const ClipFormat &format, std::span<const float> samples,
                     const std::function<Result<RgbImage>(int index)> &picture, const std::stop_token &stop) {
        TAGSCOPE_TRY(written(output_.begin()));
        const double seconds = static_cast<double>(samples.size()) / format.sampleRate;
        const auto pictures = std::max<std::int64_t>(1, std::llround(seconds * format.picturesPerSecond));
        if (pictures > std::numeric_limits<int>::max())
            return fail(Error::Kind::Inconsistent, "media.clip_too_long");
        for (int i = 0; i < static_cast<int>(pictures); ++i) {
            if (stop.stop_requested())
                return cancelled();
            const RgbImage image = TAGSCOPE_TRY(picture(i));
            TAGSCOPE_TRY(pictures_.encode(image, toVideo()));
            const auto heard = static_cast<std::size_t>((i + 1LL) * format.sampleRate / format.picturesPerSecond);
            TAGSCOPE_TRY(encodeSound(samples, heard, stop));
        }
        return finish(samples, stop);
    }

private:
    // Whole frames that begin before sample `until`, so that both streams advance together.
    Result<void> encodeSound(std::span<const float> samples, std::size_t until, const std::stop_token &stop) {
        const auto frame = static_cast<std::size_t>(sound_.codec().frame_size);
        while (encoded_ < std::min(until, samples.size())) {
            if (stop.stop_requested())
                return cancelled();
            const std::size_t count = std::min(frame, samples.size() - encoded_);
            TAGSCOPE_TRY(sound_.encode(samples.subspan(encoded_, count), toAudio()));
            encoded_ += count;
        }
        return {};
    }

    Result<void> finish(std::span<const float> samples, const std::stop_token &stop) {
        TAGSCOPE_TRY(encodeSound(samples, samples.size(), stop));
        TAGSCOPE_TRY(pictures_.finish(toVideo()));
        TAGSCOPE_TRY(sound_.finish(toAudio()));
        return written(output_.end());
    }

    PacketSink toVideo() {
        return [this](AVPacket &packet) {
            // A picture is as long as a step of the time base, which not every encoder says.
            packet.duration = 1;
            return written(output_.write(packet, video_, pictures_.codec().time_base));
        };
    }

    PacketSink toAudio() {
        return [this](AVPacket &packet) { return written(output_.write(packet, audio_, sound_.codec().time_base)); };
    }

    [[nodiscard]] Result<void> written(int status) const {
        if (status < 0)
            return fail(Error::Kind::Unreadable, {"base.cannot_write_full", target_}, ffmpegCause(status));
        return {};
    }

    std::filesystem::path target_; // for messages
    Mp4Output output_;
    PictureEncoder pictures_;
    SoundEncoder sound_;
    int video_ = 0;
    int audio_ = 0;
    std::size_t encoded_ = 0; // samples
};

} // namespace

Result<void> writeClip(const std::filesystem::path &file, const ClipFormat &format, std::span<const float> samples,
                       const std::function<Result<RgbImage>(int index)> &picture, const std::string &title,
                       std::stop_token stop) {
    TAGSCOPE_TRY(checkFormat(format, samples.size()));
    prepareFfmpeg();
    try {
        PictureEncoder pictures = TAGSCOPE_TRY(PictureEncoder::open(format));
        SoundEncoder sound = TAGSCOPE_TRY(SoundEncoder::open(format));
        AtomicFile target = TAGSCOPE_TRY(AtomicFile::create(file));
        // The temporary file closes before it is renamed.
        const Result<void> encoded =
            ClipEncoding(file, Mp4Output(target.temporaryPath(), title), std::move(pictures), std::move(sound))
                .run(format, samples, picture, stop);
        return encoded ? target.commit() : encoded;
    } catch (const std::bad_alloc &) {
        return fail(Error::Kind::Unreadable, {"media.no_memory_to_write", file});
    }
}

} // namespace tagscope
