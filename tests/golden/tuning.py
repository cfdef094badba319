# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tuning.csv: scikit-learn's precision, recall and F1 of tables that the test makes by the same formula.

Run from the repository root: /usr/bin/python3 tests/golden/tuning.py
"""

import numpy as np
from sklearn.metrics import precision_recall_fscore_support

CLIPS, EVENTS = 97, 6


def tables():
    """Truth and predictions from a linear congruential generator; event 4 has no positives, event 5 no predictions."""
    state, truth, predicted = 7, np.zeros((CLIPS, EVENTS), int), np.zeros((CLIPS, EVENTS), int)
    for clip in range(CLIPS):
        for event in range(EVENTS):
            state = (1664525 * state + 1013904223) % 2**32
            truth[clip, event] = event != 4 and (state >> 16) % (event + 2) == 0
            state = (1664525 * state + 1013904223) % 2**32
            predicted[clip, event] = event != 5 and ((state >> 16) % 3 == 0 or truth[clip, event] and (state >> 16) % 3 == 1)
    return truth, predicted


if __name__ == "__main__":
    truth, predicted = tables()
    with open("tests/golden/tuning.csv", "w") as out:
        for name in ("micro", "macro"):
            p, r, f, _ = precision_recall_fscore_support(truth, predicted, average=name, zero_division=0)
            out.write(f"{name} {p:.15g} {r:.15g} {f:.15g}\n")
        p, r, f, _ = precision_recall_fscore_support(truth, predicted, average=None, zero_division=0)
        for event in range(EVENTS):
            out.write(f"{event} {p[event]:.15g} {r[event]:.15g} {f[event]:.15g}\n")
