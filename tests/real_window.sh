# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# Sourced by scripts that work the real window under Xvfb: what they all do with it. They set `folder` (their own, temporary)
# and `slow` (of the waits; more for a slow machine).

wait_() { sleep "$(awk "BEGIN {print $1 * $slow}")"; }
press() { for key in "$@"; do xdotool key --clearmodifiers "$key"; wait_ 0.3; done; }
say() { xdotool type --delay 30 "$1"; wait_ 0.3; }

# A person of their own, with their own settings and no tour in the way: NAME.
become() {
    local kind
    for kind in DATA CACHE STATE CONFIG; do export "XDG_${kind}_HOME=$folder/home-$1/$kind"; done
    mkdir -p "$XDG_CONFIG_HOME/tagscope"
    [ -e "$XDG_CONFIG_HOME/tagscope/tagscope.conf" ] ||
        printf '[tour]\nseen=true\n' >"$XDG_CONFIG_HOME/tagscope/tagscope.conf"
}

# PROGRAM [PROJECT]: its process in $program, its window in $id, with the keys.
open_window() {
    "$@" &
    program=$!
    for _ in $(seq 200); do
        id=$(xdotool search --onlyvisible --name Tagscope 2>/dev/null | tail -n 1) && [ -n "$id" ] && break
        sleep 0.5
    done
    xdotool windowmove "$id" 0 0 windowsize "$id" 1280 800
    xdotool windowfocus "$id"
}
close_window() {
    [ -n "$program" ] || return 0
    kill "$program" 2>/dev/null || true
    wait "$program" 2>/dev/null || true
    program=
}
