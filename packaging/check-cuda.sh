#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: packaging/check-cuda.sh [ROOT]: in a new Debian 13 root, builds the command line against LibTorch without CUDA, puts the
# one with CUDA in its place as packaging/setup.sh --cuda does, and looks whether the program starts without a driver, says so
# to --device cuda, and takes the processor for --device auto. No GPU is needed, nor NVIDIA's cuDNN: a library of its name is
# made whose functions all end the program. Needs root, debootstrap, a network and 15 GB; ROOT, a folder that is there already,
# saves the first minutes and is kept.
set -euo pipefail

source=$(realpath "$(dirname "$0")/..")
root=${1:-}
isOurs=no
if [ -z "$root" ]; then
    root=$(mktemp -d)
    isOurs=yes
fi
cleanUp() {
    for place in proc source; do mountpoint -q "$root/$place" && umount "$root/$place"; done
    if [ $isOurs = yes ]; then rm -rf --one-file-system "$root"; fi
}
trap cleanUp EXIT
[ -e "$root/usr/bin/dpkg" ] || debootstrap --variant=minbase --components=main,contrib trixie "$root" >"$root.log" 2>&1
mkdir -p "$root/source" "$root/build"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
mountpoint -q "$root/source" || mount --bind -o ro "$source" "$root/source"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

inside apt-get update -qq
inside /source/packaging/setup.sh >"$root/tmp/setup.log" 2>&1 || { tail "$root/tmp/setup.log"; exit 1; }
inside cmake -S /source -B /build -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_UNITY_BUILD=ON -DTAGSCOPE_UI=OFF >/dev/null
inside cmake --build /build --target tagscope-cli
cli=/build/app/cli/tagscope-cli
inside $cli --version
inside $cli demo /tmp/demo --clips 6,3,3 --no-analysis --quiet >/dev/null

# The status that is wanted, and words of what is said.
expect() {
    local status=0 wanted=$1 words=$2 said
    shift 2
    said=$(inside "$@" 2>&1) || status=$?
    if [ "$status" -ne "$wanted" ] || ! grep -q -- "$words" <<<"$said"; then
        printf 'Not as it should be: %s\nended with %s, not %s, and does not say "%s":\n%s\n' "$*" "$status" "$wanted" "$words" "$said"
        exit 1
    fi
    echo "As it should be ($status): $*"
}
train=("$cli" train /tmp/demo/demo.tagscope --epochs 1 --batch-size 4 --channels '4,4,4' --gru-units 4 --quiet)
expect 1 "this LibTorch has no CUDA" "${train[@]}" --device cuda

inside /source/packaging/setup.sh --cuda >"$root/tmp/cuda.log" 2>&1 || { tail "$root/tmp/cuda.log"; exit 1; }
# cuDNN's place: what the libraries miss, as functions that end the program. Only a GPU would call one.
inside sh -c '
    set -e
    cd /tmp
    for library in /usr/lib/x86_64-linux-gnu/libtorch_cuda*.so*; do nm -D --undefined-only "$library"; done |
        grep -o "cudnn[A-Za-z0-9_]*" | sort -u | sed "s/.*/void &(void) { __builtin_trap(); }/" >cudnn.c
    for name in $(ldd /usr/lib/x86_64-linux-gnu/libtorch_cuda*.so* | sed -n "s/^\s*\(libcudnn[^ ]*\) => not found/\1/p" | sort -u); do
        gcc -w -shared -fPIC -Wl,-soname,"$name" cudnn.c -o /usr/local/lib/"$name"
    done
    ldconfig'
expect 0 "" "$cli" --version
expect 1 "finds no GPU" "${train[@]}" --device cuda
expect 0 "the processor" "$cli" train /tmp/demo/demo.tagscope --epochs 1 --batch-size 4 --channels 4,4,4 --gru-units 4 --device auto
expect 1 "finds no GPU" "$cli" predict /tmp/demo/demo.tagscope --run run-1 --device cuda
echo "All of it is as it should be."
