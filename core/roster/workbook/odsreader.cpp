// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/odsreader.h"

#include "rostertext.h"
#include "workbook/odscell.h"
#include "workbook/sheetrows.h"
#include "workbook/workbooklimits.h"
#include "workbook/xmlpart.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

/// META-INF/manifest.xml (ISO/IEC 26300-3): whether a part is encrypted.
class OdsManifest : public XmlHandler
{
public:
    bool isEncrypted = false;

    void startElement(QByteArrayView name, const XmlAttributes & /*attributes*/) override
    {
        isEncrypted = isEncrypted || name == "encryption-data";
    }
};

// They hold tables and cells that are not of a sheet.
bool isAside(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 4> aside{
        "tracked-changes", "dde-links", "shapes", "forms"};
    return std::find(aside.begin(), aside.end(), name) != aside.end();
}

/// content.xml: all sheets one after the other; the rows of one of them go to the sink.
class OdsContent : public XmlHandler
{
public:
    OdsContent(const QString &fileName, qint64 bytes, const QString &wantedSheet, RowSink &sink)
        : m_wanted(wantedSheet)
        , m_rows(sink, fileName, bytes)
    {
    }

    const QList<RosterSheet> &sheets() const { return m_sheets; }
    /// Empty when the wanted one is not there.
    QString sheetRead() const;

    void startElement(QByteArrayView name, const XmlAttributes &attributes) override;
    void endElement(QByteArrayView name) override;
    void text(QByteArrayView utf8) override;

private:
    void startTable(const XmlAttributes &attributes);
    void startRow(const XmlAttributes &attributes);
    void startCell(const XmlAttributes &attributes);
    void endCell();
    void endRow();

    QString m_wanted;
    SheetRows m_rows;
    QList<RosterSheet> m_sheets;
    QSet<QByteArray> m_hidingStyles;
    QByteArray m_style; ///< whose properties are read
    QString m_read;     ///< the sheet that gave rows
    int m_aside = 0;
    bool m_isRead = false;
    bool m_inRow = false;
    bool m_inCell = false;
    int m_cellDepth = 0;
    OdsCell m_cell;
    qint64 m_column = 0;
    qint64 m_rowTimes = 1;
    qint64 m_cellTimes = 1;
};

qint64 times(QByteArrayView repeated)
{
    return qMax(qint64(1), repeated.toLongLong());
}

QString OdsContent::sheetRead() const
{
    if (!m_read.isEmpty())
        return m_read;
    const auto found =
        std::find_if(m_sheets.cbegin(), m_sheets.cend(), [this](const RosterSheet &sheet) {
            return m_wanted.isEmpty() ? !sheet.hidden : sheet.name == m_wanted;
        });
    return found == m_sheets.cend() ? QString() : found->name;
}

void OdsContent::startElement(QByteArrayView name, const XmlAttributes &attributes)
{
    if (m_inCell) {
        ++m_cellDepth;
        m_cell.startElement(name, attributes);
    } else if (m_aside > 0 || isAside(name)) {
        ++m_aside;
    } else if (name == "table-cell") {
        startCell(attributes);
    } else if (name == "covered-table-cell") {
        m_column += times(attributes.value("number-columns-repeated"));
    } else if (name == "table-row") {
        startRow(attributes);
    } else if (name == "table") {
        startTable(attributes);
    } else if (name == "style") {
        m_style = attributes.value("name").toByteArray();
    } else if (name == "table-properties" && attributes.value("display") == "false") {
        m_hidingStyles.insert(m_style);
    }
}

void OdsContent::endElement(QByteArrayView name)
{
    if (m_inCell && m_cellDepth > 0) {
        --m_cellDepth;
        m_cell.endElement(name);
    } else if (m_inCell) {
        endCell();
    } else if (m_aside > 0) {
        --m_aside;
    } else if (name == "table-row" && m_inRow) {
        endRow();
    } else if (name == "table") {
        if (m_isRead && m_rows.hasRows())
            m_read = m_sheets.last().name;
        m_isRead = false;
    }
}

void OdsContent::text(QByteArrayView utf8)
{
    if (m_inCell)
        m_cell.text(utf8);
}

void OdsContent::startTable(const XmlAttributes &attributes)
{
    const QString name = QString::fromUtf8(attributes.value("name"));
    const bool hidden = m_hidingStyles.contains(attributes.value("style-name").toByteArray())
        || attributes.value("display") == "false";
    m_sheets += {name, name, hidden};
    m_isRead = m_read.isEmpty() && (m_wanted.isEmpty() ? !hidden : name == m_wanted);
}

void OdsContent::startRow(const XmlAttributes &attributes)
{
    m_inRow = m_isRead;
    if (!m_inRow)
        return;
    m_rowTimes = times(attributes.value("number-rows-repeated"));
    m_column = 0;
    m_rows.startNextRow();
}

void OdsContent::startCell(const XmlAttributes &attributes)
{
    if (!m_inRow)
        return;
    m_inCell = true;
    m_cellDepth = 0;
    m_cellTimes = times(attributes.value("number-columns-repeated"));
    m_cell.start(attributes);
}

void OdsContent::endCell()
{
    m_inCell = false;
    const QByteArrayView shown = m_cell.shown();
    if (shown.isEmpty()) {
        m_column += qMin(m_cellTimes, WorkbookLimits::Rows);
        return;
    }
    // One too many is enough to know that there are too many.
    const qint64 last = m_column + qMin(m_cellTimes, WorkbookLimits::Columns + 1);
    while (m_column < last && m_rows.wantsMore())
        m_rows.addCell(m_column++, shown);
}

void OdsContent::endRow()
{
    m_inRow = false;
    m_rows.endRow(m_rowTimes);
    if (m_rows.error()) {
        stop(*m_rows.error());
    } else if (!m_rows.wantsMore()) {
        m_read = m_sheets.last().name;
        stop();
    }
}

} // namespace

Expected<WorkbookContent> readOds(ZipPackage &package, const QString &wantedSheet, RowSink &sink)
{
    const QString manifestPart = QStringLiteral("META-INF/manifest.xml");
    const QString contentPart = QStringLiteral("content.xml");
    OdsManifest manifest;
    if (package.contains(manifestPart)) {
        if (const auto read = readXmlPart(package, manifestPart, manifest); !read)
            return tl::unexpected(read.error());
    }
    if (manifest.isEncrypted)
        return tl::unexpected(WorkbookErrors::protectedByPassword(package.name()));
    if (!package.firstBytes(QStringLiteral("mimetype"), 128).contains("spreadsheet"))
        return tl::unexpected(WorkbookErrors::notAWorkbook(package.name()));

    OdsContent content(package.name(), package.size(contentPart), wantedSheet, sink);
    if (const auto read = readXmlPart(package, contentPart, content); !read)
        return tl::unexpected(read.error());
    const QString sheet = content.sheetRead();
    if (!wantedSheet.isEmpty() && sheet.isEmpty()) {
        QStringList names;
        for (const RosterSheet &each : content.sheets())
            names += each.name;
        return tl::unexpected(WorkbookErrors::noSuchSheet(package.name(), wantedSheet, names));
    }
    return WorkbookContent{Text::tr("LibreOffice workbook"), content.sheets(), sheet};
}

} // namespace Rollbook
