# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes posterior.csv: 95 % intervals of F1 after Goutte and Gaussier (2005), by SciPy's Beta distribution: with
U ~ Gamma(TP + 1/2, 2) and V ~ Gamma(FP + FN + 1, 1), F = U / (U + V) is 2 B / (1 + B) of a
B ~ Beta(TP + 1/2, FP + FN + 1), which is checked here against draws of U and V. One line: TP FP FN low high.

Run from the repository root: /usr/bin/python3 tests/golden/posterior.py (SciPy 1.10)
"""

import numpy as np
from scipy.stats import beta


def interval(tp, wrong):
    low, high = (2 * b / (1 + b) for b in beta.ppf([0.025, 0.975], tp + 0.5, wrong + 1))
    return (0.0 if tp == 0 else low), (1.0 if wrong == 0 else high)


if __name__ == "__main__":
    random = np.random.default_rng(1)
    for tp, wrong in ((1, 3), (8, 4), (40, 1)):
        u, v = random.gamma(tp + 0.5, 2, 400_000), random.gamma(wrong + 1, 1, 400_000)
        drawn = np.percentile(u / (u + v), [2.5, 97.5])
        assert np.abs(drawn - interval(tp, wrong)).max() < 0.003, (tp, wrong, drawn)
    with open("tests/golden/posterior.csv", "w") as out:
        for tp in (0, 1, 2, 3, 5, 20, 400):
            for fp in (0, 1, 7, 30):
                for fn in (0, 2, 5, 100):
                    low, high = interval(tp, fp + fn)
                    out.write(f"{tp} {fp} {fn} {low:.12g} {high:.12g}\n")
