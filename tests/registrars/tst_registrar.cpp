// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teststore.h"

#include <QTest>

using namespace Rollbook;

/// What every registrar of a school's own database promises, asked through the School alone.
class TestRegistrar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStore::addKinds(); }
    void init();
    void cleanup();

    void seatsGoInRosterOrder_data();
    void seatsGoInRosterOrder();
    void secondRunFindsThemRegistered();
    void resentBatchHasTheSameAnswers();
    void resentBatchKeepsRejections();
    void sameStudentTwiceIsADuplicate_data();
    void sameStudentTwiceIsADuplicate();
    void everyReasonIsFound_data();
    void everyReasonIsFound();
    void earlierRowsOfTheRunCount_data();
    void earlierRowsOfTheRunCount();
    void termMayBeLeftOut();
    void emailDecidesWithoutStudentId();
    void emailOfSeveralStudentsIsRejected();
    void emailOfAStudentMadeByAnEarlierRow_data();
    void emailOfAStudentMadeByAnEarlierRow();
    void newStudentsEnterTheRegister();
    void rejectedStudentsDoNotEnterTheRegister();
    void onlyEmptyFieldsOfTheRegisterAreFilled();
    void resultsSayWhen();

private:
    School &school() { return *m_school; }
    void save(const QList<Course> &courses);
    void save(const QList<StudentRecord> &students);
    QList<StudentRecord> register_();

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

StudentList listOf(const QList<Student> &students)
{
    return StudentList::fromStudents(students);
}

Student named(const QString &id, const QString &given, const QString &family)
{
    Student named = student(id);
    named.givenName = given;
    named.familyName = family;
    return named;
}

} // namespace

void TestRegistrar::init()
{
    QFETCH_GLOBAL(const QString, store);
    m_store = std::make_unique<TestStore>(store);
    m_school = m_store->open();
}

void TestRegistrar::cleanup()
{
    m_school.reset();
    m_store.reset();
}

void TestRegistrar::save(const QList<Course> &courses)
{
    const auto saved = school().courses().save(courses);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().sentence));
}

void TestRegistrar::save(const QList<StudentRecord> &students)
{
    const auto saved = school().students().save(students);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().sentence));
}

QList<StudentRecord> TestRegistrar::register_()
{
    return school().students().students().value_or(QList<StudentRecord>());
}

void TestRegistrar::seatsGoInRosterOrder_data()
{
    QTest::addColumn<int>("batchSize");
    for (const int size : {1, 7, 50, 1000})
        QTest::addRow("batches of %d", size) << size;
}

void TestRegistrar::seatsGoInRosterOrder()
{
    QFETCH(const int, batchSize);
    save({course(QStringLiteral("GO1"), 30, 10)});
    // Identifiers that run against the roster's order: seats must not follow them.
    QList<Student> backwards;
    for (int number = 50; number > 0; --number)
        backwards += student(QStringLiteral("S%1").arg(number));
    const Run run = Run::begin(QStringLiteral("list.csv"), forGo1(), {});
    const RegistrationResults results =
        registerAll(school(), run, listOf(backwards), forGo1(), batchSize);

    QCOMPARE(results.size(), 50);
    for (int row = 0; row < 50; ++row) {
        QCOMPARE(results[row].row, row);
        const QString expected = row < 30 ? QStringLiteral("registered %1").arg(row + 1)
            : row < 40                    ? QStringLiteral("waitlisted %1").arg(row - 29)
                                          : QStringLiteral("rejected course_full");
        QCOMPARE(outcome(results[row]), expected);
    }
    const auto seats = school().courses().find(QStringLiteral("GO1"));
    QCOMPARE(seats->seatsTaken, 30);
    QCOMPARE(seats->waiting, 10);
}

void TestRegistrar::secondRunFindsThemRegistered()
{
    save({course(QStringLiteral("GO1"), 2, 1)});
    const auto first = registerAll(school(), numberedStudents(3), forGo1());
    const auto second = registerAll(school(), numberedStudents(3), forGo1());
    QCOMPARE(outcomes(second),
        (QStringList{QStringLiteral("already_registered 1"), QStringLiteral("already_registered 2"),
            QStringLiteral("already_registered waiting 1")}));
    for (int row = 0; row < 3; ++row) {
        QCOMPARE(
            second[row].registration()->registeredAtMs, first[row].registration()->registeredAtMs);
    }
    QCOMPARE(school().courses().find(QStringLiteral("GO1"))->seatsTaken, 2);
}

void TestRegistrar::resentBatchHasTheSameAnswers()
{
    save({course(QStringLiteral("GO1"), 2, 1)});
    const Run run = Run::begin(QStringLiteral("list.csv"), forGo1(), {});
    const auto first = registerAll(school(), run, numberedStudents(4), forGo1());
    QCOMPARE(outcomes(first),
        (QStringList{QStringLiteral("registered 1"), QStringLiteral("registered 2"),
            QStringLiteral("waitlisted 1"), QStringLiteral("rejected course_full")}));
    // As after a kill: by another program, which only knows what is in the store.
    m_school.reset();
    m_school = m_store->open();
    for (const int batchSize : {1000, 1, 3})
        QCOMPARE(registerAll(school(), run, numberedStudents(4), forGo1(), batchSize), first);
    QCOMPARE(school().courses().find(QStringLiteral("GO1"))->seatsTaken, 2);
    QCOMPARE(school().courses().find(QStringLiteral("GO1"))->waiting, 1);
}

void TestRegistrar::resentBatchKeepsRejections()
{
    save({course(QStringLiteral("GO1"), 1)});
    const Run run = Run::begin(QStringLiteral("list.csv"), forGo1(), {});
    const auto first = registerAll(school(), run, numberedStudents(2), forGo1());
    save({course(QStringLiteral("GO1"), 2)});
    QCOMPARE(registerAll(school(), run, numberedStudents(2), forGo1()), first);
}

void TestRegistrar::sameStudentTwiceIsADuplicate_data()
{
    QTest::addColumn<int>("batchSize");
    QTest::newRow("in one batch") << 10;
    QTest::newRow("in two batches") << 1;
}

void TestRegistrar::sameStudentTwiceIsADuplicate()
{
    QFETCH(const int, batchSize);
    save({course(QStringLiteral("GO1"))});
    const Run run = Run::begin(QStringLiteral("list.csv"), forGo1(), {});
    const StudentList list = listOf({student(QStringLiteral("S2")), student(QStringLiteral("S1")),
        student(QStringLiteral("S2"))});
    QCOMPARE(outcomes(registerAll(school(), run, list, forGo1(), batchSize)),
        (QStringList{QStringLiteral("registered 1"), QStringLiteral("registered 2"),
            QStringLiteral("rejected duplicate_row: 1")}));
}

void TestRegistrar::everyReasonIsFound_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<Student>("who");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *code, const char *id, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(code) << student(QString::fromUtf8(id))
                            << QString::fromUtf8(expected);
    };
    row("seat", "OPEN", "S1", "registered 1");
    row("full", "FULL", "S1", "rejected course_full");
    row("waiting list", "WAIT", "S1", "waitlisted 1");
    row("not open yet", "LATER", "S1", "rejected not_open_yet: 2999-01-01");
    row("closed", "PAST", "S1", "rejected registration_closed: 2001-01-01");
    row("prerequisite", "NEXT", "S1", "rejected missing_prerequisite: BASE; MORE");
    row("prerequisite completed", "NEXT", "DONE", "registered 1");
    row("time conflict", "MON10", "BUSY", "rejected time_conflict: MON9");
    row("hold", "OPEN", "HELD", "rejected hold: library book");
    row("unknown course", "NONE", "S1", "rejected unknown_course: NONE");
    row("unknown student", "OPEN", "NEW", "rejected unknown_student");
    QTest::newRow("nobody") << QStringLiteral("OPEN") << Student()
                            << QStringLiteral("rejected invalid_data: the row has neither a "
                                              "student number nor an e-mail address");
}

void TestRegistrar::everyReasonIsFound()
{
    QFETCH(const QString, code);
    QFETCH(const Student, who);
    Course later = course(QStringLiteral("LATER"));
    later.opensOn = QDate(2999, 1, 1);
    Course past = course(QStringLiteral("PAST"));
    past.closesOn = QDate(2001, 1, 1);
    Course next = course(QStringLiteral("NEXT"));
    next.prerequisites = QStringList{QStringLiteral("BASE"), QStringLiteral("MORE")};
    Course nine = course(QStringLiteral("MON9"));
    nine.meets = QList<MeetingTime>{{1, QTime(9, 0), QTime(10, 30)}};
    Course ten = course(QStringLiteral("MON10"));
    ten.meets = QList<MeetingTime>{{1, QTime(10, 0), QTime(11, 30)}};
    save({course(QStringLiteral("OPEN")), course(QStringLiteral("FULL"), 0),
        course(QStringLiteral("WAIT"), 0, 1), later, past, next, nine, ten});
    save(QList<StudentRecord>{{student(QStringLiteral("S1")), {}, {}},
        {student(QStringLiteral("BUSY")), {}, {}},
        {student(QStringLiteral("HELD")), QStringLiteral("library book"), {}},
        {student(QStringLiteral("DONE")), {},
            QStringList{QStringLiteral("BASE"), QStringLiteral("MORE")}}});
    registerAll(school(), listOf({student(QStringLiteral("BUSY"))}), CourseAssignment(nine.ref()));

    RunOptions options;
    options.unknownStudents = UnknownStudents::Reject;
    const auto results = registerAll(
        school(), listOf({who}), CourseAssignment({code, QStringLiteral("2026 Fall")}), options);
    QTEST(outcomes(results).join(u' '), "expected");
}

void TestRegistrar::earlierRowsOfTheRunCount_data()
{
    QTest::addColumn<int>("batchSize");
    QTest::newRow("in one batch") << 10;
    QTest::newRow("each in its own") << 1;
}

void TestRegistrar::earlierRowsOfTheRunCount()
{
    QFETCH(const int, batchSize);
    Course base = course(QStringLiteral("BASE"));
    base.term = QStringLiteral("2026 Spring");
    Course next = course(QStringLiteral("NEXT"));
    next.prerequisites = QStringList{QStringLiteral("BASE")};
    next.meets = QList<MeetingTime>{{1, QTime(9, 0), QTime(10, 30)}};
    Course other = course(QStringLiteral("OTHER"));
    other.meets = next.meets;
    save({base, next, other});

    const CourseAssignment courses({next.ref(), base.ref(), other.ref()}, {0, 1, 0, 2, 0, -1});
    QList<Student> rows(6, student(QStringLiteral("S1")));
    const Run run = Run::begin(QStringLiteral("list.csv"), courses, {});
    QCOMPARE(outcomes(registerAll(school(), run, listOf(rows), courses, batchSize)),
        (QStringList{QStringLiteral("rejected missing_prerequisite: BASE"),
            QStringLiteral("registered 1"), QStringLiteral("registered 1"),
            QStringLiteral("rejected time_conflict: NEXT"),
            QStringLiteral("rejected duplicate_row: 3"),
            QStringLiteral("rejected unknown_course")}));
}

void TestRegistrar::termMayBeLeftOut()
{
    Course spring = course(QStringLiteral("GO1"));
    spring.term = QStringLiteral("2026 Spring");
    save({course(QStringLiteral("GO1")), spring, course(QStringLiteral("ART"))});
    QCOMPARE(outcomes(registerAll(school(), numberedStudents(1),
                 CourseAssignment({QStringLiteral("art"), QString()}))),
        QStringList{QStringLiteral("registered 1")});
    QCOMPARE(outcomes(registerAll(school(), numberedStudents(1),
                 CourseAssignment({QStringLiteral("GO1"), QString()}))),
        QStringList{QStringLiteral("rejected unknown_course: GO1")});
}

void TestRegistrar::emailDecidesWithoutStudentId()
{
    save({course(QStringLiteral("GO1"))});
    save(QList<StudentRecord>{
        {student(QStringLiteral("S1"), QStringLiteral("Zoë.ŞAHIN@school.example")), {}, {}}});
    const auto results = registerAll(school(),
        listOf({student({}, QStringLiteral("new@school.example")),
            student({}, QStringLiteral("zoË.şahin@SCHOOL.example")),
            student({}, QStringLiteral("NEW@school.example")),
            student(QStringLiteral("S1"), QStringLiteral("new@school.example"))}),
        forGo1());
    QCOMPARE(outcomes(results),
        (QStringList{QStringLiteral("registered 1"), QStringLiteral("registered 2"),
            QStringLiteral("rejected duplicate_row: 1"),
            QStringLiteral("rejected duplicate_row: 2")}));
    QCOMPARE(register_().size(), 2);
}

void TestRegistrar::emailOfSeveralStudentsIsRejected()
{
    save({course(QStringLiteral("GO1"))});
    const QString shared = QStringLiteral("parents@school.example");
    save(QList<StudentRecord>{{student(QStringLiteral("S1"), shared), {}, {}},
        {student(QStringLiteral("S2"), shared), {}, {}}});
    const auto results = registerAll(
        school(), listOf({student({}, shared), student(QStringLiteral("S2"), shared)}), forGo1());
    QCOMPARE(outcomes(results),
        (QStringList{
            QStringLiteral("rejected invalid_data: several students have this e-mail address; add "
                           "the student number"),
            QStringLiteral("registered 1")}));
}

void TestRegistrar::emailOfAStudentMadeByAnEarlierRow_data()
{
    QTest::addColumn<int>("batchSize");
    QTest::newRow("in one batch") << 10;
    QTest::newRow("each in its own") << 1;
}

void TestRegistrar::emailOfAStudentMadeByAnEarlierRow()
{
    QFETCH(const int, batchSize);
    save({course(QStringLiteral("GO1"))});
    save(QList<StudentRecord>{{student(QStringLiteral("S9")), {}, {}}});
    // The third row gives S9 the address that the fourth names; the last finds two owners.
    const StudentList list = listOf({student(QStringLiteral("S1"), QStringLiteral("a@x.example")),
        student({}, QStringLiteral("A@x.example")),
        student(QStringLiteral("S9"), QStringLiteral("b@x.example")),
        student({}, QStringLiteral("b@x.example")),
        student(QStringLiteral("S2"), QStringLiteral("a@x.example")),
        student({}, QStringLiteral("a@x.example"))});
    const Run run = Run::begin(QStringLiteral("list.csv"), forGo1(), {});
    QCOMPARE(outcomes(registerAll(school(), run, list, forGo1(), batchSize)),
        (QStringList{QStringLiteral("registered 1"), QStringLiteral("rejected duplicate_row: 1"),
            QStringLiteral("registered 2"), QStringLiteral("rejected duplicate_row: 3"),
            QStringLiteral("registered 3"),
            QStringLiteral("rejected invalid_data: several students have this e-mail address; add "
                           "the student number")}));
}

void TestRegistrar::newStudentsEnterTheRegister()
{
    save({course(QStringLiteral("GO1"))});
    Student sophie =
        named(QStringLiteral("0070031"), QStringLiteral("Sophie"), QStringLiteral("Muñoz Peña"));
    sophie.email = QStringLiteral("sophie@school.example");
    sophie.birthDate = QStringLiteral("2011-04-05");
    sophie.gradeLevel = QStringLiteral("9");
    sophie.notes = QStringLiteral("sits in front");
    registerAll(school(), listOf({sophie}), forGo1());
    QCOMPARE(register_(), (QList<StudentRecord>{{sophie, {}, {}}}));
}

void TestRegistrar::rejectedStudentsDoNotEnterTheRegister()
{
    save({course(QStringLiteral("GO1"), 0)});
    registerAll(school(), numberedStudents(1), forGo1());
    QVERIFY(register_().isEmpty());
}

void TestRegistrar::onlyEmptyFieldsOfTheRegisterAreFilled()
{
    save({course(QStringLiteral("GO1"))});
    save(QList<StudentRecord>{{named(QStringLiteral("S1"), QStringLiteral("Zoë"), {}), {}, {}}});
    Student other = named(QStringLiteral("S1"), QStringLiteral("Zoe"), QStringLiteral("Smith"));
    other.email = QStringLiteral("zoe@school.example");
    registerAll(school(), listOf({other}), forGo1());

    Student expected = other;
    expected.givenName = QStringLiteral("Zoë");
    QCOMPARE(register_(), (QList<StudentRecord>{{expected, {}, {}}}));
    // "Nothing was changed" for whoever is registered already.
    other.notes = QStringLiteral("late");
    registerAll(school(), listOf({other}), forGo1());
    QCOMPARE(register_(), (QList<StudentRecord>{{expected, {}, {}}}));
}

void TestRegistrar::resultsSayWhen()
{
    save({course(QStringLiteral("GO1"), 1)});
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const auto results = registerAll(school(), numberedStudents(2), forGo1());
    QVERIFY(results[0].registration()->registeredAtMs >= before);
    QVERIFY(results[0].registration()->registeredAtMs <= QDateTime::currentMSecsSinceEpoch());
    QCOMPARE(results[0].attempts, qint16(1));
    QCOMPARE(results[1].attempts, qint16(1));
}

QTEST_GUILESS_MAIN(TestRegistrar)
#include "tst_registrar.moc"
