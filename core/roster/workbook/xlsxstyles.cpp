// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/xlsxstyles.h"

namespace Rollbook
{

const NumberFormat &XlsxStyles::format(qint64 style) const
{
    return style >= 0 && style < static_cast<qint64>(m_formats.size())
        ? m_formats[static_cast<std::size_t>(style)]
        : m_plain;
}

void XlsxStyles::startElement(QByteArrayView name, const XmlAttributes &attributes)
{
    if (name == "cellXfs") {
        m_inCellFormats = true;
    } else if (name == "numFmt") {
        m_custom.insert(attributes.value("numFmtId").toInt(),
            NumberFormat::fromCode(attributes.value("formatCode")));
    } else if (name == "xf" && m_inCellFormats) {
        const int id = attributes.value("numFmtId").toInt();
        const auto custom = m_custom.constFind(id);
        m_formats.push_back(custom == m_custom.cend() ? NumberFormat::builtIn(id) : *custom);
    }
}

void XlsxStyles::endElement(QByteArrayView name)
{
    if (name == "cellXfs")
        m_inCellFormats = false;
}

} // namespace Rollbook
