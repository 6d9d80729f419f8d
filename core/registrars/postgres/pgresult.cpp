// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgresult.h"

#include <charconv>

namespace Rollbook
{

namespace
{

// Of the catalogue of PostgreSQL (pg_type.dat).
enum TypeNumber : unsigned {
    Bool = 16,
    Int8 = 20,
    Int2 = 21,
    Int4 = 23,
    Oid4 = 26,
    Numeric = 1700,
};

qint64 toNumber(std::string_view text)
{
    qint64 number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

qint64 PgResult::affected() const
{
    return toNumber(libpq().cmdTuples(m_result.get()));
}

qint64 PgResult::number(int row, int column) const
{
    const std::string_view shown = text(row, column);
    if (libpq().ftype(m_result.get(), column) == Bool)
        return shown == "t" ? 1 : 0;
    return toNumber(shown);
}

std::string_view PgResult::text(int row, int column) const
{
    return {libpq().getvalue(m_result.get(), row, column),
        static_cast<size_t>(libpq().getlength(m_result.get(), row, column))};
}

QByteArray PgResult::bytes(int row, int column) const
{
    const std::string_view shown = text(row, column);
    constexpr std::string_view Hex = "\\x";
    // A server may be set up to answer in the older way of PostgreSQL 8.
    if (!shown.starts_with(Hex)) {
        size_t size = 0;
        const std::unique_ptr<unsigned char, LibpqFree> decoded(libpq().unescapeBytea(
            reinterpret_cast<const unsigned char *>(libpq().getvalue(m_result.get(), row, column)),
            &size));
        return {reinterpret_cast<const char *>(decoded.get()), static_cast<qsizetype>(size)};
    }
    const std::string_view digits = shown.substr(Hex.size());
    return QByteArray::fromHex(
        QByteArray::fromRawData(digits.data(), static_cast<qsizetype>(digits.size())));
}

bool PgResult::isNumber(int column) const
{
    switch (libpq().ftype(m_result.get(), column)) {
    case Bool:
    case Int8:
    case Int2:
    case Int4:
    case Oid4:
    case Numeric:
        return true;
    default:
        return false;
    }
}

} // namespace Rollbook
