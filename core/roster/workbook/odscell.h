// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbook/xmlpart.h"

#include <QByteArray>

namespace Rollbook
{

/// A cell of an OpenDocument sheet (ISO/IEC 26300-1, 9.1.4): its value, and the text it is shown
/// as.
class OdsCell
{
public:
    void start(const XmlAttributes &attributes);
    /// The elements and the text inside of the cell.
    void startElement(QByteArrayView name, const XmlAttributes &attributes);
    void endElement(QByteArrayView name);
    void text(QByteArrayView utf8);

    /// What people see, in UTF-8, borrowed until the next start(): numbers in full, dates in ISO.
    QByteArrayView shown();

private:
    enum class Type : quint8 { Text, Number, Date, Time, Boolean };

    void add(QByteArrayView utf8);

    Type m_type = Type::Text;
    QByteArray m_value; ///< as a program reads it
    QByteArray m_text;  ///< as it is shown
    QByteArray m_shown;
    bool m_hasParagraph = false;
    bool m_inParagraph = false;
    int m_foreign = 0; ///< how deep inside of comments, drawings and the like
};

} // namespace Rollbook
