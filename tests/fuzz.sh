#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/fuzz.sh SECONDS [READER...]: feeds each reader of class lists with mutated input for so long,
# under ASan and UBSan, as many at once as there are processors, starting from the lists in tests/data/rosters and from earlier findings in
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

feed() {
    local reader=$1 endings
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
    "build/fuzz/bin/fuzz_$reader" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 \
        -max_len=65536 -print_final_stats=0 -verbosity=0 -artifact_prefix="build/fuzz/findings/$reader-" \
        "build/fuzz/corpus/$reader" "build/fuzz/seeds/$reader"
}

export seconds
export -f feed
[ $# -gt 0 ] || set -- $(cd build/fuzz/bin && printf '%s\n' fuzz_* | sed 's/^fuzz_//')
printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} bash -euc 'feed {}'
echo "No findings."
