// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <cstdint>
#include <vector>

namespace tagscope {

// What is odd about sound that was decoded: samples that cannot be meant, and channels that cancel each other, so that
// their average (what is analysed) is nearly silent where each of them is not. A value.
struct SoundLevels {
    static constexpr double kAbsurd = 100.0;      // full scale is 1: 40 dB above it
    static constexpr double kCancellation = 20.0; // dB of the average below the loudest channel
    static constexpr double kQuiet = 1e-6;        // mean square of a channel, -60 dBFS: nothing to cancel

    std::int64_t samples = 0;             // of each channel
    std::int64_t notNumbers = 0;          // NaN and infinite ones, over all channels
    std::int64_t absurd = 0;              // beyond kAbsurd, over all channels
    double averageSquares = 0.0;          // sum over the samples
    std::vector<double> channelSquares{}; // likewise, one a channel

    // How far the average lies below the loudest channel, in dB; 0 where nothing is loud enough.
    [[nodiscard]] double cancellation() const;
    [[nodiscard]] bool doChannelsCancel() const { return cancellation() > kCancellation; }
    // Most samples cannot be meant, or what is meant is cancelled: nothing to learn from.
    [[nodiscard]] bool isUnusable() const;
};

// What is odd of them, a sentence each; none of sound as it should be.
[[nodiscard]] std::vector<Message> notesOf(const SoundLevels &levels);

} // namespace tagscope
