// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plainclient.h"

#include <QStringList>

#include <libpq-fe.h>

namespace Rollbook
{

namespace
{

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

void takeNoNotices(void * /*argument*/, const PGresult * /*notice*/) {}

QString linesOf(const PGresult *result)
{
    QStringList lines;
    for (int row = 0; row < PQntuples(result); ++row) {
        QStringList cells;
        for (int column = 0; column < PQnfields(result); ++column)
            cells += QString::fromUtf8(PQgetvalue(result, row, column));
        lines += cells.join(u'|');
    }
    return lines.join(u'\n');
}

} // namespace

void PlainClient::Finish::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

PlainClient::PlainClient(const QString &url)
    : m_connection(PQconnectdb(url.toUtf8().constData()))
{
    if (PQstatus(m_connection.get()) != CONNECTION_OK)
        qFatal("%s", PQerrorMessage(m_connection.get()));
    PQsetNoticeReceiver(m_connection.get(), takeNoNotices, nullptr);
}

PlainClient::Answer PlainClient::send(const QString &sql)
{
    const Result result(PQexec(m_connection.get(), sql.toUtf8().constData()), &PQclear);
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
        return {{}, linesOf(result.get())};
    const char *state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    return {state ? QString::fromLatin1(state) : QStringLiteral("no answer"),
        QString::fromUtf8(PQerrorMessage(m_connection.get())).trimmed()};
}

PlainClient::Answer PlainClient::tryOut(const QString &sql)
{
    if (Answer begun = send(QStringLiteral("BEGIN")); !begun.state.isEmpty())
        return begun;
    Answer answer = send(sql);
    Answer back = send(QStringLiteral("ROLLBACK"));
    return back.state.isEmpty() ? answer : back;
}

} // namespace Rollbook
