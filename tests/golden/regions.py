# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes regions_truth.txt, regions_found.txt and regions.csv: random lists of regions, and segment-based and
event-based figures after Mesaros, Heittola and Virtanen (2016), as sed_eval defines them, by arrays of segments and by
SciPy's bipartite matching. Lines: what, event or "all", TP FP FN; then the error rate of segments.

Run from the repository root: /usr/bin/python3 tests/golden/regions.py (NumPy 1.24, SciPy 1.10)
"""

import math

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching

EVENTS = ["Bus", "Car", "Train horn"]
CLIPS = 12


def lists():
    random = np.random.default_rng(7)
    truth, found = [], []
    for clip in range(CLIPS):
        name = f"clip{clip}.wav"
        for event in EVENTS:
            for _ in range(random.integers(0, 4)):
                onset = round(float(random.uniform(0, 8)), 3)
                offset = round(onset + float(random.uniform(0.3, 2.5)), 3)
                truth.append((name, onset, offset, event))
                if random.random() < 0.7:
                    near = random.normal(0, 0.15, 2)
                    onset2 = round(max(0.0, onset + near[0]), 3)
                    found.append((name, onset2, round(max(onset2 + 0.05, offset + 3 * near[1]), 3), event))
            if random.random() < 0.4:
                onset = round(float(random.uniform(0, 9)), 3)
                found.append((name, onset, round(onset + 0.8, 3), event))
        if not any(row[0] == name for row in truth):
            truth.append((name,))
    return truth, found


def of(rows, clip, event):
    return [row for row in rows if row[0] == clip and len(row) > 1 and row[3] == event]


def segments(truth, found, length):
    counts = np.zeros((len(EVENTS), 3), int)
    errors, active = 0, 0
    for clip in {row[0] for row in truth}:
        ends = [row[2] for row in truth + found if row[0] == clip and len(row) > 1]
        count = math.ceil(max(ends, default=0) / length)
        rolls = np.zeros((2, len(EVENTS), count), bool)
        for side, rows in enumerate((truth, found)):
            for k, event in enumerate(EVENTS):
                for row in of(rows, clip, event):
                    rolls[side, k, math.floor(row[1] / length) : math.ceil(row[2] / length)] = True
        a, b = rolls
        counts += np.stack([(a & b).sum(1), (~a & b).sum(1), (a & ~b).sum(1)], 1)
        wrong, missed = (~a & b).sum(0), (a & ~b).sum(0)
        substituted = np.minimum(wrong, missed)
        errors += (substituted + (missed - substituted) + (wrong - substituted)).sum()
        active += a.sum()
    return counts, errors / active


def regions(truth, found, onset, offset, share):
    counts = np.zeros((len(EVENTS), 3), int)
    for clip in {row[0] for row in truth}:
        for k, event in enumerate(EVENTS):
            a, b = of(truth, clip, event), of(found, clip, event)
            fits = np.zeros((len(a), len(b)), int)
            for i, x in enumerate(a):
                for j, y in enumerate(b):
                    fits[i, j] = abs(x[1] - y[1]) <= onset and abs(x[2] - y[2]) <= max(offset, share * (x[2] - x[1]))
            met = int((maximum_bipartite_matching(csr_matrix(fits)) >= 0).sum()) if fits.size else 0
            counts[k] += (met, len(b) - met, len(a) - met)
    return counts


if __name__ == "__main__":
    truth, found = lists()
    for file, rows in (("truth", truth), ("found", found)):
        with open(f"tests/golden/regions_{file}.txt", "w") as out:
            for row in rows:
                out.write(row[0] if len(row) == 1 else "%s\t%.3f\t%.3f\t%s" % row)
                out.write("\n")
    with open("tests/golden/regions.csv", "w") as out:
        for name, (counts, rate) in (("second", segments(truth, found, 1.0)), ("tenth", segments(truth, found, 0.1))):
            for event, row in list(zip(EVENTS, counts)) + [("all", counts.sum(0))]:
                out.write(f"{name},{event},{row[0]},{row[1]},{row[2]}\n")
            out.write(f"{name},rate,{rate:.15g},0,0\n")
        for name, collars in (("usual", (0.2, 0.2, 0.5)), ("strict", (0.1, 0.1, 0.0))):
            counts = regions(truth, found, *collars)
            for event, row in list(zip(EVENTS, counts)) + [("all", counts.sum(0))]:
                out.write(f"{name},{event},{row[0]},{row[1]},{row[2]}\n")
