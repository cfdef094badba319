// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <memory>
#include <span>
#include <vector>

namespace tagscope {

// Makes sound of one channel, or of two interleaved ones, play faster or slower with its pitch kept (FFmpeg's atempo:
// overlapping stretches that fit one another). What stood at time t stands at t / speed, within a few hundredths of a
// second and without drift. One thread at a time.
class TempoFilter {
public:
    static constexpr double kSlowest = 0.25;
    static constexpr double kFastest = 4.0;

    // Errors: Inconsistent for speeds out of range, a rate that is none or other channels, Internal where FFmpeg was
    // built without it.
    [[nodiscard]] static Result<TempoFilter> make(int sampleRate, double speed, int channels = 1);

    TempoFilter(TempoFilter &&) noexcept;
    TempoFilter &operator=(TempoFilter &&) noexcept;
    ~TempoFilter();

    // Append what is ready to `output`. At speed 1 the samples go through unchanged. Errors: Internal.
    [[nodiscard]] Result<void> stretch(std::span<const float> input, std::vector<float> &output);
    [[nodiscard]] Result<void> finish(std::vector<float> &output);

private:
    struct State;
    explicit TempoFilter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace tagscope
