// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QDir>
#include <QList>
#include <QString>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>
#include <utility>

namespace Rollbook
{

/// Names and contents, in the order in which an archive has them.
using ZipEntries = QList<std::pair<QString, QByteArray>>;

inline QByteArray zipArchive(const ZipEntries &entries)
{
    QBuffer buffer;
    QuaZip zip(&buffer);
    zip.setUtf8Enabled(true);
    if (!zip.open(QuaZip::mdCreate))
        return {};
    for (const auto &[name, content] : entries) {
        QuaZipFile file(&zip);
        if (!file.open(QIODevice::WriteOnly, QuaZipNewInfo(name)))
            return {};
        file.write(content);
        file.close();
    }
    zip.close();
    return buffer.data();
}

/// The files of a folder as entries, their names behind a prefix.
inline ZipEntries filesIn(const QString &folder, const QString &prefix = {})
{
    ZipEntries entries;
    const QDir dir(folder);
    for (const QString &name : dir.entryList(QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            entries.append({prefix + name, file.readAll()});
    }
    return entries;
}

/// Puts other bytes at this place of every header of that kind, which begins with PK and these two.
inline QByteArray patched(QByteArray zip, const char *kind, qsizetype at, const QByteArray &bytes)
{
    const QByteArray mark = QByteArray("PK") + QByteArray(kind, 2);
    for (qsizetype found = zip.indexOf(mark); found >= 0; found = zip.indexOf(mark, found + 4))
        zip.replace(found + at, bytes.size(), bytes);
    return zip;
}

} // namespace Rollbook
