#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: packaging/guide.sh DIR: writes the user guide as HTML pages, DIR/en and DIR/de with an index each, and its pictures.
# Needs cmark-gfm.
set -euo pipefail

guide=$(realpath "$(dirname "$0")/../resources/guide")
out=$(realpath -m "$1")

page() { # LANGUAGE TITLE <body
    cat <<HTML
<!DOCTYPE html>
<html lang="$1">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>$2 – Tagscope</title>
<style>
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif; }
pre { padding: .7rem 1rem; overflow-x: auto; background: color-mix(in srgb, currentColor 8%, transparent); }
code { font-size: .92em; }
img { max-width: 100%; }
td, th { padding: .2rem .8rem .2rem 0; text-align: left; }
</style>
</head>
<body>
$(cat)
</body>
</html>
HTML
}

titleOf() { sed -n '1s/^# //p' "$1"; }

for language in en de; do
    mkdir -p "$out/$language"
    for chapter in "$guide/$language"/*.md; do
        # Nothing in it is HTML of its own, so that what cmark-gfm writes is safe; links lead to the other pages.
        { cmark-gfm --extension table "$chapter"; echo '<p><a href="index.html">Tagscope</a></p>'; } |
            sed -E 's/(href="[0-9a-z-]+)\.md"/\1.html"/g' |
            page "$language" "$(titleOf "$chapter")" >"$out/$language/$(basename "$chapter" .md).html"
    done
    {
        echo '<h1>Tagscope</h1><ul>'
        for chapter in "$guide/$language"/*.md; do
            echo "<li><a href=\"$(basename "$chapter" .md).html\">$(titleOf "$chapter")</a></li>"
        done
        echo '</ul>'
    } | page "$language" Tagscope >"$out/$language/index.html"
done
mkdir -p "$out/pictures"
cp "$guide"/pictures/*.png "$out/pictures/" 2>/dev/null || true
