// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <memory>
#include <string_view>

namespace Rollbook
{

class SqlDatabase;

/// A statement as a database has it. Parameters count from 1, columns from 0. Throws what the
/// library of that database throws.
class PreparedSql
{
public:
    virtual ~PreparedSql() = default;

    virtual void bindNull(int parameter) = 0;
    virtual void bindNumber(int parameter, qint64 number) = 0;
    /// Not copied: the text has to stay until the statement was executed.
    virtual void bindBorrowedText(int parameter, std::string_view text) = 0;
    virtual void bindText(int parameter, std::string_view text) = 0;
    /// Not copied, either.
    virtual void bindBorrowedBytes(int parameter, QByteArrayView bytes) = 0;

    /// Executes it, if it was not since it was reset, and goes to the next line; false: there is
    /// none.
    virtual bool step() = 0;
    /// Executes one that gives no lines. A database may go on before it was; whatever comes next
    /// throws, then, what it would have thrown, and at the latest the commit does.
    virtual void exec() { step(); }
    /// Makes it ready to be bound and executed again, whatever became of it the last time.
    virtual void reset() = 0;

    virtual int columnCount() const = 0;
    virtual bool isNull(int column) const = 0;
    /// Of a column that holds numbers; true is 1.
    virtual qint64 number(int column) const = 0;
    /// Until the next step().
    virtual std::string_view text(int column) const = 0;
    virtual QByteArrayView bytes(int column) const = 0;
    virtual bool isNumber(int column) const = 0;

protected:
    PreparedSql() = default;
    Q_DISABLE_COPY_MOVE(PreparedSql)
};

/// A statement on the tables of a school, in the words that SQLite and PostgreSQL have in common.
/// Parameters are written ?1, ?2 … Throws what the database throws.
class SqlStatement
{
public:
    /// Of which a database may hold one line at a time only, where a statement gives very many.
    enum class Lines : quint8 { Some, VeryMany };

    /// The database must outlive it.
    SqlStatement(const SqlDatabase &database, std::string_view text, Lines lines = Lines::Some);

    void bind(int parameter) { m_prepared->bindNull(parameter); }
    void bind(int parameter, int number) { m_prepared->bindNumber(parameter, number); }
    void bind(int parameter, std::string_view text) { m_prepared->bindText(parameter, text); }
    void bindNoCopy(int parameter, std::string_view text)
    {
        m_prepared->bindBorrowedText(parameter, text);
    }
    void bindBytesNoCopy(int parameter, QByteArrayView bytes)
    {
        m_prepared->bindBorrowedBytes(parameter, bytes);
    }

    bool executeStep() { return m_prepared->step(); }
    /// For statements that give no lines; what it throws may come later, see PreparedSql::exec().
    void exec() { m_prepared->exec(); }
    void reset() { m_prepared->reset(); }

    const PreparedSql &line() const { return *m_prepared; }
    PreparedSql &prepared() { return *m_prepared; }

private:
    std::unique_ptr<PreparedSql> m_prepared;
};

} // namespace Rollbook
