// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teststore.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace Rollbook;

namespace
{

/// A school and a roster that a seed decides, made to meet every rule often.
class RandomCase
{
public:
    explicit RandomCase(unsigned seed)
        : m_random(seed)
    {
        for (const char *code : {"A", "B", "C", "D", "E"})
            courses += randomCourse(QString::fromLatin1(code));
        for (int number = 0; number < 20; ++number)
            register_ += randomRecord(number);
        QList<Student> rows;
        QList<qint32> assigned;
        for (int row = 0; row < 120; ++row) {
            rows += randomRow();
            assigned += oneIn(20) ? -1 : below(static_cast<int>(courses.size()) + 1);
        }
        students = StudentList::fromStudents(rows);
        QList<CourseRef> refs;
        for (const Course &course : std::as_const(courses))
            refs += course.ref();
        refs += {QStringLiteral("Z"), QStringLiteral("2026 Fall")};
        assignment = CourseAssignment(refs, assigned);
        options.whenFull = oneIn(3) ? WhenFull::Reject : WhenFull::Waitlist;
        options.unknownStudents = oneIn(3) ? UnknownStudents::Reject : UnknownStudents::Create;
    }

    std::unique_ptr<School> fill(const TestStore &store) const
    {
        auto school = store.open();
        const auto coursesSaved = school->courses().save(courses);
        const auto studentsSaved = school->students().save(register_);
        if (!coursesSaved || !studentsSaved)
            qFatal("the random school cannot be saved");
        return school;
    }

    QList<Course> courses;
    QList<StudentRecord> register_;
    StudentList students;
    CourseAssignment assignment;
    RunOptions options;

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    bool oneIn(int count) { return below(count) == 0; }

    Course randomCourse(const QString &code)
    {
        Course made = course(code);
        if (oneIn(2))
            made.term = QStringLiteral("2026 Spring");
        if (!oneIn(4))
            made.capacity = below(12);
        if (!oneIn(3))
            made.waitlistCapacity = below(5);
        if (oneIn(6))
            made.opensOn = QDate(2999, 1, 1);
        if (oneIn(2))
            made.meets += {1 + below(2), QTime(9 + below(3), 0), QTime(12, 30)};
        if (oneIn(3))
            made.prerequisites += QString(QChar(u'A' + below(5)));
        return made;
    }

    StudentRecord randomRecord(int number)
    {
        StudentRecord record{randomStudent(number), {}, {}};
        if (oneIn(8))
            record.hold = QStringLiteral("fee");
        if (oneIn(2))
            record.completedCourses += QString(QChar(u'A' + below(5)));
        return record;
    }

    Student randomStudent(int number)
    {
        Student made = student(QStringLiteral("S%1").arg(number));
        if (oneIn(2))
            made.email = QStringLiteral("s%1@x.example").arg(below(4) == 0 ? 99 : number);
        return made;
    }

    Student randomRow()
    {
        Student made = randomStudent(below(40));
        if (oneIn(3))
            made.studentId.clear();
        if (oneIn(2))
            made.email = made.email.toUpper();
        return made;
    }

    std::mt19937 m_random;
};

// What a plan cannot know yet.
RegistrationResults withoutMoments(RegistrationResults results)
{
    for (StudentRegistrationResult &result : results) {
        result.durationMs = 0;
        if (auto *held = std::get_if<StudentRegistration>(&result.outcome))
            held->registeredAtMs = 0;
    }
    return results;
}

} // namespace

/// A plan is what will happen, and changes nothing.
class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStore::addKinds(); }

    void outcomeIsAsPlanned_data();
    void outcomeIsAsPlanned();
    void batchesDoNotChangeTheOutcome_data();
    void batchesDoNotChangeTheOutcome();
    void changesNothing();
    void seesWhatIsRegisteredAlready();
    void cancelledPlanEndsWithoutAnswer();
    void runningBatchesDoNotHoldItUp();
};

void TestPlan::outcomeIsAsPlanned_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= RANDOM_SCHOOLS; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestPlan::outcomeIsAsPlanned()
{
    QFETCH_GLOBAL(const QString, store);
    QFETCH(const unsigned, seed);
    const RandomCase random(seed);
    const TestStore place(store);
    const auto school = random.fill(place);
    // Twice, so that the second list meets a school that is in use.
    for (int time = 0; time < 2; ++time) {
        const Run run = Run::begin(QStringLiteral("list.csv"), random.assignment, random.options);
        const auto planned = planAll(*school, run, random.students, random.assignment);
        const auto registered = registerAll(*school, run, random.students, random.assignment, 32);
        QCOMPARE(outcomes(planned), outcomes(registered));
        QCOMPARE(withoutMoments(planned), withoutMoments(registered));
    }
}

void TestPlan::batchesDoNotChangeTheOutcome_data()
{
    outcomeIsAsPlanned_data();
}

void TestPlan::batchesDoNotChangeTheOutcome()
{
    QFETCH_GLOBAL(const QString, store);
    QFETCH(const unsigned, seed);
    const RandomCase random(seed);
    QList<QStringList> answers;
    QList<QList<StudentRecord>> registers;
    for (const int batchSize : {1, 13, 1000}) {
        const TestStore place(store);
        const auto school = random.fill(place);
        const Run run = Run::begin(QStringLiteral("list.csv"), random.assignment, random.options);
        answers +=
            outcomes(registerAll(*school, run, random.students, random.assignment, batchSize));
        registers += *school->students().students();
    }
    QCOMPARE(answers[1], answers[0]);
    QCOMPARE(answers[2], answers[0]);
    QCOMPARE(registers[1], registers[0]);
    QCOMPARE(registers[2], registers[0]);
}

void TestPlan::changesNothing()
{
    QFETCH_GLOBAL(const QString, store);
    const RandomCase random(3);
    const TestStore place(store);
    const auto school = random.fill(place);
    const auto studentsBefore = *school->students().students();
    planAll(*school, Run::begin(QStringLiteral("list.csv"), random.assignment, random.options),
        random.students, random.assignment);
    QCOMPARE(*school->students().students(), studentsBefore);
    QVERIFY(school->journal().runs()->isEmpty());
    const QList<CourseSeats> courses = *school->courses().courses();
    for (const CourseSeats &seats : courses) {
        QCOMPARE(seats.seatsTaken, 0);
        QCOMPARE(seats.waiting, 0);
    }
}

void TestPlan::seesWhatIsRegisteredAlready()
{
    QFETCH_GLOBAL(const QString, store);
    const TestStore place(store);
    const auto school = place.open();
    const Course go1 = course(QStringLiteral("GO1"), 2);
    QVERIFY(school->courses().save({go1}));
    const CourseAssignment courses(go1.ref());
    registerAll(*school, numberedStudents(1), courses);
    const auto planned = planAll(
        *school, Run::begin(QStringLiteral("list.csv"), courses, {}), numberedStudents(3), courses);
    QCOMPARE(outcomes(planned),
        (QStringList{QStringLiteral("already_registered 1"), QStringLiteral("registered 2"),
            QStringLiteral("rejected course_full")}));
    QVERIFY(planned[0].registration()->registeredAtMs > 0);
    QCOMPARE(planned[1].registration()->registeredAtMs, 0);
}

void TestPlan::cancelledPlanEndsWithoutAnswer()
{
    QFETCH_GLOBAL(const QString, store);
    const TestStore place(store);
    const auto school = place.open();
    const Course go1 = course(QStringLiteral("GO1"));
    QVERIFY(school->courses().save({go1}));
    const CourseAssignment courses(go1.ref());
    RegistrationBatch batch{Run::begin(QStringLiteral("list.csv"), courses, {}),
        numberedStudents(200'000), courses, {}};
    for (qint32 row = 0; row < batch.students.size(); ++row)
        batch.rows += row;
    QFuture<RegistrationResults> answer = school->registrar().plan(batch);
    answer.cancel();
    answer.waitForFinished();
    QVERIFY(answer.isCanceled());
    QCOMPARE(answer.resultCount(), 0);
}

void TestPlan::runningBatchesDoNotHoldItUp()
{
    QFETCH_GLOBAL(const QString, store);
    const TestStore place(store);
    const auto school = place.open();
    const Course go1 = course(QStringLiteral("GO1"));
    QVERIFY(school->courses().save({go1}));
    const CourseAssignment courses(go1.ref());
    const Run run = Run::begin(QStringLiteral("list.csv"), courses, {});
    const StudentList students = numberedStudents(20'000);
    QList<QFuture<RegistrationResults>> sent;
    for (int from = 0; from < students.size(); from += 500) {
        RegistrationBatch batch{run, students, courses, {}};
        for (qint32 row = from; row < from + 500; ++row)
            batch.rows += row;
        sent += school->registrar().registerBatch(batch);
    }
    const auto planned = planAll(*school, run, numberedStudents(1, 30'000), courses);
    QCOMPARE(planned.size(), 1);
    QVERIFY(!sent.last().isFinished());
    for (auto &answer : sent)
        answer.waitForFinished();
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
