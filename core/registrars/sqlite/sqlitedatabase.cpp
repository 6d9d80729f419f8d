// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqlitedatabase.h"

#include <sqlite3.h>

namespace Rollbook
{

namespace
{

/// SQLite's own interface: SQLiteCpp's copies each text that is bound, or wants it to end with a 0.
class SqlitePrepared : public PreparedSql
{
public:
    SqlitePrepared(sqlite3 *database, std::string_view text)
        : m_database(database)
    {
        sqlite3_stmt *statement = nullptr;
        check(sqlite3_prepare_v3(database, text.data(), static_cast<int>(text.size()),
            SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        m_statement.reset(statement);
    }

    void bindNull(int parameter) override { check(sqlite3_bind_null(statement(), parameter)); }

    void bindNumber(int parameter, qint64 number) override
    {
        check(sqlite3_bind_int64(statement(), parameter, number));
    }

    void bindBorrowedText(int parameter, std::string_view text) override
    {
        bindText(parameter, text, SQLITE_STATIC);
    }

    void bindText(int parameter, std::string_view text) override
    {
        bindText(parameter, text, SQLITE_TRANSIENT);
    }

    void bindBorrowedBytes(int parameter, QByteArrayView bytes) override
    {
        // Without a place it would be NULL.
        const char *data = bytes.isEmpty() ? "" : bytes.data();
        check(sqlite3_bind_blob64(statement(), parameter, data,
            static_cast<sqlite3_uint64>(bytes.size()), SQLITE_STATIC));
    }

    bool step() override
    {
        const int answer = sqlite3_step(statement());
        if (answer != SQLITE_ROW && answer != SQLITE_DONE)
            check(answer);
        return answer == SQLITE_ROW;
    }

    // The answer is that of the last execution, which was heard then.
    void reset() override { sqlite3_reset(statement()); }

    int columnCount() const override { return sqlite3_column_count(statement()); }

    bool isNull(int column) const override
    {
        return sqlite3_column_type(statement(), column) == SQLITE_NULL;
    }

    qint64 number(int column) const override { return sqlite3_column_int64(statement(), column); }

    std::string_view text(int column) const override
    {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement(), column));
        return {
            text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(statement(), column))};
    }

    QByteArrayView bytes(int column) const override
    {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement(), column));
        return {bytes ? bytes : "", sqlite3_column_bytes(statement(), column)};
    }

    bool isNumber(int column) const override
    {
        return sqlite3_column_type(statement(), column) == SQLITE_INTEGER;
    }

private:
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };

    sqlite3_stmt *statement() const { return m_statement.get(); }

    void bindText(int parameter, std::string_view text, sqlite3_destructor_type lifetime)
    {
        const char *data = text.empty() ? "" : text.data();
        check(sqlite3_bind_text(
            statement(), parameter, data, static_cast<int>(text.size()), lifetime));
    }

    void check(int answer) const
    {
        if (answer != SQLITE_OK)
            throw SQLite::Exception(m_database, answer);
    }

    sqlite3 *m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

} // namespace

// Both kinds: SQLite never holds more than one line.
std::unique_ptr<PreparedSql> SqliteDatabase::prepare(
    std::string_view text, SqlStatement::Lines /*lines*/) const
{
    return std::make_unique<SqlitePrepared>(m_database.getHandle(), text);
}

// Not the last that is there: where entries were cut off, the gap stays. Whoever changes the file
// is alone with it anyway.
std::string_view SqliteDatabase::lastAuditNumber(AuditEnd /*end*/) const
{
    return "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'audit_entries'), 0),"
           " coalesce((SELECT max(number) FROM audit_entries), 0))";
}

} // namespace Rollbook
