#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes words_cosines.tsv: cosines of ImageNet's names with the 17 events, by NumPy.

usage: words.py GLOVE_TEXT RESOURCES > words_cosines.tsv

GLOVE_TEXT is a 300-dimensional GloVe 6B text file (the committed values are from 5,287 of its lines), RESOURCES the
repository's resources directory. A name's vector is the mean of the vectors of its words, a word that is unknown as
written is tried in lower case, then left out; of several names the most similar pair counts.

One line an object: index, the most similar event's index, that cosine; every 25th object and the vehicles among
them have the 17 cosines behind it. `-` stands where there is no vector.
"""
import sys

import numpy as np

VEHICLES = [407, 436, 444, 468, 555, 569, 609, 654, 656, 670, 671, 675, 705, 717, 734, 757, 779, 803, 817, 820, 829,
            864, 867, 874]


def read_table(path):
    lines = [line.rstrip("\n") for line in open(path, encoding="utf-8") if not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"))) for line in lines[1:]]


def read_vectors(path):
    vectors = {}
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").rsplit(" ", 300)
        vectors.setdefault(fields[0], np.array(fields[1:], dtype=np.float64))
    return vectors


def directions(vectors, names):
    found = []
    for name in names:
        words = [vectors.get(word, vectors.get(word.lower())) for word in name.split()]
        known = [word for word in words if word is not None]
        if known:
            mean = np.mean(known, axis=0)
            found.append(mean / np.linalg.norm(mean))
    return np.array(found)


def main():
    vectors = read_vectors(sys.argv[1])
    events = [directions(vectors, row["words"].split(" / "))
              for row in read_table(sys.argv[2] + "/classes/dcase2017-task4.tsv")]
    for row in read_table(sys.argv[2] + "/classes/imagenet-1k.tsv"):
        index = int(row["index"])
        names = directions(vectors, row["names"].split(", "))
        if len(names) == 0:
            print(index, "-", "-", sep="\t")
            continue
        # As float32, so that equal directions tie, and the first event has them.
        cosines = np.array([np.max(names @ event.T) for event in events], dtype=np.float32)
        best = int(np.argmax(cosines))
        shown = cosines if index % 25 == 0 or index in VEHICLES else []
        print(index, best, f"{cosines[best]:.6f}", *(f"{cosine:.6f}" for cosine in shown), sep="\t")


main()
