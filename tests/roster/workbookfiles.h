// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "workbook/workbookreader.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

/// Workbooks for tests: those of real programs, and such as are put together here because no
/// program writes them.
namespace WorkbookFiles
{

/// What reading one gave.
struct Reading {
    Rollbook::Expected<Rollbook::WorkbookContent> content;
    QList<QStringList> rows;

    /// Of the error; empty when it was read.
    QString sentence() const { return content ? QString() : content.error().sentence; }
};

using Parts = QList<std::pair<QString, QByteArray>>;

/// A file in tests/data/rosters/workbooks.
QByteArray file(const QString &name);
Reading read(const QByteArray &bytes, const QString &sheet = {});

/// Without the rows, for workbooks that would have too many.
Rollbook::Expected<Rollbook::WorkbookContent> readWithoutRows(const QByteArray &bytes);

QByteArray zip(const Parts &parts);
/// Of a sheet's XML between <sheetData> and its end; with styles.xml and sharedStrings.xml where
/// they are given.
QByteArray xlsx(
    const QByteArray &rows, const QByteArray &styles = {}, const QByteArray &texts = {});
/// Of the XML inside of office:spreadsheet.
QByteArray ods(const QByteArray &tables, const QByteArray &styles = {});
/// An OLE2 file with one stream of at least 4096 bytes.
QByteArray compoundFile(const QString &stream, QByteArray bytes);
/// A record of an old Excel workbook.
QByteArray record(quint16 type, const QByteArray &data);

} // namespace WorkbookFiles
