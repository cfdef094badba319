// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/mel_bands.h"

#include <algorithm>
#include <cmath>

namespace tagscope {

namespace {

// Slaney's mel scale: linear up to 1 kHz, 200/3 Hz a mel; above, 27 mels for each factor of 6.4.
constexpr double kHzPerMel = 200.0 / 3.0;
constexpr double kBreakHz = 1000.0;
constexpr double kBreakMel = kBreakHz / kHzPerMel;

double logStep() {
    return std::log(6.4) / 27.0;
}

double melOf(double hz) {
    return hz < kBreakHz ? hz / kHzPerMel : kBreakMel + std::log(hz / kBreakHz) / logStep();
}

double hzOf(double mel) {
    return mel < kBreakMel ? mel * kHzPerMel : kBreakHz * std::exp((mel - kBreakMel) * logStep());
}

MelBand triangle(double lower, double peak, double upper, double hzPerBin, std::size_t bins) {
    const double height = 2.0 / (upper - lower);
    MelBand band;
    for (std::size_t bin = 0; bin < bins; ++bin) {
        const double hz = static_cast<double>(bin) * hzPerBin;
        const double weight = height * std::min((hz - lower) / (peak - lower), (upper - hz) / (upper - peak));
        if (weight <= 0.0)
            continue;
        if (band.weights.empty())
            band.firstBin = bin;
        band.weights.push_back(static_cast<float>(weight));
    }
    return band;
}

} // namespace

std::vector<double> melBandEdges(const LogMelOptions &options) {
    const double lowest = melOf(options.lowHz);
    const double highest = melOf(options.highHz);
    const int steps = options.bands + 1;
    std::vector<double> edges;
    edges.reserve(static_cast<std::size_t>(steps) + 1);
    for (int i = 0; i <= steps; ++i)
        edges.push_back(hzOf(lowest + (highest - lowest) * i / steps));
    return edges;
}

std::vector<MelBand> melBands(const LogMelOptions &options) {
    const std::vector<double> edges = melBandEdges(options);
    const double hzPerBin = static_cast<double>(options.sampleRate) / options.fftSamples;
    const std::size_t bins = static_cast<std::size_t>(options.fftSamples) / 2 + 1;
    std::vector<MelBand> bands;
    bands.reserve(static_cast<std::size_t>(options.bands));
    for (std::size_t b = 0; b + 2 < edges.size(); ++b)
        bands.push_back(triangle(edges[b], edges[b + 1], edges[b + 2], hzPerBin, bins));
    return bands;
}

} // namespace tagscope
