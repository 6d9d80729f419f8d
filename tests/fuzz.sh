#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/fuzz.sh SECONDS [READER...]: feeds each reader of class lists with mutated input for so long,
# under ASan and UBSan, starting from the lists in tests/data/rosters and from earlier findings in
# tests/fuzz/corpus. A finding ends it and is kept in build/fuzz/findings.
set -eu
seconds=${1:?"usage: tests/fuzz.sh SECONDS [READER...]"}
shift
top=$(cd "$(dirname "$0")/.." && pwd)
"$top/app/packages.sh" build fuzz
cd "$top"
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target fuzzers >&2
mkdir -p build/fuzz/findings
for program in build/fuzz/bin/fuzz_*; do
    reader=${program##*/fuzz_}
    if [ $# -gt 0 ]; then
        case " $* " in *" $reader "*) ;; *) continue ;; esac
    fi
    echo "=== $reader, $seconds s"
    case $reader in
        text) endings='csv tsv txt' ;;
        json) endings=json ;;
        html) endings='html htm' ;;
        workbook) endings='xlsx ods xls' ;;
        *) endings=zip ;;
    esac
    # What is found on the way goes to a folder of its own; the seeds stay as they are.
    mkdir -p "build/fuzz/corpus/$reader" "build/fuzz/seeds/$reader"
    for folder in real hostile workbooks; do
        for ending in $endings; do
            find "tests/data/rosters/$folder" -maxdepth 1 -type f -name "*.$ending" \
                -exec cp -t "build/fuzz/seeds/$reader" {} +
        done
    done
    [ ! -d "tests/fuzz/corpus/$reader" ] || cp -r "tests/fuzz/corpus/$reader/." "build/fuzz/seeds/$reader"
    "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=65536 \
        -print_final_stats=0 -verbosity=0 -artifact_prefix="build/fuzz/findings/$reader-" \
        "build/fuzz/corpus/$reader" "build/fuzz/seeds/$reader"
done
echo "No findings."
