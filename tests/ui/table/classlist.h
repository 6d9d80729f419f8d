// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"
#include "roster/roster.h"

namespace Rollbook::Test
{

/// A class list with the columns student_id, family_name, given_name, email.
inline Roster classList(const QList<QStringList> &rows)
{
    TextTable::Builder builder(4);
    for (const QStringList &cells : rows) {
        for (const QString &cell : cells)
            builder.appendCell(cell.toUtf8());
        builder.endRow();
    }
    StudentList::FieldColumns columns = StudentList::noColumns();
    columns[static_cast<std::size_t>(StudentField::StudentId)] = 0;
    columns[static_cast<std::size_t>(StudentField::FamilyName)] = 1;
    columns[static_cast<std::size_t>(StudentField::GivenName)] = 2;
    columns[static_cast<std::size_t>(StudentField::Email)] = 3;
    Roster roster;
    roster.name = QStringLiteral("list.csv");
    roster.students = StudentList(std::move(builder).finish(), columns);
    return roster;
}

/// So many students, with names that repeat.
inline Roster longClassList(int size)
{
    static const QStringList families{QStringLiteral("Muñoz Peña"), QStringLiteral("Smith"),
        QStringLiteral("Şahin"), QStringLiteral("Åberg"), QStringLiteral("smith"),
        QStringLiteral("Zhou"), QStringLiteral("O'Neill")};
    QList<QStringList> rows;
    for (int row = 0; row < size; ++row) {
        const QString id = QString::number(70000 + row * 7919 % size);
        rows += {id, families.at(row % families.size()), QStringLiteral("Given%1").arg(row % 13),
            id + QStringLiteral("@school.example")};
    }
    return classList(rows);
}

/// Two slips in row 1, a shared address in row 0, a double in row 3.
inline Roster listWithProblems()
{
    Roster roster = longClassList(4);
    const auto error = RosterProblem::Severity::Error;
    const auto warning = RosterProblem::Severity::Warning;
    roster.problems = {
        {warning, RosterProblem::Code::SharedEmail, 0, 3, 2, QStringLiteral("shares its address")},
        {warning, RosterProblem::Code::MissingName, 1, 2, -1, QStringLiteral("has no given name")},
        {error, RosterProblem::Code::InvalidEmail, 1, 3, -1, QStringLiteral("is no address")},
        {error, RosterProblem::Code::DuplicateRow, 3, -1, 0, QStringLiteral("same as row 1")},
    };
    return roster;
}

inline StudentRegistrationResult seatFor(int row, int number)
{
    StudentRegistrationResult result;
    result.row = row;
    result.attempts = 1;
    result.durationMs = 12;
    result.outcome =
        StudentRegistration{RegistrationStatus::Registered, false, number, 1'800'000'000'123};
    return result;
}

inline StudentRegistrationResult placeFor(int row, int number)
{
    StudentRegistrationResult result;
    result.row = row;
    result.attempts = 1;
    result.outcome =
        StudentRegistration{RegistrationStatus::Waitlisted, true, number, 1'800'000'000'123};
    return result;
}

inline StudentRegistrationResult knownBefore(int row)
{
    StudentRegistrationResult result;
    result.row = row;
    result.outcome =
        StudentRegistration{RegistrationStatus::AlreadyRegistered, false, 0, -62'000'000'001};
    return result;
}

/// Some outcome or other, the same for the same row.
inline StudentRegistrationResult anyOutcome(int row)
{
    switch (row % 6) {
    case 0:
        return placeFor(row, row + 1);
    case 1:
        return knownBefore(row);
    case 2:
        return rejectedRow(row, ReasonCode::MissingPrerequisite, QStringLiteral("GO0"));
    case 3:
        return failedRow(row, ReasonCode::StoreBusy);
    default:
        return seatFor(row, row + 1);
    }
}

} // namespace Rollbook::Test
