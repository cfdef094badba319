#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: packaging/check-deb.sh FILE.deb bookworm|trixie [ROOT]: installs the package in a new Debian root, as a stranger would, and
# looks whether both programs start, the window opens a project by its file's type, and the manual and the guide are there.
# Prints minutes and gigabytes. Needs root, debootstrap and a network; ROOT, a folder that is there already, saves the first
# minutes and is kept.
set -euo pipefail

package=$(realpath "$1")
suite=$2
root=${3:-}
start=$SECONDS
isOurs=no
if [ -z "$root" ]; then
    root=$(mktemp -d)
    isOurs=yes
fi
cleanUp() {
    mountpoint -q "$root/proc" && umount "$root/proc"
    if [ $isOurs = yes ]; then rm -rf --one-file-system "$root"; fi
}
trap cleanUp EXIT
[ -e "$root/usr/bin/dpkg" ] || debootstrap --variant=minbase "$suite" "$root" >"$root.log" 2>&1
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc" # programs find themselves by it
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
gigabytes() { du -sx --block-size=1M "$root" | awk '{printf "%.1f GB", $1 / 1024}'; }
echo "A bare $suite: $(gigabytes), $((SECONDS - start)) s"

cp "$package" "$root/tmp/tagscope.deb"
mkdir -p "$root/etc/dpkg/dpkg.cfg.d"
inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends /tmp/tagscope.deb >"$root/tmp/install.log" 2>&1 ||
    { tail -n 20 "$root/tmp/install.log"; exit 1; }
echo "With Tagscope: $(gigabytes), $((SECONDS - start)) s"
if inside sh -c 'command -v g++ cmake'; then
    echo "The package brought a compiler with it."
    exit 1
fi
# A desktop has these; a bare root does not.
inside apt-get install -y -qq --no-install-recommends xvfb xauth xdotool shared-mime-info desktop-file-utils libglib2.0-bin \
    >"$root/tmp/desktop.log" 2>&1

inside tagscope-cli --version
inside tagscope --version
inside tagscope-cli demo /tmp/demo --clips 10,5,5 --quiet >"$root/tmp/demo.log"
type=$(inside gio info -a standard::content-type /tmp/demo/demo.tagscope | sed -n 's/^ *standard::content-type: //p')
opener=$(inside gio mime application/x-tagscope-project | grep -m 1 desktop || true)
echo "A project is $type; ${opener:-nothing opens it}"
[ "$type" = application/x-tagscope-project ] && [[ $opener == *org.tagscope.Tagscope.desktop* ]]
for file in share/man/man1/tagscope-cli.1 share/tagscope/resources/guide/en/01-first-clip.md; do
    inside test -e "/usr/$file" || { echo "/usr/$file is missing"; exit 1; }
done

# The window, until it is seen.
cat >"$root/tmp/window.sh" <<'TEXT'
tagscope /tmp/demo/demo.tagscope & program=$!
for i in $(seq 60); do
    sleep 1
    name=$(xdotool search --onlyvisible --name demo getwindowname 2>/dev/null | head -n 1)
    [ -n "$name" ] && break
done
kill $program; wait $program
echo "The window: ${name:-did not come}"
[ -n "$name" ]
TEXT
inside xvfb-run -a -s "-screen 0 1280x800x24" sh /tmp/window.sh 2>/dev/null
echo "All of it: $((SECONDS - start)) s"
