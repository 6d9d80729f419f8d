// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbook/numberformat.h"
#include "workbook/xmlpart.h"

#include <QHash>

#include <vector>

namespace Rollbook
{

/// How the cells of an XLSX show their numbers: styles.xml (ECMA-376 part 1, 18.8).
class XlsxStyles : public XmlHandler
{
public:
    /// The format of the cells whose `s` is this; plain when there is no such style.
    const NumberFormat &format(qint64 style) const;

    void startElement(QByteArrayView name, const XmlAttributes &attributes) override;
    void endElement(QByteArrayView name) override;

private:
    NumberFormat m_plain;
    QHash<int, NumberFormat> m_custom;
    std::vector<NumberFormat> m_formats;
    bool m_inCellFormats = false;
};

} // namespace Rollbook
