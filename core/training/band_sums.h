// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/feature_store.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tagscope {

// Sums over frames, a pair of them a band, from which means and deviations follow. In double: over the 100 million
// frames of a large training split the squares of decibels keep 9 digits.
struct BandSums {
    std::uint64_t frames = 0;
    std::vector<double> sum;     // dB
    std::vector<double> squares; // dB squared

    BandSums() = default;
    explicit BandSums(std::size_t bands) : sum(bands), squares(bands) {}

    // `decibels`: frames x bands.
    void add(std::span<const float> decibels);
    BandSums &operator+=(const BandSums &other); // of as many bands
    friend bool operator==(const BandSums &, const BandSums &) = default;
};

// Over all frames that were added (the deviation divides by their number, as numpy.std does). A band that never
// changes has the deviation 1, so that it can be divided by; so have all bands where there are no frames, and mean 0.
[[nodiscard]] BandStatistics statisticsOf(const BandSums &sums);

} // namespace tagscope
