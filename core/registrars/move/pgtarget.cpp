// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "move/movetarget.h"

#include "postgres/pgdatabase.h"
#include "postgres/pgfault.h"
#include "postgres/pgschema.h"
#include "postgres/pgschool.h"
#include "sql/sqlvalues.h"

#include <QCoreApplication>

namespace Rollbook
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::SchoolMove)
};

std::string qualified(const SchoolTable &table)
{
    return statementText({"rollbook.", table.name});
}

// More than the first entry of the audit trail, which a school gets when it is set up.
bool hasContent(PgConnection &connection)
{
    for (const SchoolTable &table : schoolTables()) {
        const std::string which = isAuditTrail(table) ? " WHERE action <> 'trail_begun'" : "";
        const PgResult answer =
            connection.execute("SELECT EXISTS (SELECT FROM " + qualified(table) + which + ")");
        if (answer.number(0, 0) != 0)
            return true;
    }
    return false;
}

/// Fills a database in one transaction of its owner.
class PgTarget : public MoveTarget
{
public:
    PgTarget(const QString &url, const PgConnection::Patience &patience)
        : m_name(pgSchoolName(url))
        , m_connection(PgAddress{url.toStdString()}, patience)
    {
    }

    // Throws PgFault.
    Expected<void> begin()
    {
        m_connection.execute("BEGIN");
        auto checked = PgSchema::check(m_connection, m_name, PgSchema::Wanted::AllTables);
        if (!checked && checked.error().code != ErrorCode::NotFound)
            return checked;
        if (!checked) {
            PgSchema::make(m_connection);
        } else {
            auto emptied = takeOver();
            if (!emptied)
                return emptied;
        }
        m_connection.execute("SET LOCAL search_path = rollbook, pg_temp");
        m_connection.execute("CALL carry_over(true)");
        return {};
    }

    bool keepsNul() const override { return false; }

    Expected<void> write(const SchoolTable &table, const TableRows &rows) override
    {
        return guarded([&] {
            if (table.has(SchoolTable::Kind::Bytes))
                insertRows(PgDatabase(m_connection), table, rows);
            else
                insertAtOnce(table, rows);
        });
    }

    Expected<void> endWriting(qint64 lastAuditNumber) override
    {
        return guarded([&] {
            m_connection.execute("UPDATE audit_last SET number = $1", {lastAuditNumber});
            m_connection.execute("CALL carry_over(false)");
            // Or the first questions are answered without knowing how large the tables are.
            for (const SchoolTable &table : schoolTables())
                m_connection.execute("ANALYZE " + qualified(table));
        });
    }

    Expected<void> read(const std::function<void(const SqlDatabase &)> &question) override
    {
        return guarded([&] { question(PgDatabase(m_connection)); });
    }

    Expected<void> commit() override
    {
        return guarded([this] { m_connection.commit(); });
    }

private:
    template <typename Step>
    Expected<void> guarded(Step step)
    {
        try {
            step();
            return {};
        } catch (const PgFault &fault) {
            return tl::unexpected(postgresError(fault, m_name));
        }
    }

    /// Of a school that was set up and not used: it begins with the trail that it will get.
    Expected<void> takeOver()
    {
        Expected<void> used = fail(ErrorCode::Usage,
            Text::tr("There is something in the school in “%1” already. It is left as it is; "
                     "another one can only be moved to an empty database.")
                .arg(m_name));
        if (hasContent(m_connection))
            return used;
        m_connection.execute("SET LOCAL lock_timeout = '10s'");
        for (const SchoolTable &table : schoolTables())
            m_connection.execute("LOCK TABLE " + qualified(table) + " IN ACCESS EXCLUSIVE MODE");
        if (hasContent(m_connection))
            return used;
        for (const char *step :
            {"ALTER TABLE rollbook.audit_entries DISABLE TRIGGER entries_stay_as_they_are",
                "DELETE FROM rollbook.audit_entries",
                "ALTER TABLE rollbook.audit_entries ENABLE ALWAYS TRIGGER entries_stay_as_they_are",
                "UPDATE rollbook.audit_last SET number = 0"})
            m_connection.execute(step);
        return {};
    }

    void insertAtOnce(const SchoolTable &table, const TableRows &rows)
    {
        std::string arrays;
        std::vector<PgParameter> parameters;
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const bool isNumber = table.columns[column].kind == SchoolTable::Kind::Number;
            arrays += (column == 0 ? "$" : ", $") + std::to_string(column + 1)
                + (isNumber ? "::bigint[]" : "::text[]");
            PgArray array(isNumber ? PgArray::Element::BigInt : PgArray::Element::Text, rows.count);
            for (std::size_t at = column; at < rows.values.size(); at += table.columns.size()) {
                const TableValue &value = rows.values[at];
                if (const auto *number = std::get_if<qint64>(&value))
                    array.addNumber(*number);
                else if (const auto *text = std::get_if<std::string>(&value))
                    array.addText(*text);
                else
                    array.addNull();
            }
            parameters.emplace_back(array);
        }
        m_connection.execute(statementText({"INSERT INTO ", table.name, " (", table.columnList(),
                                 ") SELECT * FROM unnest(", arrays, ")"}),
            parameters);
    }

    QString m_name;
    PgConnection m_connection;
};

} // namespace

Expected<std::unique_ptr<MoveTarget>> moveToServer(
    const QString &url, const std::function<bool()> &patience)
{
    try {
        auto target = std::make_unique<PgTarget>(url, patience);
        const auto begun = target->begin();
        if (!begun)
            return tl::unexpected(begun.error());
        return target;
    } catch (const PgFault &fault) {
        return tl::unexpected(postgresError(fault, pgSchoolName(url)));
    }
}

} // namespace Rollbook
