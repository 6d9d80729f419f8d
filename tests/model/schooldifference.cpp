// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schooldifference.h"

#include "teststore.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

bool areNumberedOn(const QList<int> &numbers)
{
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        if (numbers.at(i) != i + 1)
            return false;
    }
    return true;
}

// Whatever happened before.
QString againstTheLaw(const SchoolLook::Seats &seats)
{
    if (seats.taken != seats.seatNumbers.size() || seats.waiting != seats.placeNumbers.size())
        return QStringLiteral("has other counts than students");
    if (seats.capacity && seats.taken > *seats.capacity)
        return QStringLiteral("holds more than it has seats");
    if (seats.waiting > seats.waitlistCapacity.value_or(0))
        return QStringLiteral("has too many who wait");
    if (!areNumberedOn(seats.placeNumbers))
        return QStringLiteral("has a gap in its waiting list");
    const auto &numbers = seats.seatNumbers;
    if (std::adjacent_find(numbers.cbegin(), numbers.cend()) != numbers.cend())
        return QStringLiteral("gave a seat twice");
    return {};
}

} // namespace

QString differenceOf(SchoolLook &look, const PlainSchool &plain)
{
    const QList<SchoolLook::Seats> courses = look.seats();
    for (const SchoolLook::Seats &seats : courses) {
        QString wrong = againstTheLaw(seats);
        QStringList expected;
        for (const PlainSchool::Holder &holder : plain.holders(seats.course))
            expected += SchoolLook::holderText(holder.student, holder.waiting, holder.number);
        if (wrong.isEmpty())
            wrong = firstDifference(seats.holders, expected);
        if (!wrong.isEmpty())
            return seats.course + u' ' + wrong;
    }
    QStringList expected;
    for (const Student &student : plain.students())
        expected += SchoolLook::studentText(student);
    expected.sort();
    return firstDifference(look.students(), expected);
}

QStringList undoTexts(const UndoneRun &undone)
{
    QStringList texts;
    for (const UndoResult &result : undone.results) {
        QString text = undoStatusWord(result.status);
        if (result.status == UndoStatus::LeftAsItIs)
            text += u' ' + undoReasonWord(result.reason);
        if (result.status == UndoStatus::Withdrawn) {
            text += QStringLiteral(" %1 %2")
                        .arg(result.waiting ? QStringLiteral("place") : QStringLiteral("seat"))
                        .arg(result.number);
        }
        texts += text;
    }
    return texts;
}

QStringList promotionTexts(const PromotedStudents &promoted)
{
    QStringList texts;
    for (const StudentRegistrationResult &result : promoted.results) {
        texts += QStringLiteral("place %1 %2")
                     .arg(QString::number(promoted.places.at(result.row)), outcome(result));
    }
    return texts;
}

QString firstDifference(const QStringList &real, const QStringList &expected)
{
    for (qsizetype i = 0; i < qMax(real.size(), expected.size()); ++i) {
        if (real.value(i) != expected.value(i) || i >= real.size() || i >= expected.size())
            return QStringLiteral("has “%1”, the rules say “%2”")
                .arg(real.value(i), expected.value(i));
    }
    return {};
}

} // namespace Rollbook
