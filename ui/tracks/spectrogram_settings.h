// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audio/stft.h"

#include <QString>

namespace tagscope::ui {

// What the spectrogram's track shows: a short-time spectrum made for looking at, or what the network was given, in dB
// or normalised by the mean and deviation of its training set.
enum class SpectrogramKind { Spectrum, NetworkInput, NormalisedInput };

inline constexpr std::array kSpectrogramKinds{SpectrogramKind::Spectrum, SpectrogramKind::NetworkInput,
                                              SpectrogramKind::NormalisedInput};

// The choices that a person has. A value, kept in the settings of the program.
struct SpectrogramSettings {
    static constexpr int kSmallestRange = 20; // dB
    static constexpr int kLargestRange = 120;

    SpectrogramKind kind = SpectrogramKind::NetworkInput;
    // Below the loudest of the clip nothing further down is told apart: speech in a street spans about 50 dB of it.
    int rangeDecibels = 70;
    StftOptions spectrum;

    friend bool operator==(const SpectrogramSettings &, const SpectrogramSettings &) = default;
};

// Windows that are offered, in samples.
inline constexpr std::array kSpectrumLengths{256, 512, 1024, 2048, 4096};

[[nodiscard]] QString titleOf(SpectrogramKind kind);
[[nodiscard]] QString titleOf(SpectrumWindow window);

[[nodiscard]] SpectrogramSettings storedSpectrogramSettings(); // the defaults for what is not stored, or is none
void store(const SpectrogramSettings &settings);

} // namespace tagscope::ui
