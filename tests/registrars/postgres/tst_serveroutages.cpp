// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "disturbedrun.h"
#include "schoolserver.h"
#include "tcprelay.h"
#include "teststore.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QUrl>
#include <QtConcurrent>

#include <signal.h>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using State = BulkRegistration::State;

namespace
{

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

// Committed, but it waits for a standby that is not there until its connection is ended. True once
// that is so.
bool endInDoubt(const PostgresCluster &server)
{
    return server.execute(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                          " WHERE wait_event = 'SyncRep'"_s)
        == u"t";
}

using Change = std::function<void(PostgresCluster &server)>;

// So many connections of the office, beside those that it has; -1: as many as it likes.
Change letConnect(int connections)
{
    return [connections](PostgresCluster &server) {
        server.execute(u"ALTER ROLE %1 CONNECTION LIMIT %2"_s.arg(
            SchoolServer::Office, QString::number(connections)));
    };
}

using Disturbance = std::function<void(PostgresCluster &server, const QString &database)>;
using Roster = DisturbedRun::Roster;

} // namespace

/// The server goes away in the middle of a run, and comes back.
class TestServerOutages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void serverComesBack_data();
    void serverComesBack();
    void networkComesBack();
    void beginOfRunWaitsForTheServer_data();
    void beginOfRunWaitsForTheServer();
    void beginThatIsInDoubtIsWrittenOnce_data();
    void beginThatIsInDoubtIsWrittenOnce();
    void isNotWaitedForOnceNobodyWantsTheRun_data();
    void isNotWaitedForOnceNobodyWantsTheRun();
    void endOfRunWaitsForTheServer();
    void endThatIsInDoubtIsWrittenOnce();
    void hurriedEndDoesNotWait();

private:
    PostgresCluster m_server; // each test leaves it running
    std::unique_ptr<SchoolServer> m_schools;
};

void TestServerOutages::initTestCase()
{
    QVERIFY(m_server.start());
    m_schools = std::make_unique<SchoolServer>(m_server);
}

void TestServerOutages::serverComesBack_data()
{
    QTest::addColumn<Roster>("roster");
    QTest::addColumn<Disturbance>("disturb");
    const Disturbance restart = [](PostgresCluster &server, const QString &) {
        QVERIFY(server.restart());
    };
    const Disturbance crash = [](PostgresCluster &server, const QString &) {
        QVERIFY(server.kill());
        QVERIFY(server.start());
    };
    const Disturbance endConnections = [](PostgresCluster &server, const QString &database) {
        QVERIFY(server.terminateConnections(database) > 0);
    };
    const Disturbance freeze = [](PostgresCluster &server, const QString &database) {
        QVERIFY(signalConnections(server, database, SIGSTOP) > 0);
        QTimer::singleShot(500ms,
            [&server, database] { QVERIFY(signalConnections(server, database, SIGCONT) > 0); });
    };
    for (const auto roster : {Roster::Mixed, Roster::Parted}) {
        const char *lanes = roster == Roster::Parted ? ", each course by itself" : "";
        QTest::addRow("restarted%s", lanes) << roster << restart;
        QTest::addRow("crashed%s", lanes) << roster << crash;
        QTest::addRow("ended all connections%s", lanes) << roster << endConnections;
        QTest::addRow("frozen for a moment%s", lanes) << roster << freeze;
    }
}

void TestServerOutages::serverComesBack()
{
    QFETCH(const Roster, roster);
    QFETCH(const Disturbance, disturb);
    // In the middle, and when only the end of the run has to be written.
    for (const int after : {DisturbedRun::Rows / 3, DisturbedRun::Rows}) {
        const QString database = m_schools->addSchool();
        const auto school = opened(m_server.url(database, SchoolServer::Office));
        QVERIFY(school->courses().save(DisturbedRun::courses()));
        DisturbedRun run(*school, roster, after, [&] { disturb(m_server, database); });
        run.goOn();
        if (!QTest::currentTestFailed())
            run.compareWithHistory(*school);
        if (!QTest::currentTestFailed())
            compareTables(m_server, database);
        if (QTest::currentTestFailed()) {
            qWarning("after %d rows", after);
            return;
        }
    }
}

void TestServerOutages::networkComesBack()
{
    m_server.execute(u"ALTER ROLE %1 PASSWORD 'secret'"_s.arg(SchoolServer::Office));
    constexpr int Rows = DisturbedRun::Rows;
    for (const auto &[roster, after] :
        {std::pair(Roster::Mixed, 1), std::pair(Roster::Mixed, Rows / 2),
            std::pair(Roster::Parted, Rows / 2), std::pair(Roster::Mixed, Rows)}) {
        const QString database = m_schools->addSchool();
        TcpRelay network(m_server.port());
        QUrl url(m_server.tcpUrl(database, SchoolServer::Office, u"secret"_s));
        url.setPort(network.port());
        // It asks the relay, which needs this thread.
        auto opening = QtConcurrent::run([&] { return opened(url.toString()); });
        QTRY_VERIFY(opening.isFinished());
        const auto school = opening.takeResult();
        QVERIFY(opened(m_server.url(database, SchoolServer::Office))
                    ->courses()
                    .save(DisturbedRun::courses()));
        {
            DisturbedRun run(*school, roster, after, [&] {
                network.cut();
                QTimer::singleShot(500ms, [&network] { network.mend(); });
            });
            run.goOn();
            if (!QTest::currentTestFailed())
                run.compareWithHistory(*opened(m_server.url(database, SchoolServer::Office)));
        }
        if (!QTest::currentTestFailed())
            compareTables(m_server, database);
        if (QTest::currentTestFailed()) {
            qWarning("after %d rows", after);
            return;
        }
    }
}

void TestServerOutages::beginOfRunWaitsForTheServer_data()
{
    QTest::addColumn<bool>("goesOn");
    QTest::addColumn<Change>("goAway");
    QTest::addColumn<Change>("comeBack");
    const Change stop = [](PostgresCluster &server) { QVERIFY(server.stop()); };
    const Change start = [](PostgresCluster &server) { QVERIFY(server.start()); };
    QTest::newRow("a new run") << false << stop << start;
    QTest::newRow("a run that goes on") << true << stop << start;
    QTest::newRow("too many are connected") << false << letConnect(0) << letConnect(-1);
}

void TestServerOutages::beginOfRunWaitsForTheServer()
{
    QFETCH(const bool, goesOn);
    QFETCH(const Change, goAway);
    QFETCH(const Change, comeBack);
    const QString database = m_schools->addSchool();
    const auto school = opened(m_server.url(database, SchoolServer::Office));
    QVERIFY(school->courses().save(DisturbedRun::courses()));
    BulkRegistration::Request request = DisturbedRun::request();
    if (goesOn) {
        const Run begun = Run::begin(u"list.csv"_s, DisturbedRun::assignment(), {});
        QVERIFY(school->journal().begin(begun, {request.students, request.courses, {}, {}}));
        school->journal().leave(begun);
        request.continued = *school->journal().run(begun.id);
    }
    goAway(m_server);
    BulkRegistration run(school->registrar(), &school->journal(), request);
    QList<State> states;
    connect(&run, &BulkRegistration::stateChanged, this, [&](State state) { states += state; });
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QTRY_COMPARE(run.state(), State::Waiting);
    QVERIFY(!run.progress().waiting->sentence().isEmpty());
    comeBack(m_server);
    run.resume(); // now
    QVERIFY(finished.wait(60'000));
    QCOMPARE(
        states, (QList<State>{State::Running, State::Waiting, State::Running, State::Finished}));
    const auto answer = finished.first().first().value<RegisterStudentsResults>();
    QCOMPARE(answer.problem ? answer.problem->sentence : QString(), QString());
    QCOMPARE(outcomes(answer.results), DisturbedRun::undisturbed());
    QCOMPARE(outcomes(school->journal().run(run.run().id)->results), DisturbedRun::undisturbed());
    QCOMPARE(auditOf(m_server, database),
        goesOn ? u"run_begun, run_continued, run_ended"_s : u"run_begun, run_ended"_s);
}

void TestServerOutages::beginThatIsInDoubtIsWrittenOnce_data()
{
    using Enter = std::function<Expected<void>(RunJournal &, const Run &)>;
    QTest::addColumn<Enter>("enter");
    QTest::addColumn<QString>("audit");
    QTest::newRow("a new run") << Enter([](RunJournal &journal, const Run &run) {
        return journal.begin(run, {DisturbedRun::students(), DisturbedRun::assignment(), {}, {}});
    }) << u"run_begun"_s;
    QTest::newRow("a run that goes on")
        << Enter([](RunJournal &journal, const Run &run) { return journal.goOn(run); })
        << u"run_begun, run_continued"_s;
    QTest::newRow("rows again") << Enter([](RunJournal &journal, const Run &run) {
        return journal.tryAgain(run, {{1, 2}, std::nullopt});
    }) << u"run_begun, rows_retried"_s;
}

void TestServerOutages::beginThatIsInDoubtIsWrittenOnce()
{
    QFETCH(const std::function<Expected<void>(RunJournal &, const Run &)>, enter);
    QFETCH(const QString, audit);
    const QString database = m_schools->addSchool();
    const auto school = opened(m_server.url(database, SchoolServer::Office));
    const Run run = Run::begin(u"list.csv"_s, DisturbedRun::assignment(), {});
    if (audit != u"run_begun") {
        QVERIFY(school->journal().begin(
            run, {DisturbedRun::students(), DisturbedRun::assignment(), {}, {}}));
        school->journal().leave(run);
    }
    m_server.waitForStandby(true);
    const auto entering = QtConcurrent::run([&] {
        const auto entered = enter(school->journal(), run);
        return entered ? QString() : entered.error().sentence;
    });
    bool isEnded = false;
    QTRY_VERIFY_WITH_TIMEOUT(isEnded = isEnded || endInDoubt(m_server), 30'000);
    m_server.waitForStandby(false);
    QCOMPARE(entering.result(), QString());
    QVERIFY(school->journal().isInWork(run.id));
    QCOMPARE(auditOf(m_server, database), audit);
}

void TestServerOutages::isNotWaitedForOnceNobodyWantsTheRun_data()
{
    using GiveUp = std::function<void(std::unique_ptr<BulkRegistration> & run)>;
    QTest::addColumn<GiveUp>("giveUp");
    QTest::newRow("cancelled") << GiveUp([](auto &run) { run->cancel(); });
    QTest::newRow("paused, then cancelled") << GiveUp([](auto &run) {
        run->pause();
        QTRY_COMPARE(run->state(), State::Paused);
        run->cancel();
    });
    QTest::newRow("the window is closed") << GiveUp([](auto &run) { run.reset(); });
}

void TestServerOutages::isNotWaitedForOnceNobodyWantsTheRun()
{
    QFETCH(const std::function<void(std::unique_ptr<BulkRegistration> & run)>, giveUp);
    const QString database = m_schools->addSchool();
    const auto school = opened(m_server.url(database, SchoolServer::Office));
    QVERIFY(m_server.kill());
    auto run = std::make_unique<BulkRegistration>(
        school->registrar(), &school->journal(), DisturbedRun::request());
    QSignalSpy finished(run.get(), &BulkRegistration::finished);
    run->start();
    QTRY_COMPARE(run->state(), State::Waiting);
    giveUp(run);
    if (run) {
        QTRY_COMPARE(finished.size(), 1);
        const auto answer = finished.first().first().value<RegisterStudentsResults>();
        QCOMPARE(answer.run.state, RunState::Cancelled);
        QCOMPARE(answer.run.counts[RegistrationStatus::NotAttempted], DisturbedRun::Rows);
        QTRY_VERIFY(run->isSettled());
    }
    QVERIFY(m_server.start());
    QCOMPARE(school->journal().runs()->size(), 0);
}

void TestServerOutages::endOfRunWaitsForTheServer()
{
    const QString database = m_schools->addSchool();
    // What the whole run waits for is the last thing that is written.
    m_server.execute(
        u"CREATE SEQUENCE falls;"
        "CREATE FUNCTION fall() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$"
        " BEGIN IF nextval('rollbook.falls') <= 2 THEN"
        " PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN new; END $$;"
        "CREATE TRIGGER falls BEFORE UPDATE ON runs FOR EACH ROW"
        " WHEN (new.state <> 'running') EXECUTE FUNCTION fall()"_s,
        database);
    const auto school = opened(m_server.url(database, SchoolServer::Office));
    QVERIFY(school->courses().save(DisturbedRun::courses()));
    DisturbedRun run(*school, Roster::Mixed, 1, [] {});
    run.goOn();
    QVERIFY(run.hasWaited());
    QCOMPARE(m_server.execute(u"SELECT last_value FROM falls"_s, database), u"3"_s);
    run.compareWithHistory(*school);
    compareTables(m_server, database);
}

void TestServerOutages::endThatIsInDoubtIsWrittenOnce()
{
    const QString database = m_schools->addSchool();
    const auto school = opened(m_server.url(database, SchoolServer::Office));
    Run run = Run::begin(u"list.csv"_s, DisturbedRun::assignment(), {});
    QVERIFY(school->journal().begin(
        run, {DisturbedRun::students(), DisturbedRun::assignment(), {}, {}}));
    run.state = RunState::Finished;
    run.endedAt = QDateTime::currentDateTimeUtc();

    m_server.waitForStandby(true);
    const auto ending = QtConcurrent::run([&] { return school->journal().end(run).has_value(); });
    bool isEnded = false;
    QTRY_VERIFY_WITH_TIMEOUT(isEnded = isEnded || endInDoubt(m_server), 30'000);
    m_server.waitForStandby(false);
    QVERIFY(ending.result());
    QCOMPARE(school->journal().runs()->first().state, RunState::Finished);
    compareTables(m_server, database);
}

void TestServerOutages::hurriedEndDoesNotWait()
{
    const QString database = m_schools->addSchool();
    const auto school = opened(m_server.url(database, SchoolServer::Office));
    const Run run = Run::begin(u"list.csv"_s, DisturbedRun::assignment(), {});
    QVERIFY(school->journal().begin(
        run, {DisturbedRun::students(), DisturbedRun::assignment(), {}, {}}));
    QVERIFY(m_server.kill());
    const auto ending = QtConcurrent::run([&] { return school->journal().end(run).has_value(); });
    school->journal().hurry(run);
    QTRY_VERIFY(ending.isFinished());
    QVERIFY(!ending.result());
    QVERIFY(m_server.start());
}

QTEST_GUILESS_MAIN(TestServerOutages)
#include "tst_serveroutages.moc"
