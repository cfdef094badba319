#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Computes a project's features, video probabilities and predictions with Slurm: an array of PARTS tasks for each stage,
# each followed by its merge, where all tasks before it ended well. See README.md.
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: submit.sh PROJECT PARTS [--stages LIST] [--run NAME] [-- SBATCH OPTIONS…]

  --stages LIST  of features, video, predict; default: features,video
  --run NAME     predict: the training run whose network is used

What follows -- goes to every array, such as --partition=short --account=me.
TAGSCOPE_CLI names the program where tagscope-cli is not in the path.
TEXT
}

[ $# -ge 2 ] || { usage >&2; exit 2; }
case $1 in -*) usage >&2; exit 2 ;; esac
project=$(realpath "$1")
parts=$2
shift 2
stages=features,video run=
while [ $# -gt 0 ]; do
    case $1 in
        --stages) stages=$2; shift 2 ;;
        --run) run=$2; shift 2 ;;
        --) shift; break ;;
        *) usage >&2; exit 2 ;;
    esac
done
case $parts in '' | *[!0-9]* | 0*) echo "PARTS is a number, not $parts." >&2; exit 2 ;; esac
case ,$stages, in
    *,predict,*) [ -n "$run" ] || { echo "predict needs --run NAME." >&2; exit 2; } ;;
esac
here=$(cd "$(dirname "$0")" && pwd)

# The workers read a copy that nobody changes; what the project has by now is what they see.
snapshot=${project%.tagscope}-$(date -u +%Y%m%dT%H%M%S)-$$.snapshot.tagscope
"${TAGSCOPE_CLI:-tagscope-cli}" project snapshot "$project" "$snapshot"
export TAGSCOPE_PROJECT=$project TAGSCOPE_SNAPSHOT=$snapshot TAGSCOPE_PARTS=$parts TAGSCOPE_RUN=$run
logs=${project%.tagscope}.data/jobs
mkdir -p "$logs"

# Only one program at a time may write the project, so that merges follow each other.
before='' features=''
for stage in ${stages//,/ }; do
    [ -r "$here/$stage.sbatch" ] || { echo "There is no stage $stage." >&2; exit 2; }
    needs=()
    [ "$stage" != predict ] || [ -z "$features" ] || needs=(--dependency="afterok:$features")
    array=$(sbatch --parsable --array="1-$parts" --output="$logs/$stage-%A-%a.log" --kill-on-invalid-dep=yes \
        "${needs[@]}" "$@" "$here/$stage.sbatch")
    after=afterok:${array%%;*}
    [ -z "$before" ] || after+=,afterany:$before
    merge=$(sbatch --parsable --dependency="$after" --kill-on-invalid-dep=yes --output="$logs/$stage-merge-%j.log" \
        "$@" "$here/merge.sbatch" "$stage")
    before=${merge%%;*}
    [ "$stage" != features ] || features=$before
    echo "$stage: array ${array%%;*} of $parts, merge ${merge%%;*}"
done
echo "Logs: $logs. When all is done: rm $snapshot"
