#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Lets libFuzzer (clang) try every target for so many minutes each, one after the other, from the corpora that are kept:
#   tests/fuzz/run.sh MINUTES [TARGET…]
# What it finds worth keeping goes to build/fuzz/found/TARGET, what broke a target to build/fuzz/crash-…; tells how many
# inputs were tried. To build it takes as long as the libraries of core without networks.
set -eu

minutes=${1:?"usage: tests/fuzz/run.sh MINUTES [TARGET…]"}
shift
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$root/build/fuzz
targets=${*:-"fuzz_tensor_file fuzz_annotations fuzz_tables fuzz_project fuzz_stored fuzz_taggers"}

CXX=clang++ CC=clang cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DTAGSCOPE_FUZZ=ON \
  -DTAGSCOPE_UI=OFF -DTAGSCOPE_WERROR=OFF -DCMAKE_UNITY_BUILD=OFF >"$build.log" 2>&1 || { tail -20 "$build.log"; exit 1; }
# shellcheck disable=SC2086 # a list of names
cmake --build "$build" --target $targets -- -j"${JOBS:-1}"

corpus() {
  case $1 in
  fuzz_tensor_file) echo "$root/tests/golden/weights" ;;
  *) echo "$root/tests/fuzz/${1#fuzz_}" ;;
  esac
}

status=0
cd "$build"
for target in $targets; do
  mkdir -p "found/$target"
  if ! "tests/fuzz/$target" -max_total_time=$((minutes * 60)) -timeout=20 -rss_limit_mb=4096 \
    -malloc_limit_mb=2048 -print_final_stats=1 "found/$target" "$(corpus "$target")" >"$target.log" 2>&1; then
    echo "$target: found something; see $build/$target.log"
    status=1
  fi
  echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$target.log") inputs"
done
exit $status
