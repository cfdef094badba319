#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# What bench_false_positives does, with pandas (Debian's python3-pandas): bench_false_positives.py PLACE, after it. Once
# from the CSV tables and once from pandas' own binary files, which are made first and not timed.
import resource
import subprocess
import sys
import time

import pandas

place = sys.argv[1]
if len(sys.argv) == 2:
    for name in ("scores", "truth"):
        pandas.read_csv(f"{place}/{name}.csv", index_col="clip").to_pickle(f"{place}/{name}.pickle")
    for kind in ("csv", "pickle"):
        subprocess.run([sys.executable, __file__, place, kind], check=True)
    sys.exit()

kind = sys.argv[2]
begin = time.perf_counter()
if kind == "csv":
    scores, truth = (pandas.read_csv(f"{place}/{name}.csv", index_col="clip") for name in ("scores", "truth"))
else:
    scores, truth = (pandas.read_pickle(f"{place}/{name}.pickle") for name in ("scores", "truth"))
found = scores.index[(scores["event 3"] > 0.8) & (truth["event 3"] == 0)]
seconds = time.perf_counter() - begin
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"pandas from {kind}: {len(found)} false positives, {seconds:.2f} s, {memory:.0f} MiB")
