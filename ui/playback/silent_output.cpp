// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/silent_output.h"

#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr std::int64_t kBufferedSamples = SilentOutput::kSampleRate / 4; // as a device's

Seconds systemClock() {
    return std::chrono::steady_clock::now().time_since_epoch();
}

} // namespace

SilentOutput::SilentOutput(Clock clock) : clock_(clock ? std::move(clock) : systemClock) {}

void SilentOutput::start() {
    started_ = clock_();
    written_ = 0;
}

void SilentOutput::stop() {
    written_ = 0;
}

std::size_t SilentOutput::room() {
    return static_cast<std::size_t>(std::max<std::int64_t>(kBufferedSamples - (written_ - played()), 0));
}

void SilentOutput::write(std::span<const SoundSample> samples) {
    static_cast<void>(played()); // time without anything to play ends here
    written_ += static_cast<std::int64_t>(samples.size());
}

std::int64_t SilentOutput::played() {
    const Seconds now = clock_();
    const auto due = static_cast<std::int64_t>((now - started_).count() * kSampleRate);
    if (due <= written_)
        return due;
    started_ = now - Seconds{static_cast<double>(written_) / kSampleRate};
    return written_;
}

} // namespace tagscope::ui
