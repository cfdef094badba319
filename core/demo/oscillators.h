// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

// What makes tones: one period of a timbre, read at any pitch.
namespace tagscope::demo {

// Amplitudes of `count` harmonics that fall by 1/n^slope, the last third ever faster: an end without an edge.
[[nodiscard]] inline std::vector<double> fallingHarmonics(int count, double slope) {
    std::vector<double> amplitudes;
    for (int n = 1; n <= count; ++n)
        amplitudes.push_back(std::pow(n, -slope) * std::fmin(1.0, 3.0 * (1.0 - (n - 1.0) / count)));
    return amplitudes;
}

// As many harmonics of `fundamental` as stay below half the sampling rate, and no more than `most`.
[[nodiscard]] inline int harmonicsBelow(double fundamental, double rate, int most) {
    const int fitting = static_cast<int>(0.45 * rate / fundamental);
    return fitting < 1 ? 1 : (fitting < most ? fitting : most);
}

// One period of a sum of sines, its peak 1.
class Wavetable {
public:
    explicit Wavetable(const std::vector<double> &amplitudes) : period_(kPoints + 1) {
        std::vector<double> sine(kPoints);
        for (std::size_t i = 0; i < kPoints; ++i)
            sine[i] = std::sin(2.0 * std::numbers::pi * static_cast<double>(i) / kPoints);
        double peak = 0.0;
        for (std::size_t i = 0; i < kPoints; ++i) {
            for (std::size_t n = 0; n < amplitudes.size(); ++n)
                period_[i] += amplitudes[n] * sine[(i * (n + 1)) % kPoints];
            peak = std::fmax(peak, std::abs(period_[i]));
        }
        for (double &point : period_)
            point /= peak > 0.0 ? peak : 1.0;
        period_.back() = period_.front();
    }

    // `turns` in [0, 1).
    [[nodiscard]] double at(double turns) const {
        const double position = turns * kPoints;
        const auto point = static_cast<std::size_t>(position);
        return period_[point] + (period_[point + 1] - period_[point]) * (position - static_cast<double>(point));
    }

private:
    static constexpr std::size_t kPoints = 2048; // error of a straight line in the 40th harmonic: below -50 dB
    std::vector<double> period_;
};

// Counts turns at a changing frequency from 0 to the sampling rate.
class Phase {
public:
    explicit Phase(double rate, double turns = 0.0) : perSample_(1.0 / rate), turns_(turns) {}

    // The turns so far within [0, 1), one sample on.
    double next(double frequency) {
        turns_ += frequency * perSample_;
        if (turns_ >= 1.0) // once: no frequency reaches the sampling rate
            turns_ -= 1.0;
        return turns_;
    }

private:
    double perSample_;
    double turns_;
};

} // namespace tagscope::demo
