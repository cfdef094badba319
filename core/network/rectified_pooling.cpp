#include "core/network/rectified_pooling.h"

#include <algorithm>
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

// The SplitMix64 generator (Steele, Lea, Flood 2014) at a place of its sequence.
std::uint64_t randomBits(std::uint64_t seed, std::uint64_t place) {
    std::uint64_t value = seed + (place + 1) * 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31U);
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
        for (std::size_t row = 0; row < geometry.poolRows; ++row)
            for (std::size_t inner = 0; inner < geometry.poolColumns; ++inner) {
                const auto number = static_cast<std::int32_t>(row * geometry.poolColumns + inner);
                const Real *values =
                    &input[(row * geometry.columns + column * geometry.poolColumns + inner) * channels];
                for (std::size_t c = 0; c < channels; ++c) {
                    const auto value = static_cast<Value>(values[c]);
                    const bool isMore = number == 0 || value > most[c] || value != value;
                    most[c] = isMore ? value : most[c];
                    place[c] = isMore ? number : place[c];
                }
            }
        for (std::size_t c = 0; c < channels; ++c)
            place[c] = most[c] <= Value{0} ? kNobody : place[c];
        if (dropout.threshold != 0)
            dropSome(dropout, position + column * channels, place);
        Real *made = &output[column * channels];
        std::uint8_t *kept = &winners[column * channels];
        for (std::size_t c = 0; c < channels; ++c) {
            made[c] = static_cast<Real>(place[c] == kNobody ? Value{0} : most[c] * scale);
            kept[c] = static_cast<std::uint8_t>(place[c]);
        }
    }
}

template <class Real>
void poolRowGradient(const PoolGeometry &geometry, float scale, std::span<const Real> outputGradient,
                     std::span<const std::uint8_t> winners, std::span<Real> inputGradient) {
    using Value = Computed<Real>;
    const std::size_t channels = geometry.channels;
    if (geometry.columns % geometry.poolColumns != 0)
        std::ranges::fill(inputGradient, Real{0});
    std::vector<Real> scaled(channels);
    std::vector<std::int32_t> place(channels);
    for (std::size_t column = 0; column < geometry.pooledColumns(); ++column) {
        for (std::size_t c = 0; c < channels; ++c) {
            const auto gradient = static_cast<Value>(outputGradient[column * channels + c]);
            scaled[c] = static_cast<Real>(gradient * static_cast<Value>(scale));
            place[c] = winners[column * channels + c];
        }
        for (std::size_t row = 0; row < geometry.poolRows; ++row)
            for (std::size_t inner = 0; inner < geometry.poolColumns; ++inner) {
                const auto number = static_cast<std::int32_t>(row * geometry.poolColumns + inner);
                Real *made =
                    &inputGradient[(row * geometry.columns + column * geometry.poolColumns + inner) * channels];
                for (std::size_t c = 0; c < channels; ++c)
                    made[c] = place[c] == number ? scaled[c] : Real{0};
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
