// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "roster/roster.h"
#include "workbook/numberformat.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>
#include <QStringDecoder>

#include <vector>

namespace Rollbook
{

class BiffRecords;

/// What an old Excel workbook says before its sheets ([MS-XLS] 2.1.7.20.3): their names, the texts
/// that cells share, and how numbers are shown. Excel 5 (BIFF5) and later.
class XlsGlobals
{
public:
    struct Sheet {
        RosterSheet sheet;
        qsizetype at = 0; ///< of its records in the stream
    };

    /// `stream`: "Workbook" or "Book"; `name`: the file's.
    Expected<void> read(QByteArrayView stream, const QString &name);

    const std::vector<Sheet> &sheets() const { return m_sheets; }
    QByteArrayView sharedText(quint32 index) const;
    const NumberFormat &format(quint16 style) const;
    DateSystem dates() const { return m_dates; }
    bool isUnicode() const { return m_isUnicode; }
    QStringDecoder *codePage() { return &m_codePage; }

private:
    bool take(BiffRecords &records);
    void addSheet(BiffRecords &records);
    bool addSharedTexts(BiffRecords &records);

    std::vector<Sheet> m_sheets;
    QByteArray m_texts;
    std::vector<qint32> m_ends;
    QHash<quint16, NumberFormat> m_custom;
    std::vector<NumberFormat> m_formats;
    NumberFormat m_plain;
    DateSystem m_dates = DateSystem::From1900;
    QStringDecoder m_codePage;
    bool m_isUnicode = true;
};

} // namespace Rollbook
