#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Builds Rollbook and opens it with a sample school and a sample list. Where there is no display, it
# registers that list on the command line. Arguments go to rollbook instead of the sample list.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
"$top/app/packages.sh" build run
cd "$top"
cmake --preset release >/dev/null
cmake --build --preset release >&2
cd - >/dev/null
rollbook=$top/build/release/bin/rollbook

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$rollbook" --sample "$@"
fi

# The same school, roster and course.
data=${XDG_DATA_HOME:-$HOME/.local/share}/rollbook
mkdir -p "$data"
store="sqlite:$data/Sample school.sqlite"
"$rollbook" courses import "$top/resources/sample/courses.csv" --store "$store" >&2
"$rollbook" students import "$top/resources/sample/students.csv" --store "$store" >&2
roster=$top/resources/sample/grade9-golang.csv
report=$data/grade9-golang-report.csv
echo "There is no display here, so the sample list is registered on the command line:" >&2
status=0
"$rollbook" register --roster "$roster" --course GO1 --store "$store" --report "$report" \
    --progress plain || status=$?
echo "The report lies in $report"
exit "$status"
