# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden values of the PANNs network: a PyTorch statement of Cnn14_DecisionLevelMax, written after the paper (Kong et
al., 2020, table 2 and section III) with the published state dict's names, narrow and with random weights; its front end
in NumPy alone. Writes networks_panns.safetensors and networks_panns.json.

    /usr/bin/python3 networks_panns.py        (NumPy 1.24.2, PyTorch 1.13.1)
"""
import json
import pathlib
import struct

import numpy as np
import torch
from torch import nn

from networks_weights import hashed, numbers, write

RATE, WINDOW, HOP, BANDS, LOW, HIGH = 32000, 1024, 320, 64, 50.0, 14000.0
WIDTHS, CLASSES = [3, 4, 5, 6, 7, 8], 5


def slaney_mel(hz):
    return hz * 3 / 200 if hz < 1000 else 15 + 27 * np.log(hz / 1000) / np.log(6.4)


def slaney_hz(mel):
    return mel * 200 / 3 if mel < 15 else 1000 * np.exp((mel - 15) * np.log(6.4) / 27)


def mel_matrix():
    edges = [slaney_hz(m) for m in np.linspace(slaney_mel(LOW), slaney_mel(HIGH), BANDS + 2)]
    bins = np.arange(WINDOW // 2 + 1) * RATE / WINDOW
    matrix = np.zeros((len(bins), BANDS))
    for b in range(BANDS):
        low, peak, high = edges[b : b + 3]
        matrix[:, b] = np.maximum(0, np.minimum((bins - low) / (peak - low), (high - bins) / (high - peak)))
        matrix[:, b] *= 2 / (high - low)
    return matrix


def log_mel(samples):
    padded = np.pad(samples.astype(np.float64), WINDOW // 2, mode="reflect")
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW) / WINDOW)
    frames = [padded[i : i + WINDOW] * window for i in range(0, len(padded) - WINDOW + 1, HOP)]
    power = np.abs(np.fft.rfft(frames, axis=1)) ** 2
    return 10 * np.log10(np.maximum(1e-10, power @ mel_matrix()))


class Block(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)
        self.bn1, self.bn2 = nn.BatchNorm2d(outputs), nn.BatchNorm2d(outputs)

    def forward(self, x):
        return torch.relu(self.bn2(self.conv2(torch.relu(self.bn1(self.conv1(x))))))


class Cnn14DecisionLevelMax(nn.Module):
    def __init__(self):
        super().__init__()
        self.bn0 = nn.BatchNorm2d(BANDS)
        for i, (inputs, outputs) in enumerate(zip([1] + WIDTHS, WIDTHS)):
            setattr(self, f"conv_block{i + 1}", Block(inputs, outputs))
        self.fc1 = nn.Linear(WIDTHS[-1], WIDTHS[-1])
        self.fc_audioset = nn.Linear(WIDTHS[-1], CLASSES)

    def forward(self, x):  # clips x 1 x frames x bands
        x = self.bn0(x.transpose(1, 3)).transpose(1, 3)
        for i in range(6):
            x = getattr(self, f"conv_block{i + 1}")(x)
            x = nn.functional.avg_pool2d(x, 2) if i < 5 else x
        x = x.mean(dim=3)
        x = nn.functional.max_pool1d(x, 3, 1, 1) + nn.functional.avg_pool1d(x, 3, 1, 1)
        embedding = torch.relu(self.fc1(x.transpose(1, 2)))
        framewise = torch.sigmoid(self.fc_audioset(embedding))
        return framewise, framewise.max(dim=1).values, embedding


def main():
    network = Cnn14DecisionLevelMax().eval()
    state = network.state_dict()
    for number, (name, tensor) in enumerate(state.items()):
        if name.endswith("num_batches_tracked"):
            continue
        shape = tuple(tensor.shape)
        if name.endswith("running_var"):
            values = hashed(number, shape, 0.4, 1.0)
        elif name.endswith("running_mean"):
            values = hashed(number, shape, 20.0, -30.0) if name.startswith("bn0") else hashed(number, shape, 0.2)
        elif "bn" in name and name.endswith("weight"):
            values = hashed(number, shape, 0.3, 1.0) * (0.05 if name.startswith("bn0") else 1)
        else:
            fan = int(np.prod(shape[1:])) if len(shape) > 1 else 10
            values = hashed(number, shape, 2.0 / np.sqrt(fan))
        state[name] = torch.from_numpy(values)
    network.load_state_dict(state)
    samples = hashed(100000, (int(RATE * 2.2),), 0.5)
    samples[RATE // 2 : RATE] *= 0.001
    samples += 0.3 * np.sin(2 * np.pi * 440 * np.arange(len(samples)) / RATE).astype(np.float32)
    features = log_mel(samples)
    with torch.no_grad():
        framewise, clipwise, embedding = network(torch.from_numpy(features.astype(np.float32))[None, None])
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW) / WINDOW)
    tensors = {name: tensor.numpy() for name, tensor in state.items() if not name.endswith("tracked")}
    tensors["logmel_extractor.melW"] = mel_matrix().astype(np.float32)
    # Of the transform only its first cosine, which is the window: the whole is 2 MB.
    tensors["spectrogram_extractor.stft.conv_real.weight"] = window.astype(np.float32).reshape(1, 1, WINDOW)
    header, data = {}, b""
    for name, array in tensors.items():
        raw = np.ascontiguousarray(array, dtype="<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(array.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    path = pathlib.Path(__file__).parent / "networks_panns.safetensors"
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)
    write("networks_panns.json", {"samples": len(samples), "rate": RATE, "log_mel_rows": features.shape[0],
                                  "log_mel": numbers(features[::16]), "framewise": numbers(framewise),
                                  "clipwise": numbers(clipwise), "embedding": numbers(embedding),
                                  "steps": framewise.shape[1]})


main()
