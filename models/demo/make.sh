#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: models/demo/make.sh DIRECTORY: makes the demo models anew in DIRECTORY/models, as README.md says.
# The command line program is tagscope-cli of the path, or $TAGSCOPE_CLI.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
tagscope=${TAGSCOPE_CLI:-tagscope-cli}
work=${1:?"say which directory to work in"}
mkdir -p "$work"

register() {
    "$tagscope" models import "$1" "$2" --models "$work/models" \
        --demo "made by Tagscope for its demo project, of drawn pictures and synthesised sounds; of no use elsewhere"
}

"$tagscope" --seed 1 models train-objects "$work/inception-v4-drawings.safetensors"
register inception-v4 "$work/inception-v4-drawings.safetensors"

"$tagscope" --seed 1 models init alexnet "$work/alexnet-quarter.safetensors" --width 0.25
register alexnet "$work/alexnet-quarter.safetensors"

"$tagscope" --seed 1 models make-vectors "$here/words.tsv" "$work/words.txt"
register glove "$work/words.txt"

"$tagscope" demo "$work/demo" --no-analysis
"$tagscope" features "$work/demo/demo.tagscope"
"$tagscope" train "$work/demo/demo.tagscope" --run demo --threads 1
cp "$work/demo/demo.data/runs/demo/best.safetensors" "$work/crnn-demo.safetensors"
register crnn "$work/crnn-demo.safetensors"
