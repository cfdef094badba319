// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>

namespace tagscope {

enum class SpectrumWindow { Hann, Hamming, Blackman };

inline constexpr std::array kSpectrumWindows{SpectrumWindow::Hann, SpectrumWindow::Hamming, SpectrumWindow::Blackman};

struct StftOptions {
    int windowSamples = 1024; // as long as the transform; even
    SpectrumWindow window = SpectrumWindow::Hann;

    friend bool operator==(const StftOptions &, const StftOptions &) = default;
};

// Short-time spectra for looking at (what the networks hear is LogMel's): levels in dB of the amplitude, relative to a
// sine of full scale, which has 0 dB in its bin. The windows are periodic.
// F. J. Harris, On the use of windows for harmonic analysis with the discrete Fourier transform, 1978.
// Immutable after make(); compute() may be called from several threads.
class Stft {
public:
    static constexpr double kFloorDecibels = -140.0; // silence
    static constexpr int kShortestWindow = 16;
    static constexpr int kLongestWindow = 1 << 15;

    // Error: Inconsistent for a window that is odd or of no such length.
    [[nodiscard]] static Result<Stft> make(const StftOptions &options);

    Stft(Stft &&) noexcept;
    Stft &operator=(Stft &&) noexcept;
    ~Stft();

    [[nodiscard]] const StftOptions &options() const;
    [[nodiscard]] std::size_t bins() const; // windowSamples / 2 + 1, from 0 Hz to half the sample rate

    // frames x bins: frame i is centred on samples[first + i * hop], where that index may lie outside; there are zeros.
    // Error: Cancelled.
    [[nodiscard]] Result<Matrix> compute(std::span<const float> samples, std::int64_t first, std::int64_t hop,
                                         std::size_t frames, std::stop_token stop = {}) const;

private:
    struct State;
    explicit Stft(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace tagscope
