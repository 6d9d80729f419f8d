// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pgbouncer.h"
#include "raceroster.h"
#include "registrars/openschool.h"
#include "schoolserver.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <array>
#include <memory>
#include <vector>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int Colleagues = 32;

/// The program registerrace, as a colleague's Rollbook on another computer.
class Racer
{
public:
    Racer(const QString &url, int number, unsigned round)
        : m_number(number)
        , m_roster(number, round)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(
            QStringLiteral(REGISTERRACE), {url, QString::number(number), QString::number(round)});
    }
    bool isReady()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead())
                return false;
        }
        return m_process.readLine() == "ready\n";
    }
    // Now, not when somebody waits for the process.
    bool go() { return m_process.write("go\n") > 0 && m_process.waitForBytesWritten(); }
    bool isContent()
    {
        return m_process.waitForFinished(120'000) && m_process.exitStatus() == QProcess::NormalExit
            && m_process.exitCode() == 0;
    }

    /// What it got, by row; empty unless each row got one answer.
    QStringList outcomes()
    {
        QStringList all(m_roster.students.size());
        const QStringList lines =
            QString::fromUtf8(m_process.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            QString &answer = all[line.section(u' ', 0, 0).toInt()];
            if (!answer.isEmpty())
                return {};
            answer = line.section(u' ', 1);
        }
        return all.contains(QString()) ? QStringList() : all;
    }
    /// "list7.csv 12": the row as the tables know it.
    QString nameOf(int row) const { return u"%1 %2"_s.arg(m_roster.name).arg(row + 1); }
    QString courseOf(int row) const { return m_roster.assignment.courseOf(row).code; }
    /// As the tables know them: who has a number is known by it.
    QString studentOf(int row) const
    {
        const Student student = m_roster.students.student(row);
        return student.email.isEmpty() ? student.studentId : student.email.toLower();
    }

private:
    int m_number;
    RaceRoster m_roster;
    QProcess m_process;
};

using Racers = std::vector<std::unique_ptr<Racer>>;

QStringList sorted(QStringList lines)
{
    lines.sort();
    return lines;
}

// Lines of a query that finds what must not be.
const std::array Wrongs{
    // Each course says how many it has, and their numbers have no gaps.
    "SELECT code, seats_taken, waiting, s, w FROM courses, LATERAL ("
    "  SELECT array_agg(number ORDER BY number) FILTER (WHERE waiting = 0) AS s,"
    "    array_agg(number ORDER BY number) FILTER (WHERE waiting = 1) AS w"
    "  FROM registrations WHERE course = courses.id) AS given"
    " WHERE coalesce(s, '{}') <> array(SELECT generate_series(1, seats_taken))"
    "  OR coalesce(w, '{}') <> array(SELECT generate_series(1, courses.waiting))",
    // All wanted more seats than there are.
    "SELECT code, seats_taken, waiting FROM courses"
    " WHERE seats_taken <> capacity OR waiting <> coalesce(waitlist_capacity, 0)",
    "SELECT 'free', * FROM free_seats",
    // Nobody is in the school twice, so nobody is in a course twice.
    "SELECT email_key, count(*) FROM students WHERE email_key IS NOT NULL"
    " GROUP BY email_key HAVING count(*) > 1",
    "SELECT student, course FROM registrations GROUP BY student, course HAVING count(*) > 1",
    "SELECT roster_name, state FROM runs WHERE state <> 'finished'",
};

} // namespace

/// A whole office on one school on a server at the same moment.
class TestServerRace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everySeatIsGivenOnce_data();
    void everySeatIsGivenOnce();

private:
    void race(const QString &database, const std::function<QString(const QString &)> &urlOf,
        unsigned round);
    void compareWithTables(const QString &database, const Racers &racers);

    // Whoever waits for each other is found at once.
    PostgresCluster m_server{PostgresCluster::Fsync::Off, {u"deadlock_timeout = 50ms"_s}};
    std::unique_ptr<SchoolServer> m_schools;
    QStringList m_users;
};

void TestServerRace::initTestCase()
{
    QVERIFY(m_server.start());
    m_schools = std::make_unique<SchoolServer>(m_server);
    m_users = m_schools->addRegistrars(Colleagues);
}

void TestServerRace::everySeatIsGivenOnce_data()
{
    QTest::addColumn<bool>("isPooled");
    QTest::newRow("direct") << false;
    QTest::newRow("through PgBouncer") << true;
}

void TestServerRace::everySeatIsGivenOnce()
{
    QFETCH(const bool, isPooled);
    const int rounds = qMax(1, qEnvironmentVariableIntValue("ROLLBOOK_RACE_ROUNDS"));
    QElapsedTimer clock;
    clock.start();
    for (int round = 1; round <= rounds; ++round) {
        const QString database = m_schools->addSchool();
        // It keeps connections for whoever comes again, but to this school nobody does.
        PgBouncer bouncer(m_server);
        QVERIFY(!isPooled || bouncer.start());
        race(
            database,
            [&](const QString &user) {
                return isPooled ? bouncer.url(database, user) : m_server.url(database, user);
            },
            static_cast<unsigned>(round));
        if (QTest::currentTestFailed()) {
            qWarning("in round %d", round);
            return;
        }
    }
    qInfo("%d rounds of %d processes in %.1f s", rounds, Colleagues,
        static_cast<double>(clock.elapsed()) / 1000);
    const QString log = m_server.log();
    QVERIFY(!log.contains(u"deadlock detected"));
    QVERIFY2(!log.contains(u"ERROR: "), qPrintable(log.right(4000)));
}

void TestServerRace::race(
    const QString &database, const std::function<QString(const QString &)> &urlOf, unsigned round)
{
    const auto school = openSchool(m_server.url(database, SchoolServer::Office));
    QVERIFY(school);
    QVERIFY((*school)->courses().save(RaceRoster::courses()));
    QVERIFY((*school)->students().save(RaceRoster::known()));
    Racers racers;
    for (int number = 0; number < Colleagues; ++number)
        racers.push_back(std::make_unique<Racer>(urlOf(m_users.at(number)), number, round));
    for (const auto &racer : racers)
        QVERIFY(racer->isReady());
    for (const auto &racer : racers)
        QVERIFY(racer->go());
    for (const auto &racer : racers)
        QVERIFY(racer->isContent());
    for (const char *wrong : Wrongs)
        QCOMPARE(m_server.execute(QString::fromLatin1(wrong), database), QString());
    compareWithTables(database, racers);
    QVERIFY((*school)->audit().verify()->isIntact());
}

void TestServerRace::compareWithTables(const QString &database, const Racers &racers)
{
    // "list7.csv 12: registered 3 RACE1 s012@example.org", as who registered heard it.
    QStringList heard;
    for (const auto &racer : racers) {
        const QStringList outcomes = racer->outcomes();
        QVERIFY(!outcomes.isEmpty());
        for (int row = 0; row < outcomes.size(); ++row) {
            heard += u"%1: %2 %3 %4"_s.arg(
                racer->nameOf(row), outcomes.at(row), racer->courseOf(row), racer->studentOf(row));
        }
    }
    // What its history says.
    const QString recorded = m_server.execute(
        u"SELECT format('%s %s: %s%s %s %s %s', roster_name, roster_row, status,"
        " CASE WHEN status = 'already_registered' AND r.waiting = 1 THEN ' waiting' END,"
        " CASE WHEN r.number > 0 THEN r.number::text ELSE reason END, c.code,"
        " CASE WHEN email <> '' THEN lower(email) ELSE student_id END)"
        " FROM run_results r JOIN run_courses c ON c.run = r.run AND c.position = r.course"
        " JOIN runs ON runs.number = r.run"_s,
        database);
    QCOMPARE(sorted(heard), sorted(recorded.split(u'\n')));
    // Who has a seat or a place heard so, and the other way round; nothing failed.
    const QString wrong = m_server.execute(
        u"WITH heard AS (SELECT r.*, e.id AS held_in FROM run_results r"
        "  JOIN run_courses c ON c.run = r.run AND c.position = r.course"
        "  JOIN courses e ON e.code = c.code AND e.term = c.term)"
        " SELECT heard.* FROM heard WHERE status IN ('failed', 'not_attempted')"
        "  OR (status = 'rejected' AND reason NOT IN ('course_full', 'duplicate_row'))"
        " UNION ALL SELECT heard.* FROM heard LEFT JOIN registrations g ON g.course = held_in"
        "   AND g.waiting = heard.waiting AND g.number = heard.number"
        "  LEFT JOIN students s ON s.id = g.student"
        "  WHERE heard.number > 0 AND (s.id IS NULL OR CASE WHEN heard.student_id <> ''"
        "   THEN s.student_id IS DISTINCT FROM heard.student_id"
        "   ELSE s.email_key IS DISTINCT FROM lower(heard.email) END)"_s,
        database);
    QCOMPARE(wrong, QString());
    QCOMPARE(m_server.execute(
                 u"SELECT count(*) FROM registrations g FULL JOIN (SELECT * FROM run_results WHERE"
                 " status IN ('registered', 'waitlisted')) r ON r.run = g.run AND r.roster_row ="
                 " g.roster_row AND r.number = g.number AND r.waiting = g.waiting"
                 " WHERE g.run IS NULL OR r.run IS NULL"_s,
                 database),
        u"0"_s);
}

QTEST_GUILESS_MAIN(TestServerRace)
#include "tst_serverrace.moc"
