// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "heldcourses.h"
#include "schoolserver.h"
#include "teststore.h"

#include "registrars/openschool.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// One list for several courses: several connections, each course's seats in the order of the list.
class TestRunLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void coursesGoOnBesideEachOther();
    void whoWantsTwoCoursesHoldsBothTogether();
    void shortListTakesOneConnection();
    void unknownRunIsEnteredOnce();
    void othersOutcomesOfTheRunStay();
    void sameAsOneRowAfterTheOther_data();
    void sameAsOneRowAfterTheOther();

private:
    /// Entered in the journal, as each is before its rows are sent.
    Run beginRun(const StudentList &students, const CourseAssignment &courses);
    QList<QFuture<RegistrationResults>> sendAll(
        const Run &run, const StudentList &students, const CourseAssignment &courses);
    int placesIn(const QString &course);
    QString asked(const QString &sql) { return m_server.execute(sql, m_database); }

    PostgresCluster m_server;
    std::unique_ptr<SchoolServer> m_schools;
    QString m_database;
    std::unique_ptr<School> m_school;
    std::unique_ptr<HeldCourses> m_colleague;
};

namespace
{

constexpr int Patience = 30'000;
constexpr int Rows = 600;
constexpr int BatchSize = 50;

/// Each row wants the next of the courses A, B and C.
CourseAssignment inTurns(int rows)
{
    QList<qint32> indexes;
    for (int row = 0; row < rows; ++row)
        indexes += row % 3;
    return {{course(u"A"_s).ref(), course(u"B"_s).ref(), course(u"C"_s).ref()}, indexes};
}

bool areFinished(const QList<QFuture<RegistrationResults>> &answers)
{
    return std::all_of(
        answers.cbegin(), answers.cend(), [](const auto &answer) { return answer.isFinished(); });
}

QStringList outcomesOf(const QList<QFuture<RegistrationResults>> &answers)
{
    QStringList texts;
    for (const auto &answer : answers)
        texts += outcomes(answer.result());
    return texts;
}

/// Where seats are as many as they like.
QStringList seatsInTurns(int rows)
{
    QStringList texts;
    for (int row = 0; row < rows; ++row)
        texts += u"registered %1"_s.arg(row / 3 + 1);
    return texts;
}

} // namespace

void TestRunLanes::initTestCase()
{
    QVERIFY(m_server.start());
    m_schools = std::make_unique<SchoolServer>(m_server);
}

void TestRunLanes::init()
{
    m_database = m_schools->addSchool();
    const QString url = m_server.url(m_database, SchoolServer::Office);
    auto school = openSchool(url);
    QVERIFY(school);
    m_school = std::move(*school);
    QVERIFY(m_school->courses().save({course(u"A"_s), course(u"B"_s), course(u"C"_s)}));
    m_colleague = std::make_unique<HeldCourses>(url);
}

void TestRunLanes::cleanup()
{
    m_colleague.reset();
    m_school.reset();
}

Run TestRunLanes::beginRun(const StudentList &students, const CourseAssignment &courses)
{
    Run run = Run::begin(u"list.csv"_s, courses, {});
    if (!m_school->journal().begin(run, {students, courses, {}, {}}))
        qFatal("The run cannot be begun.");
    return run;
}

QList<QFuture<RegistrationResults>> TestRunLanes::sendAll(
    const Run &run, const StudentList &students, const CourseAssignment &courses)
{
    QList<QFuture<RegistrationResults>> answers;
    RegistrationBatch batch{run, students, courses, {}};
    for (qint32 row = 0; row < students.size(); ++row) {
        batch.rows += row;
        if (batch.rows.size() < BatchSize && row + 1 < students.size())
            continue;
        answers += m_school->registrar().registerBatch(batch);
        batch.rows.clear();
    }
    return answers;
}

int TestRunLanes::placesIn(const QString &course)
{
    return asked(u"SELECT count(*) FROM registrations JOIN courses ON course = courses.id"
                 " WHERE code = '%1'"_s.arg(course))
        .toInt();
}

void TestRunLanes::coursesGoOnBesideEachOther()
{
    const CourseAssignment courses = inTurns(Rows);
    const StudentList students = numberedStudents(Rows);
    const Run run = beginRun(students, courses);
    QVERIFY(m_colleague->hold(u"B"_s));
    const auto answers = sendAll(run, students, courses);
    QTRY_COMPARE_WITH_TIMEOUT(placesIn(u"A"_s), Rows / 3, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(placesIn(u"C"_s), Rows / 3, Patience);
    QCOMPARE(placesIn(u"B"_s), 0);
    // An answer tells of all rows of a batch.
    QVERIFY(std::none_of(
        answers.cbegin(), answers.cend(), [](const auto &answer) { return answer.isFinished(); }));
    QVERIFY(m_colleague->letGo());
    QTRY_VERIFY_WITH_TIMEOUT(areFinished(answers), Patience);
    QCOMPARE(outcomesOf(answers), seatsInTurns(Rows));
    int row = 0;
    for (const auto &answer : answers) {
        for (const StudentRegistrationResult &result : answer.result())
            QCOMPARE(result.row, row++);
    }
    QCOMPARE(asked(u"SELECT count(*) FROM run_results"_s).toInt(), Rows);
}

// What a student holds in one course can decide about the other.
void TestRunLanes::whoWantsTwoCoursesHoldsBothTogether()
{
    const CourseAssignment courses = inTurns(Rows);
    QList<Student> rows;
    for (int row = 0; row < Rows; ++row)
        rows += student(u"S%1"_s.arg(row == Rows - 2 ? 0 : row)); // wants A first, and then B
    const StudentList students = StudentList::fromStudents(rows);
    const Run run = beginRun(students, courses);
    QVERIFY(m_colleague->hold(u"A"_s));
    const auto answers = sendAll(run, students, courses);
    QTRY_COMPARE_WITH_TIMEOUT(placesIn(u"C"_s), Rows / 3, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_colleague->waiting(), 1, Patience);
    QCOMPARE(placesIn(u"B"_s), 0);
    QVERIFY(m_colleague->letGo());
    QTRY_VERIFY_WITH_TIMEOUT(areFinished(answers), Patience);
    QCOMPARE(outcomesOf(answers), seatsInTurns(Rows));
}

void TestRunLanes::shortListTakesOneConnection()
{
    constexpr int Few = 30;
    const CourseAssignment courses = inTurns(Few);
    const Run run = Run::begin(u"list.csv"_s, courses, {});
    QVERIFY(m_colleague->hold(u"A"_s));
    const auto answers = sendAll(run, numberedStudents(Few), courses);
    QTRY_COMPARE_WITH_TIMEOUT(m_colleague->waiting(), 1, Patience);
    QCOMPARE(placesIn(u"B"_s), 0);
    QVERIFY(m_colleague->letGo());
    QTRY_VERIFY_WITH_TIMEOUT(areFinished(answers), Patience);
    QCOMPARE(outcomesOf(answers), seatsInTurns(Few));
}

// By whoever of the lanes comes first.
void TestRunLanes::unknownRunIsEnteredOnce()
{
    const CourseAssignment courses = inTurns(Rows);
    const auto answers =
        sendAll(Run::begin(u"list.csv"_s, courses, {}), numberedStudents(Rows), courses);
    QTRY_VERIFY_WITH_TIMEOUT(areFinished(answers), Patience);
    QCOMPARE(outcomesOf(answers), seatsInTurns(Rows));
    QCOMPARE(asked(u"SELECT count(*) FROM runs"_s), u"1"_s);
    QCOMPARE(
        asked(u"SELECT string_agg(code, ' ' ORDER BY position) FROM run_courses"_s), u"A B C"_s);
    QCOMPARE(asked(u"SELECT count(*) FROM audit_entries WHERE action = 'run_begun'"_s), u"1"_s);
    QVERIFY(m_school->audit().verify()->isIntact());
}

// Two programs with the same run, one of which has lost its claim.
void TestRunLanes::othersOutcomesOfTheRunStay()
{
    const CourseAssignment courses = inTurns(Rows);
    const StudentList students = numberedStudents(Rows);
    const Run run = beginRun(students, courses);
    auto other = openSchool(m_server.url(m_database, SchoolServer::Office));
    QVERIFY(other);
    QVERIFY(m_colleague->hold(u"%"_s));
    const auto answers = sendAll(run, students, courses);
    std::swap(m_school, *other);
    const auto sameAnswers = sendAll(run, students, courses);
    QTRY_COMPARE_WITH_TIMEOUT(
        asked(u"SELECT count(*) FROM pg_locks WHERE NOT granted"_s), u"4"_s, Patience);
    QVERIFY(m_colleague->letGo());
    QTRY_VERIFY_WITH_TIMEOUT(areFinished(answers + sameAnswers), Patience);
    QCOMPARE(outcomesOf(answers), seatsInTurns(Rows));
    QCOMPARE(outcomesOf(sameAnswers), seatsInTurns(Rows));
    QCOMPARE(asked(u"SELECT count(*), max(seats_taken) FROM registrations, courses"_s),
        u"%1|%2"_s.arg(Rows * 3).arg(Rows / 3));
}

void TestRunLanes::sameAsOneRowAfterTheOther_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("%u", seed) << seed;
}

// Seats that are short, students who are known, named twice, or have a hold, courses under other
// names.
void TestRunLanes::sameAsOneRowAfterTheOther()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    const TestStore place(u"sqlite"_s);
    const auto file = place.open();
    QList<Course> all;
    for (int number = 0; number < 8; ++number) {
        all += course(u"K%1"_s.arg(number), random.bounded(20, 100), random.bounded(30));
        if (number > 0 && random.bounded(4) == 0)
            all.back().prerequisites = {u"K0"_s};
    }
    QList<StudentRecord> known;
    for (int number = 0; number < Rows; number += random.bounded(1, 6))
        known += {student(u"S%1"_s.arg(number)), random.bounded(4) == 0 ? u"fees"_s : QString(),
            random.bounded(2) == 0 ? QStringList{u"K0"_s} : QStringList()};
    QList<Student> rows;
    QList<qint32> indexes;
    const bool isParted = seed % 2 == 0; // else some want two courses
    for (int row = 0; row < Rows; ++row) {
        const int number = random.bounded(10) == 0 ? random.bounded(Rows) : row;
        rows += student(u"S%1"_s.arg(number));
        indexes += isParted ? number % 8 : random.bounded(8);
    }
    QList<CourseRef> refs;
    for (const Course &one : all)
        refs += one.ref();
    if (seed % 3 == 0)
        refs[1].code = refs[1].code.toLower();
    const CourseAssignment courses(refs, indexes);
    const StudentList students = StudentList::fromStudents(rows);
    for (School *school : {file.get(), m_school.get()}) {
        QVERIFY(school->courses().save(all));
        QVERIFY(school->students().save(known));
    }
    const Run run = beginRun(students, courses);
    const auto answers = sendAll(run, students, courses);
    QTRY_VERIFY_WITH_TIMEOUT(areFinished(answers), Patience);
    QCOMPARE(outcomesOf(answers), outcomes(registerAll(*file, run, students, courses, 1)));
}

QTEST_GUILESS_MAIN(TestRunLanes)
#include "tst_runlanes.moc"
