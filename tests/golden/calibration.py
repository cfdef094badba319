# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes calibration.csv: probabilities of scikit-learn's ridge logistic regression on (logit a, logit v, v == 0).

Run with Debian's python3-sklearn: /usr/bin/python3 calibration.py > calibration.csv
Columns: event, audio, video, truth, probability. Two events, the second rarer, with many exact zeros in the video.
"""
import csv
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression

LEAST = 1e-4
random = np.random.default_rng(4)


def logit(p):
    p = np.clip(p, LEAST, 1 - LEAST)
    return np.log(p / (1 - p))


writer = csv.writer(sys.stdout, lineterminator="\n")
writer.writerow(["event", "audio", "video", "truth", "probability"])
for event, share in enumerate((0.4, 0.12)):
    truth = (random.random(60) < share).astype(int)
    audio = np.float32(1 / (1 + np.exp(-(1.2 * truth - 0.5 + random.normal(size=60)))))
    video = np.float32(1 / (1 + np.exp(-(0.8 * truth - 0.7 + random.normal(size=60)))))
    video[random.random(60) < 0.4] = 0
    x = np.c_[logit(audio.astype(float)), logit(video.astype(float)), video == 0]
    x = (x - x.mean(0)) / x.std(0)
    fitted = LogisticRegression(C=1.0, tol=1e-12, max_iter=10000).fit(x, truth)
    for row in zip(audio, video, truth, fitted.predict_proba(x)[:, 1]):
        writer.writerow([event, repr(float(row[0])), repr(float(row[1])), int(row[2]), f"{row[3]:.9f}"])
