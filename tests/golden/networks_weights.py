# SPDX-License-Identifier: GPL-3.0-or-later
"""Weights and inputs that these scripts and the C++ tests compute alike, so that none have to be kept.

Value i of array n is a 32-bit integer hash of n and i (the multipliers are of Chris Wellons' "lowbias32"), of which the
upper 24 bits make an exact float in [-1, 1).
"""
import json
import pathlib

import numpy as np


def hashed(array, shape, scale=1.0, offset=0.0):
    count = int(np.prod(shape))
    x = np.arange(count, dtype=np.uint32) + np.uint32(array * 0x9E3779B9 & 0xFFFFFFFF)
    x ^= x >> np.uint32(16)
    x *= np.uint32(0x7FEB352D)
    x ^= x >> np.uint32(15)
    x *= np.uint32(0x846CA68B)
    x ^= x >> np.uint32(16)
    unit = (x >> np.uint32(8)).astype(np.float64) * 2.0**-23 - 1.0
    return (offset + scale * unit).astype(np.float32).reshape(shape)


INPUT = 100000  # the array number of a network's input


def write(name, content):
    path = pathlib.Path(__file__).parent / name
    path.write_text(json.dumps(content, separators=(",", ":")) + "\n")


def numbers(array):
    return [float(f"{value:.8g}") for value in np.asarray(array, dtype=np.float64).ravel()]
