#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tests/device/run.sh BUILD [DEVICE] [CLIPS]: all that wants a GPU, in under ten minutes, with the programs in BUILD/ and a
# LibTorch with CUDA in the loader's way. DEVICE: cuda by default; "cpu" tries the script itself. CLIPS: of the epoch, 51,172 by
# default. Prints a table; ends with 1 where something is not as it should be. Needs python3, nothing else, and no network.
set -euo pipefail

build=$(realpath "${1:?Usage: tests/device/run.sh BUILD [DEVICE] [CLIPS]}")
device=${2:-cuda}
clips=${3:-51172}
cli=$build/app/cli/tagscope-cli
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export XDG_CACHE_HOME=$place/cache XDG_DATA_HOME=$place/data XDG_STATE_HOME=$place/state LC_ALL=C.UTF-8
failed=0

row() { printf '| %-44s | %-10s | %s\n' "$1" "$2" "$3"; }
fault() { row "$1" FAILED "$2"; failed=1; }
seconds() { date +%s.%N; }
since() { python3 -c "import time, sys; print(f'{time.time() - float(sys.argv[1]):.1f} s')" "$1"; }

row what result figure
if [ "$device" != cpu ]; then
    row device there "$(nvidia-smi --query-gpu=name,memory.total --format=csv,noheader 2>/dev/null | head -n 1 || true)"
fi

"$cli" demo "$place/demo" --clips 24,8,8 --no-analysis --quiet >"$place/demo.log" 2>&1
project=$place/demo/demo.tagscope
"$cli" features "$project" --quiet >"$place/features.log" 2>&1

# The same seed on both: the losses may differ by rounding alone. Ten epochs of six batches are sixty steps.
trainOn() { # NAME DEVICE MORE…
    local name=$1 where=$2
    shift 2
    "$cli" train "$project" --run "$name" --device "$where" --epochs 10 --batch-size 4 --dropout 0 --seed 3 --json --quiet \
        --recipe paper "$@" 2>"$place/$name.log" >"$place/$name.json"
}
begin=$(seconds)
if trainOn there "$device" && trainOn here cpu; then
    if far=$(python3 - "$place/here.json" "$place/there.json" <<'PY'
import json, sys
here, there = (json.load(open(name))["epochs"] for name in sys.argv[1:])
far = max(abs(a[key] - b[key]) / max(abs(a[key]), 1e-6)
          for a, b in zip(here, there) for key in ("training_loss", "validation_loss"))
print(f"losses differ by {far:.1e} at most")
sys.exit(0 if len(here) == len(there) == 10 and far < 1e-3 else 1)
PY
    ); then row "60 steps as on the processor" "$(since "$begin")" "$far"; else fault "60 steps as on the processor" "$far"; fi
else
    fault "60 steps as on the processor" "$(tail -n 1 "$place/there.log")"
fi

# One network on both: activations of all clips.
activations=$place/demo/demo.data/runs/here/activations.npy
"$cli" predict "$project" --run here --device cpu --quiet >/dev/null && cp "$activations" "$place/here.npy"
begin=$(seconds)
if "$cli" predict "$project" --run here --device "$device" --quiet >/dev/null 2>"$place/predict.log"; then
    if far=$(python3 - "$place/here.npy" "$activations" <<'PY'
import struct, sys
def values(name):
    data = open(name, "rb").read()
    start = 10 + struct.unpack("<H", data[8:10])[0]
    return struct.unpack(f"<{(len(data) - start) // 2}e", data[start:])
here, there = (values(name) for name in sys.argv[1:])
far = max(abs(a - b) for a, b in zip(here, there))
print(f"{len(here)} activations differ by {far:.1e} at most")
sys.exit(0 if here and len(here) == len(there) and far < 2e-3 else 1)
PY
    ); then row "prediction as on the processor" "$(since "$begin")" "$far"; else fault "prediction as on the processor" "$far"; fi
else
    fault "prediction as on the processor" "$(tail -n 1 "$place/predict.log")"
fi

# Killed in the middle and gone on with: as if it had not been.
"$cli" train "$project" --run killed --device "$device" --epochs 10 --batch-size 4 --dropout 0 --seed 3 --recipe paper \
    --checkpoint-batches 2 --quiet >/dev/null 2>&1 &
program=$!
for _ in $(seq 600); do # until there is something to go on from
    [ -e "$place/demo/demo.data/runs/killed/checkpoint.safetensors" ] && break
    sleep 0.2
done
kill -9 $program 2>/dev/null || true
wait $program 2>/dev/null || true
if "$cli" train "$project" --run killed --resume --device "$device" --epochs 10 --json --quiet \
    2>"$place/killed.log" >"$place/killed.json" &&
    far=$(python3 - "$place/there.json" "$place/killed.json" <<'PY'
import json, sys
whole, killed = (json.load(open(name))["epochs"] for name in sys.argv[1:])
far = abs(whole[-1]["validation_loss"] - killed[-1]["validation_loss"])
print(f"last loss differs by {far:.1e}")
sys.exit(0 if far < 1e-4 else 1)
PY
    ); then row "killed and gone on with" "done" "$far"; else fault "killed and gone on with" "$(tail -n 1 "$place/killed.log")"; fi

# An epoch of made-up clips of the paper's size, and what more clips at once than fit come to.
bench=$build/tests/bench/bench_training
if [ -x "$bench" ]; then
    batches=$(((clips + 94) / 95))
    "$bench" 8 "$batches" 95 "$device" | while IFS= read -r line; do row "epoch of $clips clips" "done" "$line"; done
    if figure=$("$bench" 8 2 8192 "$device" 2>&1 | tail -n 1) && [[ $figure != *"out of memory"* ]]; then
        row "8,192 clips in a batch" "done" "$figure"
    else
        fault "8,192 clips in a batch" "$figure"
    fi
else
    row "epoch of $clips clips" "not tried" "bench_training is not built"
fi

if [ "$device" != cpu ]; then
    if "$cli" train "$project" --run none --device cuda:99 --epochs 1 >"$place/none.log" 2>&1; then
        fault "a device that is not there" "was taken"
    else
        row "a device that is not there" refused "$(tail -n 1 "$place/none.log")"
    fi
fi
exit $failed
