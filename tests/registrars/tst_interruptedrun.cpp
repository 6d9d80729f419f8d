// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/bulkregistration.h"

#include "teststore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Rollbook;

/// What every store promises of a run that was interrupted: that it can be read back with all its
/// rows, and that going on with it gives what an undisturbed run gives.
class TestInterruptedRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStore::addKinds(); }
    void init();

    void hasAllRowsWithoutTheFile();
    void keepsWhereTheListCameFrom();
    void goesOnAsIfNothingHadHappened();
    void rowsInDoubtAreNotAlreadyRegistered();
    void faultsAreRecordedAndTriedAgain();
    void isInWorkUntilItEnds();
    void isInWorkUntilTheSchoolIsClosed();
    void onlyOneGoesOnWithIt();

private:
    RunJournal &journal() { return m_school->journal(); }
    void openAgain()
    {
        m_school.reset();
        m_school = m_store->open();
    }

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<School> m_school;
};

namespace
{

constexpr int Rows = 40;

CourseRef go1()
{
    return course(QStringLiteral("GO1")).ref();
}

/// 40 rows for 15 seats and 10 places: two courses, a row twice, one without a course, one that was
/// left out, one that was rejected before.
RunRoster mixedRoster()
{
    QList<Student> students;
    QList<qint32> indexes;
    for (int row = 0; row < Rows; ++row) {
        students += student(QStringLiteral("S%1").arg(row == 9 ? 4 : row),
            row == 0 ? QStringLiteral("zoë@school.example") : QString());
        indexes += row == 20 ? -1 : row % 7 == 0 ? 1 : 0;
    }
    RunRoster roster;
    roster.students = StudentList::fromStudents(students);
    roster.students.correct(3, StudentField::GivenName, QStringLiteral("Íñigo"));
    roster.courses = CourseAssignment({go1(), course(QStringLiteral("ART")).ref()}, indexes);
    roster.rejectedRows.insert(
        12, {RegistrationStatus::NotAttempted, ReasonCode::LeftOut, QString()});
    roster.rejectedRows.insert(
        30, {RegistrationStatus::Rejected, ReasonCode::InvalidData, QStringLiteral("no name")});
    return roster;
}

void addCourses(School &school)
{
    QVERIFY(school.courses().save(
        {course(QStringLiteral("GO1"), 15, 10), course(QStringLiteral("ART"), 4, 0)}));
}

RegisterStudentsResults perform(School &school, const BulkRegistration::Request &request)
{
    BulkRegistration run(school.registrar(), &school.journal(), request);
    RegisterStudentsResults answer;
    QObject::connect(&run, &BulkRegistration::finished, &run,
        [&answer](const RegisterStudentsResults &results) { answer = results; });
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    if (!finished.wait())
        qFatal("the run does not end");
    return answer;
}

RegisterStudentsResults undisturbed(const RunRoster &roster)
{
    QFETCH_GLOBAL(const QString, store);
    const TestStore other(store);
    const auto school = other.open();
    addCourses(*school);
    BulkRegistration::Request request;
    request.students = roster.students;
    request.courses = roster.courses;
    request.rejectedRows = roster.rejectedRows;
    return perform(*school, request);
}

} // namespace

void TestInterruptedRun::init()
{
    QFETCH_GLOBAL(const QString, store);
    m_school.reset();
    m_store = std::make_unique<TestStore>(store);
    m_school = m_store->open();
}

void TestInterruptedRun::hasAllRowsWithoutTheFile()
{
    const RunRoster roster = mixedRoster();
    const Run run = Run::begin(QStringLiteral("list.csv"), roster.courses, {});
    QVERIFY(journal().begin(run, roster));
    openAgain();
    const auto soFar = journal().run(run.id);
    QVERIFY(soFar);
    QVERIFY(!soFar->problem);
    QCOMPARE(soFar->results.size(), Rows);
    QCOMPARE(soFar->run.state, RunState::Running);
    for (int row = 0; row < Rows; ++row) {
        QCOMPARE(soFar->students.student(row), roster.students.student(row));
        QCOMPARE(soFar->courses.courseOf(row), roster.courses.courseOf(row));
        QCOMPARE(soFar->results.at(row).row, row);
    }
    QCOMPARE(outcome(soFar->results.at(12)), QStringLiteral("not_attempted left_out"));
    QCOMPARE(outcome(soFar->results.at(20)), QStringLiteral("rejected unknown_course"));
    QCOMPARE(outcome(soFar->results.at(30)), QStringLiteral("rejected invalid_data: no name"));
    QCOMPARE(rowsToTryAgain(soFar->results), Rows - 3);
    QCOMPARE(soFar->run.counts.total(), Rows);
}

void TestInterruptedRun::keepsWhereTheListCameFrom()
{
    BulkRegistration::Request request;
    request.students = numberedStudents(2);
    request.courses = CourseAssignment(go1());
    request.rosterPath = QStringLiteral("/home/ana/Año 9.csv");
    request.rosterHash = QString(64, u'a');
    request.registrarName = QStringLiteral("school");
    const QString id = perform(*m_school, request).run.id;
    openAgain();
    const auto run = journal().run(id);
    QVERIFY(run);
    QCOMPARE(run->run.rosterPath, request.rosterPath);
    QCOMPARE(run->run.rosterHash, request.rosterHash);
    QCOMPARE(run->run.registrarName, request.registrarName);
}

// Interrupted after any number of rows.
void TestInterruptedRun::goesOnAsIfNothingHadHappened()
{
    const RunRoster roster = mixedRoster();
    const RegisterStudentsResults expected = undisturbed(roster);
    for (int sent = 0; sent <= Rows; ++sent) {
        init();
        addCourses(*m_school);
        const Run run = Run::begin(QStringLiteral("list.csv"), roster.courses, {});
        QVERIFY(journal().begin(run, roster));
        RegistrationBatch batch{run, roster.students, roster.courses, {}};
        for (qint32 row = 0; row < sent; ++row) {
            if (!roster.rejectedRows.contains(row) && roster.courses.indexOf(row) >= 0)
                batch.rows += row;
        }
        m_school->registrar().registerBatch(batch).waitForFinished();
        openAgain();
        const auto soFar = journal().run(run.id);
        QVERIFY(soFar);
        const auto answer = perform(*m_school, BulkRegistration::Request::continuing(*soFar));
        QCOMPARE(outcomes(answer.results), outcomes(expected.results));
        QCOMPARE(answer.run.counts, expected.run.counts);
        QCOMPARE(answer.run.state, RunState::Finished);
        const auto recorded = journal().run(run.id);
        QVERIFY(recorded);
        QCOMPARE(outcomes(recorded->results), outcomes(expected.results));
        QCOMPARE(recorded->run.counts, expected.run.counts);
        QCOMPARE(journal().runs()->size(), 1);
    }
}

void TestInterruptedRun::rowsInDoubtAreNotAlreadyRegistered()
{
    addCourses(*m_school);
    const RunRoster roster{numberedStudents(3), CourseAssignment(go1()), {}};
    const Run run = Run::begin(QStringLiteral("list.csv"), roster.courses, {});
    QVERIFY(journal().begin(run, roster));
    // As they were before: what was read of the run does not know of the registrations.
    const auto soFar = journal().run(run.id);
    registerAll(*m_school, run, roster.students, roster.courses);
    openAgain();
    const auto answer = perform(*m_school, BulkRegistration::Request::continuing(*soFar));
    QCOMPARE(answer.run.counts[RegistrationStatus::Registered], 3);
    QCOMPARE(m_school->courses().find(QStringLiteral("GO1"))->seatsTaken, 3);
}

void TestInterruptedRun::faultsAreRecordedAndTriedAgain()
{
    addCourses(*m_school);
    const StudentList students = numberedStudents(2);
    const CourseAssignment courses(go1());
    Run run = Run::begin(QStringLiteral("list.csv"), courses, {});
    QVERIFY(journal().begin(run, {students, courses, {}}));
    auto failed = failedRow(1, ReasonCode::TimedOut);
    failed.attempts = 3;
    QVERIFY(journal().record(
        run, students, courses, {rejectedRow(0, ReasonCode::Hold, QStringLiteral("fee")), failed}));
    run.state = RunState::Finished;
    run.endedAt = QDateTime::currentDateTimeUtc();
    QVERIFY(journal().end(run));
    openAgain();
    const auto soFar = journal().run(run.id);
    QCOMPARE(rowsToTryAgain(soFar->results), 1);
    const auto answer = perform(*m_school, BulkRegistration::Request::continuing(*soFar));
    const QStringList expected{
        QStringLiteral("rejected hold: fee"), QStringLiteral("registered 1")};
    QCOMPARE(outcomes(answer.results), expected);
    const auto recorded = journal().run(run.id);
    QCOMPARE(outcomes(recorded->results), expected);
    QCOMPARE(recorded->results.at(1).attempts, 4);
    QCOMPARE(answer.results.at(1).attempts, 4);
}

void TestInterruptedRun::isInWorkUntilItEnds()
{
    Run run = Run::begin(QStringLiteral("list.csv"), CourseAssignment(go1()), {});
    QVERIFY(!journal().isInWork(run.id));
    QVERIFY(journal().begin(run, {}));
    const auto colleague = m_store->open();
    QVERIFY(colleague->journal().isInWork(run.id));
    run.state = RunState::Finished;
    QVERIFY(journal().end(run));
    QVERIFY(!colleague->journal().isInWork(run.id));
    QVERIFY(colleague->journal().goOn(run));
    QVERIFY(journal().isInWork(run.id));
    colleague->journal().leave(run);
    QVERIFY(!journal().isInWork(run.id));
}

void TestInterruptedRun::isInWorkUntilTheSchoolIsClosed()
{
    const Run run = Run::begin(QStringLiteral("list.csv"), CourseAssignment(go1()), {});
    QVERIFY(journal().begin(run, {}));
    const auto colleague = m_store->open();
    m_school.reset();
    QVERIFY(!colleague->journal().isInWork(run.id));
}

void TestInterruptedRun::onlyOneGoesOnWithIt()
{
    const Run run = Run::begin(QStringLiteral("list.csv"), CourseAssignment(go1()), {});
    QVERIFY(journal().begin(run, {}));
    openAgain();
    const auto colleague = m_store->open();
    QVERIFY(journal().goOn(run));
    const auto second = colleague->journal().goOn(run);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::StoreBusy);
    QVERIFY(second.error().sentence.contains(run.id));
    Run unknown = run;
    unknown.id = QStringLiteral("20200101-unknown");
    const auto none = journal().goOn(unknown);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    QVERIFY(!journal().isInWork(unknown.id));
}

QTEST_GUILESS_MAIN(TestInterruptedRun)
#include "tst_interruptedrun.moc"
