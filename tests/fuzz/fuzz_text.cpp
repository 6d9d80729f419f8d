// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "readall.h"
#include "roster/roster.h"

using namespace Rollbook;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // The whole way: encoding, delimiter, header, values, checks.
    const auto roster = readRosterText(Fuzz::bytesOf(data, size), QStringLiteral("list"));
    if (roster && roster->size() == 0)
        __builtin_trap();
    return 0;
}
