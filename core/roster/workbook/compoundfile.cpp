// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/compoundfile.h"

#include <QtEndian>

namespace Rollbook
{

namespace
{

constexpr QByteArrayView Signature("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
constexpr qsizetype FileHeaderSize = 512;
constexpr quint32 LastSector = 0xFFFFFFFA; // what is above has a meaning of its own
constexpr quint32 EndOfChain = 0xFFFFFFFE;
constexpr qsizetype EntriesInHeader = 109;
constexpr qsizetype DirectoryEntrySize = 128;
constexpr quint64 MiniStreamBelow = 4096;
constexpr qsizetype MiniSectorSize = 64;

quint16 word(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.data() + at);
}

quint32 number(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.data() + at);
}

void append(QByteArrayView sector, std::vector<quint32> &table)
{
    for (qsizetype at = 0; at + 4 <= sector.size(); at += 4)
        table.push_back(number(sector, at));
}

} // namespace

bool CompoundFile::isOne(QByteArrayView bytes)
{
    return bytes.startsWith(Signature);
}

std::optional<CompoundFile> CompoundFile::open(const QByteArray &bytes)
{
    if (!isOne(bytes) || bytes.size() < FileHeaderSize)
        return std::nullopt;
    const quint16 version = word(bytes, 26);
    const quint16 shift = word(bytes, 30);
    if (!(version == 3 && shift == 9) && !(version == 4 && shift == 12))
        return std::nullopt;
    if (word(bytes, 28) != 0xFFFE || word(bytes, 32) != 6 || number(bytes, 56) != MiniStreamBelow)
        return std::nullopt;
    CompoundFile file;
    file.m_bytes = bytes;
    file.m_sectorSize = qsizetype(1) << shift;
    if (!file.readTable() || !file.readDirectory())
        return std::nullopt;
    return file;
}

QByteArrayView CompoundFile::sector(quint32 index) const
{
    const qsizetype begin = (static_cast<qsizetype>(index) + 1) * m_sectorSize;
    if (index >= LastSector || begin >= m_bytes.size())
        return {};
    // Some programs cut the last one short.
    return QByteArrayView(m_bytes).sliced(begin, qMin(m_sectorSize, m_bytes.size() - begin));
}

bool CompoundFile::readTable()
{
    Chain places;
    append(QByteArrayView(m_bytes).sliced(76, EntriesInHeader * 4), places);
    quint32 more = number(m_bytes, 68);
    const qsizetype sectors = m_bytes.size() / m_sectorSize;
    for (qsizetype seen = 0; more < LastSector; ++seen) {
        const QByteArrayView list = sector(more);
        if (seen > sectors || list.size() < m_sectorSize)
            return false;
        append(list.chopped(4), places);
        more = number(list, m_sectorSize - 4);
    }
    const quint32 count = number(m_bytes, 44);
    if (count > places.size())
        return false;
    places.resize(count);
    for (const quint32 place : places) {
        const QByteArrayView part = sector(place);
        if (part.size() < m_sectorSize || static_cast<qsizetype>(m_table.size()) > m_bytes.size())
            return false;
        append(part, m_table);
    }
    return !m_table.empty();
}

std::optional<CompoundFile::Chain> CompoundFile::chain(quint32 start, const Chain &table) const
{
    Chain sectors;
    for (quint32 at = start; at != EndOfChain; at = table[at]) {
        if (at >= table.size() || sectors.size() > table.size())
            return std::nullopt;
        sectors.push_back(at);
    }
    return sectors;
}

std::optional<QByteArray> CompoundFile::joined(quint32 start) const
{
    const auto sectors = chain(start, m_table);
    if (!sectors)
        return std::nullopt;
    QByteArray bytes;
    for (const quint32 each : *sectors) {
        const QByteArrayView part = sector(each);
        if (part.isEmpty())
            return std::nullopt;
        bytes.append(part);
    }
    return bytes;
}

bool CompoundFile::readDirectory()
{
    const auto directory = joined(number(m_bytes, 48));
    if (!directory)
        return false;
    const QByteArrayView entries(*directory);
    for (qsizetype at = 0; at + DirectoryEntrySize <= entries.size(); at += DirectoryEntrySize) {
        const QByteArrayView entry = entries.sliced(at, DirectoryEntrySize);
        const int kind = static_cast<quint8>(entry[66]);
        const quint16 nameSize = word(entry, 64);
        if (kind == 0 || nameSize < 2 || nameSize > 64)
            continue;
        // Version 3 leaves the upper half of the size undefined.
        const Stream stream{number(entry, 116), number(entry, 120)};
        QString name;
        for (qsizetype letter = 0; letter + 2 < nameSize; letter += 2)
            name += QChar(word(entry, letter));
        if (kind == 5)
            m_root = stream;
        else if (kind == 2 && !contains(name))
            m_streams.insert(name.toLower(), stream);
    }
    return true;
}

std::optional<QByteArray> CompoundFile::fromMiniStream(const Stream &stream) const
{
    const auto all = joined(m_root.start);
    const auto tableBytes = joined(number(m_bytes, 60));
    if (!all || !tableBytes)
        return std::nullopt;
    Chain table;
    append(*tableBytes, table);
    const auto sectors = chain(stream.start, table);
    if (!sectors)
        return std::nullopt;
    QByteArray bytes;
    for (const quint32 each : *sectors) {
        const qsizetype begin = static_cast<qsizetype>(each) * MiniSectorSize;
        if (begin + MiniSectorSize > all->size())
            return std::nullopt;
        bytes.append(QByteArrayView(*all).sliced(begin, MiniSectorSize));
    }
    return bytes;
}

std::optional<QByteArray> CompoundFile::read(const QString &name) const
{
    const auto stream = m_streams.constFind(name.toLower());
    if (stream == m_streams.cend())
        return std::nullopt;
    auto bytes = stream->size < MiniStreamBelow ? fromMiniStream(*stream) : joined(stream->start);
    if (!bytes || static_cast<quint64>(bytes->size()) < stream->size)
        return std::nullopt;
    bytes->truncate(static_cast<qsizetype>(stream->size));
    return bytes;
}

} // namespace Rollbook
