// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"
#include "school/coursesmodel.h"
#include "school/placesmodel.h"
#include "school/studentsmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// The tables about the school: what they show, find and order.
class TestSchoolModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { backgroundThreads().waitForDone(); }

    void saysHowFullCoursesAre();
    void findsWithoutCaseAndAccents_data();
    void findsWithoutCaseAndAccents();
    void ordersByWhatIsSeen();
    void ordersByHowFull();
    void keepsTheSearchWhenReadAgain();
    void takesTheLastOfManySearches();
    void findsWhoIsKnown();
    void staysQuickWithManyStudents();
    void showsWhoHoldsWhat();

private:
    static QStringList columnTexts(const QAbstractItemModel &model, int column);
};

namespace
{

CourseSeats courseSeats(const QString &code, std::optional<int> capacity, int taken,
    std::optional<int> places = {}, int waiting = 0)
{
    CourseSeats seats;
    seats.course.code = code;
    seats.course.term = u"2026 Fall"_s;
    seats.course.capacity = capacity;
    seats.course.waitlistCapacity = places;
    seats.seatsTaken = taken;
    seats.waiting = waiting;
    return seats;
}

StudentRecord recordOf(const QString &id, const QString &given, const QString &family)
{
    StudentRecord record;
    record.student.studentId = id;
    record.student.givenName = given;
    record.student.familyName = family;
    record.student.email = id + u"@school.example"_s;
    return record;
}

QList<StudentRecord> threeStudents()
{
    return {recordOf(u"10"_s, u"Íñigo"_s, u"Muñoz Peña"_s), recordOf(u"9"_s, u"Emre"_s, u"Şahin"_s),
        recordOf(u"100"_s, u"Ann"_s, u"Smith"_s)};
}

} // namespace

QStringList TestSchoolModels::columnTexts(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts += model.index(row, column).data().toString();
    return texts;
}

void TestSchoolModels::saysHowFullCoursesAre()
{
    CoursesModel model;
    const QAbstractItemModelTester tester(&model);
    const QSignalSpy arranged(&model, &SchoolModel::arranged);
    model.setRows(std::make_shared<const CourseRows>(
        QList{courseSeats(u"GO1"_s, 120, 79, 10, 3), courseSeats(u"CHOIR"_s, {}, 12)}));
    QTRY_COMPARE(arranged.size(), 1);
    QCOMPARE(columnTexts(model, CoursesModel::SeatsColumn),
        (QStringList{u"79 of 120"_s, u"12, no limit"_s}));
    QCOMPARE(columnTexts(model, CoursesModel::WaitingColumn), (QStringList{u"3 of 10"_s, u"–"_s}));
    const auto fullness = [&model](int row) {
        return model.index(row, CoursesModel::SeatsColumn).data(CoursesModel::FullnessRole);
    };
    QCOMPARE(fullness(0).toDouble(), 79.0 / 120);
    QVERIFY(!fullness(1).isValid());
    QCOMPARE(model.rowOf({u"CHOIR"_s, u"2026 Fall"_s}), 1);
    QCOMPARE(model.rowOf({u"CHOIR"_s, u"2027 Fall"_s}), -1);
}

void TestSchoolModels::findsWithoutCaseAndAccents_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("nothing typed") << u"  "_s << QStringList{u"10"_s, u"9"_s, u"100"_s};
    QTest::newRow("accents") << u"MUNOZ"_s << QStringList{u"10"_s};
    QTest::newRow("words in any order") << u"pena inigo"_s << QStringList{u"10"_s};
    QTest::newRow("letters of others") << u"sahin"_s << QStringList{u"9"_s};
    QTest::newRow("part of an address") << u"@school"_s << QStringList{u"10"_s, u"9"_s, u"100"_s};
    QTest::newRow("nobody") << u"muñoz smith"_s << QStringList{};
}

void TestSchoolModels::findsWithoutCaseAndAccents()
{
    QFETCH(const QString, search);
    QFETCH(const QStringList, found);
    StudentsModel model;
    const QAbstractItemModelTester tester(&model);
    const QSignalSpy arranged(&model, &SchoolModel::arranged);
    model.setSearchText(search);
    model.setRows(std::make_shared<const StudentRecordRows>(threeStudents()));
    QTRY_COMPARE(arranged.size(), 1);
    QCOMPARE(columnTexts(model, StudentsModel::IdColumn), found);
    QCOMPARE(model.total(), 3);
}

void TestSchoolModels::ordersByWhatIsSeen()
{
    StudentsModel model;
    const QAbstractItemModelTester tester(&model);
    const QSignalSpy arranged(&model, &SchoolModel::arranged);
    model.setRows(std::make_shared<const StudentRecordRows>(threeStudents()));
    QTRY_COMPARE(arranged.size(), 1);
    model.sort(StudentsModel::IdColumn, Qt::AscendingOrder);
    QTRY_COMPARE(arranged.size(), 2);
    QCOMPARE(columnTexts(model, StudentsModel::IdColumn), (QStringList{u"9"_s, u"10"_s, u"100"_s}));
    model.sort(StudentsModel::FamilyNameColumn, Qt::DescendingOrder);
    QTRY_COMPARE(arranged.size(), 3);
    QCOMPARE(columnTexts(model, StudentsModel::FamilyNameColumn),
        (QStringList{u"Smith"_s, u"Şahin"_s, u"Muñoz Peña"_s}));
    model.sort(-1);
    QTRY_COMPARE(
        columnTexts(model, StudentsModel::IdColumn), (QStringList{u"10"_s, u"9"_s, u"100"_s}));
}

void TestSchoolModels::ordersByHowFull()
{
    CoursesModel model;
    const QSignalSpy arranged(&model, &SchoolModel::arranged);
    model.sort(CoursesModel::SeatsColumn, Qt::DescendingOrder);
    model.setRows(std::make_shared<const CourseRows>(QList{courseSeats(u"A"_s, 200, 20),
        courseSeats(u"B"_s, 20, 19), courseSeats(u"C"_s, {}, 500), courseSeats(u"D"_s, 5, 5)}));
    QTRY_COMPARE(arranged.size(), 1);
    QCOMPARE(columnTexts(model, CoursesModel::CodeColumn),
        (QStringList{u"D"_s, u"B"_s, u"A"_s, u"C"_s}));
}

void TestSchoolModels::keepsTheSearchWhenReadAgain()
{
    StudentsModel model;
    const QSignalSpy arranged(&model, &SchoolModel::arranged);
    model.setRows(std::make_shared<const StudentRecordRows>(threeStudents()));
    QTRY_COMPARE(arranged.size(), 1);
    model.setSearchText(u"smith"_s);
    QTRY_COMPARE(model.rowCount(), 1);
    model.setRows(std::make_shared<const StudentRecordRows>(
        threeStudents() + QList{recordOf(u"7"_s, u"Zoe"_s, u"Smithson"_s)}));
    QTRY_COMPARE(columnTexts(model, StudentsModel::IdColumn), (QStringList{u"100"_s, u"7"_s}));
}

void TestSchoolModels::takesTheLastOfManySearches()
{
    StudentsModel model;
    model.setRows(std::make_shared<const StudentRecordRows>(threeStudents()));
    for (const QString &typed : {u"s"_s, u"sm"_s, u"smi"_s, u"muñoz"_s})
        model.setSearchText(typed);
    QTRY_VERIFY(!model.isArranging());
    QCOMPARE(columnTexts(model, StudentsModel::IdColumn), QStringList{u"10"_s});
}

void TestSchoolModels::findsWhoIsKnown()
{
    StudentsModel model;
    QVERIFY(!model.known(threeStudents().first().student));
    model.setSearchText(u"nobody is shown"_s);
    model.setRows(std::make_shared<const StudentRecordRows>(threeStudents()));
    QTRY_COMPARE(model.total(), 3);
    Student sameNumber;
    sameNumber.studentId = u"9"_s;
    QVERIFY(model.known(sameNumber));
    QCOMPARE(model.known(sameNumber)->student.familyName, u"Şahin"_s);
    Student sameAddress;
    sameAddress.email = u"100@SCHOOL.example"_s;
    QVERIFY(model.known(sameAddress));
    QCOMPARE(model.known(sameAddress)->student.givenName, u"Ann"_s);
    sameNumber.studentId = u"11"_s;
    QVERIFY(!model.known(sameNumber));
    QCOMPARE(model.rowOf(sameAddress), -1);
}

// What the window's thread does for a search among very many students stays within a frame.
void TestSchoolModels::staysQuickWithManyStudents()
{
    QList<StudentRecord> many;
    for (int i = 0; i < 100'000; ++i)
        many += recordOf(QString::number(i), u"Ann"_s, u"Smith-%1-"_s.arg(i % 977));
    StudentsModel model;
    model.setRows(std::make_shared<const StudentRecordRows>(many));
    QTRY_COMPARE(model.rowCount(), 100'000);
    QElapsedTimer inWindow;
    inWindow.start();
    model.setSearchText(u"smith-976-"_s);
    model.sort(StudentsModel::FamilyNameColumn);
    QVERIFY2(inWindow.elapsed() < 16, qPrintable(QString::number(inWindow.elapsed())));
    QTRY_COMPARE(model.rowCount(), 102);
}

void TestSchoolModels::showsWhoHoldsWhat()
{
    HeldPlace seat;
    seat.student = threeStudents().first().student;
    seat.course = {u"GO1"_s, u"2026 Fall"_s};
    seat.number = 7;
    HeldPlace waits = seat;
    waits.course.code = u"ART"_s;
    waits.waiting = true;
    waits.number = 2;

    PlacesModel people(PlacesModel::Of::Course);
    const QAbstractItemModelTester tester(&people);
    people.setPlaces({seat});
    QCOMPARE(people.index(0, PlacesModel::PlaceColumn).data().toString(), u"seat 7"_s);
    QCOMPARE(people.index(0, PlacesModel::SecondColumn).data().toString(), u"Muñoz Peña"_s);
    PlacesModel held(PlacesModel::Of::Student);
    const QAbstractItemModelTester heldTester(&held);
    held.setPlaces({seat, waits});
    QCOMPARE(columnTexts(held, PlacesModel::FirstColumn), (QStringList{u"GO1"_s, u"ART"_s}));
    QCOMPARE(held.index(1, PlacesModel::PlaceColumn).data().toString(),
        u"place 2 on the waiting list"_s);
}

QTEST_MAIN(TestSchoolModels)
#include "tst_schoolmodels.moc"
