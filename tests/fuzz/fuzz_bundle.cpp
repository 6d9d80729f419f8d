// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/bundle.h"
#include "bundle/rosterfiles.h"
#include "readall.h"

using namespace Rollbook;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Fuzz::ReadAll sink;
    const auto files = openRosterZip(Fuzz::bytesOf(data, size), QStringLiteral("list"));
    if (files) [[maybe_unused]]
        const auto read = readBundle(**files, QStringLiteral("list"), {}, sink);
    return 0;
}
