// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDir>
#include <QList>
#include <QString>
#include <zip.h>

#include <utility>
#include <vector>

namespace Rollbook
{

/// Names and contents, in the order in which an archive has them.
using ZipEntries = QList<std::pair<QString, QByteArray>>;

/// Names may stand twice, which libzip does not write: one of as many letters stands for the second
/// until the end. Nor does it write an archive of nothing.
inline QByteArray zipArchive(const ZipEntries &entries)
{
    if (entries.isEmpty())
        return QByteArray("PK\x05\x06", 4) + QByteArray(18, '\0');
    zip_source_t *const source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_t *const zip = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
    zip_source_keep(source);
    std::vector<std::pair<QByteArray, QByteArray>> standIns;
    for (const auto &[name, content] : entries) {
        QByteArray as = name.toUtf8();
        if (zip_name_locate(zip, as.constData(), ZIP_FL_ENC_UTF_8) >= 0) {
            standIns.emplace_back(QByteArray(as.size(), '~'), as);
            as = standIns.back().first;
        }
        zip_source_t *const file = zip_source_buffer(
            zip, content.constData(), static_cast<zip_uint64_t>(content.size()), 0);
        const zip_int64_t index = zip_file_add(zip, as.constData(), file, ZIP_FL_ENC_UTF_8);
        if (index < 0)
            qFatal("no entry");
        // As others do; trying to make nothing smaller takes a millisecond.
        if (content.isEmpty())
            zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
    if (zip_close(zip) != 0)
        qFatal("no archive");
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
        qFatal("nothing in the archive");
    QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    if (zip_source_read(source, bytes.data(), stat.size) != bytes.size())
        qFatal("not all of the archive");
    zip_source_close(source);
    zip_source_free(source);
    for (const auto &[standIn, name] : standIns)
        bytes.replace(standIn, name);
    return bytes;
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
