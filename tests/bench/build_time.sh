#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tests/bench/build_time.sh [programs|all|touch|header]…: how long building takes, without a compiler cache and in
# a directory of its own. Without arguments all of it, more than an hour on two cores, most of it for touch and header,
# which first build everything a source at a time:
#   programs  both programs from nothing, as packaging/run.sh builds them
#   all       everything from nothing, and running the tests, as packaging/test.sh does
#   touch     one .cpp of ui/ changed: building and running its test (preset single)
#   header    core/network/crnn.h changed: how many files are compiled anew (preset single)
set -euo pipefail
cd "$(dirname "$0")/../.."
export CCACHE_DISABLE=1

parts=("$@")
[ $# -gt 0 ] || parts=(programs all touch header)
work=$(mktemp -d "${TMPDIR:-/tmp}/tagscope-build-time-XXXXXX")
trap 'rm -rf "$work"' EXIT
echo "on $(nproc) cores, $(c++ --version | head -n 1)"

configure() { # PRESET DIRECTORY
    cmake --preset "$1" -B "$2" >"$2.log" 2>&1
}

build() { # DIRECTORY …; a job a core, as packaging/build.sh
    cmake --build "$1" --parallel "$(nproc)" "${@:2}"
}

timed() { # WHAT COMMAND…
    local what=$1 start=$EPOCHREALTIME
    shift
    "$@" >"$work/log" 2>&1 || { tail -n 30 "$work/log" >&2; exit 1; }
    awk -v what="$what" -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN {printf "%-60s %7.1f s\n", what, b - a}'
}

single() {
    [ -d "$work/single" ] && return
    configure single "$work/single"
    timed "preset single: all" build "$work/single"
}

for part in "${parts[@]}"; do
    case $part in
        programs)
            timed "preset release: configure" configure release "$work/programs"
            timed "preset release: tagscope tagscope-cli" build "$work/programs" --target tagscope tagscope-cli
            ;;
        all)
            configure release "$work/all"
            timed "preset release: all" build "$work/all"
            timed "ctest" env QT_QPA_PLATFORM=offscreen OMP_NUM_THREADS=1 LC_ALL=C.UTF-8 \
                ctest --test-dir "$work/all" --timeout 300 -j "$(nproc)"
            ;;
        touch)
            single
            touch ui/fusion/flip_list_model.cpp
            timed "one .cpp of ui/: build, link, test" bash -c \
                "cmake --build '$work/single' --target tests_ui && QT_QPA_PLATFORM=offscreen '$work/single/tests/ui/tests_ui' tst_fusion"
            ;;
        header)
            single
            touch core/network/crnn.h
            printf '%-60s %7d\n' "core/network/crnn.h: files compiled anew" \
                "$(ninja -C "$work/single" -n | grep -c 'Building CXX object')"
            ;;
        *)
            sed -n '3,10s/^# //p' "$0" >&2
            exit 2
            ;;
    esac
done
