// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plainclient.h"
#include "schoolserver.h"
#include "teststore.h"

#include "registrars/openschool.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Students whom a school on a server did not know, added with their places in one statement.
class TestNewStudents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void whoIsAddedMeanwhileIsAddedOnce();
    void whatIsKnownOfWhoWasAddedDecides();
    void laterRowsMayNameThemByAddressAlone();
    void laterRowsMayCompleteThem();
    void eachGetsTheirOwnPlaceWithoutANumber();

private:
    QFuture<RegistrationResults> registerAll(
        const StudentList &students, const CourseAssignment &courses);
    QFuture<RegistrationResults> registerBesideColleague(
        const StudentList &students, const QString &added);
    QString asked(const QString &sql) { return m_server.execute(sql, m_database); }
    bool somebodyWaits();

    PostgresCluster m_server;
    std::unique_ptr<SchoolServer> m_schools;
    QString m_database;
    std::unique_ptr<School> m_school;
};

namespace
{

constexpr int Patience = 30'000;

QStringList outcomesOf(const QFuture<RegistrationResults> &answer)
{
    QStringList outcomes;
    for (const StudentRegistrationResult &result : answer.result()) {
        const auto held = result.registration();
        outcomes += held ? u"%1 %2"_s.arg(held->waiting ? u"waits"_s : u"seat"_s).arg(held->number)
                         : explain(result);
    }
    return outcomes;
}

} // namespace

void TestNewStudents::initTestCase()
{
    QVERIFY(m_server.start());
    m_schools = std::make_unique<SchoolServer>(m_server);
}

void TestNewStudents::init()
{
    m_database = m_schools->addSchool();
    auto school = openSchool(m_server.url(m_database, SchoolServer::Office));
    QVERIFY(school);
    m_school = std::move(*school);
    QVERIFY(m_school->courses().save({course(u"GO1"_s, 3, 1), course(u"GO2"_s)}));
}

void TestNewStudents::cleanup()
{
    m_school.reset();
}

QFuture<RegistrationResults> TestNewStudents::registerAll(
    const StudentList &students, const CourseAssignment &courses)
{
    RegistrationBatch batch{Run::begin(u"list.csv"_s, courses, {}), students, courses, {}};
    for (qint32 row = 0; row < students.size(); ++row)
        batch.rows += row;
    return m_school->registrar().registerBatch(batch);
}

bool TestNewStudents::somebodyWaits()
{
    return asked(u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                 " AND wait_event_type = 'Lock'"_s)
        == u"1"_s;
}

// A colleague adds one of them and commits that only when the list waits for it: it did not see
// them, so it adds the same.
QFuture<RegistrationResults> TestNewStudents::registerBesideColleague(
    const StudentList &students, const QString &added)
{
    PlainClient colleague(m_server.url(m_database, SchoolServer::Office));
    const auto begun = colleague.send(u"BEGIN; "_s + added);
    auto answer = registerAll(students, CourseAssignment(course(u"GO1"_s).ref()));
    const bool waited = QTest::qWaitFor([this] { return somebodyWaits(); }, Patience);
    const auto committed = colleague.send(u"COMMIT"_s);
    if (!waited || !begun.state.isEmpty() || !committed.state.isEmpty()
        || !QTest::qWaitFor([&] { return answer.isFinished(); }, Patience))
        qFatal("The list did not wait for the colleague: %s", qPrintable(begun.text));
    return answer;
}

void TestNewStudents::whoIsAddedMeanwhileIsAddedOnce()
{
    const StudentList students = numberedStudents(3);
    const QString second = students.student(1).studentId;
    const auto answer = registerBesideColleague(students,
        u"INSERT INTO students (student_id, given_name) VALUES ('%1', 'Ana')"_s.arg(second));
    QCOMPARE(outcomesOf(answer), QStringList({u"seat 1"_s, u"seat 2"_s, u"seat 3"_s}));
    QCOMPARE(asked(u"SELECT count(*) FROM students"_s), u"3"_s);
    QCOMPARE(asked(u"SELECT given_name, number FROM students JOIN registrations"
                   " ON student = students.id WHERE student_id = '%1'"_s.arg(second)),
        u"Ana|2"_s);
    QVERIFY(m_school->audit().verify()->isIntact());
}

// What was decided before they came is decided again.
void TestNewStudents::whatIsKnownOfWhoWasAddedDecides()
{
    const StudentList students = numberedStudents(4);
    const auto answer = registerBesideColleague(students,
        u"INSERT INTO students (student_id, hold) VALUES ('%1', 'library book')"_s.arg(
            students.student(3).studentId));
    const QStringList outcomes = outcomesOf(answer);
    QCOMPARE(outcomes.first(3), QStringList({u"seat 1"_s, u"seat 2"_s, u"seat 3"_s}));
    QVERIFY2(outcomes.last().contains(u"library book"_s), qPrintable(outcomes.last()));
    QCOMPARE(asked(u"SELECT count(*), max(seats_taken), max(courses.waiting) FROM registrations"
                   " JOIN courses ON course = courses.id"_s),
        u"3|3|0"_s);
}

void TestNewStudents::laterRowsMayNameThemByAddressAlone()
{
    const StudentList students =
        StudentList::fromStudents({student(u"1"_s, u"ana@school.example"_s),
            student(u"2"_s, u"ben@school.example"_s), student({}, u"ana@school.example"_s)});
    const CourseAssignment courses(
        {course(u"GO1"_s).ref(), course(u"GO2"_s).ref()}, QList<qint32>{0, 0, 1});
    const auto answer = registerAll(students, courses);
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), Patience);
    QCOMPARE(outcomesOf(answer), QStringList({u"seat 1"_s, u"seat 2"_s, u"seat 1"_s}));
    QCOMPARE(asked(u"SELECT student_id, code, number FROM registrations"
                   " JOIN students ON student = students.id JOIN courses ON course = courses.id"
                   " ORDER BY student_id, code"_s),
        u"1|GO1|1\n1|GO2|1\n2|GO1|2"_s);
}

void TestNewStudents::laterRowsMayCompleteThem()
{
    Student named = student(u"1"_s);
    named.givenName = u"Ana"_s;
    const StudentList students = StudentList::fromStudents({student(u"1"_s), named});
    const CourseAssignment courses(
        {course(u"GO1"_s).ref(), course(u"GO2"_s).ref()}, QList<qint32>{0, 1});
    const auto answer = registerAll(students, courses);
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), Patience);
    QCOMPARE(outcomesOf(answer), QStringList({u"seat 1"_s, u"seat 1"_s}));
    QCOMPARE(asked(u"SELECT student_id, given_name, count(*) FROM students"
                   " JOIN registrations ON student = students.id GROUP BY 1, 2"_s),
        u"1|Ana|2"_s);
}

// Some of them have a number, and they are in another order than their rows.
void TestNewStudents::eachGetsTheirOwnPlaceWithoutANumber()
{
    constexpr int Rows = 300;
    QList<Student> rows;
    for (int row = 0; row < Rows; ++row) {
        const QString number = row % 5 == 2 ? u"N%1"_s.arg(Rows - row) : QString();
        rows += student(number, u"s%1@school.example"_s.arg(row * 7 % Rows + 1));
    }
    const auto answer =
        registerAll(StudentList::fromStudents(rows), CourseAssignment(course(u"GO2"_s).ref()));
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), Patience);
    QStringList wanted;
    QStringList seats;
    for (int row = 0; row < Rows; ++row) {
        seats += u"seat %1"_s.arg(row + 1);
        wanted += u"%1|%2|%1"_s.arg(row + 1).arg(rows.at(row).email);
    }
    QCOMPARE(outcomesOf(answer), seats);
    QCOMPARE(asked(u"SELECT number, email, roster_row FROM registrations"
                   " JOIN students ON student = students.id ORDER BY number"_s),
        wanted.join(u'\n'));
}

QTEST_GUILESS_MAIN(TestNewStudents)
#include "tst_newstudents.moc"
