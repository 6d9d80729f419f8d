// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/workbookreader.h"

#include "workbook/compoundfile.h"
#include "workbook/odsreader.h"
#include "workbook/workbooklimits.h"
#include "workbook/xlsreader.h"
#include "workbook/xlsxreader.h"
#include "workbook/zippackage.h"

namespace Rollbook
{

namespace
{

// Of a zip with entries, and of one without.
bool isZip(QByteArrayView bytes)
{
    return bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06");
}

std::optional<WorkbookKind> kindOf(ZipPackage &package)
{
    if (package.contains(QStringLiteral("[Content_Types].xml")))
        return WorkbookKind::Xlsx;
    if (package.contains(QStringLiteral("mimetype"))
        || package.contains(QStringLiteral("META-INF/manifest.xml")))
        return WorkbookKind::Ods;
    return std::nullopt;
}

} // namespace

bool looksLikeWorkbook(QByteArrayView bytes)
{
    return isZip(bytes) || CompoundFile::isOne(bytes);
}

std::optional<WorkbookKind> workbookKind(const QByteArray &bytes)
{
    if (CompoundFile::isOne(bytes))
        return WorkbookKind::Xls;
    ZipPackage package(bytes, {});
    if (!isZip(bytes) || !package.open())
        return std::nullopt;
    return kindOf(package);
}

Expected<WorkbookContent> readWorkbook(
    const QByteArray &bytes, const QString &name, const QString &wantedSheet, RowSink &sink)
{
    if (CompoundFile::isOne(bytes))
        return readXls(bytes, name, wantedSheet, sink);
    if (!isZip(bytes))
        return tl::unexpected(WorkbookErrors::notAWorkbook(name));
    ZipPackage package(bytes, name);
    if (const auto opened = package.open(); !opened)
        return tl::unexpected(opened.error());
    const auto kind = kindOf(package);
    if (!kind)
        return tl::unexpected(WorkbookErrors::notAWorkbook(name));
    return kind == WorkbookKind::Xlsx ? readXlsx(package, wantedSheet, sink)
                                      : readOds(package, wantedSheet, sink);
}

} // namespace Rollbook
