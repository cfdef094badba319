// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/stft.h"

#include "core/audio/decibels.h"
#include "core/audio/fftw_memory.h"

#include <cmath>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

namespace tagscope {

namespace {

constexpr std::size_t kSpectraBetweenLooks = 64; // at the stop token; about a millisecond

float weightAt(SpectrumWindow window, int sample, int samples) {
    const double turn = 2.0 * std::numbers::pi * sample / samples;
    switch (window) {
    case SpectrumWindow::Hann:
        return static_cast<float>(0.5 - 0.5 * std::cos(turn));
    case SpectrumWindow::Hamming:
        return static_cast<float>(0.54 - 0.46 * std::cos(turn));
    case SpectrumWindow::Blackman:
        return static_cast<float>(0.42 - 0.5 * std::cos(turn) + 0.08 * std::cos(2.0 * turn));
    }
    return 1.0F;
}

} // namespace

struct Stft::State {
    StftOptions options;
    std::vector<float> weights; // such that a sine of full scale gets the magnitude 1
    FftwPlan plan;

    void transform(std::span<const float> samples, std::int64_t centre, float *frame, float *spectrum) const;
};

Stft::Stft(std::unique_ptr<State> state) : state_(std::move(state)) {}
Stft::Stft(Stft &&) noexcept = default;
Stft &Stft::operator=(Stft &&) noexcept = default;
Stft::~Stft() = default;

const StftOptions &Stft::options() const {
    return state_->options;
}

std::size_t Stft::bins() const {
    return state_->weights.size() / 2 + 1;
}

Result<Stft> Stft::make(const StftOptions &options) {
    if (options.windowSamples < kShortestWindow || options.windowSamples > kLongestWindow ||
        options.windowSamples % 2 != 0)
        return fail(Error::Kind::Inconsistent,
                    {"audio.window_not_even", options.windowSamples, kShortestWindow, kLongestWindow});
    auto state = std::make_unique<State>(State{options, {}, nullptr});
    double sum = 0.0;
    for (int i = 0; i < options.windowSamples; ++i) {
        state->weights.push_back(weightAt(options.window, i, options.windowSamples));
        sum += static_cast<double>(state->weights.back());
    }
    for (float &weight : state->weights)
        weight *= static_cast<float>(2.0 / sum);
    const FftwBuffer<float> frame = fftwZeros(state->weights.size());
    const FftwBuffer<float> spectrum = fftwZeros(state->weights.size() + 2);
    state->plan = makeFftwPlan(options.windowSamples, frame.get(), spectrum.get());
    if (!state->plan)
        return fail(Error::Kind::Internal, {"audio.fourier_transform_failed", options.windowSamples});
    return Stft(std::move(state));
}

void Stft::State::transform(std::span<const float> samples, std::int64_t centre, float *frame, float *spectrum) const {
    const auto length = static_cast<std::int64_t>(weights.size());
    const std::int64_t start = centre - length / 2;
    for (std::int64_t i = 0; i < length; ++i) {
        const std::int64_t at = start + i;
        const bool isInside = at >= 0 && at < static_cast<std::int64_t>(samples.size());
        frame[i] = isInside ? weights[static_cast<std::size_t>(i)] * samples[static_cast<std::size_t>(at)] : 0.0F;
    }
    fftwf_execute_dft_r2c(plan.get(), frame, asComplex(spectrum));
}

Result<Matrix> Stft::compute(std::span<const float> samples, std::int64_t first, std::int64_t hop, std::size_t frames,
                             std::stop_token stop) const {
    Matrix levels(frames, bins());
    const FftwBuffer<float> frame = fftwZeros(state_->weights.size());
    const FftwBuffer<float> spectrum = fftwZeros(state_->weights.size() + 2);
    for (std::size_t i = 0; i < frames; ++i) {
        if (i % kSpectraBetweenLooks == 0 && stop.stop_requested())
            return cancelled();
        state_->transform(samples, first + static_cast<std::int64_t>(i) * hop, frame.get(), spectrum.get());
        const std::span<float> row = levels.row(i);
        const float *values = spectrum.get();
        for (std::size_t bin = 0; bin < row.size(); ++bin)
            row[bin] = values[2 * bin] * values[2 * bin] + values[2 * bin + 1] * values[2 * bin + 1];
    }
    toDecibels(levels.values, std::pow(10.0, kFloorDecibels / 10.0));
    return levels;
}

} // namespace tagscope
