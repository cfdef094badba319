// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/split_mix.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace tagscope::demo {

// Seeded variety of a drawing: a sequence of numbers that is the same everywhere (SplitMix64),
// unlike the distributions of the standard library.
class Variation {
public:
    explicit Variation(std::uint64_t seed) : state_(seed) {}

    [[nodiscard]] std::uint64_t next() {
        state_ += kSplitMixStep;
        return splitMixNumber(state_);
    }
    [[nodiscard]] double between(double low, double high) {
        constexpr double kOne = 9007199254740992.0; // 2^53
        return low + (high - low) * (static_cast<double>(next() >> 11U) / kOne);
    }
    [[nodiscard]] bool chance(double probability) { return between(0.0, 1.0) < probability; }
    [[nodiscard]] std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    template <class T, std::size_t kCount>
    [[nodiscard]] const T &pick(const std::array<T, kCount> &choices) {
        return choices[below(kCount)];
    }

private:
    std::uint64_t state_;
};

} // namespace tagscope::demo
