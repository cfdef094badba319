#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: packaging/tidy.sh [FILE…]: runs clang-tidy, as .clang-tidy says, over our sources or over the files named.
# Needs clang-tidy and a build in build/release, whose compile database it reads. Files that include torch are left
# out: clang 14 cannot compile torch 1.13's headers as C++20.
set -euo pipefail
cd "$(dirname "$0")/.."

database=build/release/compile_commands.json
if ! command -v clang-tidy >/dev/null; then
    echo "clang-tidy is not installed (Debian: clang-tidy)" >&2
    exit 1
fi
if [ ! -r "$database" ]; then
    echo "There is no $database yet: run packaging/build.sh first" >&2
    exit 1
fi

candidates=("$@")
if [ $# -eq 0 ]; then
    mapfile -t candidates < <(sed -n "s|^ *\"file\": \"$PWD/\(\(app\|core\|tests\|ui\)/.*\.cpp\)\".*|\1|p" "$database" | sort -u)
fi
sources=()
for source in "${candidates[@]}"; do
    if grep -qE '^[[:space:]]*#[[:space:]]*include[[:space:]]*[<"](torch|ATen|c10)/' "$source"; then
        echo "left out, includes torch: $source"
    else
        sources+=("$source")
    fi
done
if [ ${#sources[@]} -eq 0 ]; then
    echo "Nothing to look at" >&2
    exit 1
fi
echo "clang-tidy over ${#sources[@]} files"
printf '%s\0' "${sources[@]}" |
    xargs -0 -n 1 -P "$(nproc)" clang-tidy --quiet -p build/release --extra-arg=-Wno-unknown-warning-option
