#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage, as root: packaging/cluster/try-slurm.sh TAGSCOPE-CLI [PROJECT]
# Tries submit.sh under a Slurm of its own on this machine (Debian's slurm-wlm; munge, controller and node are started
# here and ended with it): eight tasks, one of them killed with -9, whose merged results are compared with those of one
# go. PROJECT is copied, has a run named "demo" with features, and media; without one the demo project is made.
set -euo pipefail

cli=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d /tmp/tagscope-slurm.XXXXXX)
started=()
finish() {
    status=$?
    for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
    wait 2>/dev/null || true
    if [ "$status" -eq 0 ]; then rm -rf "$place"; else echo "FAILED; what is left: $place" >&2; fi
}
trap finish EXIT

mkdir -p "$place"/{state,spool,munge,project}
chmod 755 "$place" "$place"/*
dd if=/dev/urandom of="$place/munge/key" bs=64 count=1 status=none
chmod 600 "$place/munge/key"
host=$(hostname -s)
cpus=$(nproc)
memory=$(awk "/MemTotal/ {print int(\$2 / 2048)}" /proc/meminfo)
cat > "$place/slurm.conf" <<TEXT
ClusterName=trial
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
SlurmctldPort=16817
SlurmdPort=16818
AuthType=auth/munge
AuthInfo=socket=$place/munge/socket
CryptoType=crypto/munge
StateSaveLocation=$place/state
SlurmdSpoolDir=$place/spool
SlurmctldPidFile=$place/slurmctld.pid
SlurmdPidFile=$place/slurmd.pid
SlurmctldLogFile=$place/slurmctld.log
SlurmdLogFile=$place/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/filetxt
JobCompLoc=$place/jobs.log
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
MinJobAge=3600
NodeName=$host NodeAddr=127.0.0.1 CPUs=$cpus RealMemory=$memory State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
TEXT
export SLURM_CONF=$place/slurm.conf

munged --foreground --force --key-file="$place/munge/key" --socket="$place/munge/socket" \
    --pid-file="$place/munge/pid" --log-file="$place/munge/log" --seed-file="$place/munge/seed" 2>/dev/null &
started+=($!)
for _ in $(seq 50); do [ -S "$place/munge/socket" ] && break; sleep 0.2; done
slurmctld -D -f "$SLURM_CONF" 2>/dev/null & started+=($!)
slurmd -D -f "$SLURM_CONF" -N "$host" 2>/dev/null & started+=($!)
for _ in $(seq 100); do [[ $(sinfo -h -o %t 2>/dev/null) == idle ]] && break; sleep 0.3; done
sinfo

if [ $# -gt 1 ]; then
    cp -a "$(dirname "$(realpath "$2")")/." "$place/project/"
    project=$place/project/$(basename "$2")
else
    "$cli" demo "$place/project" --quiet
    project=$(ls "$place"/project/*.tagscope)
fi
run=$(python3 - "$project" <<'PYTHON'
import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute("SELECT name FROM run ORDER BY id LIMIT 1").fetchone()[0])
PYTHON
)
# Scores by source and clip, and the activations' bytes.
results() {
    python3 - "$project" "$run" <<'PYTHON'
import hashlib, pathlib, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute(
    "SELECT source.branch, source.name, clip.name, hex(score.probabilities) FROM score JOIN source ON source.id = score.source "
    "JOIN clip ON clip.id = score.clip ORDER BY 1, 2, 3").fetchall()
print(len(rows), hashlib.sha256(repr(rows).encode()).hexdigest())
data = pathlib.Path(sys.argv[1]).with_suffix(".data")
for path in sorted([data / "runs" / sys.argv[2] / "activations.npy", *(data / "features").glob("*")]):
    print(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
PYTHON
}
"$cli" features "$project" --quiet >/dev/null
"$cli" video "$project" --quiet >/dev/null
"$cli" predict "$project" --run "$run" --quiet >/dev/null
results > "$place/whole.txt"
# All that the parts are to make again.
python3 - "$project" <<'PYTHON'
import sqlite3, sys
project = sqlite3.connect(sys.argv[1])
project.execute("DELETE FROM score")
project.commit()
PYTHON
rm -rf "${project%.tagscope}.data/features" "${project%.tagscope}.data/cache"

export TAGSCOPE_CLI=$cli
begun=$(date +%s)
"$here/submit.sh" "$project" 8 --stages features,video,predict --run "$run" -- --cpus-per-task=1 --mem-per-cpu=500M
killed=
while [ -n "$(squeue -h)" ]; do
    if [ -z "$killed" ]; then
        killed=$(pgrep -f -- "$cli video .* --shard 3/8" | head -1 || true)
        [ -z "$killed" ] || { sleep 0.3; kill -9 "$killed" && echo "killed the task of part 3/8 of video"; }
    fi
    [ $(($(date +%s) - begun)) -lt 3600 ] || { squeue; echo "It takes too long." >&2; exit 1; }
    sleep 0.2
done
echo "all jobs ended after $(($(date +%s) - begun)) s"
[ -n "$killed" ] || { echo "No task could be killed: the clips are too few." >&2; exit 1; }
awk '{for (i = 1; i <= NF; ++i) if ($i ~ /^(Name|JobState)=/) printf "%s ", $i; print ""}' "$place/jobs.log" | sort | uniq -c
cat "${project%.tagscope}.data/jobs"/*merge*.log
results > "$place/parts.txt"
diff "$place/whole.txt" "$place/parts.txt"
echo "The results in parts are those of one go."
