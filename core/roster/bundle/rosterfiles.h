// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace Rollbook
{

struct RosterFile {
    QString name;     ///< without a folder
    qint64 bytes = 0; ///< as the folder or archive says
};

/// The files of a folder or an archive. Where all lies in one single folder inside, its files are
/// meant. Not thread-safe.
class RosterFiles
{
public:
    virtual ~RosterFiles() = default;
    Q_DISABLE_COPY_MOVE(RosterFiles)

    /// In the order of the names.
    const QList<RosterFile> &files() const { return m_files; }
    /// The content of one of files(), or its first `atMost` bytes. An error's sentence names it.
    virtual Expected<QByteArray> read(const QString &name, qint64 atMost) const = 0;
    Expected<QByteArray> read(const QString &name) const { return read(name, MostBytes); }

    static constexpr qsizetype MostFiles = 10'000;
    static constexpr qint64 MostBytes = qint64{512} << 20; ///< of all files together

protected:
    RosterFiles() = default;

    QList<RosterFile> m_files;
};

/// The regular files of a folder; links are left out. Blocking.
Expected<std::unique_ptr<RosterFiles>> openRosterFolder(const QString &path);

/// The files of a zip archive in memory; `name` is for sentences. What tells of an attack (an
/// archive that grows beyond measure, too many files) or cannot be read (encrypted, damaged) is
/// refused; entries whose names point out of the archive are left out.
Expected<std::unique_ptr<RosterFiles>> openRosterZip(const QByteArray &bytes, const QString &name);

} // namespace Rollbook
