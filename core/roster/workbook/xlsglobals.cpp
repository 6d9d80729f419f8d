// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/xlsglobals.h"

#include "workbook/biffrecords.h"
#include "workbook/bifftexts.h"
#include "workbook/workbooklimits.h"

namespace Rollbook
{

namespace
{

constexpr quint16 Biff8 = 0x0600;
constexpr quint16 Biff5 = 0x0500;
constexpr quint16 MacRoman = 10'000;

QByteArray codePageName(quint16 number)
{
    // Excel of the Mac has two numbers for its only code page ([MS-XLS] 2.4.52).
    if (number == MacRoman || number == 0x8000)
        return "macintosh";
    return number == 0x8001 ? QByteArray("windows-1252")
        : number < 1250     ? "IBM" + QByteArray::number(number)
                            : "windows-" + QByteArray::number(number);
}

} // namespace

QByteArrayView XlsGlobals::sharedText(quint32 index) const
{
    if (index >= m_ends.size())
        return {};
    const qsizetype begin = index == 0 ? 0 : m_ends[index - 1];
    return {m_texts.constData() + begin, m_ends[index] - begin};
}

const NumberFormat &XlsGlobals::format(quint16 style) const
{
    return style < m_formats.size() ? m_formats[style] : m_plain;
}

Expected<void> XlsGlobals::read(QByteArrayView stream, const QString &name)
{
    BiffRecords records(stream, 0);
    const bool begins = records.next() && records.type() == BiffRecords::BeginOfPart;
    const quint16 version = records.word(0);
    if (!begins || (version != Biff8 && version != Biff5))
        return tl::unexpected(WorkbookErrors::damaged(name));
    m_isUnicode = version == Biff8;
    while (records.next() && records.type() != BiffRecords::EndOfPart) {
        if (records.type() == BiffRecords::FilePass)
            return tl::unexpected(WorkbookErrors::protectedByPassword(name));
        if (!take(records))
            return tl::unexpected(WorkbookErrors::damaged(name));
        if (m_texts.size() > WorkbookLimits::SharedTextBytes)
            return tl::unexpected(WorkbookErrors::growsTooMuch(name));
    }
    if (records.isDamaged())
        return tl::unexpected(WorkbookErrors::damaged(name));
    return {};
}

bool XlsGlobals::take(BiffRecords &records)
{
    switch (records.type()) {
    case BiffRecords::DateMode:
        m_dates = records.word(0) == 1 ? DateSystem::From1904 : DateSystem::From1900;
        break;
    case BiffRecords::CodePage:
        m_codePage = QStringDecoder(codePageName(records.word(0)).constData());
        break;
    case BiffRecords::BoundSheet:
        addSheet(records);
        break;
    case BiffRecords::Format: {
        const quint16 id = records.word(0);
        QByteArray code;
        BiffTexts(records, 2, m_isUnicode, &m_codePage).appendNext(m_isUnicode ? 2 : 1, code);
        m_custom.insert(id, NumberFormat::fromCode(code));
        break;
    }
    case BiffRecords::CellFormat: {
        const quint16 id = records.word(2);
        const auto custom = m_custom.constFind(id);
        m_formats.push_back(custom == m_custom.cend() ? NumberFormat::builtIn(id) : *custom);
        break;
    }
    case BiffRecords::SharedStrings:
        return addSharedTexts(records);
    default:
        break;
    }
    return true;
}

void XlsGlobals::addSheet(BiffRecords &records)
{
    const auto at = static_cast<qsizetype>(records.dword(0));
    const bool hidden = (records.byte(4) & 3) != 0;
    const bool hasCells = records.byte(5) == 0; // neither a chart nor macros
    QByteArray title;
    BiffTexts(records, 6, m_isUnicode, &m_codePage).appendNext(1, title);
    const QString name = QString::fromUtf8(title);
    if (hasCells)
        m_sheets.push_back({{name, name, hidden}, at});
}

bool XlsGlobals::addSharedTexts(BiffRecords &records)
{
    const quint32 count = records.dword(4);
    BiffTexts texts(records, 8, m_isUnicode, &m_codePage);
    for (quint32 each = 0; each < count && m_texts.size() <= WorkbookLimits::SharedTextBytes;
         ++each) {
        if (!texts.appendNext(2, m_texts))
            return false;
        m_ends.push_back(static_cast<qint32>(m_texts.size()));
    }
    return true;
}

} // namespace Rollbook
