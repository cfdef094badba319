// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/decibels.h"

#include "core/audio/processor_clones.h"

#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

namespace tagscope {

namespace {

// 10 log10(2) in two parts: the first has 13 significant bits, so that its product with an exponent is exact and the
// rounding of a float near 100 dB, 4e-6, is nearly all the error there is.
constexpr float kDecibelsPerOctaveHigh = 3.01025390625F;
constexpr auto kDecibelsPerOctaveLow = static_cast<float>(3.0102999566398119521 - 3.01025390625);
constexpr auto kDecibelsPerNeper = static_cast<float>(10.0 * std::numbers::log10e);

constexpr std::int32_t kMantissaBits = 23;
// The bits of a float just below sqrt(1/2): with them taken off, the exponent field counts octaves from there.
constexpr std::int32_t kSqrtHalfBits = 0x3f3504f3;

// 10 log10(x) of a positive normal float. x = 2^octaves m with m in [sqrt(1/2), sqrt(2)), and with s = (m - 1) / (m +
// 1) ln m = 2 (s + s^3 / 3 + s^5 / 5 + ...); |s| < 0.172, so the first term left out is below 1e-9 of the whole.
inline float decibels(float x) {
    const auto bits = std::bit_cast<std::int32_t>(x);
    const std::int32_t octaves = (bits - kSqrtHalfBits) >> kMantissaBits;
    const auto m = std::bit_cast<float>(bits - (octaves << kMantissaBits));
    const float s = (m - 1.0F) / (m + 1.0F);
    const float q = s * s;
    const float series = 1.0F + q * (1.0F / 3 + q * (1.0F / 5 + q * (1.0F / 7 + q * (1.0F / 9))));
    const auto e = static_cast<float>(octaves);
    return e * kDecibelsPerOctaveHigh + (e * kDecibelsPerOctaveLow + 2.0F * kDecibelsPerNeper * s * series);
}

} // namespace

TAGSCOPE_PROCESSOR_CLONES void toDecibels(std::span<float> values, double floor) {
    assert(floor >= std::numeric_limits<float>::min());
    const auto lowest = static_cast<float>(floor);
    const auto lowestDecibels = static_cast<float>(10.0 * std::log10(floor));
    for (float &value : values) {
        const float raised = value > lowest ? value : lowest;
        value = value > lowest ? decibels(raised) : lowestDecibels;
    }
}

} // namespace tagscope
