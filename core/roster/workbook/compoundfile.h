// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace Rollbook
{

/// The streams inside of an OLE2 compound file ([MS-CFB]), read with care: every chain of sectors
/// ends, within the file. Old workbooks are such files, and new ones that are encrypted.
class CompoundFile
{
public:
    static bool isOne(QByteArrayView bytes);

    /// Nothing when the file is damaged. The bytes are shared.
    static std::optional<CompoundFile> open(const QByteArray &bytes);

    /// Names without upper and lower case, as the standard compares them.
    bool contains(const QString &stream) const { return m_streams.contains(stream.toLower()); }
    /// The bytes of a stream; nothing when it is missing or damaged.
    std::optional<QByteArray> read(const QString &stream) const;

private:
    struct Stream {
        quint32 start = 0;
        quint64 size = 0;
    };
    using Chain = std::vector<quint32>;

    bool readTable();
    bool readDirectory();
    QByteArrayView sector(quint32 index) const;
    /// The sectors of a chain, or nothing when it leaves the file or turns in circles.
    std::optional<Chain> chain(quint32 start, const Chain &table) const;
    std::optional<QByteArray> joined(quint32 start) const;
    std::optional<QByteArray> fromMiniStream(const Stream &stream) const;

    QByteArray m_bytes;
    qsizetype m_sectorSize = 512;
    Chain m_table; ///< the sector behind each
    QHash<QString, Stream> m_streams;
    Stream m_root; ///< holds the small streams
};

} // namespace Rollbook
