// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgconnection.h"
#include "sql/sqldatabase.h"

#include <optional>

namespace Rollbook
{

/// The tables of a school in an open transaction of a connection, which must outlive it and its
/// statements. Statements may be executed between the steps of others.
class PgDatabase : public SqlDatabase
{
public:
    /// begun: the answers to what was asked when the transaction began.
    explicit PgDatabase(PgConnection &connection, std::vector<PgResult> begun = {})
        : m_connection(connection)
        , m_begun(std::move(begun))
    {
    }

    /// Very many lines come through a cursor, some thousands at a time.
    std::unique_ptr<PreparedSql> prepare(
        std::string_view text, SqlStatement::Lines lines) const override;
    std::string_view lastAuditNumber(AuditEnd end) const override;
    qint64 now() const override;
    QString user() const override { return m_connection.user(); }

    PgConnection &connection() const { return m_connection; }
    std::span<const PgResult> begun() const { return m_begun; }

private:
    PgConnection &m_connection;
    std::vector<PgResult> m_begun;
};

/// A statement that is sent whole each time: the server keeps nothing of it.
class PgPrepared : public PreparedSql
{
public:
    PgPrepared(PgConnection &connection, std::string_view text, SqlStatement::Lines lines);
    ~PgPrepared() override;
    Q_DISABLE_COPY_MOVE(PgPrepared)

    void bindNull(int parameter) override;
    void bindNumber(int parameter, qint64 number) override;
    void bindBorrowedText(int parameter, std::string_view text) override;
    void bindText(int parameter, std::string_view text) override;
    void bindBorrowedBytes(int parameter, QByteArrayView bytes) override;

    bool step() override;
    /// Not waited for: a server may be far away, and most of what is written is several lines.
    void exec() override;
    void reset() override;

    /// 0 before it was executed.
    int columnCount() const override;
    bool isNull(int column) const override;
    qint64 number(int column) const override;
    std::string_view text(int column) const override;
    QByteArrayView bytes(int column) const override;
    bool isNumber(int column) const override;

private:
    PgParameter &parameter(int number);
    void execute();
    void openCursor();
    void fetch();
    void closeCursor();

    PgConnection &m_connection;
    std::string m_sql;
    SqlStatement::Lines m_lines;
    std::vector<PgParameter> m_parameters;
    std::string m_cursor;
    std::optional<PgResult> m_result;
    int m_row = -1;
    mutable std::vector<std::optional<QByteArray>> m_bytes; ///< of this line, a column each
};

/// ?1 as $1, outside of quotes and comments, and how many parameters there are.
struct PgText {
    std::string sql;
    int parameters = 0;
};
PgText toPostgres(std::string_view text);

} // namespace Rollbook
