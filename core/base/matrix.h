// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <cstddef>
#include <span>
#include <vector>

namespace tagscope {

// A dense matrix of float, row after row without padding: the currency between folders. Linear algebra is Eigen's,
// through Eigen::Map over `values`.
struct Matrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<float> values; // rows x columns

    Matrix() = default;
    Matrix(std::size_t rowCount, std::size_t columnCount, float fill = 0.0F)
        : rows(rowCount), columns(columnCount), values(rowCount * columnCount, fill) {}

    [[nodiscard]] bool empty() const { return values.empty(); }
    [[nodiscard]] float &operator()(std::size_t row, std::size_t column) {
        assert(row < rows && column < columns);
        return values[row * columns + column];
    }
    [[nodiscard]] float operator()(std::size_t row, std::size_t column) const {
        assert(row < rows && column < columns);
        return values[row * columns + column];
    }
    [[nodiscard]] std::span<float> row(std::size_t index) { return {values.data() + index * columns, columns}; }
    [[nodiscard]] std::span<const float> row(std::size_t index) const {
        return {values.data() + index * columns, columns};
    }

    friend bool operator==(const Matrix &, const Matrix &) = default;
};

} // namespace tagscope
