// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/synthetic_playback.h"

#include "tests/ui/synthetic.h"
#include "ui/playback/silent_output.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace tagscope::test {

namespace {

class SyntheticSound : public ui::SoundSource {
public:
    explicit SyntheticSound(int sampleRate) : sampleRate_(sampleRate) {}

    Result<void> begin(Seconds from, Seconds until, double speed) override {
        next_ = static_cast<double>(std::llround(from.count() * sampleRate_));
        end_ = static_cast<double>(std::llround(until.count() * sampleRate_));
        speed_ = speed;
        return {};
    }

    Result<std::size_t> read(std::span<ui::SoundSample> samples) override {
        std::size_t count = 0;
        for (; count < samples.size() && next_ < end_; ++count, next_ += speed_)
            samples[count] = {placeValue(std::llround(next_)), -placeValue(std::llround(next_))};
        return count;
    }

private:
    int sampleRate_;
    double next_ = 0;
    double end_ = 0;
    double speed_ = 1;
};

class SyntheticPictures : public ui::PictureSource {
public:
    explicit SyntheticPictures(PictureTimes times) : times_(std::move(times)) {}

    Result<ui::TimedPicture> at(Seconds time, int width, int height, const std::stop_token &stop) override {
        const auto after = std::upper_bound(times_.begin(), times_.end() - 1, time.count() + 1e-6);
        const auto shown = after == times_.begin() ? after : after - 1;
        const Seconds begin{*shown};
        const int rows = std::clamp(std::min(height, width * 9 / 16), 2, 360);
        Result<std::vector<RgbImage>> images = syntheticThumbnails({}, {}, {begin}, rows, stop);
        if (!images)
            return tl::unexpected(images.error());
        return ui::TimedPicture{begin, Seconds{*(shown + 1)}, std::move(images->front())};
    }

private:
    PictureTimes times_;
};

} // namespace

float placeValue(std::int64_t sample) {
    constexpr std::int64_t kPlaces = 1 << 20;
    return static_cast<float>(sample % kPlaces + 1) / static_cast<float>(kPlaces + 1);
}

PictureTimes steadyTimes(double picturesPerSecond, double seconds) {
    PictureTimes times;
    for (int i = 0; i <= std::lround(picturesPerSecond * seconds); ++i)
        times.push_back(i / picturesPerSecond);
    return times;
}

PictureTimes unsteadyTimes(double seconds) {
    std::mt19937 random(7);
    PictureTimes times{0.0};
    while (times.back() < seconds)
        times.push_back(times.back() + 0.008 + static_cast<double>(random() % 113) / 1000);
    return times;
}

void SimulatedOutput::start() {
    log_.isRunning = true;
    ++log_.starts;
    before_ = log_.now;
    played_ = 0;
    written_ = 0;
}

void SimulatedOutput::stop() {
    if (!log_.isRunning)
        return;
    static_cast<void>(played());
    log_.heard.resize(log_.heard.size() - static_cast<std::size_t>(written_ - std::llround(played_)));
    log_.isRunning = false;
}

std::size_t SimulatedOutput::room() {
    constexpr std::int64_t kBuffer = kRate / 4;
    return static_cast<std::size_t>(std::max<std::int64_t>(kBuffer - (written_ - played()), 0));
}

void SimulatedOutput::write(std::span<const ui::SoundSample> samples) {
    for (const ui::SoundSample &sample : samples)
        log_.heard.push_back(sample.left);
    written_ += static_cast<std::int64_t>(samples.size());
}

std::int64_t SimulatedOutput::played() {
    const double due = played_ + (log_.now - before_) * kRate;
    before_ = log_.now;
    log_.underruns += due > static_cast<double>(written_) + 0.5 ? 1 : 0;
    played_ = std::min(due, static_cast<double>(written_));
    return std::llround(played_);
}

ui::PlaybackSources syntheticPlayback() {
    constexpr double kSeconds = 9.5; // as long as a synthetic clip
    return syntheticPlayback(steadyTimes(25, kSeconds), [] { return std::make_unique<ui::SilentOutput>(); });
}

ui::PlaybackSources syntheticPlayback(PictureTimes times, ui::MakeSoundOutput output) {
    ui::PlaybackSources sources;
    sources.sound = [](const auto &, int sampleRate, const auto &) -> Result<std::unique_ptr<ui::SoundSource>> {
        return std::make_unique<SyntheticSound>(sampleRate);
    };
    sources.pictures = [times = std::move(times)](const auto &,
                                                  const auto &) -> Result<std::unique_ptr<ui::PictureSource>> {
        return std::make_unique<SyntheticPictures>(times);
    };
    sources.output = std::move(output);
    return sources;
}

} // namespace tagscope::test
