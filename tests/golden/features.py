# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes, with NumPy, what tests of the feature store compare with:

features_half.csv          bits of float32 numbers and of the float16 numbers nearest to them, in hexadecimal
features_float16.npy       3 clips x 10 frames x 60 bands of decibels, a formula, saved by numpy.save
features_float32.npy       the first of them
features_statistics.csv    per band: mean and deviation over the first 10 frames of clip 0 and the first 4 of clip 2

Run from the repository root: /usr/bin/python3 tests/golden/features.py
"""

import csv

import numpy as np

GOLDEN = "tests/golden/"
CLIPS, FRAMES, BANDS = 3, 10, 60


def half_cases():
    """Ties in both directions, borders of subnormal and infinite numbers, signs, and random bits."""
    exact = [0.0, -0.0, 1.0, -2.5, 65504.0, 65519.996, 65520.0, 65536.0, -1e30, np.inf, -np.inf, 2.0**-14,
             2.0**-24, 2.0**-25, 1.5 * 2.0**-25, 3 * 2.0**-25, 2.0**-14 - 2.0**-25, 1 + 2.0**-11, 1 + 3 * 2.0**-11,
             1 + 2.0**-11 + 2.0**-20, -100.0, -37.123, 1e-30]
    bits = np.random.default_rng(1).integers(0, 2**32, 200, dtype=np.uint64).astype(np.uint32)
    middling = np.random.default_rng(2).normal(-40, 20, 200).astype(np.float32)
    values = np.concatenate([np.array(exact, np.float32), bits.view(np.float32), middling])
    return values[~np.isnan(values)]


def decibels():
    clip, frame, band = np.meshgrid(np.arange(CLIPS), np.arange(FRAMES), np.arange(BANDS), indexing="ij")
    return (-40 + 15 * np.sin(1.7 * clip + 0.9 * frame + 0.31 * band) - 0.2 * band).astype(np.float32)


def main():
    values = half_cases()
    with np.errstate(over="ignore"):
        halves = values.astype(np.float16)
    with open(GOLDEN + "features_half.csv", "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["float32", "float16"])
        rows.writerows((f"{a:08x}", f"{b:04x}") for a, b in zip(values.view(np.uint32), halves.view(np.uint16)))

    features = decibels()
    np.save(GOLDEN + "features_float16.npy", features.astype(np.float16))
    np.save(GOLDEN + "features_float32.npy", features[:1])
    stored = features.astype(np.float16).astype(np.float64)
    sound = np.concatenate([stored[0], stored[2, :4]])
    with open(GOLDEN + "features_statistics.csv", "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["mean", "deviation"])
        rows.writerows((repr(float(m)), repr(float(d))) for m, d in zip(sound.mean(0), sound.std(0)))


main()
