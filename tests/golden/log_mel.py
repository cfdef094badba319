# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes log_mel.csv: log-mel features computed in float64 from the definitions with NumPy alone.

The signal is a formula that the test evaluates too. Run from the repository root: python3 tests/golden/log_mel.py
"""

import numpy as np

RATE, WINDOW, HOP, FFT, BANDS = 20000, 480, 100, 1024, 60
SAMPLES = 20050


def signal():
    """A sweep, a tone, and noise from a linear congruential generator, rounded to float32."""
    state, noise = 1, np.empty(SAMPLES)
    for i in range(SAMPLES):
        state = (1664525 * state + 1013904223) % 2**32
        noise[i] = state / 2**31 - 1
    t = np.arange(SAMPLES) / RATE
    return (0.3 * np.sin(2 * np.pi * (200 + 3000 * t) * t) + 0.2 * np.sin(2 * np.pi * 440 * t)
            + 0.05 * noise).astype(np.float32).astype(np.float64)


def slaney_mel(hz):
    """66.67 Hz a mel up to 1 kHz (15 mel), then 27 mel for each factor 6.4."""
    return np.where(hz < 1000, 3 * hz / 200, 15 + 27 * np.log(np.maximum(hz, 1e-9) / 1000) / np.log(6.4))


def band_edges():
    """Inverts slaney_mel by bisection, so that no second formula can hide a mistake of the first."""
    targets = np.linspace(0, slaney_mel(np.array(RATE / 2)), BANDS + 2)
    low, high = np.zeros(BANDS + 2), np.full(BANDS + 2, RATE / 2)
    for _ in range(100):
        middle = (low + high) / 2
        below = slaney_mel(middle) < targets
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return (low + high) / 2


def mel_matrix(edges):
    """bins x bands; triangles with area 1 in Hz."""
    hz = np.arange(FFT // 2 + 1) * RATE / FFT
    return np.stack([np.interp(hz, edges[b:b + 3], [0, 2 / (edges[b + 2] - edges[b]), 0])
                     for b in range(BANDS)], axis=1)


def log_mel(samples):
    frames = -(-len(samples) // HOP)
    window = np.zeros(FFT)
    start = (FFT - WINDOW) // 2
    window[start:start + WINDOW] = 0.5 * (1 - np.cos(2 * np.pi * np.arange(WINDOW) / WINDOW))
    padded = np.concatenate([np.zeros(FFT // 2), samples, np.zeros(FFT)])
    spectra = np.fft.rfft([padded[f * HOP:f * HOP + FFT] * window for f in range(frames)])
    return 10 * np.log10(np.maximum(np.abs(spectra) @ mel_matrix(band_edges()), 1e-10))


if __name__ == "__main__":
    features = log_mel(signal())
    with open("tests/golden/log_mel.csv", "w") as out:
        out.write("frame,band,dB\n")
        for frame in [0, 1, 2, 3, 37, 64, 100, 150, 197, 198, 199, 200]:
            for band in range(frame % 2, BANDS, 3):
                out.write(f"{frame},{band},{features[frame, band]:.9f}\n")
    with open("tests/golden/log_mel_edges.csv", "w") as out:
        out.write("\n".join(f"{edge:.9f}" for edge in band_edges()) + "\n")
