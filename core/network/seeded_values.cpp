// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/seeded_values.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <span>

namespace tagscope {

std::vector<float> SeededValues::uniform(std::size_t count, double bound) {
    std::vector<float> values(count);
    std::generate(values.begin(), values.end(), [&] { return static_cast<float>(bound * (2.0 * unit() - 1.0)); });
    return values;
}

// Gram-Schmidt on Gaussian rows, which gives every orientation the same chance. Each row is cleaned twice: once
// leaves rounding errors that grow with the size.
std::vector<float> SeededValues::orthogonal(std::size_t size) {
    std::vector<double> rows(size * size);
    const auto row = [&](std::size_t index) { return std::span(rows).subspan(index * size, size); };
    for (std::size_t current = 0; current < size; ++current) {
        const std::span<double> made = row(current);
        std::generate(made.begin(), made.end(), [&] { return gaussian(); });
        for (int pass = 0; pass < 2; ++pass) {
            for (std::size_t earlier = 0; earlier < current; ++earlier) {
                const std::span<const double> other = row(earlier);
                const double shared = std::inner_product(made.begin(), made.end(), other.begin(), 0.0);
                for (std::size_t i = 0; i < size; ++i)
                    made[i] -= shared * other[i];
            }
            const double length = std::sqrt(std::inner_product(made.begin(), made.end(), made.begin(), 0.0));
            for (double &value : made)
                value /= length;
        }
    }
    std::vector<float> values(rows.size());
    std::transform(rows.begin(), rows.end(), values.begin(), [](double value) { return static_cast<float>(value); });
    return values;
}

double SeededValues::unit() {
    constexpr double kStep = 0x1p-53; // the 53 bits of a double's mantissa
    return static_cast<double>(generator_() >> 11U) * kStep;
}

// Box and Muller, 1958. 1 - unit() is never 0, so the logarithm is finite.
double SeededValues::gaussian() {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
    return radius * std::cos(2.0 * std::numbers::pi * unit());
}

} // namespace tagscope
