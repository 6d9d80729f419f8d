// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "disturbedrun.h"
#include "registrars/openschool.h"
#include "registrars/schoolmove.h"
#include "registrars/schoolsetup.h"
#include "rightsschool.h"
#include "teststore.h"

#include <QSignalSpy>
#include <QTest>
#include <QtConcurrent>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;
using State = BulkRegistration::State;

namespace
{

PostgresCluster &server()
{
    return PostgresCluster::shared();
}

QString urlOf(const QString &database, const QString &user = RightsSchool::Olga)
{
    return server().url(database, user);
}

QString newDatabase()
{
    static int databases = 0;
    return u"school%1"_s.arg(++databases);
}

/// As a newer Rollbook leaves a school behind, which takes programs from that version on.
void makeNewer(const QString &database, int oldestProgram)
{
    QCOMPARE(server().execute(u"UPDATE schema_version SET version = 99, oldest_program = %1"_s.arg(
                                  oldestProgram),
                 database),
        QString());
}

void makeOfToday(const QString &database)
{
    server().execute(
        u"UPDATE schema_version SET version = %1, oldest_program = 1"_s.arg(RightsSchool::Newest),
        database);
}

/// How many connections of a user wait for those of others.
int waitingIn(const QString &database, const QString &user)
{
    return server()
        .execute(u"SELECT count(*) FROM pg_stat_activity WHERE datname = '%1' AND usename = '%2'"
                 " AND wait_event_type = 'Lock'"_s.arg(database, user))
        .toInt();
}

/// Everything that the server knows of the tables of a school, and of who may do what with them.
QStringList catalogue(const QString &database)
{
    const QString questions = u"SELECT 'column', table_name, column_name, ordinal_position,"
                              " data_type, collation_name, is_nullable, column_default,"
                              " identity_generation FROM information_schema.columns"
                              " WHERE table_schema = 'rollbook' ORDER BY 2, 4;"
                              "SELECT 'constraint', conrelid::regclass, conname,"
                              " pg_get_constraintdef(oid) FROM pg_constraint"
                              " WHERE connamespace = 'rollbook'::regnamespace ORDER BY 2, 3;"
                              "SELECT 'index', indexdef FROM pg_indexes"
                              " WHERE schemaname = 'rollbook' ORDER BY 2;"
                              "SELECT 'table', relname, relkind, relowner::regrole, relacl,"
                              " relrowsecurity, relforcerowsecurity, reloptions FROM pg_class"
                              " WHERE relnamespace = 'rollbook'::regnamespace ORDER BY 2;"
                              "SELECT 'grant', attrelid::regclass, attname, attacl"
                              " FROM pg_attribute JOIN pg_class c ON c.oid = attrelid"
                              " WHERE relnamespace = 'rollbook'::regnamespace"
                              " AND attacl IS NOT NULL ORDER BY 2, 3;"
                              "SELECT 'policy', * FROM pg_policies"
                              " WHERE schemaname = 'rollbook' ORDER BY 3, 4;"
                              "SELECT 'trigger', tgrelid::regclass, tgname, tgenabled,"
                              " pg_get_triggerdef(t.oid) FROM pg_trigger t"
                              " WHERE NOT tgisinternal ORDER BY 2, 3;"
                              "SELECT 'routine', proname, proacl, pg_get_functiondef(oid)"
                              " FROM pg_proc WHERE pronamespace = 'rollbook'::regnamespace"
                              " ORDER BY 2;"
                              "SELECT 'schema', nspacl FROM pg_namespace"
                              " WHERE nspname = 'rollbook';"
                              "SELECT 'setting', setconfig FROM pg_db_role_setting"
                              " WHERE setdatabase = (SELECT oid FROM pg_database"
                              " WHERE datname = current_database());"
                              "SELECT 'version', * FROM schema_version"_s;
    return server().execute(questions, database).split(u'\n');
}

} // namespace

/// Which programs work in which schools, while a school on a server is brought up to date.
class TestSchoolVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void olderSchoolIsNotOpened();
    void upgradedSchoolIsAsANewOne();
    void onlyTheOwnerUpgrades();
    void newerSchoolIsNotUpgraded();
    void whoReadsMeanwhileSeesTheNewerOne();
    void upgradeWaitsForWhoIsAtWork_data();
    void upgradeWaitsForWhoIsAtWork();
    void newerSchoolIsOpenedWhereItSaysSo_data();
    void newerSchoolIsOpenedWhereItSaysSo();
    void whoHasItOpenIsToldAtOnce();
    void runThatItHappensToGoesOnInTheNewerProgram();
    void runGoesOnWhereTheSchoolTakesThisProgram();

private:
    QString m_database = newDatabase();
    RightsSchool m_school{m_database};
};

void TestSchoolVersions::init()
{
    makeOfToday(m_database);
}

void TestSchoolVersions::olderSchoolIsNotOpened()
{
    const QString database = newDatabase();
    const RightsSchool old(database, 1);
    const auto school = openSchool(urlOf(database, RightsSchool::Rita));
    QVERIFY(!school);
    QCOMPARE(school.error().code, ErrorCode::StoreOlder);
    QVERIFY2(school.error().sentence.contains(u"“rollbook school upgrade”"_s),
        qPrintable(school.error().sentence));
    // Nor is another one made or moved there.
    QCOMPARE(setUpSchool(urlOf(database)).error().code, ErrorCode::Usage);
    QCOMPARE(moveSchool(u"simulated:"_s, urlOf(database), {}).error().code, ErrorCode::Usage);
    QTemporaryDir folder;
    QCOMPARE(
        moveSchool(urlOf(database), u"sqlite:"_s + folder.filePath(u"copy"_s), {}).error().code,
        ErrorCode::StoreOlder);
}

void TestSchoolVersions::upgradedSchoolIsAsANewOne()
{
    const QString old = newDatabase();
    RightsSchool filled(old, 1);
    filled.fill();
    const QString students = server().execute(u"TABLE students"_s, old);
    QCOMPARE(students.count(u'\n'), 4);
    auto upgraded = upgradeSchool(urlOf(old));
    QVERIFY2(upgraded, qPrintable(upgraded ? QString() : upgraded.error().sentence));
    QVERIFY(*upgraded);
    QCOMPARE(server().execute(u"TABLE students"_s, old), students);
    const QString fresh = newDatabase();
    server().execute(u"CREATE DATABASE %1 OWNER olga TEMPLATE template0"_s.arg(fresh));
    QVERIFY(setUpSchool(urlOf(fresh)));
    const QStringList wanted = catalogue(fresh);
    QVERIFY(wanted.size() > 200);
    QCOMPARE(catalogue(old), wanted);

    const auto school = opened(urlOf(old, RightsSchool::Rita));
    QCOMPARE(school->students().students()->size(), 5);
    upgraded = upgradeSchool(urlOf(old));
    QVERIFY(upgraded && !*upgraded);
    QVERIFY(school->courses().courses());
}

void TestSchoolVersions::onlyTheOwnerUpgrades()
{
    const QString database = newDatabase();
    const RightsSchool old(database, 1);
    const auto refused = upgradeSchool(urlOf(database, RightsSchool::Ada));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreReadOnly);
    QVERIFY2(refused.error().sentence.contains(u"“olga”"_s), qPrintable(refused.error().sentence));
    QCOMPARE(server().execute(u"SELECT version FROM schema_version"_s, database), u"1"_s);
}

void TestSchoolVersions::newerSchoolIsNotUpgraded()
{
    makeNewer(m_database, 1);
    const auto refused = upgradeSchool(urlOf(m_database));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreNewer);
    QCOMPARE(server().execute(u"SELECT version FROM schema_version"_s, m_database), u"99"_s);
}

void TestSchoolVersions::whoReadsMeanwhileSeesTheNewerOne()
{
    const auto school = opened(urlOf(m_database, RightsSchool::Rita));
    PlainClient &owner = m_school.as(RightsSchool::Olga);
    const PlainClient::Answer upgrading =
        owner.send(u"BEGIN; LOCK TABLE schema_version IN ACCESS EXCLUSIVE MODE;"
                   " UPDATE schema_version SET version = 99, oldest_program = 99"_s);
    QCOMPARE(upgrading.text, QString());
    const auto reading = QtConcurrent::run([&] { return school->courses().courses(); });
    QTRY_COMPARE(waitingIn(m_database, RightsSchool::Rita), 1);
    QCOMPARE(owner.send(u"COMMIT"_s).text, QString());
    const auto read = reading.result();
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::StoreNewer);
}

void TestSchoolVersions::upgradeWaitsForWhoIsAtWork_data()
{
    QTest::addColumn<QString>("work");
    // What version 1 does, too, and what those do that only look.
    QTest::newRow("registers") << u"SELECT pg_advisory_xact_lock_shared(1383033964, 0)"_s;
    QTest::newRow("changes something") << u"SELECT pg_advisory_xact_lock(1383033964, 0)"_s;
    QTest::newRow("reads") << u"LOCK TABLE schema_version IN ACCESS SHARE MODE"_s;
}

void TestSchoolVersions::upgradeWaitsForWhoIsAtWork()
{
    QFETCH(const QString, work);
    const QString database = newDatabase();
    RightsSchool old(database, 1);
    PlainClient &colleague = old.as(RightsSchool::Rita);
    QCOMPARE(colleague.send(u"BEGIN"_s).state, QString());
    QCOMPARE(colleague.send(work).state, QString());
    const auto upgrading =
        QtConcurrent::run([url = urlOf(database)] { return upgradeSchool(url); });
    QTRY_COMPARE(waitingIn(database, RightsSchool::Olga), 1);
    QCOMPARE(colleague.send(u"SELECT version FROM schema_version"_s).text, u"1"_s);
    QCOMPARE(colleague.send(u"COMMIT"_s).state, QString());
    const auto upgraded = upgrading.result();
    QVERIFY(upgraded && *upgraded);
}

void TestSchoolVersions::newerSchoolIsOpenedWhereItSaysSo_data()
{
    QTest::addColumn<int>("oldestProgram");
    QTest::addColumn<bool>("isOpened");
    QTest::newRow("for newer ones only") << 99 << false;
    QTest::newRow("for the next one") << RightsSchool::Newest + 1 << false;
    QTest::newRow("for this one, too") << RightsSchool::Newest << true;
    QTest::newRow("for all") << 1 << true;
}

void TestSchoolVersions::newerSchoolIsOpenedWhereItSaysSo()
{
    QFETCH(const int, oldestProgram);
    makeNewer(m_database, oldestProgram);
    const auto school = openSchool(urlOf(m_database, RightsSchool::Rita));
    QTEST(school.has_value(), "isOpened");
    if (!school)
        QCOMPARE(school.error().code, ErrorCode::StoreNewer);
    // There may be tables in it that this program does not know.
    QTemporaryDir folder;
    QCOMPARE(
        moveSchool(urlOf(m_database), u"sqlite:"_s + folder.filePath(u"copy"_s), {}).error().code,
        ErrorCode::StoreNewer);
}

void TestSchoolVersions::whoHasItOpenIsToldAtOnce()
{
    const auto school = opened(urlOf(m_database, RightsSchool::Ada));
    QVERIFY(school->courses().save({course(u"GO1"_s)}));
    const StudentList students = numberedStudents(3);
    const CourseAssignment courses(course(u"GO1"_s).ref());
    const Run run = Run::begin(u"list.csv"_s, courses, {});
    makeNewer(m_database, 99);

    const auto isRefused = [](const auto &answer) {
        return !answer && answer.error().code == ErrorCode::StoreNewer
            && answer.error().sentence.contains(u"Update Rollbook on this computer"_s);
    };
    QVERIFY(isRefused(school->courses().save({course(u"GO2"_s)})));
    QVERIFY(isRefused(school->courses().courses()));
    QVERIFY(isRefused(school->journal().begin(run, {students, courses, {}, {}})));
    QStringList answers = outcomes(planAll(*school, run, students, courses));
    answers += outcomes(registerAll(*school, run, students, courses));
    QCOMPARE(answers.size(), 6);
    for (const QString &answer : std::as_const(answers)) {
        QVERIFY2(
            answer.startsWith(u"failed store_fault: “%1” "_s.arg(m_database)), qPrintable(answer));
        QVERIFY2(answer.contains(u"Update Rollbook on this computer"_s), qPrintable(answer));
    }
    QCOMPARE(server().execute(u"SELECT (SELECT count(*) FROM courses), (SELECT count(*) FROM"
                              " registrations), (SELECT count(*) FROM runs)"_s,
                 m_database),
        u"1|0|0"_s);

    makeNewer(m_database, 1);
    QVERIFY(school->courses().save({course(u"GO2"_s)}));
    QCOMPARE(outcomes(planAll(*school, run, students, courses)).constLast(), u"registered 3"_s);
}

void TestSchoolVersions::runThatItHappensToGoesOnInTheNewerProgram()
{
    const QString database = newDatabase();
    const RightsSchool today(database);
    QVERIFY(opened(urlOf(database, RightsSchool::Ada))->courses().save(DisturbedRun::courses()));
    const auto school = opened(urlOf(database, RightsSchool::Rita));
    QString id;
    {
        BulkRegistration run(school->registrar(), &school->journal(), DisturbedRun::request());
        QList<State> states;
        connect(&run, &BulkRegistration::stateChanged, this, [&](State state) { states += state; });
        qsizetype shown = 0;
        connect(&run, &BulkRegistration::resultsReady, this, [&](const auto &results) {
            if (std::exchange(shown, shown + results.size()) == 0)
                makeNewer(database, 99);
        });
        QSignalSpy finished(&run, &BulkRegistration::finished);
        run.start();
        QVERIFY(finished.wait(60'000));
        // It does not pass by itself, so nobody waits for it.
        QCOMPARE(states, (QList<State>{State::Running, State::Finished}));
        const auto answer = finished.first().first().value<RegisterStudentsResults>();
        QCOMPARE(shown, DisturbedRun::Rows);
        QCOMPARE(answer.results.size(), DisturbedRun::Rows);
        QVERIFY(answer.run.counts[RegistrationStatus::Registered] > 0);
        QVERIFY(answer.run.counts[RegistrationStatus::Failed] > 0);
        QVERIFY(answer.problem);
        QCOMPARE(answer.problem->code, ErrorCode::StoreNewer);
        for (const StudentRegistrationResult &result : answer.results) {
            if (result.status() == RegistrationStatus::Failed)
                QCOMPARE(QString(result.error()->argument), answer.problem->sentence);
        }
        id = answer.run.id;
    }
    makeOfToday(database); // as if the program was updated
    const auto again = opened(urlOf(database, RightsSchool::Rita));
    QVERIFY(!again->journal().isInWork(id));
    auto request = BulkRegistration::Request::continuing(*again->journal().run(id));
    request.batchSize = 20;
    BulkRegistration run(again->registrar(), &again->journal(), request);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait(60'000));
    const auto answer = finished.first().first().value<RegisterStudentsResults>();
    QCOMPARE(answer.run.state, RunState::Finished);
    QCOMPARE(outcomes(answer.results), DisturbedRun::undisturbed());
    QCOMPARE(outcomes(again->journal().run(id)->results), DisturbedRun::undisturbed());
    QVERIFY(again->audit().verify()->isIntact());
}

void TestSchoolVersions::runGoesOnWhereTheSchoolTakesThisProgram()
{
    const QString database = newDatabase();
    const RightsSchool today(database);
    const auto school = opened(urlOf(database, RightsSchool::Ada));
    QVERIFY(school->courses().save(DisturbedRun::courses()));
    DisturbedRun run(*school, DisturbedRun::Roster::Parted, 1,
        [&] { makeNewer(database, RightsSchool::Newest); });
    run.goOn();
    run.compareWithHistory(*school);
    compareTables(server(), database);
}

QTEST_GUILESS_MAIN(TestSchoolVersions)
#include "tst_schoolversions.moc"
