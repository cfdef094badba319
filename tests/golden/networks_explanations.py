# SPDX-License-Identifier: GPL-3.0-or-later
"""Integrated gradients of the CRNN and Grad-CAM of Inception-v4 by PyTorch's own differentiation, on the networks and
weights of networks_crnn.py and networks_inception_v4.py: writes networks_explanations.json.

Run with Debian's python3-torch: /usr/bin/python3 networks_explanations.py
"""
import numpy as np
import torch
from networks_crnn import filled
from networks_inception_v4 import InceptionV4, fill
from networks_weights import INPUT, hashed, numbers, write
from torch.nn import functional as F

SILENCE = -100.0


def step_logits(network, x):
    x = x[None, None]
    for conv, pool in zip(network.conv, network.pools):
        x = F.max_pool2d(F.relu(conv(x)), pool)
    x, _ = network.gru(x.permute(0, 2, 1, 3).flatten(2))
    return network.linear(x)[0]


def integrated(bands, blocks, units, events, frames, event, parts):
    network = filled(bands, blocks, units, events).double()
    mean = torch.from_numpy(hashed(INPUT + 1, (bands,), 10.0, -40.0)).double()
    deviation = torch.from_numpy(hashed(INPUT + 2, (bands,), 3.0, 12.0)).double()
    sound = torch.from_numpy(hashed(INPUT, (frames, bands), 30.0, -40.0)).double()
    silence = torch.full_like(sound, SILENCE)

    def logits(x):
        return step_logits(network, (x - mean) / deviation)

    step = int(logits(sound)[:, event].argmax())
    gradient = torch.zeros_like(sound)
    for part in range(parts):
        x = (silence + (part + 0.5) / parts * (sound - silence)).requires_grad_()
        gradient += torch.autograd.grad(logits(x)[step, event], x)[0] / parts
    with torch.no_grad():
        return {
            "bands": bands, "blocks": blocks, "units": units, "events": events, "frames": frames,
            "event": event, "step": step, "parts": parts, "silence": SILENCE,
            "output": float(logits(sound)[step, event]), "baselineOutput": float(logits(silence)[step, event]),
            "values": numbers((gradient * (sound - silence)).detach()),
        }


def grad_cam(unit):
    network = InceptionV4(8, 10).eval()
    fill(network)
    last = network.features(torch.from_numpy(hashed(INPUT, (1, 3, 299, 299)))).detach().requires_grad_()
    logit = network.last_linear(last.mean((2, 3)))[0, unit]
    weights = torch.autograd.grad(logit, last)[0].mean((2, 3), keepdim=True)
    return {"unit": unit, "cam": numbers(torch.relu((weights * last).sum(1))[0].detach())}


write("networks_explanations.json", {
    "integratedGradients": [
        integrated(13, [[4, 3, 2, 2], [6, 1, 1, 3]], 5, 3, 24, 1, 16),
        integrated(60, [[32, 5, 2, 2], [64, 5, 2, 2], [128, 5, 5, 3]], 100, 17, 40, 9, 8),
    ],
    "gradCam": [grad_cam(unit) for unit in (0, 7)],
})
