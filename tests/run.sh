#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Builds everything and runs all tests under ASan and UBSan, without a display. Arguments go to ctest.
# ROLLBOOK_PRESET chooses another preset: tsan, optimised (those of the release), or dev (source by source).
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
preset=${ROLLBOOK_PRESET:-tests}
"$top/app/packages.sh" build run test
cd "$top"
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset"
exec ctest --preset "$preset" -j2 "$@"
