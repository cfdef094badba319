# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes curves.csv: scikit-learn's precision-recall curves of the tables of evaluation.py, its F1 at each of their
thresholds, and the organisers' reading of macro F1 by NumPy.

Lines: event, threshold, precision, recall, F1; then "organisers" and its value.
Run from the repository root: /usr/bin/python3 tests/golden/curves.py
"""

import numpy as np
from evaluation import EVENTS, tables
from sklearn.metrics import f1_score, precision_recall_curve, precision_score, recall_score

if __name__ == "__main__":
    truth, scores, _ = tables()
    with open("tests/golden/curves.csv", "w") as out:
        for event in (0, EVENTS - 1):
            precision, recall, thresholds = precision_recall_curve(truth[:, event], scores[:, event])
            for p, r, t in list(zip(precision, recall, thresholds))[::-1]:
                f1 = f1_score(truth[:, event], scores[:, event] >= t, zero_division=0)
                out.write(f"{event} {t:.15g} {p:.15g} {r:.15g} {f1:.15g}\n")
        # Event 1 without positives, event 2 without predictions, event 3 with neither: that one does not occur.
        predicted = (scores >= 0.5).astype(int)
        truth[:, [1, 3]] = 0
        predicted[:, [2, 3]] = 0
        occurring = [0, 1, 2, 4]
        p = precision_score(truth, predicted, average=None, zero_division=0)[occurring].mean()
        r = recall_score(truth, predicted, average=None, zero_division=0)[occurring].mean()
        out.write(f"organisers {2 * p * r / (p + r):.15g}\n")
