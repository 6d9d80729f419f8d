// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teststore.h"

#include <QTest>

using namespace Rollbook;

class TestRunJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStore::addKinds(); }
    void init();
    void cleanup();

    void keepsEveryOutcome();
    void keepsWhatTheRegistrarDid();
    void keepsWhichRowHasWhichCourse();
    void leavesWhatIsRecorded();
    void betterOutcomeReplacesAFault();
    void listsNewestFirst();
    void knowsARunThatDidNotEnd();
    void doesNotKnowARun();

private:
    RunJournal &journal() { return m_school->journal(); }

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<School> m_school;
};

namespace
{

const CourseAssignment &forGo1()
{
    static const CourseAssignment courses(course(QStringLiteral("GO1")).ref());
    return courses;
}

StudentList twoStudents()
{
    Student ben{QStringLiteral("0070001"), QStringLiteral("Ben"), QStringLiteral("Smith"),
        QStringLiteral("ben@school.example"), QStringLiteral("2011-02-03"), QStringLiteral("9"),
        QStringLiteral("front, please")};
    return StudentList::fromStudents({ben, student({}, QStringLiteral("zoë@school.example"))});
}

Run newRun(const CourseAssignment &courses)
{
    RunOptions options;
    options.whenFull = WhenFull::Reject;
    options.unknownStudents = UnknownStudents::Reject;
    Run run = Run::begin(QStringLiteral("grade9.csv"), courses, options);
    run.startedBy = QStringLiteral("office");
    // Moments are kept by the millisecond.
    run.startedAt = QDateTime::fromMSecsSinceEpoch(run.startedAt.toMSecsSinceEpoch(), Qt::UTC);
    return run;
}

void compareRuns(const Run &actual, const Run &expected)
{
    QCOMPARE(actual.id, expected.id);
    QCOMPARE(actual.startedAt, expected.startedAt);
    QCOMPARE(actual.endedAt, expected.endedAt);
    QCOMPARE(actual.startedBy, expected.startedBy);
    QCOMPARE(actual.rosterName, expected.rosterName);
    QCOMPARE(actual.courseName, expected.courseName);
    QCOMPARE(actual.options, expected.options);
    QCOMPARE(actual.state, expected.state);
    QCOMPARE(actual.counts, expected.counts);
}

} // namespace

void TestRunJournal::init()
{
    QFETCH_GLOBAL(const QString, store);
    m_store = std::make_unique<TestStore>(store);
    m_school = m_store->open();
}

void TestRunJournal::cleanup()
{
    m_school.reset();
    m_store.reset();
}

void TestRunJournal::keepsEveryOutcome()
{
    RegistrationResults results;
    QList<Student> students;
    const auto add = [&](const auto &outcome) {
        StudentRegistrationResult result;
        result.row = static_cast<qint32>(results.size());
        result.attempts = static_cast<qint16>(results.size() % 4);
        result.durationMs = 17 * result.row;
        result.outcome = outcome;
        results += result;
        students += student(QStringLiteral("S%1").arg(result.row));
    };
    add(StudentRegistration{RegistrationStatus::Registered, false, 79, 1767225600123});
    add(StudentRegistration{RegistrationStatus::Waitlisted, true, 2, 1767225600124});
    add(StudentRegistration{RegistrationStatus::AlreadyRegistered, true, 1, 1500000000000});
    for (int code = 0; code < ReasonCodeCount; ++code) {
        for (const auto status : {RegistrationStatus::Rejected, RegistrationStatus::Failed,
                 RegistrationStatus::NotAttempted}) {
            add(RegistrationError{
                status, static_cast<ReasonCode>(code), QStringLiteral("ŝar%1").arg(code)});
        }
    }
    Run run = newRun(forGo1());
    const StudentList list = StudentList::fromStudents(students);
    QVERIFY(journal().begin(run, {list, forGo1(), {}}));
    QVERIFY(journal().record(run, list, forGo1(), results));
    run.state = RunState::Cancelled;
    run.endedAt = run.startedAt.addMSecs(1500);
    for (const StudentRegistrationResult &result : std::as_const(results))
        run.counts.add(result.status());
    QVERIFY(journal().end(run));

    m_school = m_store->open();
    const auto recorded = journal().run(run.id);
    QVERIFY(recorded);
    compareRuns(recorded->run, run);
    QCOMPARE(recorded->results, results);
    QCOMPARE(recorded->courses.courseOf(3), forGo1().courseOf(3));
    QVERIFY(!recorded->problem);
}

void TestRunJournal::keepsWhatTheRegistrarDid()
{
    QVERIFY(m_school->registrar().capabilities().journalsResults);
    QVERIFY(m_school->courses().save({course(QStringLiteral("GO1"), 1)}));
    const Run run = Run::begin(QStringLiteral("list.csv"), forGo1(), {});
    const auto results = registerAll(*m_school, run, twoStudents(), forGo1());
    const auto recorded = journal().run(run.id);
    QVERIFY(recorded);
    QCOMPARE(recorded->results, results);
    for (int row = 0; row < 2; ++row)
        QCOMPARE(recorded->students.student(row), twoStudents().student(row));
}

void TestRunJournal::keepsWhichRowHasWhichCourse()
{
    const CourseAssignment courses(
        {course(QStringLiteral("GO1")).ref(), {QStringLiteral("NONE"), QString()}}, {1, -1, 0});
    const Run run = newRun(courses);
    const StudentList list = numberedStudents(3);
    QVERIFY(journal().record(run, list, courses,
        {rejectedRow(0, ReasonCode::UnknownCourse, QStringLiteral("NONE")),
            rejectedRow(1, ReasonCode::UnknownCourse), notAttemptedRow(2, ReasonCode::Cancelled)}));
    const auto recorded = journal().run(run.id);
    for (int row = 0; row < 3; ++row)
        QCOMPARE(recorded->courses.courseOf(row), courses.courseOf(row));
}

void TestRunJournal::leavesWhatIsRecorded()
{
    const Run run = newRun(forGo1());
    const auto first = rejectedRow(0, ReasonCode::Hold, QStringLiteral("fee"));
    QVERIFY(journal().record(run, twoStudents(), forGo1(), {first}));
    QVERIFY(journal().record(run, twoStudents(), forGo1(),
        {failedRow(0, ReasonCode::TimedOut), notAttemptedRow(1, ReasonCode::Cancelled)}));
    QCOMPARE(journal().run(run.id)->results,
        (RegistrationResults{first, notAttemptedRow(1, ReasonCode::Cancelled)}));
}

void TestRunJournal::betterOutcomeReplacesAFault()
{
    QVERIFY(m_school->courses().save({course(QStringLiteral("GO1"))}));
    const Run run = Run::begin(QStringLiteral("list.csv"), forGo1(), {});
    QVERIFY(journal().record(run, twoStudents(), forGo1(),
        {failedRow(0, ReasonCode::StoreBusy), notAttemptedRow(1, ReasonCode::Stopped)}));
    registerAll(*m_school, run, twoStudents(), forGo1());
    QCOMPARE(outcomes(journal().run(run.id)->results),
        (QStringList{QStringLiteral("registered 1"), QStringLiteral("registered 2")}));
}

void TestRunJournal::listsNewestFirst()
{
    Run older = newRun(forGo1());
    Run newer = newRun(forGo1());
    older.id = QStringLiteral("z");
    newer.id = QStringLiteral("a");
    newer.startedAt = older.startedAt.addSecs(1);
    QVERIFY(journal().begin(older, {}));
    QVERIFY(journal().begin(newer, {}));
    const auto runs = journal().runs();
    QCOMPARE(runs->size(), 2);
    compareRuns(runs->at(0), newer);
    compareRuns(runs->at(1), older);
}

void TestRunJournal::knowsARunThatDidNotEnd()
{
    const Run run = newRun(forGo1());
    QVERIFY(journal().begin(run, {}));
    const auto recorded = journal().run(run.id);
    QVERIFY(recorded);
    compareRuns(recorded->run, run);
    QVERIFY(recorded->results.isEmpty());
    QVERIFY(recorded->students.isEmpty());
}

void TestRunJournal::doesNotKnowARun()
{
    const auto recorded = journal().run(QStringLiteral("20260101-nothing"));
    QVERIFY(!recorded);
    QCOMPARE(recorded.error().code, ErrorCode::NotFound);
    QVERIFY(recorded.error().sentence.contains(QStringLiteral("20260101-nothing")));
}

QTEST_GUILESS_MAIN(TestRunJournal)
#include "tst_runjournal.moc"
