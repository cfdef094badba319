#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tests/screenshots.sh DIR [CLIP… | PROJECT | --panels PROJECT]: pictures of the window's main states, to be looked
# at. With --panels: the real program's panels on a copy of an analysed project, and from them what the README shows.
# DIR gets what tests/ui/screenshots draws of made-up clips and projects (start page, clip open, missing models, project,
# training, workspaces at 1280x800, dialogs, dark; in DIR/200 the same at 200 %, in DIR/de in German), and, where clips or a project are named, window.png and window-200.png
# of the real program on them, with the registered models.
# Needs a build in build/release and the packages xvfb and xauth; for the real program also xdotool and imagemagick.
set -euo pipefail

# Runs inside Xvfb: PICTURE WIDTH HEIGHT CLIP…, the program on the clips once its analysis has had time to end.
if [ "$1" = --photograph ]; then
    picture=$2 width=$3 height=$4
    shift 4
    build/release/app/window/tagscope "$@" &
    program=$!
    sleep "${SECONDS_TO_WAIT:-15}"
    window=$(xdotool search --onlyvisible --pid "$program" | tail -n 1)
    xdotool windowmove "$window" 0 0 windowsize "$window" "$width" "$height"
    sleep 2
    import -window root "$picture"
    kill "$program"
    wait "$program" || true
    exit 0
fi

directory=$(realpath -m "$1")
shift
if [ "${1:-}" = --panels ]; then
    mkdir -p "$directory"
    xvfb-run -a -s "-screen 0 1700x1100x24" \
        "$(dirname "$0")/../build/release/tests/ui/photographs" "$directory" "$(realpath "$2")"
    for picture in clip why mapping fusion audit-pictures; do
        convert "$directory/$picture.png" -resize 1200x -dither None -colors 220 -define png:compression-level=9 \
            "$directory/readme-$picture.png"
    done
    ls "$directory"
    exit 0
fi
clips=()
for clip in "$@"; do
    clips+=("$(realpath "$clip")")
done
cd "$(dirname "$0")/.."
mkdir -p "$directory"

mkdir -p "$directory/200" "$directory/de"
xvfb-run -a -s "-screen 0 1600x1200x24" build/release/tests/ui/screenshots "$directory"
QT_SCALE_FACTOR=2 xvfb-run -a -s "-screen 0 3200x2400x24" build/release/tests/ui/screenshots "$directory/200"
xvfb-run -a -s "-screen 0 1600x1200x24" build/release/tests/ui/screenshots --language de "$directory/de"
if [ ${#clips[@]} -gt 0 ]; then
    xvfb-run -a -s "-screen 0 1400x860x24" tests/screenshots.sh --photograph "$directory/window.png" 1400 860 "${clips[@]}"
    QT_SCALE_FACTOR=2 xvfb-run -a -s "-screen 0 2560x1600x24" \
        tests/screenshots.sh --photograph "$directory/window-200.png" 2560 1600 "${clips[@]}"
fi
ls "$directory"
