// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/sharedtexts.h"

#include "domain/officetext.h"
#include "workbook/workbooklimits.h"

namespace Rollbook
{

QByteArrayView SharedTexts::at(qsizetype index) const
{
    if (index < 0 || index >= static_cast<qsizetype>(m_ends.size()))
        return {};
    const auto place = static_cast<std::size_t>(index);
    const qsizetype begin = index == 0 ? 0 : m_ends[place - 1];
    return {m_arena.constData() + begin, m_ends[place] - begin};
}

void SharedTexts::startElement(QByteArrayView name, const XmlAttributes & /*attributes*/)
{
    if (name == "t")
        m_inText = m_phonetic == 0;
    else if (name == "rPh")
        ++m_phonetic;
}

void SharedTexts::endElement(QByteArrayView name)
{
    if (name == "t") {
        m_inText = false;
    } else if (name == "rPh") {
        --m_phonetic;
    } else if (name == "si") {
        unescapeOfficeText(m_arena, m_ends.empty() ? 0 : m_ends.back());
        m_ends.push_back(static_cast<qint32>(m_arena.size()));
        if (static_cast<qint64>(m_ends.size()) > WorkbookLimits::SharedTexts)
            stop(WorkbookErrors::growsTooMuch(m_fileName));
    }
}

void SharedTexts::text(QByteArrayView utf8)
{
    if (!m_inText)
        return;
    if (m_arena.size() + utf8.size() > WorkbookLimits::SharedTextBytes)
        stop(WorkbookErrors::growsTooMuch(m_fileName));
    else
        m_arena.append(utf8.data(), utf8.size());
}

} // namespace Rollbook
