#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# As git's pre-commit hook: refuses staged sources that clang-format 14 would lay out otherwise, and files without their
# licence line. To enable it in a clone: ln -s ../../packaging/format-hook.sh .git/hooks/pre-commit
set -euo pipefail
cd "$(git rev-parse --show-toplevel)"

formatter=$(command -v clang-format-14 || command -v clang-format || true)
if [ -n "$formatter" ] && ! "$formatter" --version | grep -q 'version 14\.'; then
    formatter= # other versions lay some lines out differently
fi
[ -n "$formatter" ] || echo "format-hook: clang-format 14 is not there; the layout is not checked" >&2

status=0
# What is staged counts, not what lies in the working tree.
while IFS= read -r -d '' file; do
    case $file in
        *.h | *.cpp | *.def | *.cmake | *.sh | *.py | CMakeLists.txt | */CMakeLists.txt) ;;
        *) continue ;;
    esac
    if ! git show ":$file" | head -n 3 | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later$'; then
        echo "$file: the first lines name no licence: SPDX-License-Identifier: GPL-3.0-or-later" >&2
        status=1
    fi
    case $file in
        *.h | *.cpp)
            if [ -n "$formatter" ] &&
                ! git show ":$file" | "$formatter" --assume-filename="$file" | cmp -s - <(git show ":$file"); then
                echo "$file: run clang-format -i $file, and stage it again" >&2
                status=1
            fi
            ;;
    esac
done < <(git diff --cached --name-only --diff-filter=ACMR -z)
exit "$status"
