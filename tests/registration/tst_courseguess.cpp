// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/courseguess.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;
using Ground = CourseGuess::Ground;

Q_DECLARE_METATYPE(Rollbook::CourseGuess::Ground)

namespace
{

const QDate Today(2026, 9, 14);

CourseSeats course(const QString &code, const QString &title, const QString &term = u"2026 Fall"_s)
{
    CourseSeats seats;
    seats.course.code = code;
    seats.course.title = title;
    seats.course.term = term;
    return seats;
}

CourseSeats dated(CourseSeats seats, QDate opens, QDate closes)
{
    seats.course.opensOn = opens;
    seats.course.closesOn = closes;
    return seats;
}

QList<CourseSeats> courses()
{
    return {course(u"GO1"_s, u"Intro to Golang"_s), course(u"GO2"_s, u"Advanced Programming"_s),
        course(u"GO0"_s, u"First Steps in Programming"_s), course(u"ROB"_s, u"Robotics"_s),
        course(u"ROB-2"_s, u"Robotics Advanced"_s), course(u"CHOIR"_s, u"School Choir"_s),
        course(u"CHESS"_s, u"Chess Club"_s), course(u"ART"_s, u"Drawing and Painting"_s),
        course(u"MA7"_s, u"Modern Art"_s), course(u"CS-101"_s, u"Données et réseaux"_s),
        course(u"HTML"_s, u"Pages for the Web"_s), course(u"ÉPS"_s, u"Sport"_s),
        course(u"生物"_s, u"生物学"_s)};
}

QString named(const std::optional<CourseGuess> &guess)
{
    if (!guess)
        return u"none"_s;
    return guess->course.isNull() ? u"each row"_s : guess->course.code;
}

StudentList studentsWithCourses(const QStringList &cells)
{
    TextTable::Builder builder(2);
    for (const QString &cell : cells) {
        builder.appendCell("S1");
        builder.appendCell(cell.toUtf8());
        builder.endRow();
    }
    StudentList::FieldColumns columns = StudentList::noColumns();
    columns[static_cast<std::size_t>(StudentField::StudentId)] = 0;
    columns[static_cast<std::size_t>(StudentField::Course)] = 1;
    return {std::move(builder).finish(), columns};
}

} // namespace

/// Which course a list is for, told by what it is called.
class TestCourseGuess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void terms_data();
    void terms();
    void rowsComeFirst();
    void columnSpeaksWhenARowDoes_data();
    void columnSpeaksWhenARowDoes();
    void noCoursesNoGuess();
};

void TestCourseGuess::names_data()
{
    QTest::addColumn<QString>("sheet");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("code");
    QTest::addColumn<Ground>("ground");
    const auto row = [](const char *sheet, const char *list, const char *code, Ground ground) {
        QTest::addRow("%s | %s", sheet, list) << QString::fromUtf8(sheet) << QString::fromUtf8(list)
                                              << QString::fromUtf8(code) << ground;
    };
    const auto none = [&row](const char *sheet, const char *list) {
        row(sheet, list, "none", Ground::Rows);
    };
    // codes
    row("", "GO1.csv", "GO1", Ground::Code);
    row("", "go1.csv", "GO1", Ground::Code);
    row("", "grade9-GO1.xlsx", "GO1", Ground::Code);
    row("", "GO1 Intro to Golang.csv", "GO1", Ground::Code);
    row("", "GO1_2026 (2).xlsx", "GO1", Ground::Code);
    row("", "Liste [GO1] – Klasse 9.ods", "GO1", Ground::Code);
    row("", "rob-2 monday.csv", "ROB-2", Ground::Code);
    row("", "rob monday.csv", "ROB", Ground::Code);
    row("", "cs 101.csv", "CS-101", Ground::Code);
    row("", "CS101-b.csv", "CS-101", Ground::Code);
    row("", "eps 9b.csv", "ÉPS", Ground::Code);
    row("", "ÉPS 9b.csv", "ÉPS", Ground::Code);
    row("", "\u0045\u0301PS decomposed.csv", "ÉPS", Ground::Code);
    row("", "html.csv", "HTML", Ground::Code);
    row("", "生物.csv", "生物", Ground::Code);
    none("", "GO12.csv");
    none("", "largo1.csv");
    none("", "algo 1.csv");
    none("", "GO1 and GO2.csv");
    none("", "chess and choir.xlsx");
    none("", "students.html");
    none("", "students.csv");
    none("", "");
    // titles
    row("", "Intro to Golang.csv", "GO1", Ground::Title);
    row("", "INTRO_TO_GOLANG-2026.xlsx", "GO1", Ground::Title);
    row("", "robotics.csv", "ROB", Ground::Title);
    row("", "robotics advanced.csv", "ROB-2", Ground::Title);
    row("", "advanced robotics.csv", "ROB", Ground::Title);
    row("", "donnees et reseaux.csv", "CS-101", Ground::Title);
    row("", "modern art.csv", "MA7", Ground::Title);
    row("", "GO1 robotics.csv", "none", Ground::Title);
    row("", "school choir, spring concert", "CHOIR", Ground::Code);
    // a word of a title
    row("", "grade9-golang.csv", "GO1", Ground::TitleWord);
    row("", "painting.csv", "ART", Ground::TitleWord);
    none("", "programming.csv");
    none("", "for.csv");
    // sheets
    row("Sheet1", "GO1.xlsx", "GO1", Ground::Code);
    row("GO2", "GO1.xlsx", "GO2", Ground::Code);
    row("Robotics", "school year.xlsx", "ROB", Ground::Title);
    row("golang", "GO2.xlsx", "GO2", Ground::Code);
    row("golang", "export.xlsx", "GO1", Ground::TitleWord);
    none("GO1, GO2", "GO1.xlsx");
    none("Tabelle1", "Mappe1.xlsx");
}

void TestCourseGuess::names()
{
    QFETCH(const QString, sheet);
    QFETCH(const QString, list);
    QFETCH(const QString, code);
    QFETCH(const Ground, ground);
    const auto guess = guessCourse(courses(), {false, sheet, list}, Today);
    QCOMPARE(named(guess), code);
    if (guess)
        QCOMPARE(guess->ground, ground);
}

void TestCourseGuess::terms_data()
{
    QTest::addColumn<QList<CourseSeats>>("offered");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("term"); // empty: no guess
    const CourseSeats fall = course(u"GO1"_s, u"Intro"_s, u"2026 Fall"_s);
    const CourseSeats spring = course(u"GO1"_s, u"Intro"_s, u"2027 Spring"_s);
    const CourseSeats before = course(u"GO1"_s, u"Intro"_s, u"2026 Spring"_s);
    const CourseSeats wordless = course(u"GO1"_s, u"Intro"_s, u"B"_s);
    const QDate past(2026, 1, 1);
    const QDate ended(2026, 2, 1);
    const QDate begun(2026, 9, 1);
    const QDate later(2026, 12, 1);
    QTest::newRow("this year's") << QList{spring, fall} << u"GO1.csv"_s << u"2026 Fall"_s;
    QTest::newRow("two of this year") << QList{fall, before} << u"GO1.csv"_s << QString();
    QTest::newRow("open one of two of this year")
        << QList{dated(fall, begun, later), dated(before, past, ended)} << u"GO1.csv"_s
        << u"2026 Fall"_s;
    QTest::newRow("open on its first day")
        << QList{dated(fall, Today, later), dated(before, past, ended)} << u"GO1.csv"_s
        << u"2026 Fall"_s;
    QTest::newRow("open on its last day")
        << QList{dated(before, past, Today), dated(fall, later, {})} << u"GO1.csv"_s
        << u"2026 Spring"_s;
    QTest::newRow("open one though of another year") << QList{dated(spring, begun, later),
        dated(fall, past, ended)} << u"GO1.csv"_s << u"2027 Spring"_s;
    QTest::newRow("none open, two of this year")
        << QList{dated(fall, later, {}), dated(before, past, ended)} << u"GO1.csv"_s << QString();
    QTest::newRow("terms without a year")
        << QList{wordless, course(u"GO1"_s, u"Intro"_s, u"A"_s)} << u"GO1.csv"_s << QString();
    QTest::newRow("term in the name")
        << QList{fall, spring} << u"GO1 2027 spring.csv"_s << u"2027 Spring"_s;
    QTest::newRow("year in the name")
        << QList{dated(fall, begun, later), spring} << u"2027-GO1.csv"_s << u"2027 Spring"_s;
    QTest::newRow("only term, closed")
        << QList{dated(spring, past, ended)} << u"GO1.csv"_s << u"2027 Spring"_s;
    QTest::newRow("title of both terms") << QList{fall, spring} << u"intro.csv"_s << u"2026 Fall"_s;
}

void TestCourseGuess::terms()
{
    QFETCH(const QList<CourseSeats>, offered);
    QFETCH(const QString, list);
    QFETCH(const QString, term);
    const auto guess = guessCourse(offered, {false, {}, list}, Today);
    QCOMPARE(guess ? guess->course.term : QString(), term);
}

void TestCourseGuess::rowsComeFirst()
{
    const auto guess = guessCourse(courses(), {true, u"GO2"_s, u"GO1.csv"_s}, Today);
    QCOMPARE(named(guess), u"each row"_s);
    QCOMPARE(guess->ground, Ground::Rows);
}

void TestCourseGuess::columnSpeaksWhenARowDoes_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<bool>("speaks");
    QTest::newRow("every row") << QStringList{u"GO1"_s, u"ART"_s} << true;
    QTest::newRow("one row") << QStringList{{}, u"ART"_s} << true;
    QTest::newRow("no row") << QStringList{{}, u"  "_s} << false;
    QTest::newRow("no rows") << QStringList() << false;
}

void TestCourseGuess::columnSpeaksWhenARowDoes()
{
    QFETCH(const QStringList, cells);
    QFETCH(const bool, speaks);
    QCOMPARE(rowsNameCourses(studentsWithCourses(cells)), speaks);
}

void TestCourseGuess::noCoursesNoGuess()
{
    QVERIFY(!guessCourse({}, {false, u"GO1"_s, u"GO1.csv"_s}, Today));
    QVERIFY(!rowsNameCourses(StudentList()));
}

QTEST_GUILESS_MAIN(TestCourseGuess)
#include "tst_courseguess.moc"
