# SPDX-License-Identifier: GPL-3.0-or-later
"""Clips a second of training the paper's CRNN with PyTorch, plain and eager, side by side with bench_training.

/usr/bin/python3 tests/bench/bench_training.py PROGRAM [THREADS] [BATCHES] [BATCH]
The two take turns, so that whatever else the machine does falls on both.
"""
import subprocess
import sys
import time

import torch
import torch.nn.functional as F

PROGRAM = sys.argv[1]
THREADS, BATCHES, BATCH = [int(value) for value in (sys.argv[2:] + ["2", "3", "24"][len(sys.argv) - 2:])]
POOLS = ((2, 2), (2, 2), (5, 3))


class Crnn(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.convolutions = torch.nn.ModuleList(
            torch.nn.Conv2d(a, b, 5, padding=2) for a, b in ((1, 32), (32, 64), (64, 128)))
        self.gru = torch.nn.GRU(640, 100, batch_first=True, bidirectional=True)
        self.linear = torch.nn.Linear(200, 17)

    def forward(self, x):
        x = x.unsqueeze(1)
        for convolution, pool in zip(self.convolutions, POOLS):
            x = F.dropout(F.max_pool2d(F.relu(convolution(x)), pool), 0.2, self.training)
        x, _ = self.gru(x.permute(0, 2, 1, 3).flatten(2))
        return self.linear(F.dropout(x, 0.2, self.training)).max(1).values


torch.set_num_threads(THREADS)
net = Crnn()
optimiser = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.8, nesterov=True)
x = torch.randn(BATCH, 2000, 60)
y = (torch.rand(BATCH, 17) < 0.07).float()
best = 0.0
for _ in range(2):
    for _ in range(BATCHES):
        start = time.perf_counter()
        optimiser.zero_grad()
        F.binary_cross_entropy_with_logits(net(x), y).backward()
        torch.nn.utils.clip_grad_value_(net.parameters(), 1e-3)
        optimiser.step()
        best = max(best, BATCH / (time.perf_counter() - start))
    print(f"PyTorch {torch.__version__} {best:6.2f} clips/s in the best batch of {BATCH}, {THREADS} threads", flush=True)
    subprocess.run([PROGRAM, str(THREADS), str(BATCHES), str(BATCH)], check=True)
