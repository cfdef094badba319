// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/band_sums.h"

#include <algorithm>
#include <cmath>

namespace tagscope {

void BandSums::add(std::span<const float> decibels) {
    const std::size_t bands = sum.size();
    for (std::size_t start = 0; start + bands <= decibels.size(); start += bands) {
        for (std::size_t band = 0; band < bands; ++band) {
            const double value = decibels[start + band];
            sum[band] += value;
            squares[band] += value * value;
        }
        ++frames;
    }
}

BandSums &BandSums::operator+=(const BandSums &other) {
    frames += other.frames;
    for (std::size_t band = 0; band < sum.size(); ++band) {
        sum[band] += other.sum[band];
        squares[band] += other.squares[band];
    }
    return *this;
}

BandStatistics statisticsOf(const BandSums &sums) {
    // Below a ten thousandth of a decibel a band is taken to be constant: rounding in the sums makes as much.
    constexpr double kLeastVariance = 1e-8;
    BandStatistics statistics;
    const double frames = static_cast<double>(std::max<std::uint64_t>(sums.frames, 1));
    for (std::size_t band = 0; band < sums.sum.size(); ++band) {
        const double mean = sums.sum[band] / frames;
        const double variance = sums.squares[band] / frames - mean * mean;
        statistics.mean.push_back(static_cast<float>(mean));
        statistics.deviation.push_back(variance > kLeastVariance ? static_cast<float>(std::sqrt(variance)) : 1.0F);
    }
    return statistics;
}

} // namespace tagscope
