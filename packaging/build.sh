#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: packaging/build.sh [TARGET…]: configures build/release and builds all of it, or the targets named.
set -euo pipefail
cd "$(dirname "$0")/.."

# One job a core, but no more than memory allows: the heaviest files take 1.4 GiB each.
buildJobs() {
    local cores memoryKiB limit jobs
    cores=$(nproc)
    memoryKiB=$(awk '/^MemTotal:/ {print $2}' /proc/meminfo)
    if limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null) && [ "$limit" != max ]; then
        limit=$((limit / 1024))
        if [ "$limit" -lt "$memoryKiB" ]; then memoryKiB=$limit; fi
    fi
    jobs=$((memoryKiB / (2 * 1024 * 1024)))
    if [ "$jobs" -gt "$cores" ]; then jobs=$cores; fi
    if [ "$jobs" -lt 1 ]; then jobs=1; fi
    echo "$jobs"
}

cmake --preset release
if [ $# -gt 0 ]; then
    set -- --target "$@"
fi
cmake --build --preset release --parallel "$(buildJobs)" "$@"
