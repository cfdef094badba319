// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/mel_front_end.h"

#include "core/audio/fftw_memory.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

namespace tagscope {
namespace {

constexpr int kLongestTransform = 1 << 16;
constexpr std::size_t kFramesBetweenStops = 64; // about a millisecond

double htkMel(double hz) {
    return 1127.0 * std::log(1.0 + hz / 700.0);
}
double htkHz(double mel) {
    return 700.0 * (std::exp(mel / 1127.0) - 1.0);
}

// Linear up to 1 kHz, 200/3 Hz a mel; above, 27 mels for each factor of 6.4.
constexpr double kSlaneyHz = 200.0 / 3.0;
double slaneyMel(double hz) {
    return hz < 1000.0 ? hz / kSlaneyHz : 15.0 + std::log(hz / 1000.0) * 27.0 / std::log(6.4);
}
double slaneyHz(double mel) {
    return mel < 15.0 ? mel * kSlaneyHz : 1000.0 * std::exp((mel - 15.0) * std::log(6.4) / 27.0);
}

std::vector<float> windowOf(const MelFrontEndOptions &options) {
    const int period = options.isPeriodic ? options.windowSamples : options.windowSamples - 1;
    const double mean = options.window == MelFrontEndOptions::Window::Hann ? 0.5 : 0.54;
    std::vector<float> weights;
    for (int i = 0; i < options.windowSamples; ++i)
        weights.push_back(
            static_cast<float>(mean - (1.0 - mean) * std::cos(2.0 * std::numbers::pi * i / std::max(period, 1))));
    return weights;
}

// A place beyond the ends, mirrored back.
std::size_t mirrored(std::int64_t at, std::int64_t samples) {
    while (at < 0 || at >= samples) {
        if (samples == 1)
            return 0;
        at = at < 0 ? -at : 2 * (samples - 1) - at;
    }
    return static_cast<std::size_t>(at);
}

} // namespace

struct MelFrontEnd::State {
    MelFrontEndOptions options;
    std::vector<float> window;
    FftwPlan plan;
};

MelFrontEnd::MelFrontEnd(std::unique_ptr<State> state) : state_(std::move(state)) {}
MelFrontEnd::MelFrontEnd(MelFrontEnd &&) noexcept = default;
MelFrontEnd &MelFrontEnd::operator=(MelFrontEnd &&) noexcept = default;
MelFrontEnd::~MelFrontEnd() = default;

Matrix melMatrix(const MelScale &scale) {
    const bool isHtk = scale.formula == MelScale::Formula::Htk;
    const auto mel = isHtk ? htkMel : slaneyMel;
    const auto hz = isHtk ? htkHz : slaneyHz;
    const double lowest = mel(scale.lowHz);
    const double highest = mel(scale.highHz);
    Matrix matrix(static_cast<std::size_t>(scale.fftSamples) / 2 + 1, static_cast<std::size_t>(scale.bands));
    const auto edge = [&](std::size_t i) {
        return lowest + (highest - lowest) * static_cast<double>(i) / (scale.bands + 1);
    };
    for (std::size_t band = 0; band < matrix.columns; ++band) {
        const double left = scale.isLinearInMel ? edge(band) : hz(edge(band));
        const double peak = scale.isLinearInMel ? edge(band + 1) : hz(edge(band + 1));
        const double right = scale.isLinearInMel ? edge(band + 2) : hz(edge(band + 2));
        const double height = scale.norm == MelScale::Norm::Slaney ? 2.0 / (hz(edge(band + 2)) - hz(edge(band))) : 1.0;
        for (std::size_t bin = 1; bin < matrix.rows; ++bin) {
            const double frequency = static_cast<double>(bin) * scale.sampleRate / scale.fftSamples;
            const double at = scale.isLinearInMel ? mel(frequency) : frequency;
            const double weight = std::min((at - left) / (peak - left), (right - at) / (right - peak));
            matrix(bin, band) = static_cast<float>(height * std::max(weight, 0.0));
        }
    }
    return matrix;
}

Result<MelFrontEnd> MelFrontEnd::make(MelFrontEndOptions options) {
    if (options.windowSamples < 2 || options.hopSamples < 1 || options.fftSamples < options.windowSamples ||
        options.fftSamples > kLongestTransform || options.fftSamples % 2 != 0 ||
        options.mel.rows != static_cast<std::size_t>(options.fftSamples) / 2 + 1 || options.mel.columns == 0 ||
        !(options.offset > 0.0 || options.floor > 0.0))
        return fail(Error::Kind::Inconsistent, "audio.front_end");
    auto state = std::make_unique<State>();
    state->window = windowOf(options);
    state->options = std::move(options);
    const auto samples = static_cast<std::size_t>(state->options.fftSamples);
    const FftwBuffer<float> frame = fftwZeros(samples);
    const FftwBuffer<float> spectrum = fftwZeros(samples + 2);
    state->plan = makeFftwPlan(state->options.fftSamples, frame.get(), spectrum.get());
    if (!state->plan)
        return fail(Error::Kind::Internal, {"audio.fourier_transform_failed", state->options.fftSamples});
    return MelFrontEnd(std::move(state));
}

const MelFrontEndOptions &MelFrontEnd::options() const {
    return state_->options;
}

std::size_t MelFrontEnd::framesOf(std::size_t samples) const {
    const MelFrontEndOptions &options = state_->options;
    const auto hop = static_cast<std::size_t>(options.hopSamples);
    const auto window = static_cast<std::size_t>(options.windowSamples);
    if (options.isCentred)
        return samples == 0 ? 0 : samples / hop + 1;
    return samples < window ? 0 : (samples - window) / hop + 1;
}

Result<Matrix> MelFrontEnd::compute(std::span<const float> samples, std::stop_token stop) const {
    const MelFrontEndOptions &options = state_->options;
    const auto size = static_cast<std::size_t>(options.fftSamples);
    const std::size_t bins = size / 2 + 1;
    const std::size_t before = options.isCentred ? (size - state_->window.size()) / 2 : 0; // zeros in the transform
    const FftwBuffer<float> frame = fftwZeros(size);
    const FftwBuffer<float> spectrum = fftwZeros(size + 2);
    std::vector<float> strength(bins);
    Matrix features(framesOf(samples.size()), options.mel.columns);
    for (std::size_t k = 0; k < features.rows; ++k) {
        if (k % kFramesBetweenStops == 0 && stop.stop_requested())
            return cancelled();
        const std::int64_t start = static_cast<std::int64_t>(k) * options.hopSamples -
                                   (options.isCentred ? options.fftSamples / 2 - static_cast<std::int64_t>(before) : 0);
        for (std::size_t i = 0; i < state_->window.size(); ++i)
            frame[before + i] =
                state_->window[i] *
                samples[mirrored(start + static_cast<std::int64_t>(i), static_cast<std::int64_t>(samples.size()))];
        fftwf_execute_dft_r2c(state_->plan.get(), frame.get(), asComplex(spectrum.get()));
        for (std::size_t bin = 0; bin < bins; ++bin) {
            const float power = spectrum[2 * bin] * spectrum[2 * bin] + spectrum[2 * bin + 1] * spectrum[2 * bin + 1];
            strength[bin] = options.isPower ? power : std::sqrt(power);
        }
        const std::span<float> row = features.row(k);
        for (std::size_t bin = 0; bin < bins; ++bin) {
            const std::span<const float> weights = options.mel.row(bin);
            for (std::size_t band = 0; band < row.size(); ++band)
                row[band] += strength[bin] * weights[band];
        }
        for (float &value : row)
            value = static_cast<float>(options.logScale *
                                       std::log(std::max(static_cast<double>(value) + options.offset, options.floor)));
    }
    return features;
}

} // namespace tagscope
