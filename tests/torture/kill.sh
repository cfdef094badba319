#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Kills commands that write, at random moments, and compares what the project then holds, by content:
# tests/torture/kill.sh TAGSCOPE-CLI KILLS [SEED], which needs python3. After each kill a project holds what it held before or
# what the whole command gives, and running the command again gives the latter. Ends with 1 where anything else was seen.
set -euo pipefail

if [ $# -lt 2 ]; then
    sed -n '3,5s/^# //p' "$0" >&2
    exit 2
fi
program=$(realpath "$1") kills=$2
RANDOM=${3:-1}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
export XDG_STATE_HOME=$place/state XDG_CACHE_HOME=$place/cache

# 400 clips of three events, and what is said of them.
awk 'BEGIN { print "path,labels,split"
    for (i = 0; i < 400; ++i) printf "c%d.wav,%s,%s\n", i, (i % 3 == 0 ? "siren" : i % 3 == 1 ? "train;siren" : "bus"), (i % 2 ? "test" : "training") }' >clips.csv
awk 'BEGIN { print "clip,siren,train,bus"; for (i = 0; i < 400; ++i) printf "c%d,%.4f,%.4f,%.4f\n", i, i / 401, (i % 7) / 8, (i % 11) / 12 }' >scores.csv
awk 'BEGIN { print "clip,onset,offset,label"; for (i = 0; i < 400; ++i) printf "c%d,%.2f,%.2f,siren\n", i, i % 5, i % 5 + 1.5 }' >regions.csv

quietly() { "$program" "$@" --quiet --log-level error; }

# What a project holds, all of it but the times at which it was stored; "none" without one. By SQLite itself, as python3 has it:
# a program that reads its own mistakes back proves nothing, and this is called often.
content() {
    [ -e "$1" ] || { echo none; return; }
    python3 -c 'import sqlite3, sys
for line in sqlite3.connect(sys.argv[1]).iterdump(): print(line)' "$1" | sed -E "s/[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+Z?|\b1[0-9]{15}\b/TIME/g"
}

declare -A commands=(
    [clips]="import p.tagscope --format csv clips.csv"
    [scores]="import p.tagscope --format scores scores.csv --name other --use"
    [regions]="import p.tagscope --format csv --what regions regions.csv --annotator ann"
    [export]="export p.tagscope --what labels --format csv -o result.csv"
)
quietly import base.tagscope --format csv clips.csv >/dev/null

start() { # the state that a command begins in
    rm -rf p.* result.csv
    if [ "$1" != clips ]; then cp base.tagscope p.tagscope; fi
    if [ "$1" = export ]; then echo old >result.csv; fi
}
state() { content p.tagscope; if [ -e result.csv ]; then cat result.csv; fi; }

bad=0 done=0 before=0 after=0
for name in clips scores regions export; do
    start "$name"
    state >"$name.before"
    begin=$(date +%s%N)
    # shellcheck disable=SC2086
    quietly ${commands[$name]} >/dev/null
    lasts=$((($(date +%s%N) - begin) / 1000))
    state >"$name.after"
    cmp -s "$name.before" "$name.after" && { echo "$name changes nothing"; exit 2; }
    for ((i = 0; i < (kills + 3) / 4; ++i)); do
        start "$name"
        # shellcheck disable=SC2086
        "$program" ${commands[$name]} --quiet >/dev/null 2>&1 &
        victim=$!
        # Seconds, most of them near the end, where things are written.
        sleep "$(awk -v us=$lasts -v r=$RANDOM 'BEGIN { printf "%.4f", us / 1e6 * (1.1 - (r / 32768) ^ 2) }')"
        kill -KILL $victim 2>/dev/null || true
        wait $victim 2>/dev/null || true
        done=$((done + 1))
        state >now
        if [ -e p.tagscope ] && ! quietly project info p.tagscope >/dev/null 2>&1; then
            bad=$((bad + 1))
            echo "$name, kill $i: the project does not open"
        fi
        # A new project is made before its clips come: without them it is as good as none, and the command run again fills it.
        if cmp -s now "$name.before" || { [ "$name" = clips ] && ! grep -q 'INSERT INTO "clip"' now; }; then before=$((before + 1))
        elif cmp -s now "$name.after"; then after=$((after + 1))
        else
            bad=$((bad + 1))
            echo "$name, kill $i: neither before nor after"
            diff now "$name.after" | head -n 5 || true
        fi
        if [ "$name" != regions ] || cmp -s now "$name.before"; then
            # shellcheck disable=SC2086
            quietly ${commands[$name]} >/dev/null 2>&1 || true
            state >again
            cmp -s again "$name.after" || { bad=$((bad + 1)); echo "$name, kill $i: run again, it gives something else"; diff again "$name.after" | head -n 5 || true; }
        fi
    done
done
echo "$done kills: $before before, $after after the writing, $bad wrong"
[ $bad -eq 0 ]
