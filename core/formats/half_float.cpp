// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/half_float.h"

#include <cmath>

namespace tagscope {

std::uint16_t halfFromFloat(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = static_cast<std::uint16_t>(bits >> 16U & 0x8000U);
    const std::uint32_t magnitude = bits & 0x7fffffffU;
    if (magnitude > 0x7f800000U) // not a number stays one, its kind apart
        return static_cast<std::uint16_t>(sign | 0x7e00U);
    if (magnitude >= 0x477ff000U) // from 65,520 up the nearest would be 2^16
        return static_cast<std::uint16_t>(sign | 0x7c00U);
    if (magnitude < 0x38800000U) { // below 2^-14: a multiple of 2^-24, which the processor rounds
        const float steps = std::bit_cast<float>(magnitude) * 0x1p24F;
        return static_cast<std::uint16_t>(sign | static_cast<std::uint16_t>(std::nearbyint(steps)));
    }
    // Adding just under half of the last place kept, and one more where that place is odd, carries as rounding does.
    const std::uint32_t rounded = magnitude + 0xfffU + (magnitude >> 13U & 1U);
    return static_cast<std::uint16_t>(sign | static_cast<std::uint16_t>((rounded >> 13U) - (112U << 10U)));
}

} // namespace tagscope
