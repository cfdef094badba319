# SPDX-License-Identifier: GPL-3.0-or-later
"""Logits of Inception-v4 (arXiv 1602.07261), stated in PyTorch under timm's names, at an eighth of its width, on
weights by formula: writes networks_inception_v4.json. Checks the published number of parameters at full width.

Run with Debian's python3-torch: /usr/bin/python3 networks_inception_v4.py
"""
import numpy as np
import torch
from networks_weights import INPUT, hashed, numbers, write
from torch import nn


class Unit(nn.Module):
    def __init__(self, inputs, outputs, kernel, stride=1, padding=0):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False)
        self.bn = nn.BatchNorm2d(outputs, eps=1e-3)

    def forward(self, x):
        return torch.relu(self.bn(self.conv(x)))


def wide(inputs, outputs, rows, columns):
    return Unit(inputs, outputs, (rows, columns), 1, (rows // 2, columns // 2))


def average_then(unit):
    return nn.Sequential(nn.AvgPool2d(3, 1, 1, count_include_pad=False), unit)


class Branches(nn.Module):
    """The branches, by name in the order of their outputs."""

    def __init__(self, **branches):
        super().__init__()
        for name, branch in branches.items():
            self.add_module(name, branch)

    def forward(self, x):
        return torch.cat([branch(x) for branch in self.children()], 1)


class BlockC(nn.Module):
    def __init__(self, w):
        super().__init__()
        inputs = w(1536)
        self.branch0 = Unit(inputs, w(256), 1)
        self.branch1_0 = Unit(inputs, w(384), 1)
        self.branch1_1a = wide(w(384), w(256), 1, 3)
        self.branch1_1b = wide(w(384), w(256), 3, 1)
        self.branch2_0 = Unit(inputs, w(384), 1)
        self.branch2_1 = wide(w(384), w(448), 3, 1)
        self.branch2_2 = wide(w(448), w(512), 1, 3)
        self.branch2_3a = wide(w(512), w(256), 1, 3)
        self.branch2_3b = wide(w(512), w(256), 3, 1)
        self.branch3 = average_then(Unit(inputs, w(256), 1))

    def forward(self, x):
        one = self.branch1_0(x)
        two = self.branch2_2(self.branch2_1(self.branch2_0(x)))
        return torch.cat([self.branch0(x), self.branch1_1a(one), self.branch1_1b(one),
                          self.branch2_3a(two), self.branch2_3b(two), self.branch3(x)], 1)


def block_a(w):
    i = w(384)
    return Branches(
        branch0=Unit(i, w(96), 1),
        branch1=nn.Sequential(Unit(i, w(64), 1), wide(w(64), w(96), 3, 3)),
        branch2=nn.Sequential(Unit(i, w(64), 1), wide(w(64), w(96), 3, 3), wide(w(96), w(96), 3, 3)),
        branch3=average_then(Unit(i, w(96), 1)))


def block_b(w):
    i = w(1024)
    return Branches(
        branch0=Unit(i, w(384), 1),
        branch1=nn.Sequential(Unit(i, w(192), 1), wide(w(192), w(224), 1, 7), wide(w(224), w(256), 7, 1)),
        branch2=nn.Sequential(Unit(i, w(192), 1), wide(w(192), w(192), 7, 1), wide(w(192), w(224), 1, 7),
                              wide(w(224), w(224), 7, 1), wide(w(224), w(256), 1, 7)),
        branch3=average_then(Unit(i, w(128), 1)))


class InceptionV4(nn.Module):
    def __init__(self, divisor, classes):
        super().__init__()

        def w(channels):
            return channels // divisor

        reduction_a = Branches(
            branch0=Unit(w(384), w(384), 3, 2),
            branch1=nn.Sequential(Unit(w(384), w(192), 1), wide(w(192), w(224), 3, 3), Unit(w(224), w(256), 3, 2)),
            branch2=nn.MaxPool2d(3, 2))
        reduction_b = Branches(
            branch0=nn.Sequential(Unit(w(1024), w(192), 1), Unit(w(192), w(192), 3, 2)),
            branch1=nn.Sequential(Unit(w(1024), w(256), 1), wide(w(256), w(256), 1, 7), wide(w(256), w(320), 7, 1),
                                  Unit(w(320), w(320), 3, 2)),
            branch2=nn.MaxPool2d(3, 2))
        self.features = nn.Sequential(
            Unit(3, w(32), 3, 2), Unit(w(32), w(32), 3), wide(w(32), w(64), 3, 3),
            Branches(pool=nn.MaxPool2d(3, 2), conv=Unit(w(64), w(96), 3, 2)),
            Branches(
                branch0=nn.Sequential(Unit(w(160), w(64), 1), Unit(w(64), w(96), 3)),
                branch1=nn.Sequential(Unit(w(160), w(64), 1), wide(w(64), w(64), 1, 7), wide(w(64), w(64), 7, 1),
                                      Unit(w(64), w(96), 3))),
            Branches(conv=Unit(w(192), w(192), 3, 2), pool=nn.MaxPool2d(3, 2)),
            *[block_a(w) for _ in range(4)], reduction_a, *[block_b(w) for _ in range(7)], reduction_b,
            *[BlockC(w) for _ in range(3)])
        self.last_linear = nn.Linear(w(1536), classes)

    def forward(self, x):
        return self.last_linear(self.features(x).mean((2, 3)))


def fill(network):
    state = {name: t for name, t in network.state_dict().items() if not name.endswith("num_batches_tracked")}
    for i, (name, tensor) in enumerate(state.items()):
        shape = tuple(tensor.shape)
        if name.endswith("bn.weight"):
            values = hashed(i, shape, 0.2, 1.0)
        elif name.endswith("running_var"):
            values = hashed(i, shape, 0.5, 1.0)
        elif len(shape) == 1:
            values = hashed(i, shape, 0.1)
        else:
            values = hashed(i, shape, (6.0 / np.prod(shape[1:])) ** 0.5)
        state[name] = torch.from_numpy(values)
    network.load_state_dict(state, strict=False)
    return state


if __name__ == "__main__":
    assert sum(p.numel() for p in InceptionV4(1, 1000).parameters()) == 42679816
    small = InceptionV4(8, 10).eval()
    tensors = fill(small)
    with torch.no_grad():
        logits = small(torch.from_numpy(hashed(INPUT, (2, 3, 299, 299))))
    write("networks_inception_v4.json", {
        "parameters": sum(p.numel() for p in small.parameters()),
        # The tensors in order; those of a batch normalisation (weight, bias, running_mean, running_var) follow each
        # convolution and are left out.
        "convolutions": [[name, list(t.shape)] for name, t in tensors.items() if t.dim() == 4],
        "logits": [numbers(row) for row in logits],
    })
