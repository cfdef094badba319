# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes agreement_verdicts.csv (verdicts of simulated annotators) and agreement.csv (how far they agree).

Run with Debian's python3-numpy in this folder: /usr/bin/python3 agreement.py
Written from the papers: Cohen (1960) by the contingency table, Fleiss (1971) by the rates of each item, Krippendorff
(2011) by the coincidence matrix. Of a stage only blind verdicts count, or all with informed = 1; "final" takes of each
annotator and axis the answer of the latest stage that gave one. Unsure is no rating. Fleiss takes the items with the
number of ratings, at least two, that most items have; of equals the larger number.
"""
import csv
from collections import Counter, defaultdict
from itertools import combinations

import numpy as np

random = np.random.default_rng(11)
ANNOTATORS = ["Ada", "Bo", "Cy", "Dee"]
STAGES = ["sound", "pictures"]
rows = []
for clip in range(1, 31):
    for event in range(2):
        heard, seen = random.random(2) < 0.6
        for annotator in ANNOTATORS:
            for stage in STAGES:
                if random.random() < 0.35:
                    continue

                def answer(true, right=0.8):
                    if random.random() < 0.08:
                        return "unsure"
                    return "yes" if (random.random() < right) == true else "no"

                h = answer(heard) if stage == "sound" or random.random() < 0.3 else ""
                s = answer(seen) if stage == "pictures" else ""
                rows.append([clip, event, stage, annotator, h, s, int(random.random() < 0.15)])

with open("agreement_verdicts.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["clip", "event", "stage", "annotator", "heard", "seen", "informed"])
    writer.writerows(rows)


def ratings(stage, informed, axis):
    """{(clip, event): {annotator: 0 or 1}}"""
    latest = defaultdict(dict)
    column = 4 if axis == "heard" else 5
    for row in rows:  # sound before pictures
        if row[column] == "" or (stage != "final" and (row[2] != stage or (row[6] and not informed))):
            continue
        if row[column] == "unsure":
            latest[row[0], row[1]].pop(row[3], None)
        else:
            latest[row[0], row[1]][row[3]] = int(row[column] == "yes")
    return {pair: said for pair, said in latest.items() if said}


def cohen(items, a, b):
    table = np.zeros((2, 2))
    for said in items:
        if a in said and b in said:
            table[said[a], said[b]] += 1
    n = table.sum()
    if n == 0:
        return None
    observed = np.trace(table) / n
    expected = (table.sum(0) * table.sum(1)).sum() / n**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def fleiss(items):
    sizes = Counter(len(said) for said in items if len(said) >= 2)
    if not sizes:
        return None
    size = max(sizes, key=lambda k: (sizes[k], k))
    counts = np.array([[list(said.values()).count(v) for v in (0, 1)] for said in items if len(said) == size])
    rates = ((counts**2).sum(1) - size) / (size * (size - 1))
    expected = ((counts.sum(0) / counts.sum()) ** 2).sum()
    return None if expected == 1 else (rates.mean() - expected) / (1 - expected)


def krippendorff(items):
    coincidences = np.zeros((2, 2))
    for said in items:
        values = list(said.values())
        for i, j in ((i, j) for i in range(len(values)) for j in range(len(values)) if i != j):
            coincidences[values[i], values[j]] += 1 / (len(values) - 1)
    n = coincidences.sum()
    if n == 0:
        return None
    totals = coincidences.sum(0)
    disagreed = n - np.trace(coincidences)
    expected = (n**2 - (totals**2).sum()) / (n - 1)
    return None if expected == 0 else 1 - disagreed / expected


def text(number):
    return "" if number is None else f"{number:.15g}"


with open("agreement.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["stage", "informed", "axis", "event", "pairs", "differing", "fleiss", "alpha"] + [
        f"{a}-{b}" for a, b in combinations(ANNOTATORS, 2)
    ])
    for stage, informed in (("sound", 0), ("sound", 1), ("pictures", 0), ("pictures", 1), ("final", 0)):
        for axis in ("heard", "seen"):
            found = ratings(stage, informed, axis)
            for event in (-1, 0, 1):
                items = [said for (_, k), said in found.items() if event in (-1, k)]
                several = [said for said in items if len(said) >= 2]
                if not several and event >= 0:
                    continue
                writer.writerow(
                    [stage, informed, axis, event, len(several), sum(len(set(s.values())) > 1 for s in several)]
                    + [text(fleiss(items)), text(krippendorff(items))]
                    + [text(cohen(items, a, b)) for a, b in combinations(ANNOTATORS, 2)]
                )
