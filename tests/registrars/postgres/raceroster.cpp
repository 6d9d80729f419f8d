// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "raceroster.h"

#include <QRandomGenerator>

#include <algorithm>
#include <numeric>

namespace Rollbook
{

namespace
{

constexpr int Known = 60;
constexpr int Numbered = 130; // of whom the others are new
constexpr int All = 160;
constexpr int RowsOfList = 40;

Student numbered(int number)
{
    return student(QStringLiteral("S%1").arg(number, 3, 10, QLatin1Char('0')),
        number < Known ? QStringLiteral("s%1@example.org").arg(number) : QString());
}

// Known students, too, may be named by their address.
Student addressed(int number)
{
    const QString of =
        number < Known ? QStringLiteral("S%1@Example.org") : QStringLiteral("new%1@example.org");
    return student({}, of.arg(number));
}

} // namespace

RaceRoster::RaceRoster(int colleague, unsigned round)
    : name(QStringLiteral("list%1.csv").arg(colleague))
{
    QRandomGenerator random(round * 1000 + static_cast<unsigned>(colleague));
    const bool hasAddresses = colleague % 3 == 2;
    std::vector<int> numbers(static_cast<std::size_t>(hasAddresses ? All : Numbered));
    std::iota(numbers.begin(), numbers.end(), 0);
    std::shuffle(numbers.begin(), numbers.end(), random);
    QList<Student> rows;
    QList<qint32> courseOfRow;
    for (int row = 0; row < RowsOfList; ++row) {
        const int number = numbers[static_cast<std::size_t>(row)];
        const bool byAddress =
            number >= Numbered || (hasAddresses && number % 4 == 0 && number < Known);
        rows += byAddress ? addressed(number) : numbered(number);
        // A list of one course, or of all of them.
        courseOfRow += colleague % 2 == 0 ? colleague / 2 % 3 : random.bounded(3);
    }
    students = StudentList::fromStudents(rows);
    QList<CourseRef> refs;
    const QList<Course> all = courses();
    for (const Course &one : all)
        refs += one.ref();
    assignment = CourseAssignment(refs, courseOfRow);
}

QList<Course> RaceRoster::courses()
{
    return {course(QStringLiteral("RACE1"), 60, 20), course(QStringLiteral("RACE2"), 90),
        course(QStringLiteral("RACE3"), 40, 45)};
}

QList<StudentRecord> RaceRoster::known()
{
    QList<StudentRecord> records;
    for (int number = 0; number < Known; ++number)
        records += StudentRecord{numbered(number), {}, {}};
    return records;
}

} // namespace Rollbook
