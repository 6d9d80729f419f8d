// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/bifftexts.h"

namespace Rollbook
{

namespace
{

// [MS-XLS] 2.5.293
enum Flag : quint8 { TwoBytes = 1, HasExtension = 4, HasRuns = 8 };

} // namespace

bool BiffTexts::hasMore()
{
    while (m_at >= m_records.data().size()) {
        if (!m_records.nextContinues())
            return false;
        m_at = 0;
    }
    return true;
}

bool BiffTexts::number(int bytes, quint32 &value)
{
    value = 0;
    for (int shift = 0; shift < bytes * 8; shift += 8) {
        if (!hasMore())
            return false;
        value |= static_cast<quint32>(m_records.byte(m_at++)) << shift;
    }
    return true;
}

bool BiffTexts::skip(quint64 bytes)
{
    while (bytes > 0) {
        if (!hasMore())
            return false;
        const auto here = qMin(bytes, static_cast<quint64>(m_records.data().size() - m_at));
        m_at += static_cast<qsizetype>(here);
        bytes -= here;
    }
    return true;
}

bool BiffTexts::appendNext(int bytesOfLength, QByteArray &text)
{
    quint32 letters = 0;
    if (!number(bytesOfLength, letters))
        return false;
    return m_isUnicode ? appendUnicode(letters, text) : appendOfCodePage(letters, text);
}

bool BiffTexts::appendUnicode(quint32 letters, QByteArray &text)
{
    quint32 flags = 0;
    quint32 runs = 0;
    quint32 extension = 0;
    if (!number(1, flags) || ((flags & HasRuns) != 0 && !number(2, runs))
        || ((flags & HasExtension) != 0 && !number(4, extension)))
        return false;
    m_letters.resize(0);
    for (quint32 letter = 0; letter < letters; ++letter) {
        // Where a text goes on in the next record, its letters may have another size.
        if (m_at >= m_records.data().size()
            && (!m_records.nextContinues() || (m_at = 0, !number(1, flags))))
            return false;
        quint32 code = 0;
        if (!number((flags & TwoBytes) != 0 ? 2 : 1, code))
            return false;
        m_letters.append(QChar(static_cast<char16_t>(code)));
    }
    text.append(m_letters.toUtf8());
    return skip(quint64(runs) * 4 + extension);
}

bool BiffTexts::appendOfCodePage(quint32 letters, QByteArray &text)
{
    QByteArray encoded;
    for (quint32 letter = 0; letter < letters; ++letter) {
        if (!hasMore())
            return false;
        encoded.append(static_cast<char>(m_records.byte(m_at++)));
    }
    const QString decoded = m_codePage && m_codePage->isValid() ? m_codePage->decode(encoded)
                                                                : QString::fromLatin1(encoded);
    text.append(decoded.toUtf8());
    return true;
}

} // namespace Rollbook
