// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/libpq.h"

#include <QByteArray>
#include <QtGlobal>

#include <memory>
#include <string_view>

namespace Rollbook
{

/// What a statement answered. Rows and columns count from 0.
class PgResult
{
public:
    /// Takes it over.
    explicit PgResult(PGresult *result)
        : m_result(result)
    {
    }

    int rows() const { return libpq().ntuples(m_result.get()); }
    int columns() const { return libpq().nfields(m_result.get()); }
    /// How many lines a statement wrote, or gave.
    qint64 affected() const;

    bool isNull(int row, int column) const
    {
        return libpq().getisnull(m_result.get(), row, column) != 0;
    }
    /// 0: null; true is 1.
    qint64 number(int row, int column) const;
    /// As long as the result is there. Empty: null.
    std::string_view text(int row, int column) const;
    /// Of a bytea.
    QByteArray bytes(int row, int column) const;
    /// Whether the column holds numbers, or true and false.
    bool isNumber(int column) const;

private:
    std::unique_ptr<PGresult, LibpqFree> m_result;
};

} // namespace Rollbook
