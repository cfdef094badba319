// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/log_mel.h"

#include "core/audio/decibels.h"
#include "core/audio/fftw_memory.h"
#include "core/audio/mel_bands.h"
#include "core/audio/processor_clones.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <numeric>
#include <string>
#include <utility>

namespace tagscope {

namespace {

// Products that are summed side by side, so that compilers may use vectors: they must not reorder one sum of floats.
constexpr std::size_t kLanes = 8;

// Twenty times 1,000 of full scale, in dB: no sound is louder than this, so a sample beyond it, like one that is not
// finite, is damage and counts as 0.
constexpr float kLargestSample = 1e6F;

constexpr std::size_t kFramesBetweenLooks = 64; // at the stop token; well under a millisecond

constexpr int kLargestFft = 1 << 16;

// What compute() works in; one a call, so that calls do not meet.
struct Workspace {
    Workspace(std::size_t fftSamples, std::size_t bins)
        : frame(fftwZeros(fftSamples)), spectrum(fftwZeros(2 * bins)), magnitudes(bins + kLanes) {}

    FftwBuffer<float> frame;       // fftSamples; zeros after the window, which stay
    FftwBuffer<float> spectrum;    // bins complex
    std::vector<float> magnitudes; // bins, and zeros for the last lanes of the topmost band
};

// One frame a plan: FFTW was no faster with several (2.2 ms for 2,000 frames either way, more where they interleave).
FftwPlan makePlan(int fftSamples, Workspace &workspace) {
    return makeFftwPlan(fftSamples, workspace.frame.get(), workspace.spectrum.get());
}

// The periodic window, as is usual for spectra.
std::vector<float> hannWindow(int samples) {
    std::vector<float> window;
    window.reserve(static_cast<std::size_t>(samples));
    for (int i = 0; i < samples; ++i)
        window.push_back(static_cast<float>(0.5 - 0.5 * std::cos(2.0 * std::numbers::pi * i / samples)));
    return window;
}

std::size_t unsignedOf(int value) {
    return static_cast<std::size_t>(value);
}

// The sentence about the first option that makes no sense; nothing where all do.
Message firstFault(const LogMelOptions &o) {
    const auto number = [](double value) { return std::to_string(value); };
    if (o.sampleRate < 1)
        return {"audio.bad_sample_rate", o.sampleRate};
    if (o.fftSamples < 2 || o.fftSamples > kLargestFft)
        return {"audio.bad_fft", o.fftSamples, kLargestFft};
    if (o.windowSamples < 1 || o.windowSamples > o.fftSamples)
        return {"audio.bad_window", o.windowSamples, o.fftSamples};
    if (o.hopSamples < 1)
        return {"audio.bad_hop", o.hopSamples};
    if (!(o.lowHz >= 0.0 && o.lowHz < o.highHz && o.highHz <= o.sampleRate / 2.0))
        return {"audio.bad_frequencies", number(o.lowHz), number(o.highHz), number(o.sampleRate / 2.0)};
    if (o.bands < 1 || o.bands > o.fftSamples / 2)
        return {"audio.bad_bands", o.bands, o.fftSamples};
    if (!(o.magnitudeFloor >= double{std::numeric_limits<float>::min()} && o.magnitudeFloor <= 1.0))
        return "audio.bad_floor";
    return {};
}

// Of complex numbers, real and imaginary parts by turns.
TAGSCOPE_PROCESSOR_CLONES void toMagnitudes(std::span<const float> spectrum, float *magnitudes) {
    for (std::size_t bin = 0; bin < spectrum.size() / 2; ++bin) {
        const float re = spectrum[2 * bin];
        const float im = spectrum[2 * bin + 1];
        magnitudes[bin] = std::sqrt(re * re + im * im);
    }
}

} // namespace

struct LogMel::State {
    LogMelOptions options;
    std::vector<float> window;
    std::vector<MelBand> bands; // each with zeros added up to a multiple of kLanes
    FftwPlan plan;

    [[nodiscard]] std::size_t bins() const { return unsignedOf(options.fftSamples) / 2 + 1; }
    [[nodiscard]] Workspace workspace() const { return {unsignedOf(options.fftSamples), bins()}; }
    void windowFrame(std::span<const float> samples, std::size_t frame, float *into) const;
    void transform(Workspace &workspace) const;
    void weigh(const Workspace &workspace, std::span<float> into) const;
};

// The window stands at the start of `into` rather than in its middle: that turns phases only.
TAGSCOPE_PROCESSOR_CLONES void LogMel::State::windowFrame(std::span<const float> samples, std::size_t frame,
                                                          float *into) const {
    const std::int64_t leftPad = (options.fftSamples - options.windowSamples) / 2;
    const std::int64_t start = static_cast<std::int64_t>(frame) * options.hopSamples - options.fftSamples / 2 + leftPad;
    const auto length = static_cast<std::int64_t>(window.size());
    const std::int64_t from = std::clamp<std::int64_t>(-start, 0, length);
    const std::int64_t to = std::clamp<std::int64_t>(static_cast<std::int64_t>(samples.size()) - start, from, length);
    std::fill(into, into + from, 0.0F);
    for (std::int64_t i = from; i < to; ++i) {
        const float sample = samples.data()[start + i];
        into[i] = std::abs(sample) <= kLargestSample ? sample * window.data()[i] : 0.0F;
    }
    std::fill(into + to, into + length, 0.0F);
}

void LogMel::State::transform(Workspace &workspace) const {
    fftwf_execute_dft_r2c(plan.get(), workspace.frame.get(), asComplex(workspace.spectrum.get()));
    toMagnitudes({workspace.spectrum.get(), 2 * bins()}, workspace.magnitudes.data());
}

TAGSCOPE_PROCESSOR_CLONES void LogMel::State::weigh(const Workspace &workspace, std::span<float> into) const {
    for (std::size_t b = 0; b < bands.size(); ++b) {
        const float *weights = bands[b].weights.data();
        const float *magnitudes = workspace.magnitudes.data() + bands[b].firstBin;
        std::array<float, kLanes> sums{};
        for (std::size_t i = 0; i < bands[b].weights.size(); i += kLanes)
            for (std::size_t lane = 0; lane < kLanes; ++lane)
                sums[lane] += weights[i + lane] * magnitudes[i + lane];
        into[b] = std::accumulate(sums.begin(), sums.end(), 0.0F);
    }
}

LogMel::LogMel(std::unique_ptr<State> state) : state_(std::move(state)) {}
LogMel::LogMel(LogMel &&) noexcept = default;
LogMel &LogMel::operator=(LogMel &&) noexcept = default;
LogMel::~LogMel() = default;

const LogMelOptions &LogMel::options() const {
    return state_->options;
}

Result<LogMel> LogMel::make(const LogMelOptions &options) {
    if (const Message fault = firstFault(options); !fault.empty())
        return fail(Error::Kind::Inconsistent, {"audio.log_mel_options", fault});
    auto state = std::make_unique<State>(State{options, hannWindow(options.windowSamples), melBands(options), nullptr});
    const auto narrow =
        std::find_if(state->bands.begin(), state->bands.end(), [](const MelBand &b) { return b.weights.empty(); });
    if (narrow != state->bands.end())
        return fail(Error::Kind::Inconsistent,
                    {"audio.silent_mel_band", options.bands, narrow - state->bands.begin() + 1});
    for (MelBand &band : state->bands)
        band.weights.resize((band.weights.size() + kLanes - 1) / kLanes * kLanes);
    Workspace workspace = state->workspace();
    state->plan = makePlan(options.fftSamples, workspace);
    if (!state->plan)
        return fail(Error::Kind::Internal, {"audio.fourier_transform_failed", options.fftSamples});
    return LogMel(std::move(state));
}

Result<Matrix> LogMel::compute(std::span<const float> samples, std::stop_token stop) const {
    const State &state = *state_;
    const std::size_t hop = unsignedOf(state.options.hopSamples);
    const std::size_t frames = samples.size() / hop + (samples.size() % hop != 0 ? 1 : 0);
    Matrix result(frames, state.bands.size());
    Workspace workspace = state.workspace();
    for (std::size_t frame = 0; frame < frames; ++frame) {
        if (frame % kFramesBetweenLooks == 0 && stop.stop_requested())
            return cancelled();
        state.windowFrame(samples, frame, workspace.frame.get());
        state.transform(workspace);
        state.weigh(workspace, result.row(frame));
    }
    toDecibels(result.values, state.options.magnitudeFloor);
    return result;
}

} // namespace tagscope
