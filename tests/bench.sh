#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the benchmarks and prints their table of ratios. An argument picks the rows whose name
# contains it: tests/bench.sh "run 500". The peers are Go, openpyxl and LibreOffice; one that is not
# installed is left out, and that is said. `app/packages.sh bench` installs them.
set -eu
cd "$(dirname "$0")/.."
cmake --preset bench
cmake --build --preset bench --target rollbook_bench
exec build/bench/bin/rollbook_bench "$@"
