# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the milliseconds that the features of bench_log_mel.cpp take with torch.stft and a matrix product, on one
thread. Run with a Python that has torch: python3 tests/bench/bench_log_mel.py"""

import math
import time

import torch

RATE, WINDOW, HOP, FFT, BANDS, RUNS = 20000, 480, 100, 1024, 60, 100


def mel_matrix():
    """bins x bands; the sizes are what matters here, so the bands are spaced evenly on the HTK scale."""
    top = 2595 * math.log10(1 + RATE / 2 / 700)
    edges = 700 * (10 ** (torch.linspace(0, top, BANDS + 2) / 2595) - 1)
    bins = (torch.arange(FFT // 2 + 1) * RATE / FFT)[:, None]
    rising = (bins - edges[:-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[2:] - bins) / (edges[2:] - edges[1:-1])
    return torch.clamp(torch.minimum(rising, falling), min=0)


def main():
    torch.set_num_threads(1)
    i = torch.arange(200000, dtype=torch.float32)
    samples = 0.3 * torch.sin(0.05 * i) + 0.1 * torch.sin(i * (i % 977))
    window, mel = torch.hann_window(WINDOW), mel_matrix()

    def features():
        spectrum = torch.stft(samples, FFT, HOP, WINDOW, window=window, center=True, pad_mode="constant",
                              return_complex=True)
        return 10 * torch.log10(torch.clamp(spectrum.abs().T[:2000] @ mel, min=1e-10))

    times = []
    with torch.no_grad():
        for _ in range(RUNS):
            start = time.perf_counter()
            features()
            times.append((time.perf_counter() - start) * 1e3)
    times.sort()
    print(f"torch.stft of 10 s: best {times[0]:.2f} ms, median {times[RUNS // 2]:.2f} ms, shape {tuple(features().shape)}")


if __name__ == "__main__":
    main()
