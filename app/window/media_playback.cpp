// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/media_playback.h"

#include "core/media/audio_reader.h"
#include "core/media/shown_pictures.h"
#include "core/media/tempo_filter.h"
#include "ui/playback/device_output.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

namespace tagscope {

namespace {

// Of one channel, or of two interleaved ones, at the sound device's rate.
class MediaSound : public ui::SoundSource {
public:
    MediaSound(AudioReader reader, std::size_t channels) : reader_(std::move(reader)), channels_(channels) {}

    Result<void> begin(Seconds from, Seconds until, double speed) override {
        const int rate = reader_.sampleRate();
        left_ = std::llround(until.count() * rate) - std::llround(from.count() * rate);
        ready_.clear();
        used_ = 0;
        hasEnded_ = false;
        Result<TempoFilter> made = TempoFilter::make(rate, speed, static_cast<int>(channels_));
        if (!made)
            return tl::unexpected(made.error());
        tempo_ = std::move(*made);
        return reader_.seekQuickly(from);
    }

    Result<std::size_t> read(std::span<ui::SoundSample> samples) override {
        std::size_t count = 0;
        while (count < samples.size()) {
            if (used_ == ready_.size()) {
                if (hasEnded_ || !tempo_)
                    break;
                if (Result<void> decoded = decode(); !decoded)
                    return tl::unexpected(decoded.error());
                continue;
            }
            const std::size_t taken = std::min(samples.size() - count, (ready_.size() - used_) / channels_);
            for (std::size_t i = 0; i < taken; ++i, used_ += channels_)
                samples[count + i] = {ready_[used_], ready_[used_ + channels_ - 1]};
            count += taken;
        }
        return count;
    }

private:
    static constexpr std::int64_t kBlock = 4096;

    Result<void> decode() {
        const auto wanted = static_cast<std::size_t>(std::clamp<std::int64_t>(left_, 0, kBlock));
        std::vector<float> block(wanted * channels_);
        const Result<std::size_t> got = reader_.read(block);
        if (!got)
            return tl::unexpected(got.error());
        ready_.clear();
        used_ = 0;
        left_ -= static_cast<std::int64_t>(*got);
        if (Result<void> passed = tempo_->stretch(std::span(block).first(*got * channels_), ready_); !passed)
            return passed;
        hasEnded_ = *got < wanted || left_ <= 0;
        return hasEnded_ ? tempo_->finish(ready_) : Result<void>();
    }

    AudioReader reader_;
    std::size_t channels_;
    std::optional<TempoFilter> tempo_;
    std::int64_t left_ = 0;    // samples of the recording still to be read
    std::vector<float> ready_; // interleaved
    std::size_t used_ = 0;
    bool hasEnded_ = true;
};

Result<RgbImage> fitted(const DecodedPicture &picture, int width, int height) {
    const double scale = std::min({static_cast<double>(width) / std::max(picture.width(), 1),
                                   static_cast<double>(height) / std::max(picture.height(), 1), 1.0});
    return picture.image(std::max(static_cast<int>(std::lround(scale * picture.width())), 1),
                         std::max(static_cast<int>(std::lround(scale * picture.height())), 1));
}

// Keeps the pictures it found last, so that stepping back does not decode from a key frame each time.
class MediaPictures : public ui::PictureSource {
public:
    explicit MediaPictures(ShownPictures pictures) : pictures_(std::move(pictures)) {}

    Result<ui::TimedPicture> at(Seconds time, int width, int height, const std::stop_token &stop) override {
        const Result<ShownPicture> shown = find(time, stop);
        if (!shown)
            return tl::unexpected(shown.error());
        return fitted(shown->picture, width, height).map([&](RgbImage image) {
            return ui::TimedPicture{shown->time, shown->until, std::move(image)};
        });
    }

private:
    static constexpr std::size_t kMostKept = 32;
    static constexpr std::size_t kMostBytes = std::size_t{64} << 20U;
    static constexpr Seconds kSameTime{1e-6}; // as ShownPictures has it
    static constexpr Seconds kStepBack{1.0};  // up to here someone steps, further they jump
    static constexpr Seconds kReadBack{0.6};  // kept for the steps that follow

    Result<ShownPicture> find(Seconds time, const std::stop_token &stop) {
        for (const ShownPicture &picture : kept_)
            if (picture.time <= time + kSameTime && time + kSameTime < picture.until)
                return picture;
        const bool isStepBack = last_ && time < *last_ && *last_ - time < kStepBack;
        Seconds at = isStepBack ? std::max(time - kReadBack, Seconds{0}) : time;
        for (;;) {
            const Result<ShownPicture> shown = pictures_.at(at, stop);
            if (!shown)
                return shown;
            keep(*shown);
            if (shown->until > time || shown->until <= at)
                return shown;
            at = shown->until;
        }
    }

    void keep(const ShownPicture &picture) {
        last_ = picture.time;
        if (!kept_.empty() && kept_.back().time == picture.time)
            return;
        kept_.push_back(picture);
        std::size_t bytes = 0;
        for (const ShownPicture &each : kept_)
            bytes += each.picture.bytes();
        while (kept_.size() > 1 && (kept_.size() > kMostKept || bytes > kMostBytes)) {
            bytes -= kept_.front().picture.bytes();
            kept_.pop_front();
        }
    }

    ShownPictures pictures_;
    std::deque<ShownPicture> kept_;
    std::optional<Seconds> last_;
};

ui::OpenSoundFunction opening(AudioReader::Mix mix) {
    return [mix](const std::filesystem::path &media, int sampleRate,
                 std::stop_token stop) -> Result<std::unique_ptr<ui::SoundSource>> {
        return AudioReader::open(media, sampleRate, std::move(stop), mix).map([mix](AudioReader reader) {
            return std::unique_ptr<ui::SoundSource>(
                std::make_unique<MediaSound>(std::move(reader), mix == AudioReader::Mix::Stereo ? 2U : 1U));
        });
    };
}

} // namespace

ui::PlaybackSources mediaPlayback() {
    return {.sound = opening(AudioReader::Mix::Stereo),
            .averaged = opening(AudioReader::Mix::Average),
            .pictures = [](const std::filesystem::path &media,
                           std::stop_token stop) -> Result<std::unique_ptr<ui::PictureSource>> {
                return ShownPictures::open(media, std::move(stop)).map([](ShownPictures pictures) {
                    return std::unique_ptr<ui::PictureSource>(std::make_unique<MediaPictures>(std::move(pictures)));
                });
            },
            .output = ui::deviceOutput};
}

} // namespace tagscope
