#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tests/packaging/check.sh desktop|metainfo|mime FILE…: whether the desktop's own tools accept what the package
# installs. Ends with 77, skipped, where such a tool is missing: packaging/setup.sh --tests installs them.
set -euo pipefail

need() {
    command -v "$1" >/dev/null && return
    echo "SKIP: $1 is not installed"
    exit 77
}

# Update in a folder of its own, and ask what a project is: by its name, and by its contents under another name.
mime() {
    need update-mime-database
    need gio
    local folder
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' RETURN
    mkdir -p "$folder/share/mime/packages"
    cp "$1" "$folder/share/mime/packages/tagscope.xml"
    cp /usr/share/mime/packages/freedesktop.org.xml "$folder/share/mime/packages/"
    XDG_DATA_DIRS=$folder/share update-mime-database "$folder/share/mime" 2>&1 | tee "$folder/log"
    if [ -s "$folder/log" ]; then return 1; fi
    echo x >"$folder/named.tagscope"
    { printf 'SQLite format 3\0'; head -c 52 /dev/zero; printf 'Tgsc'; head -c 28 /dev/zero; } >"$folder/nameless"
    { printf 'SQLite format 3\0'; head -c 84 /dev/zero; } >"$folder/database"
    expect "$folder/named.tagscope" application/x-tagscope-project
    expect "$folder/nameless" application/x-tagscope-project
    expect "$folder/database" application/vnd.sqlite3
}

expect() {
    local found
    found=$(XDG_DATA_HOME=$folder/none XDG_DATA_DIRS=$folder/share gio info -a standard::content-type "$1" |
        sed -n 's/^ *standard::content-type: //p')
    [ "$found" = "$2" ] && return
    echo "$(basename "$1") is taken for $found, not for $2"
    return 1
}

case $1 in
    desktop)
        need desktop-file-validate
        # It ends with 0 whatever it only hints at.
        found=$(desktop-file-validate "$2" 2>&1 || true)
        [ -z "$found" ] || { echo "$found"; exit 1; }
        ;;
    metainfo)
        need appstreamcli
        shift
        for file in "$@"; do appstreamcli validate --no-net "$file"; done
        ;;
    mime) mime "$2" ;;
    *) exit 2 ;;
esac
