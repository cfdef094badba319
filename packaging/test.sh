#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up, builds and runs all tests. The last line says how many passed, failed and were skipped, as ctest counted
# them; the exit status is ctest's.
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/setup.sh --tests
packaging/build.sh

log=build/release/ctest.log
status=0
# The preset prints the output of the tests that fail.
LC_ALL=C ctest --preset release --parallel "$(nproc)" 2>&1 | tee "$log" || status=${PIPESTATUS[0]}

# A test program passes even where some of its functions skipped themselves: name them.
own=$(sed -n 's/^SKIP *: //p' build/release/Testing/Temporary/LastTest.log 2>/dev/null || true)
if [ -n "$own" ]; then
    printf '\nSkipped inside test programs:\n%s\n' "$own"
fi

# "97% tests passed, 1 tests failed out of 34" counts skipped tests as passed; they are listed below it.
summary='^[0-9]*% tests passed, \([0-9]*\) tests\{0,1\} failed out of \([0-9]*\)$'
failed=$(sed -n "s/$summary/\1/p" "$log")
total=$(sed -n "s/$summary/\2/p" "$log")
if [ -z "$total" ]; then
    echo "ctest gave no summary; its exit status is $status" >&2
    exit $((status == 0 ? 1 : status))
fi
skipped=$(grep -cE '^[[:space:]]+[0-9]+ - .* \(Skipped\)$' "$log" || true)
echo
line="$((total - failed - skipped)) passed, $failed failed"
if [ "$skipped" -gt 0 ]; then
    line+=", $skipped skipped"
fi
echo "$line"
exit "$status"
