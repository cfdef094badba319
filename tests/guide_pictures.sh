#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tests/guide_pictures.sh TAGSCOPE TAGSCOPE-CLI DIR [PROJECT]: carries out what the guide's chapters 1 to 5 tell a reader
# to press, in the real window, and photographs it: DIR/clip.png, why.png, fusion.png, audit.png, training.png, help.png, and
# tour.gif for the README. PROJECT is a demo that is there already; it is copied. Afterwards it asks the project what the keys
# did, and ends with 1 where that is not what the guide says.
# Needs the packages xvfb, xauth, xdotool, ffmpeg. Not a test: it waits for what is drawn by the clock.
set -euo pipefail

if [ "$1" != --inside ]; then
    mkdir -p "$3"
    exec xvfb-run -a -s "-screen 0 1280x800x24" "$0" --inside "$(realpath "$1")" "$(realpath "$2")" "$(realpath "$3")" \
        ${4:+"$(realpath "$4")"}
fi
window=$2 commandLine=$3 out=$4 given=${5:-}
slow=${SLOW:-1} # of the waits; more for a slow machine

folder=$(mktemp -d)
program=
# shellcheck source=tests/real_window.sh
. "$(dirname "$0")/real_window.sh"
trap 'close_window; rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8
become reader
project=$folder/demo/demo.tagscope
if [ -n "$given" ]; then
    cp -r "$(dirname "$given")" "$folder/demo"
else
    "$commandLine" demo "$folder/demo" --clips 30,10,10 --quiet
fi

frames=0
frame() { # the file of the tour's next picture, in $next
    next=$folder/$(printf 'tour-%03d.png' "$frames")
    frames=$((frames + 1))
}
grab() { ffmpeg -loglevel error -y -f x11grab -video_size 1280x800 -i "$DISPLAY" -frames:v 1 "$1"; }
# PICTURE: with few colours, which half the size and cannot be seen.
photograph() {
    grab "$folder/whole.png"
    ffmpeg -loglevel error -y -i "$folder/whole.png" \
        -vf "scale=1000:-1,split[a][b];[a]palettegen=max_colors=128[p];[b][p]paletteuse=dither=none" "$out/$1.png"
    for _ in 1 2 3 4 5; do
        frame
        cp "$folder/whole.png" "$next"
    done
}
# COUNT pictures of what moves, for the tour.
film() {
    for _ in $(seq "$1"); do
        frame
        grab "$next"
        sleep 0.4
    done
}

open_window "$window" "$project"
wait_ 8

# 1. The clip, with the event that is chosen when it opens.
xdotool mousemove 640 790
wait_ 2
photograph clip
press space
film 6
press space
# 2. Why.
press x
wait_ 30
photograph why
# 4. Weights and thresholds.
press ctrl+2
wait_ 6
photograph fusion
# 3. A session: not heard, then heard, which is taken back.
press ctrl+4
wait_ 2
press ctrl+shift+a
wait_ 1
xdotool type --delay 60 Ada
press Return
wait_ 3
photograph audit
film 5
press 2
wait_ 3
press 1
wait_ 3
press ctrl+z
wait_ 2
press ctrl+e
wait_ 2
# 5. A run.
press ctrl+3
wait_ 2
press alt+s
for _ in $(seq 120); do # three epochs, so that there are curves
    sleep 2
    "$commandLine" project info "$project" 2>/dev/null | grep -qE 'run-1: .* ([3-9]|[1-9][0-9]) epochs' && break
done
photograph training
press F1
wait_ 3
press Down Down
wait_ 2
photograph help
close_window

ffmpeg -loglevel error -y -framerate 2.5 -i "$folder/tour-%03d.png" \
    -vf "scale=880:-1,split[a][b];[a]palettegen=max_colors=96[p];[b][p]paletteuse=dither=none:diff_mode=rectangle" \
    "$out/tour.gif"

# What the keys did.
failed=0
"$commandLine" export "$project" --what verdicts --format csv -o "$folder/verdicts.csv" --quiet
verdicts=$(grep -c ',Ada,' "$folder/verdicts.csv" || true)
notHeard=$(grep -c ',Ada,sound,no,' "$folder/verdicts.csv" || true)
if [ "$verdicts" != 1 ] || [ "$notHeard" != 1 ]; then
    echo "The session left $verdicts verdicts of Ada, $notHeard of them \"not heard\"; the guide says one."
    failed=1
fi
if ! "$commandLine" project info "$project" | grep -q 'run-1'; then
    echo "Start began no run."
    failed=1
fi
ls -l "$out"
exit $failed
