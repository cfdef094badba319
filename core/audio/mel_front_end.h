// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"

#include <memory>
#include <span>
#include <stop_token>

namespace tagscope {

// How the log-mel features of somebody else's network come of sound: what readers get wrong is all here. Our own
// network's are LogMel's.
struct MelFrontEndOptions {
    enum class Window { Hann, Hamming };

    int windowSamples = 400;
    Window window = Window::Hann;
    bool isPeriodic = true; // else symmetric
    int hopSamples = 160;
    int fftSamples = 512;   // the window is followed by zeros, or with isCentred lies in the middle
    bool isPower = false;   // of the spectrum, else its magnitude
    bool isCentred = false; // frame k is centred on k * hop, with the sound mirrored at its ends; else it begins there
    Matrix mel;             // bins x bands
    double logScale = 1.0;  // of the natural logarithm; 10 / ln 10 for dB of a power
    double offset = 0.0;    // added before the logarithm
    double floor = 0.0;     // below it values are this
};

// Triangles from `lowHz` to `highHz`.
struct MelScale {
    enum class Formula { Htk, Slaney };
    enum class Norm { None, Slaney }; // Slaney: each of the area 1 Hz

    int sampleRate = 16000;
    int fftSamples = 512;
    int bands = 64;
    double lowHz = 125.0;
    double highHz = 7500.0;
    Formula formula = Formula::Htk;
    bool isLinearInMel = true; // the triangles' sides, else linear in Hz
    Norm norm = Norm::None;
};
// bins x bands. The bin of 0 Hz has no weight.
[[nodiscard]] Matrix melMatrix(const MelScale &scale);

// Immutable after make(); compute() may be called from several threads.
class MelFrontEnd {
public:
    // Error: Inconsistent where the options make no sense together.
    [[nodiscard]] static Result<MelFrontEnd> make(MelFrontEndOptions options);

    MelFrontEnd(MelFrontEnd &&) noexcept;
    MelFrontEnd &operator=(MelFrontEnd &&) noexcept;
    ~MelFrontEnd();

    // frames x bands, of as many whole frames as the samples hold. Error: Cancelled.
    [[nodiscard]] Result<Matrix> compute(std::span<const float> samples, std::stop_token stop = {}) const;
    [[nodiscard]] std::size_t framesOf(std::size_t samples) const;
    [[nodiscard]] const MelFrontEndOptions &options() const;

private:
    struct State;
    explicit MelFrontEnd(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace tagscope
