// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/playback_sources.h"

#include <vector>

namespace tagscope::test {

// Sound whose samples tell their own place: sample n is placeValue(n). At other speeds than 1 samples are left out or
// repeated. Never ends.
[[nodiscard]] float placeValue(std::int64_t sample);

// The times at which the pictures of a recording begin, and where the last one ends.
using PictureTimes = std::vector<double>;
[[nodiscard]] PictureTimes steadyTimes(double picturesPerSecond, double seconds);
// Anything from 8 to 120 ms apart, the same every time.
[[nodiscard]] PictureTimes unsteadyTimes(double seconds);

// An output whose time is what the test says, and which keeps what was heard.
class SimulatedOutput : public ui::SoundOutput {
public:
    static constexpr int kRate = 8000;

    struct Log {
        double now = 0.0; // seconds
        std::vector<float> heard;
        double volume = 1.0;
        bool isRunning = false;
        bool isUnplugged = false;
        int starts = 0;
        int underruns = 0; // turns in which there was nothing to play
    };
    // The log outlives the output.
    explicit SimulatedOutput(Log &log) : log_(log) {}

    [[nodiscard]] int sampleRate() const override { return kRate; }
    void start() override;
    void stop() override;
    [[nodiscard]] std::size_t room() override;
    void write(std::span<const ui::SoundSample> samples) override;
    [[nodiscard]] std::int64_t played() override;
    void setVolume(double volume) override { log_.volume = volume; }
    [[nodiscard]] bool isSilent() const override { return false; }
    [[nodiscard]] bool hasFailed() const override { return log_.isUnplugged; }

private:
    Log &log_;
    double before_ = 0.0;
    double played_ = 0.0;
    std::int64_t written_ = 0;
};

// Sound and pictures of made-up recordings of these pictures, heard nowhere.
[[nodiscard]] ui::PlaybackSources syntheticPlayback();
[[nodiscard]] ui::PlaybackSources syntheticPlayback(PictureTimes times, ui::MakeSoundOutput output);

} // namespace tagscope::test
