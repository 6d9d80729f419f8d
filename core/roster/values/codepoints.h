// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <unicode/umachine.h>

namespace Rollbook
{

/// Goes through UTF-8 by code points; what is no UTF-8 is U+FFFD. Borrows the text.
class CodePoints
{
public:
    explicit CodePoints(QByteArrayView text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_next >= m_text.size(); }
    /// Bytes before the next code point.
    qsizetype position() const { return m_next; }
    UChar32 next();

private:
    QByteArrayView m_text;
    qsizetype m_next = 0;
};

void appendCodePoint(QByteArray &text, UChar32 c);

} // namespace Rollbook
