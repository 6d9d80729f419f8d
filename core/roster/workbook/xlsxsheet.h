// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbook/numberformat.h"
#include "workbook/sharedtexts.h"
#include "workbook/sheetrows.h"
#include "workbook/xlsxstyles.h"
#include "workbook/xmlpart.h"

#include <QByteArray>

namespace Rollbook
{

/// Reads a worksheet of an XLSX (ECMA-376 part 1, 18.3) into rows.
class XlsxSheet : public XmlHandler
{
public:
    XlsxSheet(
        const SharedTexts &texts, const XlsxStyles &styles, DateSystem dates, SheetRows &rows);

    void startElement(QByteArrayView name, const XmlAttributes &attributes) override;
    void endElement(QByteArrayView name) override;
    void text(QByteArrayView utf8) override;

private:
    enum class Type : quint8 { Number, SharedText, Text, Boolean, Date };

    void startRow(const XmlAttributes &attributes);
    void startCell(const XmlAttributes &attributes);
    void endCell();
    void stopIfDone();
    static Type typeOf(QByteArrayView word);

    const SharedTexts &m_texts;
    const XlsxStyles &m_styles;
    DateSystem m_dates;
    SheetRows &m_rows;

    bool m_inData = false;
    bool m_inValue = false;
    int m_phonetic = 0;
    bool m_inCell = false;
    qint64 m_nextColumn = 0;
    qint64 m_style = 0;
    Type m_type = Type::Number;
    QByteArray m_value;
    QByteArray m_shown;
};

} // namespace Rollbook
