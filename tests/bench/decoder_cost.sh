#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What it costs to decode in a process of its own, by turns with decoding in the same one:
# tests/bench/decoder_cost.sh TAGSCOPE-CLI RUNS FOLDER-OF-MEDIA [THREADS]. Prints the seconds of each run, then the best of each
# place, of the clock and of the processors (decoders included). Models are those that are registered.
set -euo pipefail

if [ $# -lt 3 ]; then
    sed -n '3,5s/^# //p' "$0" >&2
    exit 2
fi
program=$(realpath "$1") runs=$2 media=$(realpath "$3") threads=${4:-2}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
find "$media" -type f | sort >"$place/list.txt"
"$program" import "$place/p.tagscope" --format folder "$media" --quiet >"$place/import.log" 2>&1 || true

# NAME PLACE COMMAND…: a line of name, place, seconds of the clock, of the processors.
measure() {
    local name=$1 where=$2 status=0
    shift 2
    TIMEFORMAT='%R %U %S'
    { time "$program" "$@" --decode "$where" --threads "$threads" --quiet >"$place/out.$where" 2>/dev/null || status=$?; } 2>"$place/time"
    awk -v name="$name" -v where="$where" '{ printf "%s %s %.2f %.2f\n", name, where, $1, $2 + $3 }' "$place/time" |
        tee -a "$place/all"
    [ $status -le 1 ]
}

for ((run = 0; run < runs; ++run)); do
    for where in in-process child; do
        measure tag $where tag --no-cache --list "$place/list.txt" --json
        cp "$place/out.$where" "$place/tag.$where"
        if [ -e "$place/p.tagscope" ]; then
            rm -rf "$place"/q.*
            cp "$place/p.tagscope" "$place/q.tagscope"
            measure features $where features "$place/q.tagscope"
        fi
    done
    cmp -s "$place/tag.in-process" "$place/tag.child" || echo "The two places do not give the same numbers."
done
sort -k1,2 "$place/all" | awk '
    { key = $1 " " $2; if (!(key in clock) || $3 < clock[key]) clock[key] = $3; if (!(key in used) || $4 < used[key]) used[key] = $4 }
    END { for (key in clock) printf "best %s: %.2f s, of the processors %.2f s\n", key, clock[key], used[key] }' | sort
