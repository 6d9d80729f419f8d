#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# packages.sh SECTION...: installs what is missing of those sections of packages.txt.
set -eu
list=$(dirname "$0")/packages.txt

missing=
for section in "$@"; do
    for package in $(sed -n "s/^$section //p" "$list"); do
        status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$status" = installed ] || missing="$missing $package"
    done
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Rollbook needs these packages, and there is no sudo to install them. As root, run:" >&2
        echo "  apt-get install$missing" >&2
        exit 1
    fi
    as_root=sudo
fi
echo "Rollbook needs these packages to be built and run; installing them${as_root:+ with sudo}:$missing" >&2
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # the names are words
$as_root apt-get update -q >&2
# shellcheck disable=SC2086
$as_root apt-get install -q -y --no-install-recommends $missing >&2
