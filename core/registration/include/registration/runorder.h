// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"
#include "domain/studentlist.h"

#include <QHash>
#include <QList>

#include <set>
#include <unordered_map>

namespace Rollbook
{

/// Which lists may be registered beside each other, so that what becomes of each row is what became
/// of it if they were registered one after the other, in the order in which they are added.
///
/// Lists influence each other through the seats of a course that both want, and through a student
/// whom both name: what a student holds decides about prerequisites and times, and the first list
/// enters who is new. A student number and an e-mail address may be the same student's, as only the
/// school knows. Where it cannot be told what a row wants, its list waits for all before it, and
/// all after it wait for that list.
class RunOrder
{
public:
    /// The next list. Rows that are rejected are not sent, and count for nothing. Takes time for
    /// each row, however many lists there are.
    void add(const StudentList &students, const CourseAssignment &courses,
        const QHash<qint32, RegistrationError> &rejectedRows = {});

    /// For each list, numbered from 0, those that have to have ended before it begins, ascending.
    /// What those wait for is not always named again: a list that is left out has ended only when
    /// all that it waits for has.
    using Waits = QList<QList<qint32>>;
    const Waits &waits() const { return m_waits; }

private:
    using Lists = std::set<qint32>;
    /// By the hash of a text the last list that has it. Two texts of one hash cost a wait at most.
    using LastLists = std::unordered_map<size_t, qint32>;

    /// What the rows of a list name.
    struct Naming {
        bool numbers = false;   ///< students by their number
        bool addresses = false; ///< students by their e-mail address alone
        bool nothing = false;   ///< no student, or no course
    };

    void note(QByteArrayView text, LastLists &lists, Lists &earlier) const;
    void noteStudent(const StudentList &students, qint32 row, Naming &naming, Lists &earlier);
    qint32 added() const { return static_cast<qint32>(m_waits.size()); } ///< the list at hand
    Naming noteRows(const StudentList &students, const CourseAssignment &courses,
        const QHash<qint32, RegistrationError> &rejectedRows, Lists &earlier);

    LastLists m_courses;
    LastLists m_numbers;
    LastLists m_addresses;
    // Since the last that could not be told.
    Lists m_withNumbers;
    Lists m_withAddresses;
    qint32 m_lastUnclear = -1;
    Waits m_waits;
};

} // namespace Rollbook
