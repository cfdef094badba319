#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tests/team_path.sh TAGSCOPE TAGSCOPE-CLI DIR [PROJECT]: an audit by a team in real windows. A lead plans three tasks
# with common and gold clips, three annotators judge 20 clips each, all by the keyboard; what they send is merged as it comes
# into a folder that the lead's window watches. Then progress, agreement, Dawid and Skene's model, a decision, the corrected
# list, the patch, and the bundle, twice: from the lead's project and from a copy into which the files were merged in another
# order. Ends with 1 where a step does not come to what it should. DIR gets pictures, lists and the bundle. PROJECT is a demo
# that is there already; it is copied. Needs the packages xvfb, xauth, xdotool, imagemagick, python3. Not a test: it waits by
# the clock; SLOW=3 for a slow machine.
set -euo pipefail

here=$(realpath "$(dirname "$0")")
if [ "$1" != --inside ]; then
    mkdir -p "$3"
    exec xvfb-run -a -s "-screen 0 1280x800x24" "$0" --inside "$(realpath "$1")" "$(realpath "$2")" "$(realpath "$3")" \
        ${4:+"$(realpath "$4")"}
fi
window=$2 commandLine=$3 out=$4 given=${5:-}
slow=${SLOW:-1}
pages=20

folder=$(mktemp -d)
program=
# shellcheck source=tests/real_window.sh
. "$here/real_window.sh"
trap 'close_window; rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8
become lead
lead=$folder/demo/demo.tagscope
if [ -n "$given" ]; then
    cp -r "$(dirname "$given")" "$folder/demo"
else
    "$commandLine" demo "$folder/demo" --clips 90,10,10 --quiet
fi
failed=0
# WORDS CONDITION…: says what came of it.
check() {
    if "${@:2}"; then
        echo "ok: $1"
    else
        echo "FAIL: $1"
        failed=1
    fi
}
photograph() { import -window root "$out/$1.png"; }
# FILE WHAT: lines of a list without its head; 0 where there is none.
lines_of() {
    local list=$folder/list.csv
    rm -f "$list"
    "$commandLine" export "$1" --what "$2" --format csv -o "$list" --quiet >/dev/null 2>&1 || true
    [ ! -e "$list" ] || tail -n +2 "$list" | grep -c . || true
}
# ask FIELD… of the JSON document on the standard input: a Python expression of `d`.
ask() { python3 -c "import json, sys; d = json.load(sys.stdin); print($1)"; }

# What the lead knows already: six clips are decided, and become gold.
"$commandLine" export "$lead" --what labels --split test --format csv -o "$folder/labels.csv" --quiet
python3 - "$folder/labels.csv" "$folder/known.csv" <<'PYTHON'
import csv, sys
clips = {}
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
    clips[row.pop("clip")] = [event for event, is_there in row.items() if is_there == "1"]
with open(sys.argv[2], "w", encoding="utf-8") as file:
    file.write("clip,event,annotator,stage,heard,seen,time\n")
    for clip in sorted(clips)[:6]:
        for event in clips[clip]:
            quoted = '"' + event.replace('"', '""') + '"'
            file.write(f"{clip},{quoted},Lea,adjudicated,yes,yes,2026-01-05T09:00:00Z\n")
PYTHON
"$commandLine" import "$lead" --format verdicts "$folder/known.csv" --quiet

# The lead plans, in the window.
mkdir "$folder/tasks" "$folder/in"
open_window "$window" "$lead"
wait_ 8
press alt+u p
wait_ 1
say anna,ben,carl
press alt+c
press ctrl+a
say $pages
press alt+e ctrl+a
say 40
press alt+g ctrl+a
say 10
press alt+p
say test
press alt+f ctrl+a
say "$folder/tasks"
photograph plan
press Return
for _ in $(seq 60); do [ -e "$folder/tasks/carl.task.tagscope" ] && break; sleep 0.5; done
wait_ 2
photograph planned
close_window
check "three tasks are written" test "$(find "$folder/tasks" -name '*.task.tagscope' | wc -l)" = 3
cp "$lead" "$folder/second.tagscope"

# Each annotator judges, in a window with settings of their own, first by the sound, then with the pictures.
judge() { # NAME KEY…: the keys in turn
    local name=$1 file=$folder/tasks/$1.task.tagscope before now given=0 wanted
    shift
    become "$name"
    wanted=$(python3 - "$file" <<'PYTHON'
import json, sqlite3, sys
project = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True)
(setting,) = project.execute("SELECT json FROM setting WHERE key = 'task'").fetchone()
task = json.loads(setting)
print(len(task["stages"]) * sum(len(page["events"]) for page in task["pages"]))
PYTHON
)
    open_window "$window" "$file"
    wait_ 6
    for stage in sound pictures; do
        press ctrl+shift+a
        wait_ 1
        press Return
        wait_ 3
        photograph "$name-$stage"
        before=-1
        while :; do
            for _ in 1 2 3 4 5 6 7 8; do
                press "${@:$((given % $# + 1)):1}"
                given=$((given + 1))
                wait_ 0.5
            done
            now=$(lines_of "$file" verdicts)
            [ "$now" != "$before" ] || break
            before=$now
        done
        photograph "$name-$stage-end"
        press ctrl+e
        wait_ 2
    done
    close_window
    now=$(lines_of "$file" verdicts)
    echo "$name: $now answers of $wanted"
    check "$name answered all" test "$now" = "$wanted"
}
judge anna 1 1 1 2
judge ben 1 2 1 1 1
judge carl 2 1 3

# The lead's window takes what comes into a folder.
become lead
before=$(lines_of "$lead" history)
open_window "$window" "$lead"
wait_ 6
press alt+u d
wait_ 2
press ctrl+a
say "$folder/in"
press Return
wait_ 2
photograph watching
for name in carl anna ben; do
    cp "$folder/tasks/$name.task.tagscope" "$folder/in/"
    last=
    for _ in $(seq 20); do # until it is merged
        wait_ 1
        now=$(lines_of "$lead" history)
        [ "$now" = "$last" ] || { last=$now; continue; }
        [ "$now" -le "$before" ] || break
    done
    check "what $name sent is merged" test "$now" -gt "$before"
    before=$now
done
photograph watched
close_window
again=$("$commandLine" audit merge "$lead" "$folder"/tasks/*.task.tagscope --json --quiet | ask 'd["verdicts_added"]')
check "merging again adds nothing" test "$again" = 0

"$commandLine" audit progress "$lead" | tee "$out/progress.txt"
left=$("$commandLine" audit progress "$lead" --json --quiet | ask 'sum(a["left"] for a in d["annotators"])')
check "nothing is left" test "$left" = 0
gold=$("$commandLine" audit progress "$lead" --json --quiet | ask 'min(a["as_gold"]["of"] for a in d["annotators"] if a["planned"])')
check "each was asked what is known" test "$gold" -gt 0
"$commandLine" audit agreement "$lead" --stage sound >"$out/agreement.txt"
"$commandLine" audit truth "$lead" --method dawid-skene >"$out/truth.txt"
check "the model knows each annotator" test "$(grep -cE '^ *(anna|ben|carl) ' "$out/truth.txt")" -ge 3

# The lead looks at the disagreements in the window, and decides them all, by a table here.
open=$("$commandLine" audit agreement "$lead" --json --quiet | ask 'len(d["disagreements"])')
open_window "$window" "$lead"
wait_ 6
press ctrl+4
press ctrl+shift+g
wait_ 4
photograph agreement
close_window
echo "$open disagreements"
"$commandLine" audit agreement "$lead" --json --quiet | python3 -c "
import csv, json, sys
out = csv.writer(open('$folder/decided.csv', 'w', newline=''))
out.writerow(['clip', 'event', 'annotator', 'stage', 'heard', 'seen', 'time'])
for one in json.load(sys.stdin)['disagreements']:
    out.writerow([one['clip'], one['event'], 'Lea', 'adjudicated', 'no', 'yes', '2026-03-01T09:00:00Z'])"
"$commandLine" import "$lead" --format verdicts "$folder/decided.csv" --quiet
"$commandLine" export "$lead" --what corrected --format csv -o "$out/corrected.csv" --quiet
"$commandLine" export "$lead" --what patch --format csv -o "$out/patch.csv" --quiet
check "labels were taken away" test "$(wc -l <"$out/patch.csv")" -gt 1

# The bundle, and the same from a copy in another order.
rm -rf "$out/bundle"
"$commandLine" audit publish "$lead" "$out/bundle" --title "An audit" --creator "Doe, Jane" --quiet
"$commandLine" audit merge "$folder/second.tagscope" "$folder/decided.csv" "$folder/tasks/ben.task.tagscope" \
    "$folder/tasks/carl.task.tagscope" "$folder/tasks/anna.task.tagscope" --quiet >/dev/null
mv "$folder/second.tagscope" "$folder/demo/second.tagscope"
"$commandLine" audit publish "$folder/demo/second.tagscope" "$folder/bundle" --title "An audit" --creator "Doe, Jane" --quiet
check "another computer makes the same bundle, byte for byte" diff -r "$out/bundle" "$folder/bundle"
(cd "$out/bundle" && sha256sum --quiet -c SHA256SUMS) && echo "ok: its sums hold"
ls "$out" "$out/bundle"
exit $failed
