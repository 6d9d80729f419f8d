// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgdatabase.h"

#include "postgres/pgfault.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace Rollbook
{

namespace
{

constexpr int LinesAtOnce = 5000;

/// Where what begins there ends, if it is a quotation or a comment; npos: it is neither.
size_t endOfQuotation(std::string_view text, size_t from)
{
    const char first = text[from];
    size_t end = std::string_view::npos;
    if (first == '\'' || first == '"')
        end = text.find(first, from + 1);
    else if (text.substr(from).starts_with("--"))
        end = text.find('\n', from);
    else
        return end;
    return end == std::string_view::npos ? text.size() : end + 1;
}

} // namespace

PgText toPostgres(std::string_view text)
{
    PgText translated;
    translated.sql.reserve(text.size());
    for (size_t at = 0; at < text.size();) {
        const size_t end = endOfQuotation(text, at);
        if (end != std::string_view::npos) {
            translated.sql.append(text.substr(at, end - at));
            at = end;
            continue;
        }
        int number = 0;
        const char *digits = text.data() + at + 1;
        if (text[at] == '?'
            && std::from_chars(digits, text.data() + text.size(), number).ec == std::errc{}) {
            translated.sql += '$';
            translated.parameters = std::max(translated.parameters, number);
        } else {
            translated.sql += text[at];
        }
        ++at;
    }
    return translated;
}

std::unique_ptr<PreparedSql> PgDatabase::prepare(
    std::string_view text, SqlStatement::Lines lines) const
{
    return std::make_unique<PgPrepared>(m_connection, text, lines);
}

qint64 PgDatabase::now() const
{
    return m_connection.execute("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint")
        .number(0, 0);
}

std::string_view PgDatabase::lastAuditNumber(AuditEnd end) const
{
    return end == AuditEnd::Locked ? "SELECT number FROM audit_last"
                                     ""
                                     " FOR UPDATE"
                                   : "SELECT number FROM audit_last";
}

PgPrepared::PgPrepared(PgConnection &connection, std::string_view text, SqlStatement::Lines lines)
    : m_connection(connection)
    , m_lines(lines)
{
    PgText translated = toPostgres(text);
    m_sql = std::move(translated.sql);
    m_parameters.resize(static_cast<size_t>(translated.parameters));
}

PgPrepared::~PgPrepared()
{
    try {
        closeCursor();
    } catch (const PgFault &) { // NOLINT(bugprone-empty-catch)
        // Whatever broke the connection is said by the next statement; the cursor ends with it.
    }
}

PgParameter &PgPrepared::parameter(int number)
{
    Q_ASSERT(number > 0 && static_cast<size_t>(number) <= m_parameters.size());
    return m_parameters[static_cast<size_t>(number - 1)];
}

void PgPrepared::bindNull(int number)
{
    parameter(number) = PgParameter();
}

void PgPrepared::bindNumber(int number, qint64 value)
{
    parameter(number) = PgParameter(value);
}

void PgPrepared::bindBorrowedText(int number, std::string_view text)
{
    // libpq wants a zero at its end, which a view does not have.
    bindText(number, text);
}

void PgPrepared::bindText(int number, std::string_view text)
{
    parameter(number) = PgParameter(text);
}

void PgPrepared::bindBorrowedBytes(int number, QByteArrayView bytes)
{
    parameter(number) = PgParameter::borrowed(bytes);
}

bool PgPrepared::step()
{
    if (!m_result)
        execute();
    std::fill(m_bytes.begin(), m_bytes.end(), std::nullopt);
    if (m_row + 1 == m_result->rows() && !m_cursor.empty())
        fetch();
    if (m_row + 1 >= m_result->rows())
        return false;
    ++m_row;
    return true;
}

void PgPrepared::exec()
{
    m_connection.sendAhead(m_sql, m_parameters);
}

void PgPrepared::reset()
{
    closeCursor();
    m_result.reset();
    m_row = -1;
}

void PgPrepared::execute()
{
    if (m_lines == SqlStatement::Lines::VeryMany)
        openCursor();
    else
        m_result = m_connection.execute(m_sql, m_parameters);
    m_row = -1;
    m_bytes.assign(static_cast<size_t>(m_result->columns()), std::nullopt);
}

void PgPrepared::openCursor()
{
    const std::string name = m_connection.nextCursorName();
    const std::array<PgCommand, 2> commands{
        PgCommand{"DECLARE " + name + " NO SCROLL CURSOR FOR " + m_sql, m_parameters},
        PgCommand{"FETCH " + std::to_string(LinesAtOnce) + " FROM " + name}};
    m_result = std::move(m_connection.executeAll(commands).back());
    m_cursor = name;
    m_row = -1;
}

void PgPrepared::fetch()
{
    if (m_result->rows() < LinesAtOnce) { // the last ones
        closeCursor();
        return;
    }
    m_result = m_connection.execute("FETCH " + std::to_string(LinesAtOnce) + " FROM " + m_cursor);
    m_row = -1;
}

void PgPrepared::closeCursor()
{
    if (m_cursor.empty())
        return;
    const std::string name = std::exchange(m_cursor, {});
    if (m_connection.isInTransaction()) // or it ended with it
        m_connection.sendAhead("CLOSE " + name);
}

int PgPrepared::columnCount() const
{
    return m_result ? m_result->columns() : 0;
}

bool PgPrepared::isNull(int column) const
{
    return m_result->isNull(m_row, column);
}

qint64 PgPrepared::number(int column) const
{
    return m_result->number(m_row, column);
}

std::string_view PgPrepared::text(int column) const
{
    return m_result->text(m_row, column);
}

QByteArrayView PgPrepared::bytes(int column) const
{
    auto &decoded = m_bytes[static_cast<size_t>(column)];
    if (!decoded)
        decoded = m_result->bytes(m_row, column);
    return *decoded;
}

bool PgPrepared::isNumber(int column) const
{
    return !isNull(column) && m_result->isNumber(column);
}

} // namespace Rollbook
