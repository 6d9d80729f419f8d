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
constexpr int RowsOfList = 32;

QString addressOf(unsigned round, int number)
{
    return QStringLiteral("s%1.%2@example.org").arg(number).arg(round);
}

Student numbered(unsigned round, int number)
{
    return student(QStringLiteral("%1-S%2").arg(round).arg(number, 3, 10, QLatin1Char('0')),
        number < Known ? addressOf(round, number) : QString());
}

// Known students, too, may be named by their address.
Student addressed(unsigned round, int number)
{
    const QString address = addressOf(round, number);
    return student({}, number < Known ? address.toUpper() : address);
}

} // namespace

RaceRoster::RaceRoster(int colleague, unsigned roundOfRace)
    : round(roundOfRace)
    , name(QStringLiteral("list%1.csv").arg(colleague))
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
        rows += byAddress ? addressed(round, number) : numbered(round, number);
        // A list of one course, or of all of them.
        courseOfRow += colleague % 2 == 0 ? colleague / 2 % 3 : random.bounded(3);
    }
    students = StudentList::fromStudents(rows);
    QList<CourseRef> refs;
    const QList<Course> all = courses(round);
    for (const Course &one : all)
        refs += one.ref();
    assignment = CourseAssignment(refs, courseOfRow);
}

QString RaceRoster::term(unsigned round)
{
    return QStringLiteral("Round %1").arg(round);
}

QList<Course> RaceRoster::courses(unsigned round)
{
    QList<Course> all{course(QStringLiteral("RACE1"), 60, 20), course(QStringLiteral("RACE2"), 90),
        course(QStringLiteral("RACE3"), 40, 45)};
    for (Course &one : all)
        one.term = term(round);
    return all;
}

QList<StudentRecord> RaceRoster::known(unsigned round)
{
    QList<StudentRecord> records;
    for (int number = 0; number < Known; ++number)
        records += StudentRecord{numbered(round, number), {}, {}};
    return records;
}

} // namespace Rollbook
