# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes training.json: what PyTorch makes of a small CRNN, one training step and a short training on a toy set.

Run with Debian's python3-torch: /usr/bin/python3 training.py > training.json
Weights and features are formulas that the test repeats, so that only results are stored.
"""
import json
import math

import torch
import torch.nn.functional as F

torch.set_num_threads(1)
BANDS, FRAMES, EVENTS, UNITS = 8, 40, 3, 5
BLOCKS = [(4, 3, 2, 2), (6, 3, 2, 2)]  # channels, kernel, pooling in time and bands


def formula(count, scale, phase):
    i = torch.arange(count, dtype=torch.float64)
    return (scale * torch.sin(i * 12.9898 + phase)).float()


class Crnn(torch.nn.Module):
    def __init__(self, normalises=False):
        super().__init__()
        channels, self.convolutions, bands = 1, torch.nn.ModuleList(), BANDS
        for out, kernel, _, pool in BLOCKS:
            self.convolutions.append(torch.nn.Conv2d(channels, out, kernel, padding=kernel // 2))
            channels, bands = out, bands // pool
        self.gru = torch.nn.GRU(channels * bands, UNITS, batch_first=True, bidirectional=True)
        self.linear = torch.nn.Linear(2 * UNITS, EVENTS)
        # Between pooling and ReLU. Its shift is the convolution's bias, which a mean that is taken away would undo; its
        # scale stays 1.
        self.norms = [torch.nn.BatchNorm2d(out, affine=False) for out, _, _, _ in BLOCKS] if normalises else None
        with torch.no_grad():
            for number, p in enumerate(self.parameters()):
                p.copy_(formula(p.numel(), 0.4, number).view_as(p))

    def forward(self, x):
        x = x.unsqueeze(1)
        for number, (convolution, (_, _, time, bands)) in enumerate(zip(self.convolutions, BLOCKS)):
            if self.norms is None:
                x = F.max_pool2d(F.relu(convolution(x)), (time, bands))
                continue
            pooled = F.max_pool2d(F.conv2d(x, convolution.weight, padding=convolution.padding), (time, bands))
            x = F.relu(self.norms[number](pooled) + convolution.bias.view(1, -1, 1, 1))
        x, _ = self.gru(x.permute(0, 2, 1, 3).flatten(2))
        return self.linear(x).max(1).values


clips = 30
features = formula(clips * FRAMES * BANDS, 1.5, 0.5).view(clips, FRAMES, BANDS)
labels = (formula(clips * EVENTS, 1.0, 3.0).view(clips, EVENTS) > 0.3).float()
features[labels[:, 0] > 0, 10:20, 1] += 3
features[labels[:, 1] > 0, 20:28, 4] += 3
features[labels[:, 2] > 0, 5:12, 6] += 3


def run(steps, clipping, nesterov=True):
    net = Crnn()
    optimiser = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.8, nesterov=nesterov)
    losses = []
    for step in range(steps):
        batch = slice(10 * (step % 3), 10 * (step % 3) + 10)
        optimiser.zero_grad()
        loss = F.binary_cross_entropy_with_logits(net(features[batch]), labels[batch])
        loss.backward()
        if clipping == "value":
            torch.nn.utils.clip_grad_value_(net.parameters(), 1e-2)
        elif clipping == "norm":
            torch.nn.utils.clip_grad_norm_(net.parameters(), 0.5)
        optimiser.step()
        losses.append(loss.item())
    return net, losses


def run_small_data(steps):
    net = Crnn(normalises=True)
    decaying = [p for p in net.parameters() if p.dim() > 1]
    others = [p for p in net.parameters() if p.dim() == 1]
    optimiser = torch.optim.AdamW([{"params": decaying, "weight_decay": 0.1}, {"params": others, "weight_decay": 0}],
                                  lr=0.01)
    losses = []
    for step in range(steps):
        batch = slice(10 * (step % 3), 10 * (step % 3) + 10)
        optimiser.zero_grad()
        loss = F.binary_cross_entropy_with_logits(net(features[batch]), labels[batch])
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    for norm in net.norms:
        norm.eval()
    with torch.no_grad():
        logits = net(features[:10]).flatten().tolist()
    return {"losses": losses, "weights": flat(net), "logits": [round(v, 7) for v in logits],
            "statistics": [round(v, 7) for norm in net.norms
                           for v in norm.running_mean.tolist() + norm.running_var.tolist()]}


def flat(net):
    return [round(v, 8) for p in net.parameters() for v in p.detach().flatten().tolist()]


result = {}
for clipping in ("none", "value", "norm"):
    net, losses = run(1, clipping)
    result[clipping] = {"loss": losses[0], "weights": flat(net)}
result["plain momentum"] = {"loss": run(2, "none", False)[1][1], "weights": flat(run(2, "none", False)[0])}
result["small data"] = run_small_data(6)
result["curve"] = run(60, "norm")[1]
print(json.dumps(result, separators=(",", ":")))
