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
#include <optional>
#include <vector>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int Colleagues = 32;
constexpr int RoundsOfSchool = 10; // then all open another one

/// The program registerrace, as a colleague's Rollbook on another computer.
class Racer
{
public:
    explicit Racer(int number)
        : m_number(number)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(REGISTERRACE), {QString::number(number)});
    }

    bool join(unsigned round, const QString &url)
    {
        m_roster.emplace(m_number, round);
        return say(u"%1 %2\n"_s.arg(round).arg(url).toUtf8());
    }
    bool isReady() { return nextLine(30'000) == u"ready"; }
    bool go() { return say("go\n"); }
    bool isContent()
    {
        m_outcomes = QStringList(m_roster->students.size());
        QString line;
        do
            line = nextLine(120'000);
        while (hear(line));
        if (line == u"done" && !m_outcomes.contains(QString()))
            return true;
        qWarning("the last that %s said: %s", qPrintable(m_roster->name), qPrintable(line));
        return false;
    }
    /// Whether it had no more to say, and ended well.
    bool leave()
    {
        m_process.closeWriteChannel();
        return m_process.waitForFinished() && m_process.exitStatus() == QProcess::NormalExit
            && m_process.exitCode() == 0 && m_process.readAll().isEmpty();
    }

    /// What it got, by row.
    const QStringList &outcomes() const { return m_outcomes; }
    /// "list7.csv 12": the row as the tables know it.
    QString nameOf(int row) const { return u"%1 %2"_s.arg(m_roster->name).arg(row + 1); }
    QString courseOf(int row) const { return m_roster->assignment.courseOf(row).code; }
    /// As the tables know them: who has a number is known by it.
    QString studentOf(int row) const
    {
        const Student student = m_roster->students.student(row);
        return student.email.isEmpty() ? student.studentId : student.email.toLower();
    }

private:
    // Now, not when somebody waits for the process.
    bool say(const QByteArray &line)
    {
        return m_process.write(line) > 0 && m_process.waitForBytesWritten();
    }
    QString nextLine(int patienceMs)
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(patienceMs))
                return {};
        }
        return QString::fromUtf8(m_process.readLine()).chopped(1);
    }
    // Each row gets one answer.
    bool hear(const QString &line)
    {
        bool isNumber = false;
        const int row = line.section(u' ', 0, 0).toInt(&isNumber);
        if (!isNumber || row < 0 || row >= m_outcomes.size() || !m_outcomes.at(row).isEmpty())
            return false;
        m_outcomes[row] = line.section(u' ', 1);
        return true;
    }

    int m_number;
    std::optional<RaceRoster> m_roster;
    QStringList m_outcomes;
    QProcess m_process;
};

using Racers = std::vector<std::unique_ptr<Racer>>;

QStringList sorted(QStringList lines)
{
    lines.sort();
    return lines;
}

// Queries that find what must not be.
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
    // Who has a seat or a place heard so, and the other way round; nothing failed.
    "WITH heard AS (SELECT r.*, e.id AS held_in FROM run_results r"
    "  JOIN run_courses c ON c.run = r.run AND c.position = r.course"
    "  JOIN courses e ON e.code = c.code AND e.term = c.term)"
    " SELECT heard.* FROM heard WHERE status IN ('failed', 'not_attempted')"
    "  OR (status = 'rejected' AND reason NOT IN ('course_full', 'duplicate_row'))"
    " UNION ALL SELECT heard.* FROM heard LEFT JOIN registrations g ON g.course = held_in"
    "   AND g.waiting = heard.waiting AND g.number = heard.number"
    "  LEFT JOIN students s ON s.id = g.student"
    "  WHERE heard.number > 0 AND (s.id IS NULL OR CASE WHEN heard.student_id <> ''"
    "   THEN s.student_id IS DISTINCT FROM heard.student_id"
    "   ELSE s.email_key IS DISTINCT FROM lower(heard.email) END)",
    "SELECT g.*, r.* FROM registrations g FULL JOIN (SELECT * FROM run_results WHERE"
    " status IN ('registered', 'waitlisted')) r ON r.run = g.run AND r.roster_row ="
    " g.roster_row AND r.number = g.number AND r.waiting = g.waiting"
    " WHERE g.run IS NULL OR r.run IS NULL",
};

/// What the tables do not say as they should, for all rounds of a school.
QString wrongIn(const PostgresCluster &server, const QString &database)
{
    QStringList queries;
    for (const char *wrong : Wrongs)
        queries += QString::fromLatin1(wrong);
    return server.execute(queries.join(u";\n"), database);
}

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
    void openSchoolFor(bool isPooled);
    void race(unsigned round, const Racers &racers);
    void compareWithHistory(unsigned round, const Racers &racers);

    // Whoever waits for each other is found at once.
    PostgresCluster m_server{PostgresCluster::Fsync::Off, {u"deadlock_timeout = 50ms"_s}};
    std::unique_ptr<SchoolServer> m_schools;
    QStringList m_users;

    // The school of the round.
    QString m_database;
    std::unique_ptr<School> m_school;
    std::unique_ptr<PgBouncer> m_bouncer; ///< none: to the server itself
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
    const int wanted = qEnvironmentVariableIntValue("ROLLBOOK_RACE_ROUNDS");
    const int rounds = wanted > 0 ? wanted : RACE_ROUNDS;
    QElapsedTimer clock;
    clock.start();
    Racers racers;
    for (int number = 0; number < Colleagues; ++number)
        racers.push_back(std::make_unique<Racer>(number));
    for (int round = 1; round <= rounds; ++round) {
        if (round % RoundsOfSchool == 1)
            openSchoolFor(isPooled);
        if (!QTest::currentTestFailed())
            race(static_cast<unsigned>(round), racers);
        if (!QTest::currentTestFailed() && (round % RoundsOfSchool == 0 || round == rounds))
            QVERIFY(m_school->audit().verify()->isIntact());
        if (QTest::currentTestFailed()) {
            qWarning("in round %d", round);
            return;
        }
    }
    for (const auto &racer : racers)
        QVERIFY(racer->leave());
    qInfo("%d rounds of %d processes in %.1f s", rounds, Colleagues,
        static_cast<double>(clock.elapsed()) / 1000);
    QString log = m_server.log();
    QVERIFY(!log.contains(u"deadlock detected"));
    // Of two who add the same student at once, the second is told so and begins again.
    log.remove(u"ERROR:  duplicate key value violates unique constraint"
               u" \"students_student_id_key\""_s);
    QVERIFY2(!log.contains(u"ERROR: "), qPrintable(log.right(4000)));
}

void TestServerRace::openSchoolFor(bool isPooled)
{
    m_database = m_schools->addSchool();
    auto school = openSchool(m_server.url(m_database, SchoolServer::Office));
    QVERIFY(school);
    m_school = std::move(*school);
    // It keeps connections for whoever comes again, but to the school before nobody does.
    m_bouncer = isPooled ? std::make_unique<PgBouncer>(m_server) : nullptr;
    QVERIFY(!isPooled || m_bouncer->start());
}

void TestServerRace::race(unsigned round, const Racers &racers)
{
    QVERIFY(m_school->courses().save(RaceRoster::courses(round)));
    QVERIFY(m_school->students().save(RaceRoster::known(round)));
    for (std::size_t number = 0; number < racers.size(); ++number) {
        const QString &user = m_users.at(static_cast<qsizetype>(number));
        QVERIFY(racers[number]->join(
            round, m_bouncer ? m_bouncer->url(m_database, user) : m_server.url(m_database, user)));
    }
    for (const auto &racer : racers)
        QVERIFY(racer->isReady());
    for (const auto &racer : racers)
        QVERIFY(racer->go());
    for (const auto &racer : racers)
        QVERIFY(racer->isContent());
    QCOMPARE(wrongIn(m_server, m_database), QString());
    compareWithHistory(round, racers);
}

void TestServerRace::compareWithHistory(unsigned round, const Racers &racers)
{
    // "list7.csv 12: registered 3 RACE1 s12.1@example.org", as who registered heard it.
    QStringList heard;
    for (const auto &racer : racers) {
        const QStringList &outcomes = racer->outcomes();
        for (int row = 0; row < outcomes.size(); ++row) {
            heard += u"%1: %2 %3 %4"_s.arg(
                racer->nameOf(row), outcomes.at(row), racer->courseOf(row), racer->studentOf(row));
        }
    }
    const QString recorded = m_server.execute(
        u"SELECT format('%s %s: %s%s %s %s %s', roster_name, roster_row, status,"
        " CASE WHEN status = 'already_registered' AND r.waiting = 1 THEN ' waiting' END,"
        " CASE WHEN r.number > 0 THEN r.number::text ELSE reason END, c.code,"
        " CASE WHEN email <> '' THEN lower(email) ELSE student_id END)"
        " FROM run_results r JOIN run_courses c ON c.run = r.run AND c.position = r.course"
        " JOIN runs ON runs.number = r.run WHERE c.term = '"_s
            + RaceRoster::term(round) + u'\'',
        m_database);
    QCOMPARE(sorted(heard), sorted(recorded.split(u'\n')));
}

QTEST_GUILESS_MAIN(TestServerRace)
#include "tst_serverrace.moc"
