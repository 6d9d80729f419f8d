// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archivebomb.h"

#include <QtEndian>

#include <zlib.h>

#include <array>

namespace
{

struct Packed {
    QByteArray bytes;
    quint32 size = 0;
    quint32 sum = 0;
};

void append16(QByteArray &bytes, quint16 value)
{
    std::array<char, 2> raw{};
    qToLittleEndian(value, raw.data());
    bytes.append(raw.data(), raw.size());
}

void append32(QByteArray &bytes, quint32 value)
{
    std::array<char, 4> raw{};
    qToLittleEndian(value, raw.data());
    bytes.append(raw.data(), raw.size());
}

Bytef *bytesOf(QByteArray &text)
{
    return reinterpret_cast<Bytef *>(text.data());
}

// A piece of a raw deflate stream that ends on a whole byte and looks back at nothing before it.
QByteArray deflated(QByteArray text, int flush)
{
    z_stream stream{};
    deflateInit2(
        &stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
    QByteArray packed(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(text.size()))) + 64,
        Qt::Uninitialized);
    stream.next_in = bytesOf(text);
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = bytesOf(packed);
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, flush);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

void append(Packed &packed, QByteArray text, int times, int flush)
{
    const QByteArray piece = deflated(text, flush);
    const uLong sum = crc32(0, bytesOf(text), static_cast<uInt>(text.size()));
    for (int time = 0; time < times; ++time) {
        packed.bytes += piece;
        packed.size += static_cast<quint32>(text.size());
        packed.sum =
            static_cast<quint32>(crc32_combine(packed.sum, sum, static_cast<z_off_t>(text.size())));
    }
}

QByteArray commonHeader(const ArchiveEntry &entry, const Packed &packed)
{
    QByteArray header;
    append16(header, 20); // version
    append16(header, 0);
    append16(header, 8); // deflate
    append32(header, 0); // time and date
    append32(header, packed.sum);
    append32(header, static_cast<quint32>(packed.bytes.size()));
    append32(header, packed.size);
    append16(header, static_cast<quint16>(entry.name.size()));
    append16(header, 0);
    return header;
}

} // namespace

QByteArray archiveOf(const QList<ArchiveEntry> &entries)
{
    QByteArray body;
    QByteArray table;
    for (const ArchiveEntry &entry : entries) {
        Packed packed;
        append(packed, entry.head, 1, Z_FULL_FLUSH);
        append(packed, entry.filler, entry.times, Z_FULL_FLUSH);
        append(packed, entry.tail, 1, Z_FINISH);
        const QByteArray header = commonHeader(entry, packed);
        table += "PK\x01\x02";
        append16(table, 20);
        table += header;
        table += QByteArray(10, '\0');
        append32(table, static_cast<quint32>(body.size()));
        table += entry.name;
        body += "PK\x03\x04" + header + entry.name + packed.bytes;
    }
    QByteArray end("PK\x05\x06");
    append32(end, 0);
    append16(end, static_cast<quint16>(entries.size()));
    append16(end, static_cast<quint16>(entries.size()));
    append32(end, static_cast<quint32>(table.size()));
    append32(end, static_cast<quint32>(body.size()));
    append16(end, 0);
    return body + table + end;
}
