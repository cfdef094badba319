// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/rectified_pooling.h"

#include "core/base/split_mix.h"

#include <algorithm>
#include <bit>
#include <c10/util/BFloat16.h>
#include <cmath>
#include <type_traits>
#include <vector>

namespace tagscope {

namespace {

constexpr std::int32_t kNobody = 255;
constexpr std::size_t kDrawsAtOnce = 4; // 16 bits each, of 64

// Double is computed in double, to check gradients by; bfloat16 in float.
template <class Real>
using Computed = std::conditional_t<std::is_same_v<Real, double>, double, float>;

template <class Real>
using OfSameSize = std::conditional_t<sizeof(Real) == 2, std::uint16_t,
                                      std::conditional_t<sizeof(Real) == 4, std::uint32_t, std::uint64_t>>;

// The number at a place of the generator's sequence.
std::uint64_t randomBits(std::uint64_t seed, std::uint64_t place) {
    return splitMixNumber(seed + (place + 1) * kSplitMixStep);
}

// To the nearest bfloat16, or even; without the branch for NaN that LibTorch has. NaN that began as bfloat16 stays so.
template <class Real>
Real rounded(Computed<Real> value) {
    if constexpr (std::is_same_v<Real, c10::BFloat16>) {
        const auto bits = std::bit_cast<std::uint32_t>(value);
        return std::bit_cast<Real>(static_cast<std::uint16_t>((bits + 0x7fffU + ((bits >> 16U) & 1U)) >> 16U));
    } else {
        return value;
    }
}

// The larger of `most` and `values`, and where it is; the first one wins, and NaN wins over all.
template <class Real>
void takeLarger(const Real *values, std::int32_t number, std::span<Computed<Real>> most,
                std::span<std::int32_t> place) {
    for (std::size_t c = 0; c < most.size(); ++c) {
        const auto value = static_cast<Computed<Real>>(values[c]);
        const Computed<Real> before = most[c];
        const std::int32_t placeBefore = place[c];
        const bool isMore = static_cast<bool>(static_cast<int>(value > before) | static_cast<int>(std::isnan(value)));
        most[c] = isMore ? value : before;
        place[c] = isMore ? number : placeBefore;
    }
}

void dropSome(const Dropout &dropout, std::uint64_t position, std::span<std::int32_t> winners) {
    for (std::size_t first = 0; first < winners.size(); first += kDrawsAtOnce) {
        std::uint64_t bits = randomBits(dropout.seed, position + first);
        const std::size_t end = std::min(first + kDrawsAtOnce, winners.size());
        for (std::size_t i = first; i < end; ++i, bits >>= 16U)
            winners[i] = (bits & 0xffffU) < dropout.threshold ? kNobody : winners[i];
    }
}

} // namespace

Dropout Dropout::of(double probability, std::uint64_t seed) {
    return {seed, static_cast<std::uint32_t>(std::lround(probability * 65536.0))};
}

template <class Real>
void poolRow(const PoolGeometry &geometry, const Dropout &dropout, std::uint64_t position, std::span<const Real> input,
             std::span<Real> output, std::span<std::uint8_t> winners) {
    using Value = Computed<Real>;
    const std::size_t channels = geometry.channels;
    const auto scale = static_cast<Value>(dropout.scale());
    std::vector<Value> most(channels);
    std::vector<std::int32_t> place(channels);
    for (std::size_t column = 0; column < geometry.pooledColumns(); ++column) {
        std::fill(place.begin(), place.end(), 0);
        for (std::size_t c = 0; c < channels; ++c)
            most[c] = static_cast<Value>(input[column * geometry.poolColumns * channels + c]);
        for (std::size_t number = 1; number < geometry.poolRows * geometry.poolColumns; ++number) {
            const std::size_t row = number / geometry.poolColumns;
            const std::size_t inner = number % geometry.poolColumns;
            takeLarger<Real>(&input[(row * geometry.columns + column * geometry.poolColumns + inner) * channels],
                             static_cast<std::int32_t>(number), most, place);
        }
        if (geometry.rectifies)
            for (std::size_t c = 0; c < channels; ++c)
                place[c] = most[c] <= Value{0} ? kNobody : place[c];
        if (dropout.threshold != 0)
            dropSome(dropout, position + column * channels, place);
        // Loops of their own, which the compiler turns into SIMD: it neither multiplies where the result is not used,
        // nor mixes bytes, which could be part of anything, with other numbers.
        for (std::size_t c = 0; c < channels; ++c)
            most[c] *= scale;
        for (std::size_t c = 0; c < channels; ++c) {
            const Value value = most[c];
            most[c] = place[c] == kNobody ? Value{0} : value;
        }
        Real *made = &output[column * channels];
        for (std::size_t c = 0; c < channels; ++c)
            made[c] = rounded<Real>(most[c]);
        std::copy(place.begin(), place.end(), &winners[column * channels]);
    }
}

template <class Real>
void poolRowGradient(const PoolGeometry &geometry, float scale, std::span<const Real> outputGradient,
                     std::span<const std::uint8_t> winners, std::span<Real> inputGradient) {
    using Value = Computed<Real>;
    const std::size_t channels = geometry.channels;
    if (geometry.columns % geometry.poolColumns != 0)
        std::ranges::fill(inputGradient, Real{0});
    std::vector<OfSameSize<Real>> scaled(channels); // its bits
    std::vector<OfSameSize<Real>> place(channels);  // for SIMD, which compares and chooses in numbers of one size
    for (std::size_t column = 0; column < geometry.pooledColumns(); ++column) {
        for (std::size_t c = 0; c < channels; ++c) {
            const auto gradient = static_cast<Value>(outputGradient[column * channels + c]);
            scaled[c] = std::bit_cast<OfSameSize<Real>>(rounded<Real>(gradient * static_cast<Value>(scale)));
            place[c] = winners[column * channels + c];
        }
        for (std::size_t row = 0; row < geometry.poolRows; ++row)
            for (std::size_t inner = 0; inner < geometry.poolColumns; ++inner) {
                const auto number = static_cast<OfSameSize<Real>>(row * geometry.poolColumns + inner);
                Real *made =
                    &inputGradient[(row * geometry.columns + column * geometry.poolColumns + inner) * channels];
                for (std::size_t c = 0; c < channels; ++c) {
                    const OfSameSize<Real> bits = scaled[c];
                    made[c] = std::bit_cast<Real>(place[c] == number ? bits : OfSameSize<Real>{0});
                }
            }
    }
}

template void poolRow(const PoolGeometry &, const Dropout &, std::uint64_t, std::span<const float>, std::span<float>,
                      std::span<std::uint8_t>);
template void poolRow(const PoolGeometry &, const Dropout &, std::uint64_t, std::span<const double>, std::span<double>,
                      std::span<std::uint8_t>);
template void poolRow(const PoolGeometry &, const Dropout &, std::uint64_t, std::span<const c10::BFloat16>,
                      std::span<c10::BFloat16>, std::span<std::uint8_t>);
template void poolRowGradient(const PoolGeometry &, float, std::span<const float>, std::span<const std::uint8_t>,
                              std::span<float>);
template void poolRowGradient(const PoolGeometry &, float, std::span<const double>, std::span<const std::uint8_t>,
                              std::span<double>);
template void poolRowGradient(const PoolGeometry &, float, std::span<const c10::BFloat16>,
                              std::span<const std::uint8_t>, std::span<c10::BFloat16>);

} // namespace tagscope
