// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/runorder.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Which lists wait for which.
class TestRunOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsWaitForWhatMattersToThem_data();
    void listsWaitForWhatMattersToThem();
    void rejectedRowsCountForNothing();
    void sameAsComparingEachListWithEach_data();
    void sameAsComparingEachListWithEach();
};

namespace
{

/// A row of a list: what it says of the student, and the course that it wants.
struct Row {
    QString number;
    QString address;
    QString course; // empty: none
};
using Rows = QList<Row>;

void addTo(RunOrder &order, const Rows &rows, const QHash<qint32, RegistrationError> &rejected = {})
{
    QList<Student> students;
    QList<CourseRef> courses;
    QList<qint32> indexes;
    for (const Row &row : rows) {
        Student student;
        student.studentId = row.number;
        student.email = row.address;
        students += student;
        const CourseRef course{row.course, u"2026 Fall"_s};
        if (!course.isNull() && !courses.contains(course))
            courses += course;
        indexes += course.isNull() ? -1 : static_cast<qint32>(courses.indexOf(course));
    }
    order.add(StudentList::fromStudents(students), CourseAssignment(courses, indexes), rejected);
}

// "S1 GO1, S2/a@x GO1, /b@x ART": lists of a row data are separated by "; ".
Rows rowsOf(const QString &text)
{
    Rows rows;
    const QStringList words = text.split(u", "_s, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const QString who = word.section(u' ', 0, 0);
        rows += {who.section(u'/', 0, 0), who.section(u'/', 1), word.section(u' ', 1)};
    }
    return rows;
}

QString waits(const RunOrder &order)
{
    QStringList lists;
    for (const QList<qint32> &waitsFor : order.waits()) {
        QStringList earlier;
        for (const qint32 before : waitsFor)
            earlier += QString::number(before);
        lists += earlier.isEmpty() ? u"-"_s : earlier.join(u'+');
    }
    return lists.join(u' ');
}

bool isUnclear(const Rows &list)
{
    return std::any_of(list.cbegin(), list.cend(), [](const Row &row) {
        return row.course.isEmpty() || (row.number.isEmpty() && row.address.isEmpty());
    });
}

bool mayMatter(const Row &left, const Row &right)
{
    if (left.course.compare(right.course, Qt::CaseInsensitive) == 0)
        return true;
    if (left.number.isEmpty() != right.number.isEmpty())
        return true;
    return left.number.isEmpty() ? left.address.compare(right.address, Qt::CaseInsensitive) == 0
                                 : left.number == right.number;
}

bool mustWait(const Rows &later, const Rows &earlier)
{
    if (isUnclear(later) || isUnclear(earlier))
        return true;
    return std::any_of(later.cbegin(), later.cend(), [&](const Row &left) {
        return std::any_of(earlier.cbegin(), earlier.cend(),
            [&](const Row &right) { return mayMatter(left, right); });
    });
}

using Waits = QList<QSet<qint32>>;

// With those that the others wait for.
void addIndirect(Waits &waits)
{
    for (qsizetype list = 0; list < waits.size(); ++list) {
        const QSet<qint32> direct = waits[list];
        for (const qint32 before : direct)
            waits[list] += waits[before];
    }
}

Rows randomList(QRandomGenerator &random, int rows, int students, int courses)
{
    Rows list;
    const bool hasNumbers = random.bounded(4) > 0;
    for (int row = 0; row < rows; ++row) {
        const int number = random.bounded(students);
        const bool small = random.bounded(2) > 0;
        const QString address = (small ? u"s%1@x"_s : u"S%1@X"_s).arg(number);
        const bool isOdd = random.bounded(40) == 0;
        const QString course = (small ? u"go%1"_s : u"GO%1"_s).arg(random.bounded(courses));
        list += {hasNumbers != isOdd ? QString::number(number) : QString(),
            random.bounded(60) == 0 ? QString() : address,
            random.bounded(80) == 0 ? QString() : course};
    }
    return list;
}

} // namespace

void TestRunOrder::listsWaitForWhatMattersToThem_data()
{
    QTest::addColumn<QString>("lists");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << u""_s << u""_s;
    QTest::newRow("nothing in common") << u"S1 GO1; S2 GO2; S3 GO3"_s << u"- - -"_s;
    QTest::newRow("same course") << u"S1 GO1; S2 GO2; S3 GO1"_s << u"- - 0"_s;
    QTest::newRow("other capitals") << u"S1 go1; S2 GO1"_s << u"- 0"_s;
    QTest::newRow("capitals of other letters") << u"S1 ÉPS; S2 éps"_s << u"- 0"_s;
    QTest::newRow("same student") << u"S1 GO1; S1 GO2"_s << u"- 0"_s;
    QTest::newRow("numbers are what they are") << u"s1 GO1; S1 GO2"_s << u"- -"_s;
    QTest::newRow("same address, other numbers") << u"S1/a@x GO1; S2/a@x GO2"_s << u"- -"_s;
    QTest::newRow("same address") << u"/a@x GO1; /A@x GO2"_s << u"- 0"_s;
    QTest::newRow("other address") << u"/a@x GO1; /b@x GO2"_s << u"- -"_s;
    QTest::newRow("number and address") << u"S1 GO1; /b@x GO2; S3 GO3"_s << u"- 0 1"_s;
    QTest::newRow("one row of many")
        << u"S1 A, S2 B, S3 C; S4 D, S5 E; S6 F, S7 C, S5 G"_s << u"- - 0+1"_s;
    QTest::newRow("each waits for the last") << u"S1 A; S2 A; S3 A; S4 B"_s << u"- 0 1 -"_s;
    QTest::newRow("no course") << u"S1 A; S2 B; S3; S4 D; S5 E"_s << u"- - 0+1 2 2"_s;
    QTest::newRow("nobody") << u"S1 A; S2 B; / C; S4 D; / E; S6 F"_s << u"- - 0+1 2 2+3 4"_s;
    QTest::newRow("no rows") << u"S1 A; ; S2 A"_s << u"- - 0"_s;
}

void TestRunOrder::listsWaitForWhatMattersToThem()
{
    QFETCH(const QString, lists);
    QFETCH(const QString, expected);
    RunOrder order;
    const QStringList texts = lists.isEmpty() ? QStringList() : lists.split(u"; "_s);
    for (const QString &text : texts)
        addTo(order, rowsOf(text));
    QCOMPARE(waits(order), expected);
}

void TestRunOrder::rejectedRowsCountForNothing()
{
    const RegistrationError error{RegistrationStatus::Rejected, ReasonCode::InvalidData, {}};
    RunOrder order;
    addTo(order, rowsOf(u"S1 A, S2 B"_s), {{1, error}});
    addTo(order, rowsOf(u"S2 C, / C, S3"_s), {{1, error}, {2, error}});
    addTo(order, rowsOf(u"S4 B"_s));
    QCOMPARE(waits(order), u"- - -"_s);
    // One course for all rows of a list.
    const CourseAssignment one(CourseRef{u"B"_s, {}});
    order.add(StudentList::fromStudents({Student{}}), one, {{0, error}});
    QCOMPARE(waits(order), u"- - - -"_s);
    order.add(StudentList::fromStudents({Student{}}), one);
    QCOMPARE(waits(order), u"- - - - 0+1+2+3"_s);
}

void TestRunOrder::sameAsComparingEachListWithEach_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("students");
    QTest::addColumn<int>("courses");
    QTest::newRow("much in common") << 6 << 30 << 6;
    QTest::newRow("little in common") << 6 << 600 << 120;
    QTest::newRow("short lists") << 2 << 40 << 20;
    QTest::newRow("one row each") << 1 << 12 << 12;
}

void TestRunOrder::sameAsComparingEachListWithEach()
{
    QFETCH(const int, rows);
    QFETCH(const int, students);
    QFETCH(const int, courses);
    for (quint32 seed = 1; seed <= 200; ++seed) {
        QRandomGenerator random(seed);
        RunOrder order;
        QList<Rows> lists;
        Waits plain;
        Waits hashed;
        for (qint32 list = 0; list < 12; ++list) {
            lists += randomList(random, random.bounded(rows + 1), students, courses);
            addTo(order, lists.last());
            QSet<qint32> direct;
            for (qint32 before = 0; before < list; ++before) {
                if (mustWait(lists[list], lists[before]))
                    direct += before;
            }
            plain += direct;
            const QList<qint32> &waitsFor = order.waits().last();
            hashed += QSet<qint32>(waitsFor.cbegin(), waitsFor.cend());
            QVERIFY2(direct.contains(hashed.last()), qPrintable(u"seed %1"_s.arg(seed)));
        }
        addIndirect(plain);
        addIndirect(hashed);
        QVERIFY2(plain == hashed, qPrintable(u"seed %1: %2"_s.arg(seed).arg(waits(order))));
    }
}

QTEST_GUILESS_MAIN(TestRunOrder)
#include "tst_runorder.moc"
