// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbook/biffrecords.h"

#include <QByteArray>
#include <QString>
#include <QStringDecoder>

namespace Rollbook
{

/// Reads texts out of a record and those that continue it.
class BiffTexts
{
public:
    /// `from`: where the first text begins in the record. Before Excel 97 (`isUnicode` false) texts
    /// are in a code page.
    BiffTexts(BiffRecords &records, qsizetype from, bool isUnicode, QStringDecoder *codePage)
        : m_records(records)
        , m_at(from)
        , m_isUnicode(isUnicode)
        , m_codePage(codePage)
    {
    }

    /// Appends the next text in UTF-8, whose length has one or two bytes. False when the records
    /// end before the text does.
    bool appendNext(int bytesOfLength, QByteArray &text);

private:
    bool appendUnicode(quint32 letters, QByteArray &text);
    bool appendOfCodePage(quint32 letters, QByteArray &text);
    /// Makes sure that there is a byte, going on to the record that continues.
    bool hasMore();
    bool skip(quint64 bytes);
    bool number(int bytes, quint32 &value);

    BiffRecords &m_records;
    qsizetype m_at;
    bool m_isUnicode;
    QStringDecoder *m_codePage;
    QString m_letters;
};

} // namespace Rollbook
