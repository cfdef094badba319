# SPDX-License-Identifier: GPL-3.0-or-later
"""Activations of the CRNN of section 3.2, stated in PyTorch, on weights by formula: writes networks_crnn.json.

Run with Debian's python3-torch: /usr/bin/python3 networks_crnn.py
"""
import numpy as np
import torch
from networks_weights import INPUT, hashed, numbers, write
from torch import nn
from torch.nn import functional as F


class Crnn(nn.Module):
    def __init__(self, bands, blocks, units, events):
        super().__init__()
        self.pools = [(time, band) for _, _, time, band in blocks]
        self.conv = nn.ModuleList()
        inputs = 1
        for channels, kernel, _, pool in blocks:
            self.conv.append(nn.Conv2d(inputs, channels, kernel, padding=kernel // 2))
            inputs = channels
            bands //= pool
        self.gru = nn.GRU(inputs * bands, units, batch_first=True, bidirectional=True)
        self.linear = nn.Linear(2 * units, events)

    def forward(self, x):  # frames x bands, normalised
        x = x[None, None]
        for conv, pool in zip(self.conv, self.pools):
            x = F.max_pool2d(F.relu(conv(x)), pool)
        x, _ = self.gru(x.permute(0, 2, 1, 3).flatten(2))
        return torch.sigmoid(self.linear(x))[0]


def filled(bands, blocks, units, events):
    network = Crnn(bands, blocks, units, events).eval()
    state = network.state_dict()
    for i, (name, tensor) in enumerate(state.items()):
        shape = tuple(tensor.shape)
        scale = (3.0 / np.prod(shape[1:])) ** 0.5 if len(shape) > 1 else 0.1
        state[name] = torch.from_numpy(hashed(i, shape, scale))
    network.load_state_dict(state)
    return network


def case(bands, blocks, units, events, frames):
    network = filled(bands, blocks, units, events)
    mean = hashed(INPUT + 1, (bands,), 10.0, -40.0)
    deviation = hashed(INPUT + 2, (bands,), 3.0, 12.0)
    features = hashed(INPUT, (frames, bands), 30.0, -40.0)
    with torch.no_grad():
        activations = network(torch.from_numpy((features - mean) / deviation))
    return {
        "bands": bands, "blocks": blocks, "units": units, "events": events, "frames": frames,
        "parameters": sum(p.numel() for p in network.parameters()),
        "steps": activations.shape[0], "activations": numbers(activations),
    }


if __name__ == "__main__":
    write("networks_crnn.json", [
        case(60, [[32, 5, 2, 2], [64, 5, 2, 2], [128, 5, 5, 3]], 100, 17, 200),
        case(13, [[4, 3, 2, 2], [6, 1, 1, 3]], 5, 3, 24),
    ])
