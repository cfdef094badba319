// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace tagscope {

// How sound becomes log-mel features. The defaults are section 3.2 of the paper, and where it is silent the authors'
// later feature code.
struct LogMelOptions {
    int sampleRate = 20000;        // Hz, section 3.2
    int windowSamples = 480;       // 24 ms, section 3.2
    int hopSamples = 100;          // 5 ms, section 3.2
    int fftSamples = 1024;         // section 3.2
    int bands = 60;                // section 3.2
    double lowHz = 0.0;            // ours: the whole range
    double highHz = 10000.0;       // ours: half the sample rate
    double magnitudeFloor = 1e-10; // ours: below it, silence; 10 log10 of it is -100 dB

    friend bool operator==(const LogMelOptions &, const LogMelOptions &) = default;
};

// The frequencies in Hz of the bands' lower edges, centres and upper edges on the Slaney mel scale: bands + 2 numbers;
// band b reaches from [b] over its peak [b + 1] to [b + 2].
[[nodiscard]] std::vector<double> melBandEdges(const LogMelOptions &options);

// Computes 10 log10(max(floor, mel-weighted magnitude spectrum)): a Hann window centred in the FFT, frames centred on
// multiples of the hop with zeros beyond the ends, Slaney mel bands with Slaney normalisation.
// The object is immutable after make(); compute() may be called from several threads.
class LogMel {
public:
    // Error: Inconsistent, naming the option, where the options make no sense together.
    [[nodiscard]] static Result<LogMel> make(const LogMelOptions &options = {});

    LogMel(LogMel &&) noexcept;
    LogMel &operator=(LogMel &&) noexcept;
    ~LogMel();

    // Mono samples at sampleRate, in [-1, 1], all finite -> frames x bands, in dB. samples / hop frames, rounded up
    // (the centred frame after the last whole hop is dropped: 200,000 samples give 2,000 frames); none for no samples.
    // Error: Cancelled.
    [[nodiscard]] Result<Matrix> compute(std::span<const float> samples, std::stop_token stop = {}) const;

    [[nodiscard]] const LogMelOptions &options() const;

private:
    struct State;
    explicit LogMel(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace tagscope
