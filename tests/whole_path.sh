#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tests/whole_path.sh TAGSCOPE DIR CLIPS YAMNET.json [VECTORS]: a person's whole way in the window, and no command line
# of ours: a folder of 20 sounds whose subfolders are their labels, a tagger chosen and word vectors fetched, scored, tuned, a
# report as PDF, an audit of all 20 clips, the corrected list. CLIPS is a folder of sounds with clips.csv (file,label,…) beside
# it, as ESC-10; VECTORS a GloVe text file, which a server on the loopback address hands out. Photographs each step into DIR,
# says what it took in clicks, keys and seconds, and how long the window stood still; ends with 1 where something is not there
# at the end. SLOW=2 waits twice as long. Needs the packages xvfb, xauth, xdotool, ffmpeg, python3. Not a test: it presses where
# things are at 1280x800.
set -Eeuo pipefail

if [ "$1" != --inside ]; then
    [ $# -ge 4 ] || { sed -n '3,10s/^# //p' "$0"; exit 2; }
    mkdir -p "$2"
    exec xvfb-run -a -s "-screen 0 1280x800x24" "$0" --inside "$(realpath "$1")" "$(realpath "$2")" "$(realpath "$3")" \
        "$(realpath "$4")" ${5:+"$(realpath "$5")"}
fi
tagscope=$2 out=$3 clips=$4 tagger=$5 vectors=${6:-}
slow=${SLOW:-1}

folder=$(mktemp -d)
program='' server=''
# shellcheck source=tests/real_window.sh
. "$(dirname "$0")/real_window.sh"
trap 'close_window; [ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT
trap 'grab "$out/in-vain.png"' ERR
export LC_ALL=C.UTF-8 TAGSCOPE_LOG_GAPS=50
become researcher

# What a person does is counted.
clicks=0 keys=0 typed=0
press() {
    for key in "$@"; do
        xdotool key --clearmodifiers "$key"
        keys=$((keys + 1))
        wait_ 0.3
    done
}
clickAt() {
    xdotool mousemove "$1" "$2" click 1
    clicks=$((clicks + 1))
    wait_ 0.5
}
typeText() {
    xdotool type --delay 15 "$1"
    typed=$((typed + ${#1}))
    wait_ 0.3
}

# SECONDS COMMAND…: until it succeeds.
waitFor() {
    local until_=$((SECONDS + $1 * ${slow%.*}))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$until_" ] || { echo "In vain: $*" >&2; return 1; }
        sleep 0.3
    done
}
windowOf() { xdotool search --onlyvisible --name "$1" 2>/dev/null | tail -n 1; }
isThere() { [ -n "$(windowOf "$1")" ]; }
focus() { xdotool windowfocus "$(windowOf "$1")"; sleep 0.3; } # there is no window manager that would
waitForWindow() {
    waitFor 60 isThere "$1"
    sleep 0.5
    focus "$1"
}
grab() { ffmpeg -loglevel error -y -f x11grab -video_size 1280x800 -i "$DISPLAY" -frames:v 1 "$1"; }

# What the person has: 20 sounds in four subfolders.
own=$folder/sounds
python3 - "$clips" "$own" <<'PYTHON'
import csv, pathlib, shutil, sys
clips, own = map(pathlib.Path, sys.argv[1:])
folders = {"Dog bark": "Dog", "Rain": "Rain", "Helicopter": "Helicopter", "Chainsaw": "Chainsaw"}
taken = dict.fromkeys(folders, 0)
for row in csv.DictReader((clips / "clips.csv").open()):
    label = row["label"]
    if taken.get(label, 5) < 5:
        taken[label] += 1
        target = own / folders[label]
        target.mkdir(parents=True, exist_ok=True)
        shutil.copy(clips / "clips" / row["file"], target)
assert sum(taken.values()) == 20, taken
PYTHON

# The published files, as a server of this machine has them.
python3 - "$folder" "$vectors" <<'PYTHON'
import hashlib, json, os, pathlib, shutil, sys
folder, vectors = pathlib.Path(sys.argv[1]), sys.argv[2]
served = folder / "served"
served.mkdir()
files = []
if vectors:
    shutil.copy(vectors, served / "vectors.txt")
    content = (served / "vectors.txt").read_bytes()
    files.append({"kind": "glove", "name": "GloVe (a part)", "file": "vectors.txt", "format": "GloVe text",
                  "size": len(content), "sha256": hashlib.sha256(content).hexdigest(),
                  "url": "http://127.0.0.1:PORT/vectors.txt", "page": "http://127.0.0.1:PORT/", "licence": "PDDL 1.0"})
(folder / "manifest.json").write_text(json.dumps({"format": "tagscope-model-manifest", "version": 1, "files": files}))
PYTHON
(cd "$folder/served" && exec python3 -u -m http.server 0 --bind 127.0.0.1) >"$folder/server.log" 2>&1 &
server=$!
for _ in $(seq 50); do
    port=$(sed -n 's/.* port \([0-9]*\) .*/\1/p' "$folder/server.log")
    [ -n "$port" ] && break
    sleep 0.1
done
sed -i "s/PORT/$port/g" "$folder/manifest.json"
export TAGSCOPE_MANIFEST=$folder/manifest.json

modelIs() { grep -q "\"kind\": *\"$1\"" "$XDG_DATA_HOME/tagscope/models/registry.json"; } # KIND is registered
# SQL [--value]: whether the project's file answers with 1, or the answer.
stored() {
    python3 - "$own/sounds.tagscope" "$@" <<'PYTHON'
import sqlite3, sys
value = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).execute(sys.argv[2]).fetchone()[0]
if "--value" in sys.argv:
    print(value)
else:
    sys.exit(0 if value else 1)
PYTHON
}

steps=0
step() { # NAME: what was just done, with its picture
    steps=$((steps + 1))
    grab "$out/$(printf '%02d' "$steps")-$1.png"
    echo "$(printf '%3d' $((SECONDS - began))) s  $clicks clicks, $keys keys  $1"
}

open_window "$tagscope" 2>"$folder/errors"
xdotool mousemove 640 790
began=$SECONDS
wait_ 2
step start

# The tagger is chosen, the word vectors are fetched.
clickAt 392 470
waitForWindow Models
wait_ 1
clickAt 395 229
waitForWindow "Sound: audio tagger"
typeText "$tagger"
press Return
waitFor 60 modelIs crnn
wait_ 1
step tagger
if [ -n "$vectors" ]; then
    clickAt 751 631
    waitFor 60 modelIs glove
    wait_ 1
    step fetched
fi
focus Models
press Escape
wait_ 1

# A project of the folder: its subfolders are the labels, half of the clips are for tuning.
focus Tagscope
press ctrl+n
waitForWindow "New project"
typeText "$own/sounds.tagscope"
clickAt 646 387
typeText "$own"
press Tab
wait_ 2
clickAt 524 413
wait_ 1
clickAt 580 469
press ctrl+a
typeText 10
press Tab
wait_ 1
step folder
press Return
waitFor 60 test -f "$own/sounds.tagscope"
wait_ 3
step made
focus "New project"
press Escape
focus Tagscope

# It scores the clips by itself, and makes the operating points.
press ctrl+2
wait_ 2
step scoring
waitFor 600 stored "SELECT count(*) >= 1 FROM operating_point"
wait_ 3
step scored

# Tuned, with the point that came of it used.
clickAt 977 442
waitForWindow "Tune weights"
press Return
waitFor 120 stored "SELECT count(*) >= 2 FROM operating_point"
wait_ 2
step tuned
press alt+u
wait_ 1
press Escape
focus Tagscope

# The report.
clickAt 200 760
wait_ 3
clickAt 1221 449
wait_ 4
step evaluation
clickAt 255 727
waitForWindow "Save the report"
press ctrl+a
typeText "$own/report.pdf"
press Return
waitFor 60 test -s "$own/report.pdf"
wait_ 1
step report

# The audit of all clips, by ear: every fifth is not what its folder says.
focus Tagscope
press ctrl+4
wait_ 2
press ctrl+shift+a
wait_ 1
typeText Ada
press Return
wait_ 3
step sitting
for pair in $(seq 20); do
    wait_ 1
    press $((pair % 5 == 0 ? 2 : 1))
    waitFor 20 stored "SELECT count(*) >= $pair FROM verdict"
done
wait_ 2
step judged

# The corrected list.
clickAt 153 500
waitForWindow "Export labels"
clickAt 640 442
typeText "$own/corrected.csv"
press Return
waitFor 30 test -s "$own/corrected.csv"
wait_ 2
step corrected
took=$((SECONDS - began))

failed=0
complain() { echo "$1" >&2; failed=1; }
[ "$(stored "SELECT count(*) FROM clip" --value)" = 20 ] || complain "The project has not 20 clips."
[ "$(stored "SELECT count(*) FROM label" --value)" = 20 ] || complain "The project has not 20 labels."
head -c 5 "$own/report.pdf" | grep -q '%PDF-' || complain "The report is no PDF."
[ "$(stored "SELECT count(*) FROM verdict" --value)" = 20 ] || complain "There are not 20 verdicts."
listed=$(cut -f 1 "$own/corrected.csv" | sort -u | wc -l)
[ "$listed" = 20 ] || complain "The corrected list has $listed clips, not 20."
kept=$(grep -c '	.*	.*	' "$own/corrected.csv")
[ "$kept" = 16 ] || complain "The corrected list has $kept labels, not the 16 that were heard."
cp "$own/report.pdf" "$own/corrected.csv" "$out"

close_window
log=$XDG_STATE_HOME/tagscope/log/tagscope.log
cp "$log" "$out"
gaps=$(sed -n 's/.*the window stood still for \([0-9]*\) ms.*/\1/p' "$log" | sort -n)
echo "In all: $clicks clicks, $keys keys and $typed letters typed, $took s of the machine, $steps pictures in $out"
if [ -n "$gaps" ]; then
    echo "The window stood still $(echo "$gaps" | wc -l) times for longer than 50 ms, at most $(echo "$gaps" | tail -n 1) ms."
else
    echo "The window never stood still for longer than 50 ms."
fi
[ ! -s "$folder/errors" ] || { echo "It wrote:"; cat "$folder/errors"; }
exit $failed
