// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/courseparts.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Which courses of a list may be registered beside each other.
class TestCourseParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsHaveNothingInCommon_data();
    void partsHaveNothingInCommon();
    void oneCourseForAllIsOnePart();
    void sameAsComparingEachRowWithEach_data();
    void sameAsComparingEachRowWithEach();
};

namespace
{

/// "S1 GO1, S2 GO2, /a@x GO1": who, by number or address, and which course.
struct Rows {
    StudentList students;
    CourseAssignment courses;
};

struct Row {
    Student student;
    CourseRef course;
};

Rows rowsOf(const QList<Row> &list)
{
    QList<Student> students;
    QList<CourseRef> courses;
    QList<qint32> indexes;
    for (const Row &row : list) {
        students += row.student;
        if (!row.course.isNull() && !courses.contains(row.course))
            courses += row.course;
        indexes += row.course.isNull() ? -1 : static_cast<qint32>(courses.indexOf(row.course));
    }
    return {StudentList::fromStudents(students), {courses, indexes}};
}

Rows rowsOf(const QString &text)
{
    QList<Row> list;
    const QStringList words = text.split(u", "_s, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        Row row;
        row.student.studentId = word.section(u' ', 0, 0).section(u'/', 0, 0);
        row.student.email = word.section(u' ', 0, 0).section(u'/', 1);
        row.course.code = word.section(u' ', 1, 1);
        row.course.term = word.section(u' ', 2);
        list += row;
    }
    return rowsOf(list);
}

int partOf(const CourseParts &parts, const CourseAssignment &courses, int row)
{
    return parts.ofCourse[static_cast<std::size_t>(courses.indexOf(row))];
}

bool matter(const Rows &rows, int left, int right)
{
    const QString number = rows.students.student(left).studentId;
    return number == rows.students.student(right).studentId
        || rows.courses.courseOf(left).code.compare(
               rows.courses.courseOf(right).code, Qt::CaseInsensitive)
        == 0;
}

/// The rows in sets such that none matters to one of another set, as many as there can be.
QList<int> setsByComparing(const Rows &rows)
{
    QList<int> sets;
    for (int row = 0; row < rows.students.size(); ++row)
        sets += row;
    for (int left = 0; left < sets.size(); ++left) {
        for (int right = 0; right < left; ++right) {
            if (matter(rows, left, right))
                std::replace(sets.begin(), sets.end(), int(sets[left]), int(sets[right]));
        }
    }
    return sets;
}

} // namespace

void TestCourseParts::partsHaveNothingInCommon_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("parts");
    QTest::newRow("no rows") << u""_s << 4 << u""_s;
    QTest::newRow("each for itself") << u"1 A, 2 B, 3 C"_s << 4 << u"0 1 2"_s;
    QTest::newRow("one wants two") << u"1 A, 2 B, 3 C, 1 C"_s << 4 << u"0 1 0"_s;
    QTest::newRow("others between them") << u"1 A, 1 B, 2 B, 2 C, 3 D"_s << 4 << u"0 0 0 1"_s;
    QTest::newRow("other capitals") << u"1 éps, 2 ART, 3 ÉPS"_s << 4 << u"0 1 0"_s;
    QTest::newRow("with and without its term") << u"1 A fall, 2 B, 3 A"_s << 4 << u"0 1 0"_s;
    QTest::newRow("numbers are what they are") << u"s1 A, S1 B"_s << 4 << u"0 1"_s;
    QTest::newRow("an address may be anybody's") << u"1 A, /a@x B, 3 C"_s << 4 << u"0 0 0"_s;
    QTest::newRow("addresses only") << u"/a@x A, /b@x B"_s << 4 << u"0 0"_s;
    QTest::newRow("same address, other numbers") << u"1/a@x A, 2/a@x B"_s << 4 << u"0 1"_s;
    QTest::newRow("nobody gets in anywhere") << u"1 A, / A, 3 B"_s << 4 << u"0 1"_s;
    QTest::newRow("no course is refused anywhere") << u"1 A, 1, /a@x, 3 B"_s << 4 << u"0 1"_s;
    QTest::newRow("more courses than parts") << u"1 A, 2 B, 3 C, 4 D"_s << 2 << u"0 1 0 1"_s;
    QTest::newRow("as many rows in each") << u"1 A, 2 B, 3 C, 4 C, 5 C"_s << 2 << u"1 1 0"_s;
    QTest::newRow("one part") << u"1 A, 2 B"_s << 1 << u"0 0"_s;
    QTest::newRow("none") << u"1 A, 2 B"_s << 0 << u"0 0"_s;
}

void TestCourseParts::partsHaveNothingInCommon()
{
    QFETCH(const QString, list);
    QFETCH(const int, most);
    QFETCH(const QString, parts);
    const Rows rows = rowsOf(list);
    const CourseParts found = courseParts(rows.students, rows.courses, most);
    QStringList texts;
    for (const int part : found.ofCourse)
        texts += QString::number(part);
    QCOMPARE(texts.join(u' '), parts);
    const QSet<int> used(found.ofCourse.cbegin(), found.ofCourse.cend());
    QCOMPARE(found.count, qMax(1, static_cast<int>(used.size())));
}

void TestCourseParts::oneCourseForAllIsOnePart()
{
    const Rows rows = rowsOf(u"1 A, 2 A"_s);
    const CourseParts parts =
        courseParts(rows.students, CourseAssignment(CourseRef{u"A"_s, {}}), 4);
    QCOMPARE(parts.count, 1);
    QCOMPARE(parts.ofCourse.size(), 1U);
}

void TestCourseParts::sameAsComparingEachRowWithEach_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("students");
    QTest::addColumn<int>("courses");
    QTest::newRow("few") << 6 << 8 << 4;
    QTest::newRow("some twice") << 30 << 200 << 20;
    QTest::newRow("many courses") << 60 << 100 << 60;
}

void TestCourseParts::sameAsComparingEachRowWithEach()
{
    QFETCH(const int, rows);
    QFETCH(const int, students);
    QFETCH(const int, courses);
    int parted = 0;
    for (quint32 seed = 1; seed <= 200; ++seed) {
        QRandomGenerator random(seed);
        QList<Row> list;
        for (int row = 0; row < rows; ++row) {
            Row one;
            one.student.studentId = QString::number(random.bounded(students));
            one.course.code =
                (random.bounded(2) > 0 ? u"go%1"_s : u"GO%1"_s).arg(random.bounded(courses));
            list += one;
        }
        const Rows all = rowsOf(list);
        const CourseParts parts = courseParts(all.students, all.courses, rows);
        const QList<int> sets = setsByComparing(all);
        QVERIFY2(parts.count == QSet<int>(sets.cbegin(), sets.cend()).size(),
            qPrintable(u"seed %1"_s.arg(seed)));
        for (int row = 0; row < rows; ++row) {
            const int first = static_cast<int>(sets.indexOf(sets[row]));
            QVERIFY2(partOf(parts, all.courses, row) == partOf(parts, all.courses, first),
                qPrintable(u"seed %1, row %2"_s.arg(seed).arg(row)));
        }
        parted += parts.count > 1 ? 1 : 0;
    }
    QVERIFY(parted > 0);
}

QTEST_GUILESS_MAIN(TestCourseParts)
#include "tst_courseparts.moc"
