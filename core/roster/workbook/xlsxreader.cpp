// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/xlsxreader.h"

#include "rostertext.h"
#include "workbook/numberformat.h"
#include "workbook/relationships.h"
#include "workbook/sharedtexts.h"
#include "workbook/sheetrows.h"
#include "workbook/workbooklimits.h"
#include "workbook/xlsxsheet.h"
#include "workbook/xlsxstyles.h"
#include "workbook/xmlpart.h"

#include <utility>

namespace Rollbook
{

namespace
{

/// workbook.xml (18.2): the sheets in the order of their tabs.
class WorkbookPart : public XmlHandler
{
public:
    struct Sheet {
        RosterSheet sheet;
        QString relationship;
        QString part;
    };

    QList<Sheet> sheets;
    DateSystem dates = DateSystem::From1900;

    explicit WorkbookPart(const QString &fileName)
        : m_fileName(fileName)
    {
    }

    void startElement(QByteArrayView name, const XmlAttributes &attributes) override
    {
        // A text document is the same kind of package.
        if (std::exchange(m_atRoot, false) && name != "workbook")
            stop(WorkbookErrors::notAWorkbook(m_fileName));
        if (name == "workbookPr") {
            const QByteArrayView value = attributes.value("date1904");
            if (value == "1" || value == "true")
                dates = DateSystem::From1904;
        } else if (name == "sheet") {
            const QString title = QString::fromUtf8(attributes.value("name"));
            const QByteArrayView state = attributes.value("state");
            sheets += {{title, title, state == "hidden" || state == "veryHidden"},
                QString::fromUtf8(attributes.value("id")), {}};
        }
    }

private:
    QString m_fileName;
    bool m_atRoot = true;
};

/// Reads the parts of a workbook one after the other.
class XlsxReader
{
public:
    XlsxReader(ZipPackage &package, const QString &wantedSheet, RowSink &sink)
        : m_package(package)
        , m_wantedSheet(wantedSheet)
        , m_sink(sink)
        , m_workbook(package.name())
        , m_texts(package.name())
    {
    }

    Expected<WorkbookContent> read();

private:
    Expected<void> readStructure(const QString &part);
    Expected<void> readOptional(const QString &part, XmlHandler &handler);
    /// True when the sheet had rows.
    Expected<bool> readSheet(const WorkbookPart::Sheet &sheet);
    Expected<QString> readFirstWithRows();

    ZipPackage &m_package;
    QString m_wantedSheet;
    RowSink &m_sink;
    WorkbookPart m_workbook;
    SharedTexts m_texts;
    XlsxStyles m_styles;
};

Expected<void> XlsxReader::readOptional(const QString &part, XmlHandler &handler)
{
    return m_package.contains(part) ? readXmlPart(m_package, part, handler) : Expected<void>();
}

Expected<void> XlsxReader::readStructure(const QString &part)
{
    Relationships relationships(part);
    if (auto done = relationships.readFrom(m_package); !done)
        return done;
    if (auto done = readXmlPart(m_package, part, m_workbook); !done)
        return done;
    QList<WorkbookPart::Sheet> sheets;
    for (WorkbookPart::Sheet &sheet : m_workbook.sheets) {
        const auto relationship = relationships.byId(sheet.relationship);
        sheet.part = relationship.part;
        // Charts have tabs too.
        if (relationship.type == u"worksheet" || relationship.type.isEmpty())
            sheets += sheet;
    }
    m_workbook.sheets = sheets;
    if (auto done = readOptional(relationships.ofType(u"styles").part, m_styles); !done)
        return done;
    return readOptional(relationships.ofType(u"sharedStrings").part, m_texts);
}

Expected<bool> XlsxReader::readSheet(const WorkbookPart::Sheet &sheet)
{
    if (!m_package.contains(sheet.part))
        return tl::unexpected(WorkbookErrors::missingPart(m_package.name(), sheet.sheet.name));
    SheetRows rows(m_sink, m_package.name(), m_package.size(sheet.part));
    XlsxSheet handler(m_texts, m_styles, m_workbook.dates, rows);
    if (const auto done = readXmlPart(m_package, sheet.part, handler); !done)
        return tl::unexpected(done.error());
    return rows.hasRows();
}

Expected<QString> XlsxReader::readFirstWithRows()
{
    QString first;
    for (const WorkbookPart::Sheet &each : std::as_const(m_workbook.sheets)) {
        if (each.sheet.hidden)
            continue;
        const Expected<bool> hasRows = readSheet(each);
        if (!hasRows)
            return tl::unexpected(hasRows.error());
        if (*hasRows)
            return each.sheet.name;
        if (first.isEmpty())
            first = each.sheet.name;
    }
    return first;
}

Expected<WorkbookContent> XlsxReader::read()
{
    const Expected<QString> part = xlsxWorkbookPart(m_package);
    if (!part)
        return tl::unexpected(part.error());
    if (part->isEmpty())
        return tl::unexpected(WorkbookErrors::notAWorkbook(m_package.name()));
    if (const auto known = readStructure(*part); !known)
        return tl::unexpected(known.error());

    WorkbookContent content{Text::tr("Excel workbook"), {}, m_wantedSheet};
    QStringList names;
    for (const WorkbookPart::Sheet &each : std::as_const(m_workbook.sheets)) {
        content.sheets += each.sheet;
        names += each.sheet.name;
    }
    if (m_wantedSheet.isEmpty()) {
        const Expected<QString> sheet = readFirstWithRows();
        if (!sheet)
            return tl::unexpected(sheet.error());
        content.sheet = *sheet;
        return content;
    }
    const qsizetype wanted = names.indexOf(m_wantedSheet);
    if (wanted < 0)
        return tl::unexpected(WorkbookErrors::noSuchSheet(m_package.name(), m_wantedSheet, names));
    if (const auto hasRows = readSheet(m_workbook.sheets.at(wanted)); !hasRows)
        return tl::unexpected(hasRows.error());
    return content;
}

} // namespace

Expected<QString> xlsxWorkbookPart(ZipPackage &package)
{
    Relationships relationships{QString()};
    if (const auto read = relationships.readFrom(package); !read)
        return tl::unexpected(read.error());
    QString part = relationships.ofType(u"officeDocument").part;
    if (part.isEmpty())
        part = QStringLiteral("xl/workbook.xml");
    // XLSB is the same package with parts that are not XML.
    const bool isXml = !part.endsWith(u".bin", Qt::CaseInsensitive);
    return isXml && package.contains(part) ? part : QString();
}

Expected<WorkbookContent> readXlsx(ZipPackage &package, const QString &wantedSheet, RowSink &sink)
{
    return XlsxReader(package, wantedSheet, sink).read();
}

} // namespace Rollbook
