# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes spectrum.csv: short-time spectra in dB, computed in float64 with SciPy's windows and NumPy's transform.

The signal is that of log_mel.py. Run from the repository root: /usr/bin/python3 tests/golden/spectrum.py
"""

import csv

import numpy as np
import scipy.signal

from log_mel import signal

WINDOW, HOP, FRAMES = 512, 1500, 14
FLOOR = 10.0 ** (-140 / 10)


def spectra(samples, name):
    """frames x bins: frame i centred on i * HOP, zeros beyond the ends, 0 dB for a sine of full scale."""
    window = scipy.signal.get_window(name, WINDOW)  # periodic
    padded = np.concatenate([np.zeros(WINDOW // 2), samples, np.zeros(WINDOW)])
    frames = np.stack([padded[i * HOP:i * HOP + WINDOW] for i in range(FRAMES)])
    power = np.abs(np.fft.rfft(frames * window) * 2 / window.sum()) ** 2
    return 10 * np.log10(np.maximum(power, FLOOR))


if __name__ == "__main__":
    with open("tests/golden/spectrum.csv", "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["window", "frame", "bin", "dB"])
        for name in ("hann", "hamming", "blackman"):
            levels = spectra(signal(), name)
            for frame in range(FRAMES):
                for bin in range(frame % 5, WINDOW // 2 + 1, 23):
                    rows.writerow([name, frame, bin, f"{levels[frame, bin]:.6f}"])
