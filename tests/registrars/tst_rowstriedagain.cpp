// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/bulkregistration.h"

#include "scriptedregistrar.h"
#include "teststore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What the journal has of a run in which some rows are tried again: whether the registrar writes
/// its outcomes down itself, as the school's own does, or not.
class TestRowsTriedAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStore::addKinds(); }
    void init();
    void cleanup();

    void rejectedRowIsDecidedAnew_data() { addRegistrars(); }
    void rejectedRowIsDecidedAnew();
    void correctedRowIsInTheHistory_data() { addRegistrars(); }
    void correctedRowIsInTheHistory();
    void killedMeanwhileItGoesOnAsCorrected();
    void rowInAnotherCourseBringsThatCourse();
    void sentTwiceIsDecidedOnce();
    void undoneRunDoesNotGoOn();
    void planAsksAnew();

private:
    static void addRegistrars();
    void setHold(const QString &reason);
    RegisterStudentsResults perform(const BulkRegistration::Request &request);
    RegisterStudentsResults firstRun();
    RegisterStudentsResults recorded(const QString &id) { return *m_school->journal().run(id); }

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<School> m_school;
    std::atomic<bool> m_isOnHold = false;
    std::unique_ptr<ScriptedRegistrar> m_remote; // used where there is one
};

namespace
{

constexpr int Rows = 6;

CourseAssignment forGo1()
{
    return CourseAssignment(course(u"GO1"_s).ref());
}

BulkRegistration::Request request()
{
    BulkRegistration::Request wanted;
    wanted.students = numberedStudents(Rows, 0);
    wanted.courses = forGo1();
    wanted.rosterName = u"grade9.csv"_s;
    wanted.rejectedRows.insert(5, {RegistrationStatus::Rejected, ReasonCode::InvalidData, u"x"_s});
    return wanted;
}

QString id(const RegisterStudentsResults &results, int row)
{
    return results.students.text(row, StudentField::StudentId);
}

// What became of each row, and in how many attempts.
QStringList told(const RegisterStudentsResults &results)
{
    QStringList texts;
    for (const StudentRegistrationResult &result : results.results)
        texts += u"%1 (%2)"_s.arg(outcome(result)).arg(result.attempts);
    return texts;
}

} // namespace

void TestRowsTriedAgain::addRegistrars()
{
    QTest::addColumn<bool>("isRemote");
    QTest::newRow("the school's own") << false;
    QTest::newRow("a remote one") << true;
}

void TestRowsTriedAgain::init()
{
    QFETCH_GLOBAL(const QString, store);
    m_store = std::make_unique<TestStore>(store);
    m_school = m_store->open();
    QVERIFY(m_school->courses().save({course(u"GO1"_s), course(u"ART"_s)}));
}

void TestRowsTriedAgain::cleanup()
{
    m_remote.reset();
    m_school.reset();
    m_store.reset();
}

// Of the students of rows 2 and 4.
void TestRowsTriedAgain::setHold(const QString &reason)
{
    m_isOnHold = !reason.isEmpty();
    QVERIFY(m_school->students().save(
        {{student(u"S002"_s), reason, {}}, {student(u"S004"_s), reason, {}}}));
}

RegisterStudentsResults TestRowsTriedAgain::perform(const BulkRegistration::Request &request)
{
    Registrar &registrar = m_remote ? *m_remote : m_school->registrar();
    BulkRegistration run(registrar, &m_school->journal(), request);
    RegisterStudentsResults answer;
    connect(&run, &BulkRegistration::finished, &run,
        [&answer](const RegisterStudentsResults &results) { answer = results; });
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    if (!finished.wait())
        qFatal("the run does not end");
    return answer;
}

// Rows 2 and 4 are on hold, row 5 is wrong in the list.
RegisterStudentsResults TestRowsTriedAgain::firstRun()
{
    setHold(u"library book"_s);
    return perform(request());
}

void TestRowsTriedAgain::rejectedRowIsDecidedAnew()
{
    QFETCH(const bool, isRemote);
    if (isRemote) {
        ScriptedRegistrar::Script script;
        script.fault = [this](qint32 row, qint16) -> std::optional<RegistrationError> {
            if (!m_isOnHold || (row != 2 && row != 4))
                return std::nullopt;
            return RegistrationError{
                RegistrationStatus::Rejected, ReasonCode::Hold, u"library book"_s};
        };
        m_remote = std::make_unique<ScriptedRegistrar>(script);
    }
    const RegisterStudentsResults first = firstRun();
    QCOMPARE(outcomes(first.results).mid(2, 3),
        QStringList({u"rejected hold: library book"_s, u"registered 3"_s,
            u"rejected hold: library book"_s}));
    const RegisterStudentsResults still =
        perform(BulkRegistration::Request::tryingAgain(recorded(first.run.id), {2}));
    QCOMPARE(outcomes(still.results), outcomes(first.results));
    setHold({});
    const RegisterStudentsResults answer =
        perform(BulkRegistration::Request::tryingAgain(recorded(first.run.id), {2}));
    QVERIFY(!answer.problem);
    QStringList wanted = outcomes(first.results);
    wanted[2] = u"registered 4"_s;
    QCOMPARE(outcomes(answer.results), wanted);
    QCOMPARE(answer.results.at(2).attempts, 3);
    QCOMPARE(answer.results.at(4).attempts, 1);
    const RegisterStudentsResults kept = recorded(first.run.id);
    QCOMPARE(told(kept), told(answer));
    QCOMPARE(kept.run.counts, answer.run.counts);
    QCOMPARE(kept.run.state, RunState::Finished);
    QCOMPARE(m_school->journal().runs()->size(), 1);
}

void TestRowsTriedAgain::correctedRowIsInTheHistory()
{
    QFETCH(const bool, isRemote);
    if (isRemote)
        m_remote = std::make_unique<ScriptedRegistrar>(ScriptedRegistrar::Script());
    const RegisterStudentsResults first = firstRun();
    auto again = BulkRegistration::Request::tryingAgain(first, {5});
    again.students.correct(5, StudentField::StudentId, u"S105"_s);
    again.isCorrected = true;
    const RegisterStudentsResults answer = perform(again);
    QVERIFY2(!answer.problem, answer.problem ? qPrintable(answer.problem->sentence) : "");
    QCOMPARE(answer.results.at(5).status(), RegistrationStatus::Registered);
    QCOMPARE(answer.results.at(5).attempts, 1);
    const RegisterStudentsResults kept = recorded(first.run.id);
    QCOMPARE(told(kept), told(answer));
    QCOMPARE(id(kept, 5), u"S105"_s);
    QCOMPARE(id(kept, 4), u"S004"_s);
}

// Between the journal and the first answer.
void TestRowsTriedAgain::killedMeanwhileItGoesOnAsCorrected()
{
    const RegisterStudentsResults first = firstRun();
    setHold({});
    StudentList corrected = first.students;
    corrected.correct(5, StudentField::StudentId, u"S105"_s);
    Run goingOn = first.run;
    goingOn.state = RunState::Running;
    QVERIFY(
        m_school->journal().tryAgain(goingOn, {{2, 5}, RunRoster{corrected, first.courses, {}}}));
    m_school->journal().leave(goingOn);
    const RegisterStudentsResults soFar = recorded(first.run.id);
    QCOMPARE(soFar.run.state, RunState::Running);
    QCOMPARE(id(soFar, 5), u"S105"_s);
    QCOMPARE(rowsToTryAgain(soFar.results), 2);
    QCOMPARE(soFar.results.at(2).attempts, 1);
    const RegisterStudentsResults answer = perform(BulkRegistration::Request::continuing(soFar));
    QStringList wanted = outcomes(first.results);
    wanted[2] = u"registered 4"_s;
    wanted[5] = u"registered 5"_s;
    QCOMPARE(outcomes(answer.results), wanted);
    QCOMPARE(answer.results.at(2).attempts, 2);
    QCOMPARE(told(recorded(first.run.id)), told(answer));
}

void TestRowsTriedAgain::rowInAnotherCourseBringsThatCourse()
{
    const RegisterStudentsResults first = firstRun();
    auto again = BulkRegistration::Request::tryingAgain(first, {5});
    QList<qint32> indexes(Rows, 0);
    indexes[5] = 1;
    again.courses = CourseAssignment({course(u"GO1"_s).ref(), course(u"ART"_s).ref()}, indexes);
    again.isCorrected = true;
    QCOMPARE(outcome(perform(again).results.at(5)), u"registered 1"_s);
    const RegisterStudentsResults kept = recorded(first.run.id);
    QCOMPARE(kept.courses.courseOf(5).code, u"ART"_s);
    QCOMPARE(kept.courses.courseOf(0).code, u"GO1"_s);
}

// An answer that did not arrive is asked for again.
void TestRowsTriedAgain::sentTwiceIsDecidedOnce()
{
    const RegisterStudentsResults first = firstRun();
    setHold({});
    Run goingOn = first.run;
    goingOn.state = RunState::Running;
    QVERIFY(m_school->journal().tryAgain(goingOn, {{2}, std::nullopt}));
    RegistrationBatch batch{goingOn, first.students, first.courses, {2}};
    const QStringList once = outcomes(m_school->registrar().registerBatch(batch).result());
    QCOMPARE(once, QStringList(u"registered 4"_s));
    setHold(u"library book"_s);
    QCOMPARE(outcomes(m_school->registrar().registerBatch(batch).result()), once);
    m_school->journal().leave(first.run);
}

void TestRowsTriedAgain::undoneRunDoesNotGoOn()
{
    const RegisterStudentsResults first = firstRun();
    setHold({});
    QVERIFY(m_school->undo().undo(first.run.id));
    const RegisterStudentsResults answer =
        perform(BulkRegistration::Request::tryingAgain(first, {2}));
    QVERIFY(answer.problem);
    QVERIFY(answer.problem->sentence.contains(u"was undone"_s));
    QCOMPARE(told(answer), told(first));
    QCOMPARE(m_school->courses().find(u"GO1"_s)->seatsTaken, 0);
}

void TestRowsTriedAgain::planAsksAnew()
{
    const RegisterStudentsResults first = firstRun();
    setHold({});
    const QStringList plan = outcomes(planAll(*m_school, first.run, first.students, first.courses));
    QCOMPARE(plan.mid(0, 5),
        QStringList({u"registered 1"_s, u"registered 2"_s, u"registered 4"_s, u"registered 3"_s,
            u"registered 5"_s}));
    QCOMPARE(told(recorded(first.run.id)), told(first));
}

QTEST_GUILESS_MAIN(TestRowsTriedAgain)
#include "tst_rowstriedagain.moc"
