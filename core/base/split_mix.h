// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace tagscope {

// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014): a state that grows by
// kSplitMixStep, and for each state its number, the same on every machine.
inline constexpr std::uint64_t kSplitMixStep = 0x9e3779b97f4a7c15U;

[[nodiscard]] constexpr std::uint64_t splitMixNumber(std::uint64_t state) {
    state = (state ^ (state >> 30U)) * 0xbf58476d1ce4e5b9U;
    state = (state ^ (state >> 27U)) * 0x94d049bb133111ebU;
    return state ^ (state >> 31U);
}

} // namespace tagscope
