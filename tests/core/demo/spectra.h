// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstddef>
#include <numbers>
#include <span>
#include <vector>

// What the tests measure in sounds.
namespace tagscope::test {

inline void fourier(std::vector<std::complex<double>> &values) {
    const std::size_t n = values.size();
    if (n == 1)
        return;
    std::vector<std::complex<double>> even(n / 2);
    std::vector<std::complex<double>> odd(n / 2);
    for (std::size_t i = 0; i < n / 2; ++i) {
        even[i] = values[2 * i];
        odd[i] = values[2 * i + 1];
    }
    fourier(even);
    fourier(odd);
    for (std::size_t k = 0; k < n / 2; ++k) {
        const double angle = -2.0 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(n);
        const std::complex<double> turned = std::polar(1.0, angle) * odd[k];
        values[k] = even[k] + turned;
        values[k + n / 2] = even[k] - turned;
    }
}

// Powers of the bins below half the rate, Hann window. The number of samples must be a power of two.
inline std::vector<double> powerSpectrum(std::span<const float> samples) {
    std::vector<std::complex<double>> values(samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double turn = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(samples.size());
        values[i] = static_cast<double>(samples[i]) * (0.5 - 0.5 * std::cos(turn));
    }
    fourier(values);
    std::vector<double> powers(samples.size() / 2);
    for (std::size_t k = 0; k < powers.size(); ++k)
        powers[k] = std::norm(values[k]);
    return powers;
}

// The frequency of the strongest partial between two frequencies, between the bins.
inline double strongestPartial(std::span<const float> samples, double rate, double low, double high) {
    const std::vector<double> powers = powerSpectrum(samples);
    const double hzPerBin = rate / static_cast<double>(samples.size());
    const auto first = static_cast<std::size_t>(low / hzPerBin);
    const std::size_t last = std::min(static_cast<std::size_t>(high / hzPerBin), powers.size() - 2);
    std::size_t best = first;
    for (std::size_t k = first; k <= last; ++k)
        best = powers[k] > powers[best] ? k : best;
    const double left = std::log(powers[best - 1] + 1e-30);
    const double middle = std::log(powers[best] + 1e-30);
    const double right = std::log(powers[best + 1] + 1e-30);
    const double curvature = left - 2.0 * middle + right;
    const double shift = curvature < 0.0 ? std::clamp(0.5 * (left - right) / curvature, -0.5, 0.5) : 0.0;
    return (static_cast<double>(best) + shift) * hzPerBin;
}

inline double rootMeanSquare(std::span<const float> samples) {
    double sum = 0.0;
    for (const float sample : samples)
        sum += static_cast<double>(sample) * static_cast<double>(sample);
    return samples.empty() ? 0.0 : std::sqrt(sum / static_cast<double>(samples.size()));
}

// The root mean squares of pieces of `piece` samples.
inline std::vector<double> levels(std::span<const float> samples, std::size_t piece) {
    std::vector<double> result;
    for (std::size_t start = 0; start + piece <= samples.size(); start += piece)
        result.push_back(rootMeanSquare(samples.subspan(start, piece)));
    return result;
}

// The value below which `share` of the values lie.
inline double quantile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

} // namespace tagscope::test
