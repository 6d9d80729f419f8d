// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "values/codepoints.h"

#include <unicode/utf8.h>

// ICU's macros narrow where they are expanded.
#pragma GCC diagnostic ignored "-Wconversion"

namespace Rollbook
{

UChar32 CodePoints::next()
{
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(m_text.data(), m_next, m_text.size(), c);
    return c;
}

void appendCodePoint(QByteArray &text, UChar32 c)
{
    char bytes[U8_MAX_LENGTH];
    qsizetype size = 0;
    U8_APPEND_UNSAFE(bytes, size, c);
    text.append(bytes, size);
}

} // namespace Rollbook
