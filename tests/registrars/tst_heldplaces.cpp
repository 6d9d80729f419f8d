// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "undoschool.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Who holds what, and taking it back one by one, at every kind of school; and what can be removed
/// from it.
class TestHeldPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { UndoSchool::addKinds(); }
    void init();
    void cleanup() { m_school.reset(); }

    void listsSeatsThenTheWaitingList();
    void listsWhatAStudentHolds();
    void findsAStudentByAddress();
    void withdrawalClosesTheWaitingListUp();
    void givesTheFreeSeatToWhoMovesUp();
    void leavesWhatChangedMeanwhile();
    void takesEachPlaceOnce();
    void keepsTheHistoryOfRuns();
    void removesACourseNobodyIsIn();
    void keepsACourseWithStudents();
    void removesAStudentWhoHoldsNothing();
    void keepsAStudentWhoHoldsSomething();
    void saysWhatIsNotThere();

private:
    School &school() const { return **m_school; }
    QStringList inGo1() const;
    QString fillGo1() const { return m_school->registerRun(numberedStudents(6), m_go1); }
    CourseSeats seats() const { return *school().courses().find(u"GO1"_s, u"2026 Fall"_s); }
    QList<HeldPlace> places() const { return *school().places().ofCourse(go1().ref()); }
    static Course go1() { return course(u"GO1"_s, 3, 4); }

    std::unique_ptr<UndoSchool> m_school;
    const CourseAssignment m_go1{go1().ref()};
};

namespace
{

QStringList told(const QList<HeldPlace> &places)
{
    QStringList texts;
    for (const HeldPlace &place : places) {
        texts += u"%1 %2 %3"_s.arg(place.student.studentId, place.waiting ? u"place"_s : u"seat"_s,
            QString::number(place.number));
    }
    return texts;
}

} // namespace

void TestHeldPlaces::init()
{
    QFETCH_GLOBAL(const QString, store);
    m_school = std::make_unique<UndoSchool>(store);
    QVERIFY(school().courses().save({go1()}));
}

QStringList TestHeldPlaces::inGo1() const
{
    return told(places());
}

void TestHeldPlaces::listsSeatsThenTheWaitingList()
{
    QVERIFY(places().isEmpty());
    const QString run = fillGo1();
    QCOMPARE(inGo1(),
        (QStringList{u"S001 seat 1"_s, u"S002 seat 2"_s, u"S003 seat 3"_s, u"S004 place 1"_s,
            u"S005 place 2"_s, u"S006 place 3"_s}));
    const HeldPlace last = places().last();
    QCOMPARE(last.course, go1().ref());
    QCOMPARE(last.runId, run);
    QCOMPARE(last.rosterRow, 6);
    QVERIFY(last.registeredAtMs > 0);
}

void TestHeldPlaces::listsWhatAStudentHolds()
{
    const Course art = course(u"ART"_s);
    QVERIFY(school().courses().save({art}));
    fillGo1();
    m_school->registerRun(numberedStudents(1, 6), CourseAssignment(art.ref()));
    const auto held = school().places().ofStudent(student(u"S006"_s));
    QVERIFY(held);
    QCOMPARE(told(*held), (QStringList{u"S006 seat 1"_s, u"S006 place 3"_s}));
    QCOMPARE(held->first().course, art.ref());
    QVERIFY(school().places().ofStudent(student(u"nobody"_s))->isEmpty());
}

void TestHeldPlaces::findsAStudentByAddress()
{
    const Student noNumber = student({}, u"Ann@School.example"_s);
    m_school->registerRun(StudentList::fromStudents({noNumber}), m_go1);
    const auto held = school().places().ofStudent(student({}, u"ann@school.example"_s));
    QCOMPARE(held->size(), 1);
    QCOMPARE(held->first().student.email, noNumber.email);
    QCOMPARE(school().places().withdraw(*held)->withdrawn.size(), 1);
    QVERIFY(places().isEmpty());
}

void TestHeldPlaces::withdrawalClosesTheWaitingListUp()
{
    fillGo1();
    const QList<HeldPlace> all = places();
    const auto withdrawn = school().places().withdraw({all.at(1), all.at(3)});
    QVERIFY(withdrawn);
    QCOMPARE(told(withdrawn->withdrawn), (QStringList{u"S002 seat 2"_s, u"S004 place 1"_s}));
    QVERIFY(withdrawn->changed.isEmpty());
    QCOMPARE(inGo1(),
        (QStringList{u"S001 seat 1"_s, u"S003 seat 3"_s, u"S005 place 1"_s, u"S006 place 2"_s}));
    QCOMPARE(seats().seatsTaken, 2);
    QCOMPARE(seats().waiting, 2);
}

void TestHeldPlaces::givesTheFreeSeatToWhoMovesUp()
{
    fillGo1();
    QVERIFY(school().places().withdraw({places().first()}));
    QVERIFY(school().waitingList().promote(go1().ref()));
    QCOMPARE(inGo1(),
        (QStringList{u"S004 seat 1"_s, u"S002 seat 2"_s, u"S003 seat 3"_s, u"S005 place 1"_s,
            u"S006 place 2"_s}));
}

void TestHeldPlaces::leavesWhatChangedMeanwhile()
{
    fillGo1();
    const QList<HeldPlace> seen = places();
    QVERIFY(school().places().withdraw({seen.at(0)}));
    QVERIFY(school().waitingList().promote(go1().ref()));
    // The first has gone, the fourth has moved up to that seat, the fifth waits on another place.
    const auto withdrawn =
        school().places().withdraw({seen.at(0), seen.at(1), seen.at(3), seen.at(4)});
    QVERIFY(withdrawn);
    QCOMPARE(told(withdrawn->withdrawn), QStringList{u"S002 seat 2"_s});
    QCOMPARE(withdrawn->changed.size(), 3);
    QCOMPARE(inGo1(),
        (QStringList{u"S004 seat 1"_s, u"S003 seat 3"_s, u"S005 place 1"_s, u"S006 place 2"_s}));
}

void TestHeldPlaces::takesEachPlaceOnce()
{
    fillGo1();
    const HeldPlace first = places().first();
    const auto withdrawn = school().places().withdraw({first, first});
    QCOMPARE(withdrawn->withdrawn.size(), 1);
    QCOMPARE(withdrawn->changed.size(), 1);
    QCOMPARE(seats().seatsTaken, 2);
}

void TestHeldPlaces::keepsTheHistoryOfRuns()
{
    const QString run = fillGo1();
    QVERIFY(school().places().withdraw(places()));
    for (const Student &gone : {student(u"S001"_s), student(u"S002"_s)}) {
        StudentRecord record;
        record.student = gone;
        QVERIFY(school().students().save({record}));
        QVERIFY(school().students().remove(gone));
    }
    QVERIFY(school().courses().remove(go1().ref()));
    const auto then = school().journal().run(run);
    QVERIFY(then);
    QCOMPARE(then->results.size(), 6);
    QCOMPARE(then->results.first().status(), RegistrationStatus::Registered);
    QCOMPARE(then->students.text(0, StudentField::StudentId), u"S001"_s);
    QCOMPARE(school().undo().undo(run)->undo.undoCounts.withdrawn, 0);
}

void TestHeldPlaces::removesACourseNobodyIsIn()
{
    Course full = go1();
    full.meets = {{1, QTime(9, 0), QTime(10, 0)}};
    full.prerequisites = QStringList{u"GO0"_s};
    QVERIFY(school().courses().save({full, course(u"ART"_s)}));
    fillGo1();
    QVERIFY(school().places().withdraw(places()));
    const auto removed = school().courses().remove(full.ref());
    QVERIFY2(removed, removed ? "" : qPrintable(removed.error().sentence));
    const auto left = school().courses().courses();
    QVERIFY(std::none_of(left->cbegin(), left->cend(),
        [](const CourseSeats &seats) { return seats.course.ref() == go1().ref(); }));
    QVERIFY(std::any_of(left->cbegin(), left->cend(),
        [](const CourseSeats &seats) { return seats.course.code == u"ART"_s; }));
}

void TestHeldPlaces::keepsACourseWithStudents()
{
    fillGo1();
    const auto removed = school().courses().remove(go1().ref());
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::Usage);
    QVERIFY2(removed.error().sentence.contains(u"GO1 (2026 Fall)"_s),
        qPrintable(removed.error().sentence));
    QCOMPARE(seats().seatsTaken, 3);
}

void TestHeldPlaces::removesAStudentWhoHoldsNothing()
{
    StudentRecord gone;
    gone.student = student(u"S001"_s, u"s001@school.example"_s);
    gone.completedCourses = QStringList{u"GO0"_s};
    StudentRecord stays;
    stays.student = student(u"S002"_s);
    QVERIFY(school().students().save({gone, stays}));
    const auto removed = school().students().remove(gone.student);
    QVERIFY2(removed, removed ? "" : qPrintable(removed.error().sentence));
    QCOMPARE(*school().students().students(), QList<StudentRecord>{stays});
}

void TestHeldPlaces::keepsAStudentWhoHoldsSomething()
{
    StudentRecord record;
    record.student = student(u"S001"_s);
    record.student.givenName = u"Ann"_s;
    record.student.familyName = u"Smith"_s;
    QVERIFY(school().students().save({record}));
    fillGo1();
    const auto removed = school().students().remove(record.student);
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::Usage);
    for (const QString &mention : {u"Ann Smith"_s, u"GO1"_s})
        QVERIFY2(removed.error().sentence.contains(mention), qPrintable(removed.error().sentence));
    QCOMPARE(seats().seatsTaken, 3);
}

void TestHeldPlaces::saysWhatIsNotThere()
{
    const auto course = school().courses().remove({u"NONE"_s, {}});
    QVERIFY(!course);
    QCOMPARE(course.error().code, ErrorCode::UnknownCourse);
    const auto removed = school().students().remove(student(u"nobody"_s));
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestHeldPlaces)
#include "tst_heldplaces.moc"
