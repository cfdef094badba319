#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tests/screen_reader.sh TAGSCOPE TAGSCOPE-CLI [LOG [PROJECT]]: a sitting in the real window, and what the accessibility
# bus tells a screen reader of it: the question when it comes, the answer when it is stored, both as new names of what has the
# keys, and no more than the stage allows, as little as the command lines of what runs. Ends with 1 where that is not so, with 77
# where packages are missing: xvfb, xdotool, dbus, at-spi2-core, python3-pyatspi. With orca installed, ORCA=1 also writes what
# Orca does into LOG.orca. PROJECT is a demo that is there already; it is copied. Not a test: it waits by the clock.
set -euo pipefail

for program in Xvfb xvfb-run xdotool dbus-run-session; do
    command -v "$program" >/dev/null || { echo "skipped: $program is missing"; exit 77; }
done
/usr/bin/python3 -c 'import pyatspi' 2>/dev/null || { echo "skipped: python3-pyatspi is missing"; exit 77; }
if [ "$1" != --inside ]; then
    exec xvfb-run -a -s "-screen 0 1280x800x24" dbus-run-session -- \
        "$0" --inside "$(realpath "$1")" "$(realpath "$2")" "${3:-}" \
        ${4:+"$(realpath "$4")"}
fi
window=$2 commandLine=$3 log=$4 given=${5:-}

folder=$(mktemp -d)
slow=${SLOW:-1}
program=
# shellcheck source=tests/real_window.sh
. "$(dirname "$0")/real_window.sh"
[ -n "$log" ] || log=$folder/events.txt
running=()
# Only what was started here.
end() {
    close_window
    for process in "${running[@]}"; do kill "$process" 2>/dev/null || true; done
    rm -rf "$folder"
}
trap end EXIT
export LC_ALL=C.UTF-8 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
become listener
project=$folder/demo/demo.tagscope
if [ -n "$given" ]; then
    cp -r "$(dirname "$given")" "$folder/demo"
else
    "$commandLine" demo "$folder/demo" --clips 10,10,10 --quiet
fi

for launcher in /usr/libexec/at-spi-bus-launcher /usr/lib/at-spi2-core/at-spi-bus-launcher; do
    [ ! -x "$launcher" ] || { "$launcher" --launch-immediately & running+=($!); break; }
done
/usr/bin/python3 "$(dirname "$0")/screen_reader.py" >"$log" 2>"$folder/python.txt" &
running+=($!)
# Of a process and all below it.
command_lines() {
    local child
    tr '\0' ' ' <"/proc/$1/cmdline" && echo
    for child in $(pgrep -P "$1"); do command_lines "$child"; done
}
# NUMBER of lines of the log that hold WORDS, or more, in time; else the test fails.
until_told() {
    for _ in $(seq 300); do
        [ "$(grep -cE "$2" "$log" || true)" -ge "$1" ] && return 0
        sleep 0.2
    done
    echo "FAIL: not told $1 times: $2"
    tail -n 30 "$log"
    cat "$folder/python.txt"
    exit 1
}
until_told 1 '^listening'
open_window "$window" "$project"
wait_ 6
if [ "${ORCA:-}" = 1 ]; then
    orca --replace --debug-file "$log.orca" &
    running+=($!)
    sleep 5
fi
press ctrl+4
wait_ 1
press ctrl+shift+a
wait_ 1
say Ada
wait_ 2
before=$(wc -l <"$log")
xdotool key Return
until_told 1 'accessible-name.*[[:space:]]focused[[:space:]].*Is it heard'
asked=$(grep -cE 'focused[[:space:]].*Is it heard' "$log")
wait_ 3 # as who listens
if command_lines "$program" | grep -E '[a-z]+-[0-9]{4}'; then
    echo "FAIL: a command line names a clip"
    exit 1
fi
xdotool key 2
until_told 1 'accessible-name.*[[:space:]]focused[[:space:]]Stored: .*Is it heard'
wait_ 3
xdotool key 1
until_told 2 'accessible-name.*[[:space:]]focused[[:space:]]Stored: .*Is it heard'
told=$(tail -n +"$((before + 1))" "$log")
if grep -nE 'test-[0-9]{4}|training-[0-9]{4}|validation-[0-9]{4}' <<<"$told"; then
    echo "FAIL: a clip is named"
    exit 1
fi
if grep -E 'state-changed:focused.*table cell' <<<"$told"; then
    echo "FAIL: the reader is led away to a table that nobody is at"
    exit 1
fi
grep -E '[[:space:]]focused[[:space:]]' <<<"$told" | head -n 20
echo "ok: asked $asked times, stored twice, as names of what has the keys"
