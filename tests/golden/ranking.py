# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes ranking.csv: areas under ROC curves, micro average precision, accuracy and confusion by scikit-learn, and
d-prime by SciPy, of the tables of evaluation.py. Lines: name value.

Run from the repository root: /usr/bin/python3 tests/golden/ranking.py (scikit-learn 1.2, SciPy 1.10)
"""

import sys

import numpy as np
from scipy.stats import norm
from sklearn.metrics import accuracy_score, average_precision_score, confusion_matrix, roc_auc_score

sys.path.insert(0, "tests/golden")
from evaluation import EVENTS, tables  # noqa: E402

if __name__ == "__main__":
    truth, first, _ = tables()
    aucs = [roc_auc_score(truth[:, k], first[:, k]) for k in range(EVENTS)]
    # One label a clip: the first event that it has, else the last.
    labels = np.where(truth.any(1), truth.argmax(1), EVENTS - 1)
    answers = first.argmax(1)
    with open("tests/golden/ranking.csv", "w") as out:
        for k, auc in enumerate(aucs):
            out.write(f"auc{k} {auc:.15g}\n")
        out.write(f"macro {np.mean(aucs):.15g}\n")
        out.write(f"micro {roc_auc_score(truth, first, average='micro'):.15g}\n")
        out.write(f"microap {average_precision_score(truth, first, average='micro'):.15g}\n")
        out.write(f"dprime {np.sqrt(2) * norm.ppf(np.mean(aucs)):.15g}\n")
        out.write(f"accuracy {accuracy_score(labels, answers):.15g}\n")
        for i, row in enumerate(confusion_matrix(labels, answers, labels=range(EVENTS))):
            for j, count in enumerate(row):
                out.write(f"confusion{i}{j} {count}\n")
