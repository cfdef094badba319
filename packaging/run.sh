#!/usr/bin/env bash
# Usage: packaging/run.sh [FILE…]: sets up, builds and starts Tagscope on the files named, or on a short film made here.
set -euo pipefail

files=()
for file in "$@"; do
    files+=("$(realpath "$file")")
done
cd "$(dirname "$0")/.."

# Four scenes of 2.5 s, and a siren from 2 to 7 s: something to look at where there is nothing else yet.
makeFilm() {
    local film=$1 scene siren
    scene=size=640x360:rate=24
    siren='if(between(t,2,7), 0.4*sin(2*PI*900*t-800*cos(PI*t)), 0.01*(random(0)-0.5))'
    mkdir -p "$(dirname "$film")"
    ffmpeg -nostdin -v error -y \
        -f lavfi -i "testsrc2=$scene:duration=2.5" -f lavfi -i "smptehdbars=$scene:duration=2.5" \
        -f lavfi -i "mandelbrot=$scene,trim=duration=2.5" -f lavfi -i "gradients=$scene:duration=2.5:seed=1" \
        -f lavfi -i "aevalsrc=exprs='$siren':sample_rate=44100:duration=10" \
        -filter_complex '[0]format=yuv420p,setsar=1[a];[1]format=yuv420p,setsar=1[b];[2]format=yuv420p,setsar=1[c];[3]format=yuv420p,setsar=1[d];[a][b][c][d]concat=n=4[v]' \
        -map '[v]' -map 4:a -c:v libx264 -pix_fmt yuv420p -c:a aac -t 10 -f mp4 "$film.part"
    mv "$film.part" "$film"
}

packaging/setup.sh
packaging/build.sh tagscope tagscope-cli
program=$(cat build/release/packaging/tagscope.path)
commandLine=$(cat build/release/packaging/tagscope-cli.path)

if [ ${#files[@]} -eq 0 ]; then
    film=$PWD/build/demo/siren.mp4
    [ -s "$film" ] || makeFilm "$film"
    files=("$film")
fi

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    cat >&2 <<TEXT
Tagscope is built, but there is no display here to show its window on. Either
  run this command again in a terminal on a desktop, or over ssh -X, or
  use the command line, which needs none:
    $commandLine tag ${files[*]@Q}
TEXT
    exit 1
fi
exec "$program" "${files[@]}"
