// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace tagscope {

// Random numbers for weights: the same from the same seed with every standard library, whose distributions differ
// while their generators do not. Apart from torch's global generator, which other work would disturb.
class SeededValues {
public:
    explicit SeededValues(std::uint64_t seed) : generator_(seed) {}

    // `count` values in [-bound, bound).
    [[nodiscard]] std::vector<float> uniform(std::size_t count, double bound);
    // A `size` x `size` matrix with orthonormal rows.
    [[nodiscard]] std::vector<float> orthogonal(std::size_t size);

private:
    [[nodiscard]] double unit();     // in [0, 1)
    [[nodiscard]] double gaussian(); // mean 0, deviation 1

    std::mt19937_64 generator_;
};

} // namespace tagscope
