#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tests/guide.sh TAGSCOPE-CLI [CHAPTER.md…]: carries out what the guide tells a reader to type. The blocks ```sh of
# the chapters, all of resources/guide/en where none is named, run in their order in one new folder, as one story, with the
# program as tagscope-cli. The first command that fails ends it, with its chapter and what it printed.
set -euo pipefail

program=$(realpath "$1")
shift
chapters=("$@")
if [ ${#chapters[@]} -eq 0 ]; then
    chapters=("$(dirname "$0")"/../resources/guide/en/*.md)
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin" "$folder/work"
ln -s "$program" "$folder/bin/tagscope-cli"
# A reader's own models and results stay out of it.
for kind in DATA CACHE STATE CONFIG; do
    export "XDG_${kind}_HOME=$folder/$kind"
done
unset TAGSCOPE_MODELS TAGSCOPE_CACHE
export PATH=$folder/bin:$PATH

commands=0
for chapter in "${chapters[@]}"; do
    script=$folder/$(basename "$chapter").sh
    awk '/^```sh$/ {on = 1; next} /^```$/ {on = 0; next} on' "$chapter" >"$script"
    commands=$((commands + $(grep -c . "$script" || true)))
    if ! (cd "$folder/work" && bash -euxo pipefail "$script") >"$folder/log" 2>&1; then
        echo "$(basename "$chapter"): this did not work:"
        tail -n 30 "$folder/log"
        exit 1
    fi
    echo "$(basename "$chapter"): $(grep -c . "$script" || true) commands, ${SECONDS} s"
done
[ "$commands" -gt 0 ] || { echo "There was nothing to carry out."; exit 1; }
