# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes psds_truth.txt, psds_scores/*.tsv and psds.csv: random regions and scores over time, and the polyphonic sound
detection score of Bilen et al. (ICASSP 2020) with every threshold tried, as Ebbers, Serizel and Haeb-Umbach (ICASSP
2022) and sed_scores_eval define it, by brute force: detections are formed anew for each threshold. Lines: name of the
settings, event or "all", area.

Run from the repository root: /usr/bin/python3 tests/golden/psds.py (NumPy 1.24)
"""

import pathlib

import numpy as np

EVENTS = ["Bus", "Car", "Train horn"]
CLIPS = 24
STEPS = 40
HOP = 0.25
# dtc, gtc, cttc, alpha_ct, alpha_st, max_efpr
SETTINGS = {
    "first": (0.7, 0.7, None, 0.0, 1.0, 100.0),
    "second": (0.1, 0.1, 0.3, 0.5, 1.0, 100.0),
    "wide": (0.5, 0.3, 0.3, 0.5, 0.0, 1000.0),
}


def made():
    random = np.random.default_rng(11)
    truth, scores = {}, {}
    for clip in range(CLIPS):
        name = f"clip{clip}"
        rows, table = [], np.zeros((STEPS, len(EVENTS)))
        for k, event in enumerate(EVENTS):
            noise = random.beta(1, 7, STEPS)
            end = 0.0
            for _ in range(random.integers(0, 3)):
                onset = round(end + float(random.uniform(0.2, 2.5)), 2)
                offset = round(onset + float(random.uniform(0.3, 2.5)), 2)
                if offset > STEPS * HOP:
                    break
                end = offset
                rows.append((onset, offset, event))
                inside = (np.arange(STEPS) * HOP < offset) & ((np.arange(STEPS) + 1) * HOP > onset)
                noise[inside] = np.maximum(noise[inside], random.beta(6, 2, inside.sum()))
            table[:, k] = np.round(noise, 2)
        truth[name], scores[name] = rows, table
    return truth, scores


def detections(row, threshold):
    active = np.concatenate(([0], (row >= threshold).astype(int), [0]))
    edges = np.flatnonzero(np.diff(active))
    return [(on * HOP, off * HOP) for on, off in zip(edges[::2], edges[1::2])]


def overlap(one, other):
    return max(0.0, min(one[1], other[1]) - max(one[0], other[0]))


def counts(truth, scores, k, threshold, dtc, gtc, cttc):
    hits, false = 0, 0
    cross = np.zeros(len(EVENTS))
    for name, rows in truth.items():
        found = detections(scores[name][:, k], threshold)
        own = [row for row in rows if row[2] == EVENTS[k]]
        relevant = []
        for one in found:
            length = one[1] - one[0]
            if round(sum(overlap(one, row) for row in own), 6) >= round(dtc * length, 6):
                relevant.append(one)
                continue
            false += 1
            for c, event in enumerate(EVENTS):
                others = [row for row in rows if row[2] == event]
                if cttc is not None and c != k and others:
                    shared = round(sum(overlap(one, row) for row in others), 6)
                    cross[c] += shared >= round(cttc * length, 6)
        for row in own:
            heard = round(sum(overlap(one, row) for one in relevant), 6)
            hits += heard >= round(gtc * (row[1] - row[0]), 6)
    return hits, false, cross


def rocs(truth, scores, dtc, gtc, cttc, alpha_ct):
    duration = CLIPS * STEPS * HOP
    regions = {e: [r for rows in truth.values() for r in rows if r[2] == e] for e in EVENTS}
    lengths = [sum(r[1] - r[0] for r in regions[e]) for e in EVENTS]
    curves = []
    for k, event in enumerate(EVENTS):
        values = np.unique(np.concatenate([table[:, k] for table in scores.values()] + [[2.0]]))
        points = []
        for threshold in values:
            hits, false, cross = counts(truth, scores, k, threshold, dtc, gtc, cttc)
            rate = false / duration
            rates = [cross[c] / max(lengths[c], 1e-12) for c in range(len(EVENTS)) if c != k]
            points.append(((rate + alpha_ct * np.mean(rates)) * 3600, hits / max(len(regions[event]), 1)))
        curves.append(points)
    return curves


def height(points, x):
    below = [tpr for efpr, tpr in points if efpr <= x]
    return max(below) if below else 0.0


def area(at, xs, most):
    xs = [x for x in sorted(set(xs)) if x <= most] + [most]
    return sum((right - left) * at(left) for left, right in zip(xs, xs[1:])) / most


def main():
    truth, scores = made()
    folder = pathlib.Path("tests/golden")
    lines = [f"{name}.wav\t{on}\t{off}\t{event}" for name, rows in truth.items() for on, off, event in rows]
    lines += [f"{name}.wav" for name, rows in truth.items() if not rows]
    (folder / "psds_truth.txt").write_text("\n".join(lines) + "\n")
    (folder / "psds_scores").mkdir(exist_ok=True)
    for name, table in scores.items():
        rows = ["\t".join(["onset", "offset"] + EVENTS)]
        for step, row in enumerate(table):
            rows.append("\t".join([f"{step * HOP:g}", f"{(step + 1) * HOP:g}"] + [f"{value:g}" for value in row]))
        (folder / "psds_scores" / f"{name}.tsv").write_text("\n".join(rows) + "\n")
    out = []
    for name, (dtc, gtc, cttc, alpha_ct, alpha_st, most) in SETTINGS.items():
        curves = rocs(truth, scores, dtc, gtc, cttc, alpha_ct)
        for event, points in zip(EVENTS, curves):
            out.append(f"{name},{event},{area(lambda x: height(points, x), [p[0] for p in points], most):.12f}")

        def joined(x):
            heights = [height(points, x) for points in curves]
            return max(0.0, np.mean(heights) - alpha_st * np.std(heights))

        out.append(f"{name},all,{area(joined, [p[0] for points in curves for p in points], most):.12f}")
    (folder / "psds.csv").write_text("\n".join(out) + "\n")
    print("\n".join(out))


if __name__ == "__main__":
    main()
