// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/runorder.h"

#include "domain/emailkey.h"

#include <vector>

namespace Rollbook
{

namespace
{

// A code can be written with other capitals, and with or without its term.
std::vector<QByteArray> codesOf(const CourseAssignment &courses)
{
    std::vector<QByteArray> codes;
    codes.reserve(static_cast<std::size_t>(courses.courses().size()));
    for (const CourseRef &course : courses.courses())
        codes.push_back(course.code.toCaseFolded().toUtf8());
    return codes;
}

} // namespace

void RunOrder::add(const StudentList &students, const CourseAssignment &courses,
    const QHash<qint32, RegistrationError> &rejectedRows)
{
    const qint32 list = added();
    Lists earlier;
    const Naming naming = noteRows(students, courses, rejectedRows, earlier);
    if (naming.numbers)
        earlier.insert(m_withAddresses.cbegin(), m_withAddresses.cend());
    if (naming.addresses)
        earlier.insert(m_withNumbers.cbegin(), m_withNumbers.cend());
    if (m_lastUnclear >= 0)
        earlier.insert(m_lastUnclear);
    if (naming.nothing) {
        for (qint32 before = m_lastUnclear + 1; before < list; ++before)
            earlier.insert(before);
        m_lastUnclear = list;
        m_withNumbers.clear();
        m_withAddresses.clear();
    } else {
        if (naming.numbers)
            m_withNumbers.insert(list);
        if (naming.addresses)
            m_withAddresses.insert(list);
    }
    m_waits += QList<qint32>(earlier.cbegin(), earlier.cend());
}

RunOrder::Naming RunOrder::noteRows(const StudentList &students, const CourseAssignment &courses,
    const QHash<qint32, RegistrationError> &rejectedRows, Lists &earlier)
{
    Naming naming;
    const std::vector<QByteArray> codes = codesOf(courses);
    std::vector<bool> wanted(codes.size(), false);
    for (qint32 row = 0; row < students.size(); ++row) {
        if (!rejectedRows.isEmpty() && rejectedRows.contains(row))
            continue;
        const int course = courses.indexOf(row);
        if (course >= 0)
            wanted[static_cast<std::size_t>(course)] = true;
        else
            naming.nothing = true;
        noteStudent(students, row, naming, earlier);
    }
    for (std::size_t course = 0; course < codes.size(); ++course) {
        if (!wanted[course])
            continue;
        if (codes[course].isEmpty())
            naming.nothing = true;
        note(codes[course], m_courses, earlier);
    }
    return naming;
}

void RunOrder::noteStudent(const StudentList &students, qint32 row, Naming &naming, Lists &earlier)
{
    const QUtf8StringView number = students.field(row, StudentField::StudentId);
    if (!number.isEmpty()) {
        naming.numbers = true;
        note(QByteArrayView(number.data(), number.size()), m_numbers, earlier);
        return;
    }
    const QUtf8StringView address = students.field(row, StudentField::Email);
    if (address.isEmpty()) {
        naming.nothing = true;
        return;
    }
    naming.addresses = true;
    note(emailKey(address), m_addresses, earlier);
}

void RunOrder::note(QByteArrayView text, LastLists &lists, Lists &earlier) const
{
    const qint32 list = added();
    const auto [last, isNew] = lists.try_emplace(qHash(text), list);
    if (!isNew && last->second != list) {
        earlier.insert(last->second);
        last->second = list;
    }
}

} // namespace Rollbook
