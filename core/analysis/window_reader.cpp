#include "core/analysis/window_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope {

WindowReader::WindowReader(const MediaInfo &info, Seconds window, double picturesPerSecond, std::stop_token stop)
    : file_(info.file), window_(window), picturesPerSecond_(picturesPerSecond), stop_(std::move(stop)) {}

Result<WindowReader> WindowReader::open(const MediaInfo &info, int sampleRate, double picturesPerSecond, Seconds window,
                                        const std::stop_token &stop) {
    WindowReader reader(info, window, picturesPerSecond, stop);
    if (info.audio) {
        Result<AudioReader> audio = AudioReader::open(info.file, sampleRate, stop);
        if (!audio)
            return tl::unexpected(audio.error());
        reader.audio_ = std::move(*audio);
    }
    if (info.video) {
        Result<PictureReader> video = PictureReader::open(info.file, picturesPerSecond, stop);
        if (!video)
            return tl::unexpected(video.error());
        reader.video_ = std::move(*video);
    }
    return reader;
}

Result<std::vector<float>> WindowReader::samples(std::int64_t index) {
    if (!audio_)
        return std::vector<float>();
    const auto length = std::llround(window_.count() * audio_->sampleRate());
    if (audio_->position() != index * length) {
        if (Result<void> sought = audio_->seek(window_ * static_cast<double>(index)); !sought)
            return tl::unexpected(sought.error());
    }
    std::vector<float> samples(static_cast<std::size_t>(length));
    const Result<std::size_t> count = audio_->read(samples);
    if (!count)
        return tl::unexpected(count.error());
    samples.resize(*count);
    return samples;
}

Result<void> WindowReader::pictures(std::int64_t index, const ReceivePicture &receive) {
    if (!video_)
        return {};
    const auto length = std::llround(window_.count() * picturesPerSecond_);
    const std::int64_t first = index * length;
    if (nextPicture_ != first) {
        if (Result<void> sought = video_->seek(first); !sought)
            return sought;
        pending_.reset();
    }
    nextPicture_ = first + length;
    for (;;) {
        if (!pending_) {
            Result<std::optional<SampledPicture>> next = video_->next();
            if (!next)
                return tl::unexpected(next.error());
            if (!*next)
                return {};
            pending_ = std::move(**next);
        }
        if (pending_->index >= first + length)
            return {};
        SampledPicture picture = *std::exchange(pending_, std::nullopt);
        picture.index -= first;
        picture.time -= window_ * static_cast<double>(index);
        if (Result<void> received = receive(picture); !received)
            return received;
    }
}

Result<DecodedPicture> WindowReader::pictureAgain(std::int64_t window, std::int64_t picture) const {
    // A reader of its own: the position of the sequential one is not disturbed.
    Result<PictureReader> reader = PictureReader::open(file_, picturesPerSecond_, stop_);
    if (!reader)
        return tl::unexpected(reader.error());
    const std::int64_t index = window * std::llround(window_.count() * picturesPerSecond_) + picture;
    if (Result<void> sought = reader->seek(index); !sought)
        return tl::unexpected(sought.error());
    Result<std::optional<SampledPicture>> found = reader->next();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found || (*found)->index != index)
        return fail(Error::Kind::Malformed, file_.string() + ": a picture could not be decoded a second time.");
    return (*found)->picture;
}

std::int64_t WindowReader::nonFiniteSamples() const {
    return audio_ ? audio_->nonFiniteSamples() : 0;
}

std::int64_t WindowReader::damagedPackets() const {
    return (audio_ ? audio_->damagedPackets() : 0) + (video_ ? video_->damagedPackets() : 0);
}

} // namespace tagscope
