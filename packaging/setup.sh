#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian packages that building Tagscope needs, and only those that are missing. See --help.
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: packaging/setup.sh [--tests] [--deb] [--list]
       packaging/setup.sh --cuda [--list]

Installs what building and running Tagscope needs on Debian 12 or 13, with apt.
Packages that are there already are left alone. Needs root, or sudo.

  --tests  also what only the tests need
  --deb    also what only making the Debian package needs
  --list   print the names of the packages and install nothing
  --cuda   Debian 13 only: puts the LibTorch with CUDA (contrib) in the place of the
           one without, for programs that are built already; see what it says
TEXT
}

tests=no deb=no list=no cuda=no
for argument in "$@"; do
    case $argument in
        --tests) tests=yes ;;
        --deb) deb=yes ;;
        --list) list=yes ;;
        --cuda) cuda=yes ;;
        -h | --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
done

if ! command -v dpkg-query >/dev/null; then
    echo "This script knows Debian's packages only. packaging/setup.sh holds their names; find yours by them." >&2
    exit 1
fi

release=unknown
# shellcheck source=/dev/null
[ -r /etc/os-release ] && release=$(. /etc/os-release && echo "${ID:-}-${VERSION_ID:-}")

if [ "$cuda" = yes ]; then
    if [ "$release" != debian-13 ]; then
        cat >&2 <<TEXT
This is $release, and only Debian 13 has a LibTorch with CUDA. Elsewhere take one from pytorch.org and build against it:
  cmake --preset release -DTorch_DIR=/where/it/is/share/cmake/Torch
TEXT
        exit 1
    fi
    cat >&2 <<'TEXT'
libtorch-cuda-2.6 takes the place of libtorch2.6: the same library, built with CUDA. Nothing is built again, and without a
GPU it computes on the processor as before. It wants
  - Debian's section "contrib" in /etc/apt/sources.list.d/debian.sources,
  - NVIDIA's driver (nvidia-driver, section "non-free"), for a GPU to be found,
  - NVIDIA's cuDNN, which Debian may not give away. Its installer, nvidia-cudnn (contrib), asks you whether you take NVIDIA's
    licence. This script does not answer for you: run it yourself, apt-get install nvidia-cudnn.
Go back with: apt-get install libtorch2.6
TEXT
fi

packages=(
    # Tools.
    g++ cmake ninja-build ccache mold pkg-config
    # core and the command line: results, JSON, options, log, hashes, downloads, archives, CSV, texts, FFT, linear algebra.
    libexpected-dev nlohmann-json3-dev libcli11-dev libspdlog-dev
    libssl-dev libcurl4-openssl-dev libzip-dev libcsv-dev libpugixml-dev libicu-dev libfftw3-dev libeigen3-dev
    # core/project.
    libsqlitecpp-dev
    # core/network and core/training.
    libtorch-dev
    # core/media and core/vision.
    libavfilter-dev libavformat-dev libavcodec-dev libavutil-dev libswresample-dev libswscale-dev
    libseccomp-dev # walls around the decoder
    libopencv-core-dev libopencv-dnn-dev libopencv-imgproc-dev # libopencv-dev would bring a gigabyte more
    # The window.
    libpulse-dev # asks the sound server for its present default
    libxkbcommon-dev libxkbcommon-x11-dev # what the keys of the layout say
    qt6-base-dev qt6-charts-dev qt6-multimedia-dev qt6-svg-dev libqcustomplot-dev
    # Its texts in other languages.
    qt6-tools-dev qt6-l10n-tools
)
case $release in
    debian-12) packages+=(libqt6opengl6-dev) ;; # Debian 13 has it inside qt6-base-dev
    debian-13) ;;
    *) echo "This is neither Debian 12 nor Debian 13 but $release: trying the names of Debian 13." >&2 ;;
esac
if [ "$tests" = yes ]; then
    packages+=(xvfb xauth fonts-dejavu-core ffmpeg) # ffmpeg makes files for them to read
    packages+=(parallel) # as the recipe for clusters says
    packages+=(pulseaudio pulseaudio-utils) # a sound server of their own, which nobody hears
    packages+=(pipewire pipewire-pulse wireplumber dbus-daemon) # and the other one
    packages+=(xdotool) # presses the keys of tests/whole_path.sh and the guide's pictures
    packages+=(appstream desktop-file-utils shared-mime-info libglib2.0-bin) # judge what the package tells a desktop
fi
if [ "$deb" = yes ]; then
    packages+=(dpkg-dev file) # they find out what the programs depend on
    packages+=(cmark-gfm)     # makes the guide into HTML
fi

if [ "$cuda" = yes ]; then
    packages=(libtorch-cuda-2.6)
fi

if [ "$list" = yes ]; then
    printf '%s\n' "${packages[@]}"
    exit 0
fi

missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
    echo "All ${#packages[@]} packages are installed."
    exit 0
fi

echo "Installing ${#missing[@]} of ${#packages[@]} packages: ${missing[*]}"
asRoot=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "That needs root, and there is no sudo here. As root, run:" >&2
        echo "  apt-get update && apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    asRoot=(sudo)
fi
# env, because sudo does not pass the variable on.
apt=("${asRoot[@]}" env DEBIAN_FRONTEND=noninteractive apt-get)
"${apt[@]}" update
"${apt[@]}" install -y --no-install-recommends "${missing[@]}"
