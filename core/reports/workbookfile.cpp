// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbookfile.h"

#include "wholeworkbook.h"

#include <QFile>
#include <QTemporaryDir>

namespace Rollbook
{

namespace
{

constexpr qint64 CopiedAtOnce = 1 << 16;

bool copy(const QString &path, QIODevice &device)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(CopiedAtOnce);
        if (bytes.isEmpty() || device.write(bytes) != bytes.size())
            return false;
    }
    return true;
}

} // namespace

bool writeWorkbook(const FillWorkbook &fill, RowProgress &progress, QIODevice &device)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return false;
    const QString path = folder.filePath(QStringLiteral("report.xlsx"));
    QByteArray temporaries = QFile::encodeName(folder.path());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = temporaries.data();
    options.use_zip64 = LXW_TRUE;
    OpenWorkbook workbook(workbook_new_opt(QFile::encodeName(path).constData(), &options));
    if (!workbook)
        return false;
    const auto rowsOfSheets = fill(workbook.get());
    return rowsOfSheets && workbook_close(workbook.release()) == LXW_NO_ERROR && progress.goesOn()
        && isWholeWorkbook(path, *rowsOfSheets) && copy(path, device);
}

} // namespace Rollbook
