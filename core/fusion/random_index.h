// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace tagscope {

// A random index below `count` > 0. std::uniform_int_distribution gives other numbers with other standard libraries.
[[nodiscard]] inline std::size_t randomIndex(std::mt19937_64 &random, std::size_t count) {
    const std::uint64_t n = count;
    const std::uint64_t excess = (std::mt19937_64::max() % n + 1) % n; // 2^64 mod n
    std::uint64_t drawn = random();
    while (drawn > std::mt19937_64::max() - excess) // the incomplete last round would favour small indices
        drawn = random();
    return static_cast<std::size_t>(drawn % n);
}

// Fisher and Yates.
template <class T>
void shuffle(std::vector<T> &values, std::mt19937_64 &random) {
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[randomIndex(random, i)]);
}

} // namespace tagscope
