// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rightsschool.h"

#include "postgrescluster.h"

#include <QFile>

namespace Rollbook
{

namespace
{

const QString MakeOwner =
    QStringLiteral("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'olga') THEN"
                   " CREATE ROLE olga LOGIN CREATEROLE; END IF; END $$");
const QString MakeUsers =
    QStringLiteral("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'nora') THEN"
                   " CREATE ROLE nora LOGIN; CREATE ROLE vera LOGIN IN ROLE rollbook_viewer;"
                   " CREATE ROLE rita LOGIN IN ROLE rollbook_registrar;"
                   " CREATE ROLE rudi LOGIN IN ROLE rollbook_registrar;"
                   " CREATE ROLE ada LOGIN IN ROLE rollbook_admin; END IF; END $$");

const QString Courses =
    QStringLiteral("INSERT INTO courses (code, term, title, capacity, waitlist_capacity)"
                   " VALUES ('GO1', '2026', 'Go', 2, 1), ('CHESS', '2026', 'Chess', NULL, NULL);"
                   " INSERT INTO students (student_id, given_name, hold) VALUES ('1', 'Ana', ''),"
                   " ('2', 'Ben', ''), ('3', 'Cem', ''), ('4', 'Dora', 'fee'), ('5', 'Eve', '')");
const QString Runs = QStringLiteral(
    "INSERT INTO runs (id, started_at, started_by, roster_name, course_name, when_full,"
    " unknown_students, state) SELECT id, 1, '', 'list', '', 'waitlist', 'create', state FROM"
    " (VALUES ('running', 'running'), ('finished', 'finished'), ('cancelled', 'cancelled'),"
    " ('undone', 'cancelled'), ('undo', 'finished')) AS wanted (id, state);"
    " UPDATE runs SET kind = 'undo', undone_run = 'undone' WHERE id = 'undo'");
const QString Outcomes = QStringLiteral(
    "INSERT INTO registrations VALUES (1, 1, 0, 1, %1, 1, 1);"
    " UPDATE courses SET seats_taken = 1 WHERE id = 1;"
    " INSERT INTO run_results (run, roster_row, student_id, given_name, family_name, email,"
    " birth_date, grade_level, notes, status, reason, argument, waiting, number, registered_at,"
    " attempts, duration_ms) SELECT 1, row, '', '', '', '', '', '', '', status, '', '', 0, 0, 0,"
    " 1, 1 FROM (VALUES (1, 'registered'), (2, 'failed')) AS wanted (row, status)");

void must(PlainClient &client, const QString &sql)
{
    const PlainClient::Answer answer = client.send(sql);
    if (!answer.state.isEmpty())
        qFatal("%s", qPrintable(answer.text));
}

} // namespace

RightsSchool::RightsSchool(const QString &database, int version)
    : m_database(database)
{
    const PostgresCluster &cluster = PostgresCluster::shared();
    PlainClient superuser(cluster.url(PostgresCluster::Superuser));
    must(superuser, MakeOwner);
    // One that sorts as people do: what a school sorts by bytes must not come from the server.
    must(superuser,
        QStringLiteral("CREATE DATABASE %1 OWNER olga TEMPLATE template0 LOCALE_PROVIDER icu"
                       " ICU_LOCALE 'en'")
            .arg(database));
    PlainClient owner(cluster.url(database, Olga));
    must(owner, script(QStringLiteral("roles.sql")));
    for (int step = 1; step <= version; ++step)
        must(owner, script(QStringLiteral("%1.sql").arg(step, 4, 10, QLatin1Char('0'))));
    must(superuser, MakeUsers);
}

void RightsSchool::fill()
{
    must(as(Ada), Courses);
    // One by one: who may what is asked of what earlier statements made.
    must(as(Rita), Runs);
    must(as(Rita), Outcomes.arg(Now));
    must(as(Rita), entry(1, Rita));
}

QString RightsSchool::entry(int number, const QString &who)
{
    return QStringLiteral(
        "INSERT INTO audit_entries VALUES (%1, 1, '%2', 'run_begun', 'running', '', '{}', '')")
        .arg(number)
        .arg(who);
}

PlainClient &RightsSchool::as(const QString &user)
{
    const auto known = m_clients.find(user);
    if (known != m_clients.end())
        return known->second;
    return m_clients.try_emplace(user, PostgresCluster::shared().url(m_database, user))
        .first->second;
}

QString RightsSchool::script(const QString &name)
{
    QFile file(QStringLiteral(ROLLBOOK_SCHEMA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    return QString::fromUtf8(file.readAll());
}

} // namespace Rollbook
