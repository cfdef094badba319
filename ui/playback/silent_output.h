// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/seconds.h"
#include "ui/document/sound_output.h"

namespace tagscope::ui {

// Plays nothing in the time that playing takes: where there is no sound device. GUI thread.
class SilentOutput : public SoundOutput {
public:
    static constexpr int kSampleRate = 48000;

    // Reads a clock that never goes back; by default the system's.
    using Clock = std::function<Seconds()>;
    explicit SilentOutput(Clock clock = {});

    [[nodiscard]] int sampleRate() const override { return kSampleRate; }
    void start() override;
    void stop() override;
    [[nodiscard]] std::size_t room() override;
    void write(std::span<const SoundSample> samples) override;
    [[nodiscard]] std::int64_t played() override;
    void setVolume(double) override {}
    [[nodiscard]] bool isSilent() const override { return true; }
    [[nodiscard]] bool hasFailed() const override { return false; }

private:
    Clock clock_;
    Seconds started_{0}; // put off by the time in which there was nothing to play
    std::int64_t written_ = 0;
};

} // namespace tagscope::ui
