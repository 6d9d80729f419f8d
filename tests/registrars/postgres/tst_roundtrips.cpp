// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roundtrips.h"
#include "schoolserver.h"
#include "tcprelay.h"
#include "teststore.h"

#include "registrars/openschool.h"

#include <QTest>
#include <QUrl>
#include <QtConcurrent>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// How often a batch waits for the server, however many rows it has: a school may be far away.
class TestRoundTrips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aBatchWaitsTwice_data();
    void aBatchWaitsTwice();
    void namesAreFoundOutOnce();
    void planAsksAtOnce();
    void aRunOfOneBatchWaitsSeldom();
    void savingWaitsTwiceForAStudent();
    void savingACourseWaitsAsOftenWhateverItHas();

private:
    int tripsFor(const StudentList &students, const CourseAssignment &courses);
    int tripsOf(const std::function<Expected<void>()> &work);

    PostgresCluster m_server;
    std::unique_ptr<SchoolServer> m_schools;
    std::unique_ptr<TcpRelay> m_network;
    RoundTrips m_trips;
    std::unique_ptr<School> m_school;
};

namespace
{

constexpr int Rows = 500;

CourseAssignment forAll(const QString &code)
{
    return CourseAssignment(course(code).ref());
}

StudentList withoutNumbers(int count)
{
    QList<Student> students;
    for (int i = 0; i < count; ++i)
        students += student({}, u"s%1@school.example"_s.arg(i));
    return StudentList::fromStudents(students);
}

/// The last of them is the third once more.
StudentList oneOfThemTwice(int count)
{
    QList<Student> students;
    for (int number = 1; number <= count; ++number)
        students += student(u"S%1"_s.arg(number == count ? 3 : number));
    return StudentList::fromStudents(students);
}

/// The second row has what the first leaves out.
StudentList completedByALaterRow()
{
    return StudentList::fromStudents({student(u"S9"_s), // the row of another batch
        student(u"S1"_s), student(u"S1"_s, u"s1@school.example"_s)});
}

/// Half of the rows for one course, half for the other.
CourseAssignment forBoth(int rows)
{
    QList<qint32> indexes;
    for (int row = 0; row < rows; ++row)
        indexes += row % 2;
    return {{course(u"GO1"_s).ref(), course(u"GO2"_s).ref()}, indexes};
}

} // namespace

void TestRoundTrips::initTestCase()
{
    QVERIFY(m_server.start());
    m_schools = std::make_unique<SchoolServer>(m_server);
    m_server.execute(u"ALTER ROLE %1 PASSWORD 'secret'"_s.arg(SchoolServer::Office));
}

void TestRoundTrips::init()
{
    const QString database = m_schools->addSchool();
    m_trips = {}; // it knows clients by where they are in memory
    m_network = std::make_unique<TcpRelay>(m_server.port());
    m_network->setListener(
        [this](const QObject *client, const QByteArray &bytes) { m_trips.hear(client, bytes); });
    QUrl url(m_server.tcpUrl(database, SchoolServer::Office, u"secret"_s));
    url.setPort(m_network->port());
    // It asks the relay, which needs this thread.
    auto opening = QtConcurrent::run([&] {
        auto school = openSchool(url.toString());
        if (school) {
            Course needy = course(u"GO3"_s);
            needy.prerequisites = {u"GO0"_s};
            const auto saved = (*school)->courses().save(
                {course(u"GO1"_s, Rows, Rows), course(u"GO2"_s, Rows / 2, Rows), needy});
            if (!saved)
                school->reset();
        }
        return school;
    });
    QTRY_VERIFY(opening.isFinished());
    m_school = std::move(*opening.takeResult());
    QVERIFY(m_school);
}

void TestRoundTrips::cleanup()
{
    m_school.reset();
    m_network.reset();
}

/// Of the last batch of a run whose first has registered one other student.
int TestRoundTrips::tripsFor(const StudentList &students, const CourseAssignment &courses)
{
    const Run run = Run::begin(u"list.csv"_s, courses, {});
    RegistrationBatch batch{run, students, courses, {0}};
    QFuture<RegistrationResults> answer = m_school->registrar().registerBatch(batch);
    if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 30'000))
        return -1;
    m_trips.beginAnew();
    batch.rows.clear();
    for (qint32 row = 1; row < students.size(); ++row)
        batch.rows += row;
    answer = m_school->registrar().registerBatch(batch);
    if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 30'000))
        return -1;
    for (const StudentRegistrationResult &result : answer.result()) {
        if (result.status() == RegistrationStatus::Failed) {
            qWarning("%s", qPrintable(explain(result)));
            return -1;
        }
    }
    return m_trips.count();
}

void TestRoundTrips::aBatchWaitsTwice_data()
{
    QTest::addColumn<StudentList>("before");
    QTest::addColumn<CourseAssignment>("coursesBefore");
    QTest::addColumn<StudentList>("students");
    QTest::addColumn<CourseAssignment>("courses");
    QTest::addColumn<int>("trips");
    const StudentList nobody;
    const StudentList few = numberedStudents(10);
    const StudentList many = numberedStudents(Rows);
    const CourseAssignment go1 = forAll(u"GO1"_s);
    // To ask, and to write.
    QTest::newRow("nobody who gets in") << nobody << go1 << few << forAll(u"GO3"_s) << 2;
    QTest::newRow("few whom it does not know") << nobody << go1 << few << go1 << 2;
    QTest::newRow("many whom it does not know") << nobody << go1 << many << go1 << 2;
    QTest::newRow("two courses, one of them full soon, and one who wants both")
        << nobody << go1 << oneOfThemTwice(Rows) << forBoth(Rows) << 2;
    // Which key those got who were added.
    QTest::newRow("whom it does not know until a later row completes them")
        << nobody << go1 << completedByALaterRow() << forBoth(3) << 3;
    QTest::newRow("without numbers") << nobody << go1 << withoutNumbers(Rows) << go1 << 2;
    QTest::newRow("whom it knows") << many << go1 << many << go1 << 2;
    QTest::newRow("who are in another course") << many << go1 << many << forAll(u"GO2"_s) << 2;
    QTest::newRow("who need to have completed another")
        << few << go1 << few << forAll(u"GO3"_s) << 2;
}

void TestRoundTrips::aBatchWaitsTwice()
{
    QFETCH(const StudentList, before);
    QFETCH(const CourseAssignment, coursesBefore);
    QFETCH(const StudentList, students);
    QFETCH(const CourseAssignment, courses);
    QFETCH(const int, trips);
    if (!before.isEmpty())
        QVERIFY(tripsFor(before, coursesBefore) > 0);
    QCOMPARE(tripsFor(students, courses), trips);
}

// A list that says "go1" where the school says "GO1 (2026 Fall)": that is asked in each
// transaction, but the first attempt with the name as it is goes wrong once only.
void TestRoundTrips::namesAreFoundOutOnce()
{
    QCOMPARE(tripsFor(numberedStudents(Rows), CourseAssignment({u"go1"_s, {}})), 4);
}

// To begin, for what the run is called there, for all that decides, and to end.
void TestRoundTrips::planAsksAtOnce()
{
    const StudentList students = numberedStudents(Rows);
    QVERIFY(tripsFor(students, forAll(u"GO1"_s)) > 0);
    const CourseAssignment courses = forAll(u"GO2"_s);
    const RegistrationBatch batch{
        Run::begin(u"list.csv"_s, courses, {}), students, courses, {0, 1}};
    m_trips.beginAnew();
    QFuture<RegistrationResults> plan = m_school->registrar().plan(batch);
    QTRY_VERIFY(plan.isFinished());
    QCOMPARE(plan.result().size(), 2);
    QCOMPARE(m_trips.count(), 4);
}

/// Of what is done in another thread, as this one is the network.
int TestRoundTrips::tripsOf(const std::function<Expected<void>()> &work)
{
    m_trips.beginAnew();
    const QFuture<Expected<void>> done = QtConcurrent::run(work);
    if (!QTest::qWaitFor([&] { return done.isFinished(); }, 30'000) || !done.result())
        return -1;
    return m_trips.count();
}

// Its entry, its rows and its end are a transaction each. What is written there goes with what is
// asked next, or with the commit.
void TestRoundTrips::aRunOfOneBatchWaitsSeldom()
{
    const StudentList students = numberedStudents(30);
    const CourseAssignment courses = forAll(u"GO1"_s);
    // Another one has connected, and asked who that is.
    QVERIFY(tripsFor(numberedStudents(2), forAll(u"GO2"_s)) > 0);
    Run run = Run::begin(u"list.csv"_s, courses, {});
    RunJournal &journal = m_school->journal();
    QCOMPARE(tripsOf([&] { return journal.begin(run, {students, courses, {}}); }), 7);
    RegistrationBatch batch{run, students, courses, {}};
    for (qint32 row = 0; row < students.size(); ++row)
        batch.rows += row;
    const auto registerAll = [&]() -> Expected<void> {
        m_school->registrar().registerBatch(batch).waitForFinished();
        return {};
    };
    QCOMPARE(tripsOf(registerAll), 2);
    run.state = RunState::Finished;
    run.endedAt = QDateTime::currentDateTimeUtc();
    QCOMPARE(tripsOf([&] { return journal.end(run); }), 10);
}

// To find them, and to learn the key of who is added; the courses that they have completed go
// along.
void TestRoundTrips::savingWaitsTwiceForAStudent()
{
    constexpr int count = 20;
    constexpr int around = 4; // to begin, for the audit trail, and to commit
    QList<StudentRecord> records;
    for (int number = 1; number <= count; ++number)
        records += StudentRecord{student(u"S%1"_s.arg(number)), {}, {u"GO1"_s, u"GO2"_s}};
    QCOMPARE(tripsOf([&] { return m_school->students().save(records); }), 2 * count + around);
}

void TestRoundTrips::savingACourseWaitsAsOftenWhateverItHas()
{
    const Course bare = course(u"GO4"_s);
    Course busy = course(u"GO5"_s);
    for (int day = 1; day <= 5; ++day)
        busy.meets += MeetingTime{day, QTime(9, 0), QTime(10, 30)};
    busy.prerequisites = {u"GO1"_s, u"GO2"_s};
    QCOMPARE(tripsOf([&] { return m_school->courses().save({bare}); }), 6);
    QCOMPARE(tripsOf([&] { return m_school->courses().save({busy}); }), 6);
}

QTEST_GUILESS_MAIN(TestRoundTrips)
#include "tst_roundtrips.moc"
