// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

// IEEE 754 binary16, as NumPy's float16.
namespace tagscope {

// Rounds to the nearest, ties to even; what is too large becomes infinite.
[[nodiscard]] std::uint16_t halfFromFloat(float value);

// Exact. Without a branch, so that loops over it become vectors.
[[nodiscard]] inline float floatFromHalf(std::uint16_t half) {
    // Exponent and fraction at their place in a float are the value but for the difference of the biases, 127 - 15.
    const std::uint32_t magnitude = (half & 0x7fffU) << 13U;
    const std::uint32_t isSpecial = 0U - static_cast<std::uint32_t>((half & 0x7c00U) == 0x7c00U);
    const std::uint32_t finite = std::bit_cast<std::uint32_t>(std::bit_cast<float>(magnitude) * 0x1p112F);
    const std::uint32_t special = magnitude | 0x7f800000U; // infinite, or not a number
    const std::uint32_t sign = (half & 0x8000U) << 16U;
    return std::bit_cast<float>(sign | (finite & ~isSpecial) | (special & isSpecial));
}

} // namespace tagscope
