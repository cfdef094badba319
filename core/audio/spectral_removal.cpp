// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/spectral_removal.h"

#include "core/audio/fftw_memory.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <utility>

namespace tagscope {
namespace {

constexpr double kWindowSeconds = 0.064; // 1,024 samples of 16 kHz: bins of 16 Hz, and edges of 30 ms
constexpr double kBackgroundShare = 0.05;
constexpr int kOverlap = 4; // windows that see each sample

double melOfHz(double hz) {
    return 2595.0 * std::log10(1.0 + hz / 700.0);
}
double hzOfMel(double mel) {
    return 700.0 * (std::pow(10.0, mel / 2595.0) - 1.0);
}

std::size_t transformLength(int sampleRate) {
    std::size_t length = 64;
    while (static_cast<double>(length) * 1.5 < kWindowSeconds * sampleRate)
        length *= 2;
    return length;
}

} // namespace

struct SpectralRemoval::State {
    Grid grid;
    int sampleRate = 0;
    std::size_t count = 0;  // samples of the stretch
    std::size_t length = 0; // of the transform
    std::size_t hop = 0;
    std::size_t frames = 0;
    std::size_t bins = 0;
    std::vector<float> window;
    std::vector<std::complex<float>> spectra; // frames x bins
    std::vector<float> attenuation;           // frames x bins, to the background
    std::vector<std::size_t> binEdges;        // rows + 1
    FftwPlan inverse;

    // Spectra of samples with a window's length of zeros on either side; `frames` of them.
    static std::vector<std::complex<float>> transformed(std::span<const float> samples,
                                                        const std::vector<float> &window, std::size_t hop,
                                                        std::size_t frames, const FftwPlan &plan, float *frame,
                                                        float *spectrum) {
        const std::size_t length = window.size();
        const std::size_t bins = length / 2 + 1;
        std::vector<std::complex<float>> spectra(frames * bins);
        for (std::size_t i = 0; i < frames; ++i) {
            for (std::size_t k = 0; k < length; ++k) {
                const std::size_t at = i * hop + k; // in the padded sound
                frame[k] = at >= length && at - length < samples.size() ? window[k] * samples[at - length] : 0.0F;
            }
            fftwf_execute_dft_r2c(plan.get(), frame, asComplex(spectrum));
            for (std::size_t bin = 0; bin < bins; ++bin)
                spectra[i * bins + bin] = {spectrum[2 * bin], spectrum[2 * bin + 1]};
        }
        return spectra;
    }

    [[nodiscard]] static std::size_t framesFor(std::size_t samples, std::size_t length, std::size_t hop) {
        return (samples + length) / hop + 1;
    }

    // 1 where a cell is chosen, with soft edges; frames x bins.
    [[nodiscard]] std::vector<float> maskOf(std::span<const std::uint8_t> isChosen) const;
    [[nodiscard]] std::vector<float> madeWith(const std::vector<float> &mask) const;
};

std::vector<float> SpectralRemoval::State::maskOf(std::span<const std::uint8_t> isChosen) const {
    std::vector<float> hard(frames * bins, 0.0F);
    const auto columns = static_cast<std::size_t>(grid.columns);
    const auto rows = static_cast<std::size_t>(grid.rows);
    for (std::size_t i = 0; i < frames; ++i) {
        // The middle of the frame in the stretch; what sticks out belongs to the first and last column.
        const double middle = (static_cast<double>(i * hop) - static_cast<double>(length) / 2.0) /
                              static_cast<double>(count) * grid.columns;
        const auto column =
            static_cast<std::size_t>(std::clamp(std::floor(middle), 0.0, static_cast<double>(columns - 1)));
        for (std::size_t row = 0; row < rows; ++row)
            if (isChosen[column * rows + row] != 0)
                std::fill_n(hard.begin() + static_cast<std::ptrdiff_t>(i * bins + binEdges[row]),
                            binEdges[row + 1] - binEdges[row], 1.0F);
    }
    // A quarter to either side in frequency; in time the windows overlap.
    std::vector<float> soft = hard;
    for (std::size_t i = 0; i < frames; ++i)
        for (std::size_t bin = 1; bin + 1 < bins; ++bin)
            soft[i * bins + bin] =
                0.25F * hard[i * bins + bin - 1] + 0.5F * hard[i * bins + bin] + 0.25F * hard[i * bins + bin + 1];
    return soft;
}

std::vector<float> SpectralRemoval::State::madeWith(const std::vector<float> &mask) const {
    const FftwBuffer<float> spectrum = fftwZeros(length + 2);
    const FftwBuffer<float> frame = fftwZeros(length);
    const std::size_t padded = (frames - 1) * hop + length;
    std::vector<float> sum(padded, 0.0F);
    std::vector<float> weight(padded, 0.0F);
    for (std::size_t i = 0; i < frames; ++i) {
        for (std::size_t bin = 0; bin < bins; ++bin) {
            const std::size_t at = i * bins + bin;
            const float gain = 1.0F - mask[at] * (1.0F - attenuation[at]);
            spectrum[2 * bin] = spectra[at].real() * gain;
            spectrum[2 * bin + 1] = spectra[at].imag() * gain;
        }
        fftwf_execute_dft_c2r(inverse.get(), asComplex(spectrum.get()), frame.get());
        for (std::size_t k = 0; k < length; ++k) {
            sum[i * hop + k] += window[k] * frame[k] / static_cast<float>(length);
            weight[i * hop + k] += window[k] * window[k];
        }
    }
    std::vector<float> sound(count);
    for (std::size_t i = 0; i < count; ++i)
        sound[i] = sum[length + i] / std::max(weight[length + i], 1e-6F);
    return sound;
}

SpectralRemoval::SpectralRemoval(std::unique_ptr<State> state) : state_(std::move(state)) {}
SpectralRemoval::SpectralRemoval(SpectralRemoval &&) noexcept = default;
SpectralRemoval &SpectralRemoval::operator=(SpectralRemoval &&) noexcept = default;
SpectralRemoval::~SpectralRemoval() = default;

Result<SpectralRemoval> SpectralRemoval::make(std::span<const float> sound, std::size_t first, std::size_t count,
                                              int sampleRate, const Grid &grid) {
    if (count == 0 || first > sound.size() || count > sound.size() - first || sampleRate < 1000 || grid.columns < 1 ||
        grid.rows < 1 || grid.columns > 1024 || grid.rows > 128)
        return fail(Error::Kind::Inconsistent, "audio.removal_stretch");
    auto state = std::make_unique<State>();
    state->grid = grid;
    state->sampleRate = sampleRate;
    state->count = count;
    state->length = transformLength(sampleRate);
    state->hop = state->length / kOverlap;
    state->bins = state->length / 2 + 1;
    for (std::size_t k = 0; k < state->length; ++k)
        state->window.push_back(static_cast<float>(
            0.5 -
            0.5 * std::cos(2.0 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(state->length))));
    const FftwBuffer<float> frame = fftwZeros(state->length);
    const FftwBuffer<float> spectrum = fftwZeros(state->length + 2);
    const FftwPlan plan = makeFftwPlan(static_cast<int>(state->length), frame.get(), spectrum.get());
    state->inverse = makeInverseFftwPlan(static_cast<int>(state->length), spectrum.get(), frame.get());
    if (!plan || !state->inverse)
        return fail(Error::Kind::Internal, {"audio.fourier_transform_failed", static_cast<int>(state->length)});

    const std::size_t allFrames = State::framesFor(sound.size(), state->length, state->hop);
    const std::vector<std::complex<float>> all =
        State::transformed(sound, state->window, state->hop, allFrames, plan, frame.get(), spectrum.get());
    std::vector<float> background(state->bins);
    std::vector<float> column(allFrames);
    for (std::size_t bin = 0; bin < state->bins; ++bin) {
        for (std::size_t i = 0; i < allFrames; ++i)
            column[i] = std::abs(all[i * state->bins + bin]);
        const auto place = static_cast<std::ptrdiff_t>(kBackgroundShare * static_cast<double>(allFrames));
        std::ranges::nth_element(column, column.begin() + place);
        background[bin] = column[static_cast<std::size_t>(place)];
    }
    state->frames = State::framesFor(count, state->length, state->hop);
    state->spectra = State::transformed(sound.subspan(first, count), state->window, state->hop, state->frames, plan,
                                        frame.get(), spectrum.get());
    state->attenuation.resize(state->spectra.size());
    for (std::size_t i = 0; i < state->spectra.size(); ++i)
        state->attenuation[i] =
            std::min(1.0F, background[i % state->bins] / std::max(std::abs(state->spectra[i]), 1e-12F));
    const double highest = melOfHz(sampleRate / 2.0);
    for (int row = 0; row <= grid.rows; ++row)
        state->binEdges.push_back(static_cast<std::size_t>(
            std::lround(hzOfMel(highest * row / grid.rows) / (sampleRate / 2.0) * static_cast<double>(state->bins))));
    return SpectralRemoval(std::move(state));
}

const SpectralRemoval::Grid &SpectralRemoval::grid() const {
    return state_->grid;
}

std::size_t SpectralRemoval::cells() const {
    return static_cast<std::size_t>(state_->grid.columns) * static_cast<std::size_t>(state_->grid.rows);
}

SpectralCell SpectralRemoval::cell(std::size_t index) const {
    const auto rows = static_cast<std::size_t>(state_->grid.rows);
    const auto column = static_cast<double>(index / rows);
    const auto row = static_cast<double>(index % rows);
    const double seconds = static_cast<double>(state_->count) / state_->sampleRate / state_->grid.columns;
    const double highest = melOfHz(state_->sampleRate / 2.0);
    return {Seconds(column * seconds), Seconds((column + 1.0) * seconds), hzOfMel(highest * row / state_->grid.rows),
            hzOfMel(highest * (row + 1.0) / state_->grid.rows)};
}

std::vector<float> SpectralRemoval::without(std::span<const std::uint8_t> isChosen) const {
    return state_->madeWith(state_->maskOf(isChosen));
}

std::vector<float> SpectralRemoval::only(std::span<const std::uint8_t> isChosen) const {
    std::vector<float> mask = state_->maskOf(isChosen);
    for (float &value : mask)
        value = 1.0F - value;
    return state_->madeWith(mask);
}

} // namespace tagscope
