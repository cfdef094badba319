# SPDX-License-Identifier: GPL-3.0-or-later
# For scripts that use the window as a person does, under Xvfb: sourced by them. Counts what a person would do.
# shellcheck shell=bash

slow=${SLOW:-1} # of the waits; more for a slow machine
clicks=0 keys=0 typed=0

# FOLDER: settings, models and results of its own, and no tour over what is photographed.
ownHome() {
    for kind in DATA CACHE STATE CONFIG; do export "XDG_${kind}_HOME=$1/$kind"; done
    export LC_ALL=C.UTF-8
    mkdir -p "$XDG_CONFIG_HOME/tagscope"
    printf '[tour]\nseen=true\n' >"$XDG_CONFIG_HOME/tagscope/tagscope.conf"
}

wait_() { sleep "$(awk "BEGIN {print $1 * $slow}")"; }

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
placeWindow() {
    local id
    id=$(windowOf Tagscope)
    xdotool windowmove "$id" 0 0 windowsize "$id" 1280 800
    xdotool windowfocus "$id"
    xdotool mousemove 640 790
}

press() {
    for key in "$@"; do
        xdotool key --clearmodifiers "$key"
        keys=$((keys + 1))
        sleep 0.3
    done
}
clickAt() {
    xdotool mousemove "$1" "$2" click 1
    clicks=$((clicks + 1))
    sleep 0.5
}
typeText() {
    xdotool type --delay 15 "$1"
    typed=$((typed + ${#1}))
    sleep 0.3
}

grab() { ffmpeg -loglevel error -y -f x11grab -video_size 1280x800 -i "$DISPLAY" -frames:v 1 "$1"; }
