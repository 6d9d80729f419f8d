// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/xlsreader.h"

#include "rostertext.h"
#include "workbook/compoundfile.h"
#include "workbook/sheetrows.h"
#include "workbook/workbooklimits.h"
#include "workbook/xlsglobals.h"
#include "workbook/xlssheet.h"

namespace Rollbook
{

namespace
{

/// The stream with the workbook's records.
Expected<QByteArray> workbookStream(const QByteArray &bytes, const QString &name)
{
    const auto file = CompoundFile::open(bytes);
    if (!file)
        return tl::unexpected(WorkbookErrors::damaged(name));
    if (file->contains(QStringLiteral("EncryptedPackage")))
        return tl::unexpected(WorkbookErrors::protectedByPassword(name));
    QString part = QStringLiteral("Workbook");
    if (!file->contains(part))
        part = QStringLiteral("Book"); // before Excel 97
    if (!file->contains(part))
        return tl::unexpected(WorkbookErrors::notAWorkbook(name));
    if (auto stream = file->read(part))
        return *std::move(stream);
    return tl::unexpected(WorkbookErrors::damaged(name));
}

/// True when the sheet had rows.
Expected<bool> readSheet(
    QByteArrayView stream, qsizetype at, XlsGlobals &globals, const QString &name, RowSink &sink)
{
    XlsSheet sheet(globals, name);
    if (const auto read = sheet.read(stream, at); !read)
        return tl::unexpected(read.error());
    SheetRows rows(sink, name, stream.size());
    sheet.giveTo(rows);
    if (rows.error())
        return tl::unexpected(*rows.error());
    return rows.hasRows();
}

} // namespace

Expected<WorkbookContent> readXls(
    const QByteArray &bytes, const QString &name, const QString &wantedSheet, RowSink &sink)
{
    const Expected<QByteArray> stream = workbookStream(bytes, name);
    if (!stream)
        return tl::unexpected(stream.error());
    XlsGlobals globals;
    if (const auto read = globals.read(*stream, name); !read)
        return tl::unexpected(read.error());

    WorkbookContent content{Text::tr("old Excel workbook"), {}, {}};
    QStringList names;
    for (const XlsGlobals::Sheet &each : globals.sheets()) {
        content.sheets += each.sheet;
        names += each.sheet.name;
    }
    if (!wantedSheet.isEmpty() && !names.contains(wantedSheet))
        return tl::unexpected(WorkbookErrors::noSuchSheet(name, wantedSheet, names));
    for (const XlsGlobals::Sheet &each : globals.sheets()) {
        if (wantedSheet.isEmpty() ? each.sheet.hidden : each.sheet.name != wantedSheet)
            continue;
        const auto hasRows = readSheet(*stream, each.at, globals, name, sink);
        if (!hasRows)
            return tl::unexpected(hasRows.error());
        if (content.sheet.isEmpty() || *hasRows)
            content.sheet = each.sheet.name;
        if (*hasRows || !wantedSheet.isEmpty())
            break;
    }
    return content;
}

} // namespace Rollbook
