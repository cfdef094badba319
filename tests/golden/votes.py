# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes votes.csv: votes of simulated annotators, and Dawid and Skene's (1979) posteriors for two answers.

Run with Debian's python3-numpy: /usr/bin/python3 votes.py > votes.csv
Columns: truth, a0 … a7 (1 yes, 0 no, empty: not asked), posterior. The last row has the sensitivities in a0 … a7, the
row before it the specificities. Priors: Beta(2, 1) for each sensitivity and specificity, Beta(2, 2) for the share.
"""
import csv
import sys

import numpy as np

random = np.random.default_rng(7)
ITEMS, ANNOTATORS = 150, 8
truth = random.random(ITEMS) < 0.4
sensitivity = np.array([0.95, 0.9, 0.85, 0.8, 0.7, 0.5, 0.5, 0.5])
specificity = np.array([0.9, 0.8, 0.9, 0.95, 0.6, 0.5, 0.5, 0.5])
yes = random.random((ITEMS, ANNOTATORS)) < np.where(truth[:, None], sensitivity, 1 - specificity)
asked = random.random((ITEMS, ANNOTATORS)) < 0.7
asked[3] = False

voted = asked.any(1)
p = np.where(voted, (yes & asked).sum(1) / np.maximum(asked.sum(1), 1), 0)
for _ in range(5000):
    share = (p[voted].sum() + 1) / (voted.sum() + 2)
    positives = (p[:, None] * asked).sum(0)
    negatives = ((1 - p)[:, None] * asked).sum(0)
    hit = ((p[:, None] * (asked & yes)).sum(0) + 1) / (positives + 1)
    rejected = (((1 - p)[:, None] * (asked & ~yes)).sum(0) + 1) / (negatives + 1)
    logit = np.log(share / (1 - share)) + (
        asked
        * np.where(yes, np.log(hit) - np.log(1 - rejected), np.log(1 - hit) - np.log(rejected))
    ).sum(1)
    new = np.where(voted, 1 / (1 + np.exp(-logit)), 0)
    moved = np.abs(new - p).max()
    p = new
    if moved < 1e-14:
        break
p[~voted] = share

writer = csv.writer(sys.stdout, lineterminator="\n")
writer.writerow(["truth"] + [f"a{j}" for j in range(ANNOTATORS)] + ["posterior"])
for i in range(ITEMS):
    cells = [int(yes[i, j]) if asked[i, j] else "" for j in range(ANNOTATORS)]
    writer.writerow([int(truth[i])] + cells + [f"{p[i]:.12g}"])
writer.writerow(["specificity"] + [f"{x:.12g}" for x in rejected] + [""])
writer.writerow(["sensitivity"] + [f"{x:.12g}" for x in hit] + [""])
