# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes evaluation.csv: scikit-learn's average precision, and NumPy's bootstrap intervals, of tables that the test
makes by the same formula.

Run from the repository root: /usr/bin/python3 tests/golden/evaluation.py
"""

import numpy as np
from sklearn.metrics import average_precision_score

CLIPS, EVENTS, DRAWS = 211, 5, 20_000


def tables():
    """Truth and the scores of two systems from a linear congruential generator, with many ties."""
    state = 11
    truth = np.zeros((CLIPS, EVENTS), int)
    first, second = np.zeros((CLIPS, EVENTS)), np.zeros((CLIPS, EVENTS))

    def draw():
        nonlocal state
        state = (1664525 * state + 1013904223) % 2**32
        return state >> 16

    for clip in range(CLIPS):
        for event in range(EVENTS):
            truth[clip, event] = draw() % (event + 3) == 0
            first[clip, event] = min(31, draw() % 24 + 8 * truth[clip, event]) / 32
            second[clip, event] = min(31, draw() % 28 + 4 * truth[clip, event]) / 32
    return truth, first, second


def f1(truth, predicted):
    true = (truth & predicted).sum()
    return 2 * true / np.maximum(1, truth.sum() + predicted.sum())


if __name__ == "__main__":
    truth, first, second = tables()
    a, b = (first >= 0.5).astype(int), (second >= 0.5).astype(int)
    random = np.random.default_rng(1)
    micro, difference = [], []
    for _ in range(DRAWS):
        chosen = random.integers(0, CLIPS, CLIPS)
        micro.append(f1(truth[chosen], a[chosen]))
        difference.append(micro[-1] - f1(truth[chosen], b[chosen]))
    with open("tests/golden/evaluation.csv", "w") as out:
        for event in range(EVENTS):
            out.write(f"ap{event} {average_precision_score(truth[:, event], first[:, event]):.15g} 0\n")
        for name, values in (("micro", micro), ("difference", difference)):
            low, high = np.percentile(values, [2.5, 97.5])
            out.write(f"{name} {low:.6f} {high:.6f}\n")
