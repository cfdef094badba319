// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

namespace tagscope::ui {

// A moment of sound, for the left and the right ear; full scale is 1.
struct SoundSample {
    float left = 0.0F;
    float right = 0.0F;

    friend bool operator==(const SoundSample &, const SoundSample &) = default;
};

// What makes sound heard, and the clock of all that is played: pictures and the playhead follow the count of samples
// heard. GUI thread.
class SoundOutput {
public:
    SoundOutput() = default;
    SoundOutput(const SoundOutput &) = delete;
    SoundOutput &operator=(const SoundOutput &) = delete;
    virtual ~SoundOutput() = default;

    [[nodiscard]] virtual int sampleRate() const = 0;
    // Takes samples from now on; none were heard yet.
    virtual void start() = 0;
    // What was not heard is dropped.
    virtual void stop() = 0;
    // What was written is heard to its end, and silence behind it.
    virtual void finish() { stop(); }
    // How many samples write() takes now.
    [[nodiscard]] virtual std::size_t room() = 0;
    virtual void write(std::span<const SoundSample> samples) = 0;
    // Samples heard since start(): rises smoothly, never falls and never passes what was written.
    [[nodiscard]] virtual std::int64_t played() = 0;
    virtual void setVolume(double volume) = 0; // 0 to 1, as loud as it seems
    // Nothing is heard: there is no device.
    [[nodiscard]] virtual bool isSilent() const = 0;
    // The device went away, or does not answer.
    [[nodiscard]] virtual bool hasFailed() const = 0;
    // How often since start() the device had nothing to play, so that a gap was heard.
    [[nodiscard]] virtual int underruns() const { return 0; }
};

// A new output; a silent one where there is no device. Immediate.
using MakeSoundOutput = std::function<std::unique_ptr<SoundOutput>()>;

} // namespace tagscope::ui
