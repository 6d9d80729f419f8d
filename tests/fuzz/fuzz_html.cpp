// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "htmltablereader.h"
#include "readall.h"

using namespace Rollbook;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Fuzz::ReadAll sink;
    [[maybe_unused]] const auto read = readHtmlTable(
        QString::fromUtf8(Fuzz::bytesOf(data, size)).toUtf8(), QStringLiteral("list"), sink);
    return 0;
}
