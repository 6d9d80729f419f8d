// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servercomparison.h"

#include "interleaved.h"
#include "postgrescluster.h"
#include "registrars/schoolsetup.h"
#include "servercases.h"

namespace Rollbook::Bench
{

namespace
{

bool makeOriginal(PostgresCluster &server)
{
    if (!server.start() || !server.createDatabase(ServerOriginal))
        return false;
    const auto made = setUpSchool(server.url(ServerOriginal));
    if (!made)
        qWarning("%s", qPrintable(made.error().sentence));
    return made
        && server
               .execute(QStringLiteral("CREATE USER %1 IN ROLE rollbook_admin").arg(ServerOffice),
                   ServerOriginal)
               .isEmpty();
}

double rate(const Medians &medians, const QString &name)
{
    const Measurement &measured = medians.at(name);
    return measured.rows * 1000 / measured.milliseconds;
}

bool compareClients(const PostgresCluster &server, int clients, QTextStream &out)
{
    const QString where = ServerCase{clients, server.folder(), server.port()}.toText();
    QList<Peer> peers;
    for (const char *name : {"server-own", "server-four", "server-shared", "server-places",
             "server-outcomes", "server-inserts"})
        peers += ownCase(QString::fromLatin1(name), where);
    const bool withFile = clients == 1;
    if (withFile)
        peers += ownCase(QStringLiteral("register"), ServerStudents);
    const auto medians = measureInterleaved(peers, FewRounds);
    if (!medians)
        return false;
    const double own = rate(*medians, QStringLiteral("server-own"));
    const double four = rate(*medians, QStringLiteral("server-four"));
    const double shared = rate(*medians, QStringLiteral("server-shared"));
    const double places = rate(*medians, QStringLiteral("server-places"));
    const double outcomes = rate(*medians, QStringLiteral("server-outcomes"));
    const double inserts = rate(*medians, QStringLiteral("server-inserts"));
    const double file = withFile
        ? ServerStudents * 1000.0 / medians->at(QStringLiteral("register")).milliseconds
        : 0;
    out << QString::number(clients).rightJustified(10) << ' ' << cell(own, 0) << ' '
        << cell(four, 0) << ' ' << cell(shared, 0) << ' ' << cell(inserts, 0) << ' '
        << cell(places, 0) << ' ' << cell(outcomes, 0) << ' ' << ratio(own, inserts) << ' '
        << ratio(own, places) << ' ' << ratio(own, outcomes) << ' ' << ratio(four, places) << ' '
        << ratio(shared, outcomes) << ' ' << cell(file, 0) << ' ' << ratio(own, file) << '\n';
    out.flush();
    return true;
}

} // namespace

bool compareServers(const QString &filter, QTextStream &out)
{
    QList<int> asked;
    for (const int clients : {1, 8, 32}) {
        if (QStringLiteral("server %1").arg(clients).contains(filter))
            asked += clients;
    }
    if (asked.isEmpty())
        return true;
    PostgresCluster server(PostgresCluster::Fsync::On);
    if (!makeOriginal(server)) {
        out << "(PostgreSQL cannot be started: a school on a server is left out)\n";
        return true;
    }
    out << "A school on a PostgreSQL server (fsync and synchronous_commit on, socket): rows a\n"
           "second of all clients together (median of "
        << FewRounds << "). Ours: " << ServerStudents
        << " new students, each client\n"
           "a list, a School and a run of its own with all rules, journal and audit trail, as an\n"
           "admin under row level security; into a course of its own, into four of its own that\n"
           "the rows name in turns, or all into one.\n"
           "INSERT: a registration of a known student, prepared, a commit each. (b): 1 000\n"
           "students (ON CONFLICT DO UPDATE) and their registrations in one INSERT … SELECT FROM\n"
           "unnest, a commit each. (c): the same and the rows of the journal, as ours writes "
           "them.\n"
           "(b) and (c) look nothing up, lock no course, and no policy binds them.\n"
           "   clients  ours own  ours four   ours one     INSERT        (b)        (c) own:INSERT"
           "    own:(b)    own:(c)   four:(b)    one:(c)     SQLite own:SQLite\n";
    out.flush();
    for (const int clients : asked) {
        if (!compareClients(server, clients, out))
            return false;
    }
    return true;
}

} // namespace Rollbook::Bench
