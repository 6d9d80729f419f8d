// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundlepeople.h"

#include "bundleclasses.h"

namespace Rollbook
{

BundlePeople::BundlePeople(const CsvTable &table, const BundleLayout &layout,
    const BundleLookup &birthDates, const BundleLookup &gradeLevels)
    : m_table(table)
    , m_studentId(m_table, layout.people.studentId)
    , m_givenName(m_table, layout.people.givenName)
    , m_familyName(m_table, layout.people.familyName)
    , m_email(m_table, layout.people.email)
    , m_login(m_table, layout.people.login)
    , m_birthDate(m_table, layout.people.birthDate)
    , m_gradeLevel(m_table, layout.people.gradeLevel)
    , m_status(m_table, layout.people.status)
    , m_birthDates(birthDates)
    , m_gradeLevels(gradeLevels)
{
    const BundleColumn key(m_table, layout.people.key);
    m_rows.reserve(m_table.rowCount());
    // Backwards, so that the first of two with one key stays.
    for (int row = m_table.rowCount() - 1; row >= 0; --row)
        m_rows.insert(key.in(m_table, row), row);
}

std::optional<BundlePerson> BundlePeople::person(QByteArrayView key) const
{
    BundlePerson person;
    const auto found = m_rows.constFind(key);
    if (found == m_rows.cend()) {
        person.studentId = key;
        return person;
    }
    const int row = *found;
    if (isGone(m_status.in(m_table, row)))
        return std::nullopt;
    person.studentId = m_studentId.in(m_table, row);
    person.givenName = m_givenName.in(m_table, row);
    person.familyName = m_familyName.in(m_table, row);
    person.email = m_email.in(m_table, row);
    // Many systems have the address as the login, and nothing as the address.
    const QByteArrayView login = m_login.in(m_table, row);
    if (person.email.isEmpty() && login.contains('@'))
        person.email = login;
    person.birthDate =
        m_birthDate.isThere() ? m_birthDate.in(m_table, row) : m_birthDates.value(key);
    person.gradeLevel =
        m_gradeLevel.isThere() ? m_gradeLevel.in(m_table, row) : m_gradeLevels.value(key);
    return person;
}

} // namespace Rollbook
