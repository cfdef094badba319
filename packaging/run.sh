#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: packaging/run.sh [FILE…]: sets up, builds and starts Tagscope on the files named, or on a demo project that is
# made in build/demo: clips of drawn streets with synthesised sounds, labelled as carelessly as real ones.
set -euo pipefail

files=()
for file in "$@"; do
    files+=("$(realpath "$file")")
done
cd "$(dirname "$0")/.."

packaging/setup.sh
packaging/build.sh tagscope tagscope-cli
program=$(cat build/release/packaging/tagscope.path)
commandLine=$(cat build/release/packaging/tagscope-cli.path)

demo=$PWD/build/demo
if [ ${#files[@]} -eq 0 ]; then
    inWindow=(--demo "$demo")
    withoutWindow=(demo "$demo")
else
    inWindow=("${files[@]}")
    withoutWindow=(tag "${files[@]}")
fi

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    cat >&2 <<TEXT
Tagscope is built, but there is no display here to show its window on. Either
  run this command again in a terminal on a desktop, or over ssh -X, or
  use the command line, which needs none:
    ${commandLine@Q} ${withoutWindow[*]@Q}
TEXT
    exit 1
fi
exec "$program" "${inWindow[@]}"
