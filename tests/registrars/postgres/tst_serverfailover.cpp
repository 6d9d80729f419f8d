// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/openschool.h"
#include "registration/bulkregistration.h"
#include "schoolserver.h"
#include "standbycluster.h"
#include "tcprelay.h"
#include "teststore.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QUrl>
#include <QtConcurrent>

#include <memory>

#include <signal.h>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int Rows = 3000;

QList<Course> courses()
{
    return {course(u"BIG"_s, 1200, 300), course(u"WIDE"_s), course(u"SMALL"_s, 20)};
}

/// Some by their address alone, some twice.
StudentList students()
{
    QList<Student> all;
    for (int row = 0; row < Rows; ++row) {
        const int number = row % 50 == 49 ? row - 20 : row;
        all += number % 10 == 7 ? student({}, u"s%1@example.org"_s.arg(number))
                                : student(u"S%1"_s.arg(number));
    }
    return StudentList::fromStudents(all);
}

CourseAssignment assignment()
{
    QList<CourseRef> refs;
    const QList<Course> all = courses();
    for (const Course &one : all)
        refs += one.ref();
    QList<qint32> indexes;
    for (int row = 0; row < Rows; ++row)
        indexes += row % 20 == 3 ? 2 : row % 3 == 0 ? 1 : 0;
    return CourseAssignment(refs, indexes);
}

BulkRegistration::Request request()
{
    BulkRegistration::Request wanted;
    wanted.students = students();
    wanted.courses = assignment();
    wanted.rosterName = u"list.csv"_s;
    wanted.batchSize = 20;
    wanted.batchesInFlight = 4;
    wanted.retry.attempts = 2;
    wanted.retry.base = 2ms;
    wanted.retry.cap = 8ms;
    wanted.retry.firstProbe = 20ms;
    wanted.retry.lastProbe = 200ms;
    return wanted;
}

/// Each row by itself, in a school that nothing happens to.
QStringList undisturbed()
{
    static const QStringList expected = [] {
        const TestStore place(u"sqlite"_s);
        const auto school = place.open();
        if (!school->courses().save(courses()))
            qFatal("no courses");
        return outcomes(registerAll(
            *school, Run::begin(u"list.csv"_s, assignment(), {}), students(), assignment(), 1));
    }();
    return expected;
}

/// A run in a school on a server to which something happens in the middle.
class Disturbed
{
public:
    /// disturb: called once, when that many rows have their outcome.
    Disturbed(School &school, int after, const std::function<void()> &disturb)
        : m_run(school.registrar(), &school.journal(), request())
        , m_after(after)
    {
        QObject::connect(&m_run, &BulkRegistration::resultsReady, &m_run,
            [this, disturb](const RegistrationResults &results) {
                m_shown += static_cast<int>(results.size());
                if (m_shown < m_after || m_isDisturbed)
                    return;
                m_isDisturbed = true;
                m_before = m_shown;
                disturb();
            });
        QObject::connect(&m_run, &BulkRegistration::finished, &m_run,
            [this](const RegisterStudentsResults &results) { m_answer = results; });
    }

    void goOn()
    {
        QSignalSpy finished(&m_run, &BulkRegistration::finished);
        m_run.start();
        QVERIFY(finished.wait(120'000));
        QVERIFY(m_isDisturbed);
        QVERIFY(m_before < Rows || m_after == Rows);
        QCOMPARE(m_shown, Rows);
        QCOMPARE(m_answer->problem ? m_answer->problem->sentence : QString(), QString());
        QCOMPARE(m_answer->run.state, RunState::Finished);
        QCOMPARE(outcomes(m_answer->results), undisturbed());
    }

    /// What the school says of it afterwards.
    void compareWithHistory(School &school) const
    {
        const auto runs = school.journal().runs();
        QVERIFY(runs);
        QCOMPARE(runs->size(), 1);
        QCOMPARE(runs->first().state, RunState::Finished);
        QCOMPARE(runs->first().counts, m_answer->run.counts);
        const auto recorded = school.journal().run(runs->first().id);
        QVERIFY(recorded);
        QCOMPARE(outcomes(recorded->results), undisturbed());
        for (const Course &one : courses()) {
            const auto seats = school.courses().find(one.code);
            QVERIFY(seats);
            QCOMPARE(seats->seatsTaken, given(RegistrationStatus::Registered, one));
            QCOMPARE(seats->waiting, given(RegistrationStatus::Waitlisted, one));
        }
        QVERIFY(school.audit().verify()->isIntact());
    }

private:
    int given(RegistrationStatus status, const Course &one) const
    {
        return static_cast<int>(std::count_if(m_answer->results.cbegin(), m_answer->results.cend(),
            [&](const StudentRegistrationResult &result) {
                return result.status() == status
                    && m_answer->courses.courseOf(result.row) == one.ref();
            }));
    }

    BulkRegistration m_run;
    std::optional<RegisterStudentsResults> m_answer;
    int m_after;
    int m_shown = 0;
    int m_before = 0;
    bool m_isDisturbed = false;
};

// What the tables must not hold after a run.
void compareTables(const PostgresCluster &server, const QString &database)
{
    QCOMPARE(
        server.execute(
            u"SELECT string_agg(action, ', ' ORDER BY number) FROM audit_entries WHERE run <> ''"_s,
            database),
        u"run_begun, run_ended"_s);
    QCOMPARE(server.execute(
                 u"SELECT count(*) FROM registrations g FULL JOIN (SELECT * FROM run_results WHERE"
                 " status IN ('registered', 'waitlisted')) r ON r.run = g.run AND r.roster_row ="
                 " g.roster_row AND r.number = g.number AND r.waiting = g.waiting"
                 " WHERE g.run IS NULL OR r.run IS NULL"_s,
                 database),
        u"0"_s);
    QCOMPARE(server.execute(u"SELECT email_key FROM students WHERE email_key IS NOT NULL"
                            " GROUP BY email_key HAVING count(*) > 1"_s,
                 database),
        QString());
}

int signalConnections(const PostgresCluster &server, const QString &database, int signal)
{
    const QStringList processes = server
                                      .execute(u"SELECT pid FROM pg_stat_activity WHERE datname ="
                                               " '%1'"_s.arg(database))
                                      .split(u'\n', Qt::SkipEmptyParts);
    for (const QString &process : processes)
        ::kill(process.toInt(), signal);
    return static_cast<int>(processes.size());
}

std::unique_ptr<School> opened(const QString &url)
{
    auto school = openSchool(url);
    if (!school)
        qFatal("%s", qPrintable(school.error().sentence));
    return std::move(*school);
}

} // namespace

using Disturbance = std::function<void(PostgresCluster &server, const QString &database)>;

/// The server goes away in the middle of a run.
class TestServerFailover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standbyTakesOver();
    void serverComesBack_data();
    void serverComesBack();
    void networkComesBack();
    void endOfRunWaitsForTheServer();
    void endThatIsInDoubtIsWrittenOnce();
    void hurriedEndDoesNotWait();
};

void TestServerFailover::standbyTakesOver()
{
    const int wanted = qEnvironmentVariableIntValue("ROLLBOOK_FAILOVER_ROUNDS");
    const int rounds = wanted > 0 ? wanted : 2;
    QElapsedTimer clock;
    clock.start();
    for (int round = 1; round <= rounds; ++round) {
        PostgresCluster primary;
        QVERIFY(primary.start());
        const QString database = SchoolServer(primary).addSchool();
        StandbyCluster standby(primary);
        QVERIFY(standby.start());
        QVERIFY(standby.replicateSynchronously());
        const auto school = opened(standby.failoverUrl(database, SchoolServer::Office));
        QVERIFY(school->courses().save(courses()));
        // From the first batches to the last, so that each kind of moment is met.
        const int after = 1 + (Rows - 100) * round / (rounds + 1);
        Disturbed run(*school, after, [&] {
            QVERIFY(primary.kill());
            QVERIFY(standby.promote());
        });
        run.goOn();
        if (!QTest::currentTestFailed())
            run.compareWithHistory(*school);
        if (!QTest::currentTestFailed())
            compareTables(standby, database);
        if (QTest::currentTestFailed()) {
            qWarning("in round %d", round);
            return;
        }
    }
    qInfo("%d rounds of %d rows in %.1f s", rounds, Rows,
        static_cast<double>(clock.elapsed()) / 1000);
}

void TestServerFailover::serverComesBack_data()
{
    QTest::addColumn<Disturbance>("disturb");
    QTest::newRow("restarted") << Disturbance(
        [](PostgresCluster &server, const QString &) { QVERIFY(server.restart()); });
    QTest::newRow("crashed") << Disturbance([](PostgresCluster &server, const QString &) {
        QVERIFY(server.kill());
        QVERIFY(server.start());
    });
    QTest::newRow("ended all connections")
        << Disturbance([](PostgresCluster &server, const QString &database) {
               QVERIFY(server.terminateConnections(database) > 0);
           });
    QTest::newRow("frozen for a moment") << Disturbance(
        [](PostgresCluster &server, const QString &database) {
            QVERIFY(signalConnections(server, database, SIGSTOP) > 0);
            QTimer::singleShot(500ms,
                [&server, database] { QVERIFY(signalConnections(server, database, SIGCONT) > 0); });
        });
}

void TestServerFailover::serverComesBack()
{
    QFETCH(const Disturbance, disturb);
    PostgresCluster server;
    QVERIFY(server.start());
    SchoolServer schools(server);
    // In the middle, and when only the end of the run has to be written.
    for (const int after : {Rows / 3, Rows}) {
        const QString database = schools.addSchool();
        const auto school = opened(server.url(database, SchoolServer::Office));
        QVERIFY(school->courses().save(courses()));
        Disturbed run(*school, after, [&] { disturb(server, database); });
        run.goOn();
        if (!QTest::currentTestFailed())
            run.compareWithHistory(*school);
        if (!QTest::currentTestFailed())
            compareTables(server, database);
        if (QTest::currentTestFailed()) {
            qWarning("after %d rows", after);
            return;
        }
    }
}

void TestServerFailover::networkComesBack()
{
    PostgresCluster server;
    QVERIFY(server.start());
    SchoolServer schools(server);
    server.execute(u"ALTER ROLE %1 PASSWORD 'secret'"_s.arg(SchoolServer::Office));
    for (const int after : {1, Rows / 2, Rows}) {
        const QString database = schools.addSchool();
        TcpRelay network(server.port());
        QUrl url(server.tcpUrl(database, SchoolServer::Office, u"secret"_s));
        url.setPort(network.port());
        // It asks the relay, which needs this thread.
        auto opening = QtConcurrent::run([&] { return opened(url.toString()); });
        QTRY_VERIFY(opening.isFinished());
        const auto school = opening.takeResult();
        QVERIFY(opened(server.url(database, SchoolServer::Office))->courses().save(courses()));
        {
            Disturbed run(*school, after, [&] {
                network.cut();
                QTimer::singleShot(500ms, [&network] { network.mend(); });
            });
            run.goOn();
            if (!QTest::currentTestFailed())
                run.compareWithHistory(*opened(server.url(database, SchoolServer::Office)));
        }
        if (!QTest::currentTestFailed())
            compareTables(server, database);
        if (QTest::currentTestFailed()) {
            qWarning("after %d rows", after);
            return;
        }
    }
}

void TestServerFailover::endOfRunWaitsForTheServer()
{
    PostgresCluster server;
    QVERIFY(server.start());
    const QString database = SchoolServer(server).addSchool();
    // What the whole run waits for is the last thing that is written.
    server.execute(u"CREATE SEQUENCE falls;"
                   "CREATE FUNCTION fall() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$"
                   " BEGIN IF nextval('rollbook.falls') <= 2 THEN"
                   " PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN new; END $$;"
                   "CREATE TRIGGER falls BEFORE UPDATE ON runs FOR EACH ROW"
                   " WHEN (new.state <> 'running') EXECUTE FUNCTION fall()"_s,
        database);
    const auto school = opened(server.url(database, SchoolServer::Office));
    QVERIFY(school->courses().save(courses()));
    Disturbed run(*school, 1, [] {});
    run.goOn();
    QCOMPARE(server.execute(u"SELECT last_value FROM falls"_s, database), u"3"_s);
    run.compareWithHistory(*school);
    compareTables(server, database);
}

void TestServerFailover::endThatIsInDoubtIsWrittenOnce()
{
    PostgresCluster server;
    QVERIFY(server.start());
    const QString database = SchoolServer(server).addSchool();
    const auto school = opened(server.url(database, SchoolServer::Office));
    Run run = Run::begin(u"list.csv"_s, assignment(), {});
    QVERIFY(school->journal().begin(run, {students(), assignment(), {}, {}}));
    run.state = RunState::Finished;
    run.endedAt = QDateTime::currentDateTimeUtc();

    // Committed, but it waits for a standby that is not there until its connection is ended.
    server.execute(u"ALTER SYSTEM SET synchronous_standby_names = '*'; SELECT pg_reload_conf()"_s);
    const auto ending = QtConcurrent::run([&] { return school->journal().end(run).has_value(); });
    const QString inDoubt =
        u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"_s;
    bool isEnded = false;
    QTRY_VERIFY_WITH_TIMEOUT(isEnded = isEnded || server.execute(inDoubt) == u"t", 30'000);
    QVERIFY(ending.result());
    QCOMPARE(school->journal().runs()->first().state, RunState::Finished);
    compareTables(server, database);
}

void TestServerFailover::hurriedEndDoesNotWait()
{
    PostgresCluster server;
    QVERIFY(server.start());
    const QString database = SchoolServer(server).addSchool();
    const auto school = opened(server.url(database, SchoolServer::Office));
    const Run run = Run::begin(u"list.csv"_s, assignment(), {});
    QVERIFY(school->journal().begin(run, {students(), assignment(), {}, {}}));
    QVERIFY(server.kill());
    const auto ending = QtConcurrent::run([&] { return school->journal().end(run).has_value(); });
    school->journal().hurry(run);
    QTRY_VERIFY(ending.isFinished());
    QVERIFY(!ending.result());
}

QTEST_GUILESS_MAIN(TestServerFailover)
#include "tst_serverfailover.moc"
