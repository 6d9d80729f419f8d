// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "ziparchive.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>

namespace Rollbook
{

/// The parts of a zip in memory, which are read as streams and checked as they are: size, ratio and
/// CRC. A part is found by its name inside the zip only, so no path leads out of it.
class ZipPackage
{
public:
    /// `bytes` is shared, not copied; `name` is the file's, for sentences.
    ZipPackage(const QByteArray &bytes, const QString &name);

    /// Reads the list of its parts; to be called once, before anything else.
    Expected<void> open();

    const QString &name() const { return m_name; }
    /// Slashes between folders; upper and lower case are the same, as some programs mix them up.
    bool contains(const QString &part) const { return m_parts.contains(part.toLower()); }
    /// When it is unpacked, as the zip says; 0 when there is no such part.
    qint64 size(const QString &part) const { return m_parts.value(part.toLower()).size; }

    /// Gives room for up to `most` bytes of the part, or nullptr to stop.
    using Room = std::function<char *(int most)>;
    /// Takes what came to the room; false: stop.
    using Take = std::function<bool(int size, bool last)>;
    /// Unpacks a part piece by piece. Stopping is no error.
    Expected<void> read(const QString &part, const Room &room, const Take &take);
    /// The first bytes of a small part; empty when there is no such part.
    QByteArray firstBytes(const QString &part, int most);

private:
    struct Part {
        qint64 index = 0; ///< in the zip
        qint64 size = 0;
        qint64 packedSize = 0;
        bool encrypted = false;
    };

    bool listParts();

    QByteArray m_bytes;
    ZipArchive m_zip;
    QString m_name;
    QHash<QString, Part> m_parts;
};

} // namespace Rollbook
