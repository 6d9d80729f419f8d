// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

struct zip;
struct zip_file;

namespace Rollbook
{

/// An entry as the directory at the end of an archive describes it. Anything may stand there.
struct ZipEntry {
    QString name;
    quint64 size = 0; ///< when it is unpacked
    quint64 packedSize = 0;
    bool isEncrypted = false;
    bool isSymbolicLink = false;
};

/// The content of an entry while it is unpacked; not to outlive its archive.
class ZipContent
{
public:
    ZipContent(zip_file *file, quint64 size);

    /// Unpacks up to `most` bytes (one at least); how many it were, 0 at the end. -1: what came
    /// is damaged, or its checksum or size is another than the directory promises. Never gives
    /// more than that promises.
    qint64 read(char *to, qint64 most);

private:
    struct Close {
        void operator()(zip_file *file) const;
    };
    std::unique_ptr<zip_file, Close> m_file;
    quint64 m_left;
};

/// A zip in memory (APPNOTE.TXT, with zip64), which is only read. Not thread-safe.
class ZipArchive
{
public:
    /// How many entries the end of an archive says that it has, 0 where it says nothing. To be
    /// asked first, as open() takes time and memory for each of them.
    static quint64 countIn(QByteArrayView bytes);

    /// Reads the directory; `bytes` is shared, not copied. False: it is no archive, or damaged.
    bool open(const QByteArray &bytes);

    /// After open() only, as is all below. Entries may have one name in common.
    qint64 count() const;
    std::optional<ZipEntry> entry(qint64 index) const;
    /// Nothing for an entry that is encrypted, packed in a way that is not known, or not where the
    /// directory says.
    std::optional<ZipContent> content(qint64 index) const;

private:
    struct Discard {
        void operator()(zip *archive) const;
    };
    QByteArray m_bytes; // before the archive, which looks into it
    std::unique_ptr<zip, Discard> m_archive;
};

} // namespace Rollbook
