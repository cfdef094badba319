// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/window_reader.h"

#include "core/base/try.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope {

namespace {

// A window's points on a grid of `rate` a second. Windows that touch neither share a point nor leave one out.
struct GridRange {
    std::int64_t first = 0;
    std::int64_t end = 0; // after the last

    GridRange(const Window &window, double rate)
        : first(std::llround(window.start.count() * rate)),
          end(std::llround((window.start + window.duration).count() * rate)) {}
};

} // namespace

WindowReader::WindowReader(const MediaInfo &info, double picturesPerSecond, std::stop_token stop)
    : file_(info.file), picturesPerSecond_(picturesPerSecond), stop_(std::move(stop)) {}

Result<WindowReader> WindowReader::open(const MediaInfo &info, int sampleRate, double picturesPerSecond,
                                        const std::stop_token &stop) {
    WindowReader reader(info, picturesPerSecond, stop);
    if (info.audio)
        reader.audio_ = TAGSCOPE_TRY(AudioReader::open(info.file, sampleRate, stop));
    if (info.video)
        reader.video_ = TAGSCOPE_TRY(PictureReader::open(info.file, picturesPerSecond, stop));
    return reader;
}

Result<std::vector<float>> WindowReader::samples(const Window &window) {
    if (!audio_)
        return std::vector<float>();
    const GridRange range(window, audio_->sampleRate());
    if (audio_->position() != range.first) {
        const Seconds start(static_cast<double>(range.first) / audio_->sampleRate());
        TAGSCOPE_TRY(audio_->seek(start));
    }
    std::vector<float> samples(static_cast<std::size_t>(range.end - range.first));
    const std::size_t count = TAGSCOPE_TRY(audio_->read(samples));
    samples.resize(count);
    return samples;
}

Result<void> WindowReader::pictures(const Window &window, const ReceivePicture &receive) {
    if (!video_)
        return {};
    const GridRange range(window, picturesPerSecond_);
    if (nextPicture_ != range.first) {
        TAGSCOPE_TRY(video_->seek(range.first));
        pending_.reset();
    }
    nextPicture_ = range.end;
    for (;;) {
        if (!pending_) {
            std::optional<SampledPicture> next = TAGSCOPE_TRY(video_->next());
            if (!next)
                return {};
            pending_ = std::move(*next);
        }
        if (pending_->index >= range.end)
            return {};
        SampledPicture picture = *std::exchange(pending_, std::nullopt);
        picture.index -= range.first;
        picture.time -= window.start;
        TAGSCOPE_TRY(receive(picture));
    }
}

Result<DecodedPicture> WindowReader::pictureAgain(const Window &window, std::int64_t picture) const {
    // A reader of its own: the position of the sequential one is not disturbed.
    PictureReader reader = TAGSCOPE_TRY(PictureReader::open(file_, picturesPerSecond_, stop_));
    const std::int64_t index = GridRange(window, picturesPerSecond_).first + picture;
    TAGSCOPE_TRY(reader.seek(index));
    std::optional<SampledPicture> found = TAGSCOPE_TRY(reader.next());
    if (!found || found->index != index)
        return fail(Error::Kind::Malformed, {"analysis.picture_not_again", file_});
    return found->picture;
}

SoundLevels WindowReader::takeLevels() {
    return audio_ ? audio_->takeLevels() : SoundLevels();
}

std::int64_t WindowReader::damagedPackets() const {
    return (audio_ ? audio_->damagedPackets() : 0) + (video_ ? video_->damagedPackets() : 0);
}

} // namespace tagscope
