#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The paper's chain for one 10 s clip as a researcher would first write it: plain eager PyTorch, torchvision, NumPy.

Usage: chain_plain.py CLIP [RUNS]      one thread; random weights (the time does not depend on them)

Stages: decode with the ffmpeg tool, AlexNet conv5 of each picture, Euclidean distances pair by pair, DS3 by ADMM in
NumPy, Inception-v4 of four pictures, log-mel by torch.stft, a CRNN. Prints milliseconds by stage, the best of the runs.
The networks are stated in tests/golden/; the other side of the comparison is bench_chain.
"""
import os
import subprocess
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np
import torch
import torchvision

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "golden"))
from networks_crnn import Crnn
from networks_inception_v4 import InceptionV4

torch.set_num_threads(1)
torch.set_grad_enabled(False)


def decode(clip):
    command = ["ffmpeg", "-v", "error", "-threads", "1", "-i", clip]
    audio = subprocess.run(command + ["-t", "10", "-vn", "-ac", "1", "-ar", "20000", "-f", "f32le", "-"], capture_output=True, check=True).stdout
    video = subprocess.run(command + ["-t", "10", "-an", "-r", "24", "-s", "224x224", "-pix_fmt", "rgb24", "-f", "rawvideo", "-"], capture_output=True, check=True).stdout
    return np.frombuffer(audio, "<f4"), np.frombuffer(video, np.uint8).reshape(-1, 224, 224, 3)


def features(net, pictures):
    mean = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1)
    deviation = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)
    rows = []
    for first in range(0, len(pictures), 16):
        x = torch.from_numpy(pictures[first:first + 16].copy()).permute(0, 3, 1, 2) / 255.0
        rows.append(net((x - mean) / deviation).flatten(1))
    return torch.cat(rows).numpy()


def distances(rows):
    n = len(rows)
    d = np.zeros((n, n), np.float32)
    for i in range(n):
        for j in range(i):
            d[i, j] = d[j, i] = np.linalg.norm(rows[i] - rows[j])
    return d


def onto_simplex(columns):
    ordered = -np.sort(-columns, axis=0)
    sums = np.cumsum(ordered, 0) - 1
    counts = np.arange(1, len(columns) + 1)[:, None]
    last = (ordered - sums / counts > 0).sum(0) - 1
    return np.maximum(columns - sums[last, np.arange(columns.shape[1])] / (last + 1), 0)


def capped_rows(rows, amount):
    ordered = -np.sort(-rows, axis=1)
    sums = np.cumsum(ordered, 1) - amount
    counts = np.arange(1, rows.shape[1] + 1)[None]
    last = (ordered - sums / counts > 0).sum(1) - 1
    cap = sums[np.arange(len(rows)), last] / (last + 1)
    return np.where(rows.sum(1, keepdims=True) <= amount, 0, np.minimum(rows, cap[:, None]))


def ds3(d, iterations=150, mu=0.1):
    d = d / max(d.max(), 1e-12)
    medoid = d.sum(1).argmin()
    penalty = 0.1 * np.abs(d - d[medoid]).sum(1).max() / 2
    c = np.zeros_like(d)
    c[medoid] = 1
    u = np.zeros_like(d)
    for _ in range(iterations):
        z = capped_rows(np.maximum(c - u, 0), penalty / mu)
        t = u + 1.7 * z - 0.7 * c
        c = onto_simplex(t - d / mu)
        u = t - c
    return np.argsort(-c.sum(1), kind="stable")[:4]


def log_mel(samples):
    x = torch.from_numpy(np.pad(samples[:200000], (0, max(0, 200000 - len(samples)))))
    window = torch.zeros(1024)
    window[272:752] = torch.hann_window(480)
    spectrum = torch.stft(x, 1024, 100, 1024, window=window, center=True, pad_mode="constant", return_complex=True)
    mel = torch.rand(60, 513)
    return (10 * torch.log10(torch.clamp(mel @ spectrum.abs(), min=1e-10))).T[:2000]


def main():
    clip, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 2
    alexnet = torchvision.models.alexnet(weights=None).features[:12].eval()
    inception = InceptionV4(1, 1000).eval()
    crnn = Crnn(60, [(32, 5, 2, 2), (64, 5, 2, 2), (128, 5, 5, 3)], 100, 17).eval()
    best = {}
    for _ in range(runs):
        times = {}

        def timed(name, call):
            begin = time.perf_counter()
            value = call()
            times[name] = 1e3 * (time.perf_counter() - begin)
            return value

        samples, pictures = timed("decode", lambda: decode(clip))
        rows = timed("AlexNet", lambda: features(alexnet, pictures))
        d = timed("distances", lambda: distances(rows))
        timed("key frames", lambda: ds3(d))
        timed("Inception-v4", lambda: inception(torch.zeros(4, 3, 299, 299)).softmax(1))
        mel = timed("log-mel", lambda: log_mel(samples))
        timed("CRNN", lambda: crnn(mel))
        times["clip"] = sum(times.values())
        if not best or times["clip"] < best["clip"]:
            best = times
    for name, milliseconds in best.items():
        print(f"{name:14s} {milliseconds:9.1f} ms")


if __name__ == "__main__":
    main()
