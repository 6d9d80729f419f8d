#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# tests/chaos.sh ROUNDS [SEED]: as often, kills the release in a run of 2 000 rows at a random instant, goes on with
# it and compares it row by row with an undisturbed one; in one round of three while a colleague
# registers students in the same course. `runs verify` has to agree after the kill and at the end.
# Prints the seed of each round; ends 1 at the first difference. With that SEED it does the same again.
set -eu
rounds=${1:?"usage: tests/chaos.sh ROUNDS [SEED]"}
top=$(cd "$(dirname "$0")/.." && pwd)
"$top/app/packages.sh" build run test
cd "$top"
cmake --preset optimised >/dev/null
cmake --build --preset optimised --target tst_killedrun >&2
# Such a test may take longer than Qt lets one.
QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 QTEST_FUNCTION_TIMEOUT=2147483647 \
    ROLLBOOK_CHAOS_ROUNDS=$rounds ROLLBOOK_CHAOS_SEED=${2:-} \
    exec build/release/bin/tst_killedrun randomInstants
