# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes own_tagger/: what models/TAGGERS.md tells people to do with a network of their own, carried out once. A small
network in PyTorch, waveform in and frames out, exported to ONNX as the page says, its sidecar, and a reference with
PyTorch's own answers.

Run from the repository root: /usr/bin/python3 tests/golden/own_tagger.py (PyTorch 1.13, NumPy 1.24)
"""

import json
import pathlib

import numpy as np
import torch

FOLDER = pathlib.Path("tests/golden/own_tagger")
RATE, FIRST, STEP = 8000, 1600, 800


class Mine(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.bands = torch.nn.Conv1d(1, 12, FIRST, stride=STEP)
        self.classes = torch.nn.Linear(12, 3)
        # Twelve tones of 200 to 2,400 Hz, so that the network hears something.
        time = torch.arange(FIRST) / RATE
        with torch.no_grad():
            for band in range(12):
                tone = torch.cos(2 * np.pi * 200 * (band + 1) * time) * torch.hann_window(FIRST)
                self.bands.weight[band, 0] = tone / 40
            self.bands.bias.zero_()
            self.classes.weight *= 4

    def forward(self, waveform):
        heard = self.bands(waveform.unsqueeze(1)).abs()
        return torch.sigmoid(self.classes(heard.transpose(1, 2)))


def main():
    torch.manual_seed(3)
    FOLDER.mkdir(exist_ok=True)
    model = Mine().eval()
    torch.onnx.export(model, torch.zeros(1, FIRST), str(FOLDER / "mine.onnx"), opset_version=13,
                      input_names=["waveform"], output_names=["scores"],
                      dynamic_axes={"waveform": {1: "samples"}, "scores": {1: "n"}})
    sidecar = {
        "format": "tagscope-tagger", "version": 1, "name": "Mine",
        "licence": {"weights": "CC0-1.0"}, "origin": "made by tests/golden/own_tagger.py",
        "files": [{"file": "mine.onnx", "kind": "onnx", "takes": "waveform",
                   "input": {"name": "waveform", "shape": [1, "samples"], "samples": {"first": FIRST, "step": STEP}},
                   "output": {"name": "scores"}, "embedding": {"name": "/Transpose"}}],
        "audio": {"sample_rate": RATE, "channels": 1, "downmix": "mean"},
        "output": {"activation": "sigmoid, inside the graph", "classes": 3},
        "time": {"first_start": 0.0, "step": STEP / RATE, "length": FIRST / RATE},
        "classes": [{"name": "Gate", "mid": ""}, {"name": "Car", "mid": "/m/0k4j"}, {"name": "Dog", "mid": "/m/0bt9lr"}],
        "check": {"file": "reference.npz", "tolerance": {"scores_from_waveform": 1e-5}},
    }
    (FOLDER / "mine.json").write_text(json.dumps(sidecar, indent=2) + "\n")
    random = np.random.default_rng(5)
    time = np.arange(FIRST + 19 * STEP) / RATE
    sweep = 0.5 * np.sin(2 * np.pi * (300 + 410 * time) * time + 0.7)
    arrays = {}
    for name, waveform in {"sweep": sweep, "noise": random.normal(0, 0.1, FIRST + 4 * STEP)}.items():
        waveform = waveform.astype(np.float32)
        with torch.no_grad():
            scores = model(torch.from_numpy(waveform)[None])
        arrays[f"{name}.waveform"], arrays[f"{name}.scores"] = waveform[None], scores[0].numpy()
    np.savez(FOLDER / "reference.npz", **arrays)
    print({key: value.shape for key, value in arrays.items()}, arrays["sweep.scores"].min(), arrays["sweep.scores"].max())


if __name__ == "__main__":
    main()
