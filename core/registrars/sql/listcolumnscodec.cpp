// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/listcolumnscodec.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

namespace Rollbook
{

namespace
{

constexpr char Version = 1;
constexpr int Fastest = 1;
constexpr qint8 NoField = -1;
// Where qCompress() says how long the text was, and how much shorter zlib can make a text at best.
constexpr qsizetype SizeBytes = 4;
constexpr qsizetype StrongestCompression = 1032;

QList<ListColumns::Column> readHead(QDataStream &stream)
{
    QStringList headers;
    stream >> headers;
    QList<ListColumns::Column> columns;
    for (const QString &header : std::as_const(headers)) {
        qint8 field = NoField;
        stream >> field;
        const bool isKnown = field >= 0 && field < StudentFieldCount;
        columns +=
            {header, isKnown ? std::optional(static_cast<StudentField>(field)) : std::nullopt};
    }
    return columns;
}

int keptColumns(const QList<ListColumns::Column> &columns)
{
    return static_cast<int>(std::count_if(columns.cbegin(), columns.cend(),
        [](const ListColumns::Column &column) { return !column.isOfStudent(); }));
}

} // namespace

QByteArray encodeListColumns(const ListColumns &columns)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    QStringList headers;
    for (const ListColumns::Column &column : columns.columns())
        headers += column.header;
    stream << headers;
    for (const ListColumns::Column &column : columns.columns())
        stream << (column.field ? static_cast<qint8>(*column.field) : NoField);
    const bool keepsAny = keptColumns(columns.columns()) > 0;
    const int rows = keepsAny ? columns.keptRows() : 0;
    stream << static_cast<quint32>(rows);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns.columns().size(); ++column) {
            if (columns.columns().at(column).isOfStudent())
                continue;
            const QUtf8StringView cell = columns.keptCell(row, column);
            stream << QByteArray::fromRawData(cell.data(), cell.size());
        }
    }
    return QByteArray(1, Version) + qCompress(bytes, Fastest);
}

ListColumns decodeListColumns(const QByteArray &encoded)
{
    if (encoded.size() <= 1 + SizeBytes || encoded.front() != Version)
        return {};
    const QByteArray compressed = encoded.sliced(1);
    // What is damaged may say that it needs all the memory there is.
    const qsizetype size = qFromBigEndian<quint32>(compressed.constData());
    if (size / StrongestCompression > compressed.size())
        return {};
    const QByteArray bytes = qUncompress(compressed);
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    const QList<ListColumns::Column> columns = readHead(stream);
    const int kept = keptColumns(columns);
    quint32 rows = 0;
    stream >> rows;
    TextTable::Builder table(kept);
    for (; rows > 0 && stream.status() == QDataStream::Ok; --rows) {
        for (int column = 0; column < kept; ++column) {
            QByteArray cell;
            stream >> cell;
            table.appendCell(cell);
        }
        table.endRow();
    }
    if (stream.status() != QDataStream::Ok)
        return {};
    return {columns, std::move(table).finish()};
}

} // namespace Rollbook
