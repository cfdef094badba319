# SPDX-License-Identifier: GPL-3.0-or-later
"""conv5 after its ReLU of torchvision's AlexNet, on weights by formula: writes networks_alexnet.json.

Run with Debian's python3-torchvision: /usr/bin/python3 networks_alexnet.py
"""
import numpy as np
import torch
import torchvision
from networks_weights import INPUT, hashed, numbers, write

features = torchvision.models.alexnet(weights=None).features.eval()
state = features.state_dict()
for i, (name, tensor) in enumerate(state.items()):
    fan_in = int(np.prod(tensor.shape[1:]))
    scale = (6.0 / fan_in) ** 0.5 if name.endswith("weight") else 0.1
    state[name] = torch.from_numpy(hashed(i, tuple(tensor.shape), scale))
features.load_state_dict(state)
with torch.no_grad():
    made = features[:12](torch.from_numpy(hashed(INPUT, (2, 3, 224, 224), 2.0))).flatten(1).double().numpy()
STRIDE = 433
write("networks_alexnet.json", {
    "stride": STRIDE,  # of the samples in each picture's 43,264 features
    "samples": [numbers(picture[::STRIDE]) for picture in made],
    "means": numbers(made.mean(1)),
    "norms": numbers(np.linalg.norm(made, axis=1)),
})
