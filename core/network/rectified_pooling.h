// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

// Local max pooling, ReLU and dropout in one pass over memory, and their gradient in another. As operations of their
// own they take a fifth of the time of training on a CPU, all of it waiting for memory. Plain code, channels last.
namespace tagscope {

// Of one clip.
struct PoolGeometry {
    std::size_t rows = 0; // before pooling; a remainder that fills no window is left out
    std::size_t columns = 0;
    std::size_t channels = 0;
    std::size_t poolRows = 1;
    std::size_t poolColumns = 1;
    bool rectifies = true; // a maximum that is not above 0 becomes 0, and receives no gradient

    [[nodiscard]] std::size_t pooledRows() const { return rows / poolRows; }
    [[nodiscard]] std::size_t pooledColumns() const { return columns / poolColumns; }
    [[nodiscard]] std::size_t pooledRowSize() const { return pooledColumns() * channels; }
};

// Windows of more numbers do not fit the bytes that say which of them was the largest.
inline constexpr std::size_t kLargestPool = 254;

// Which numbers are dropped: those whose 16 random bits, which follow from seed and position, are below `threshold`.
struct Dropout {
    std::uint64_t seed = 0;
    std::uint32_t threshold = 0; // of 65,536

    [[nodiscard]] static Dropout of(double probability, std::uint64_t seed);
    [[nodiscard]] float scale() const { return 65536.0F / static_cast<float>(65536U - threshold); }
};

// One row of windows: `input` is poolRows rows of columns x channels; `output` and `winners` are pooledColumns x
// channels. A winner is the place in its window of the first largest number, which receives the gradient, or a value
// above kLargestPool where none does. `position`: how many numbers of the output come before the row. NaN stays NaN.
template <class Real>
void poolRow(const PoolGeometry &geometry, const Dropout &dropout, std::uint64_t position, std::span<const Real> input,
             std::span<Real> output, std::span<std::uint8_t> winners);

// The gradient of poolRow() by its input, poolRows rows of columns x channels, all of which are written.
template <class Real>
void poolRowGradient(const PoolGeometry &geometry, float scale, std::span<const Real> outputGradient,
                     std::span<const std::uint8_t> winners, std::span<Real> inputGradient);

} // namespace tagscope
