// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "earlierrows.h"

#include "values/foldedname.h"

#include <QHashFunctions>

#include <algorithm>

namespace Rollbook
{

namespace
{

qsizetype roomFor(const StudentList &students, StudentField field)
{
    return students.hasField(field) ? students.size() : 0;
}

bool isPlainLowerCase(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
        [](char c) { return static_cast<signed char>(c) > 0 && (c < 'A' || c > 'Z'); });
}

QByteArray caseFolded(std::string_view text)
{
    return QString::fromUtf8(text).toCaseFolded().toUtf8();
}

std::size_t hashOf(std::string_view text, std::size_t seed)
{
    return qHashBits(text.data(), text.size(), seed);
}

} // namespace

EarlierRows::EarlierRows(const StudentList &students)
    : m_students(students)
    , m_hasCourses(students.hasField(StudentField::Course))
    , m_seed(QHashSeed::globalSeed())
    , m_ids(roomFor(students, StudentField::StudentId))
    , m_emails(roomFor(students, StudentField::Email))
    , m_names(roomFor(students, StudentField::BirthDate))
{
}

qint32 EarlierRows::withSameId(qint32 row)
{
    const std::string_view id = field(row, StudentField::StudentId);
    return m_ids.firstOrEnter(hashOf(id, courseHash(row)), row, [&](qint32 other) {
        return field(other, StudentField::StudentId) == id && isSameCourse(row, other);
    });
}

qint32 EarlierRows::withSameEmail(qint32 row)
{
    const std::string_view email = field(row, StudentField::Email);
    const std::size_t seed = courseHash(row);
    const std::size_t hash = isPlainLowerCase(email)
        ? hashOf(email, seed)
        : hashOf(caseFolded(email).toStdString(), seed);
    return m_emails.firstOrEnter(hash, row, [&](qint32 other) {
        return isSameEmail(email, field(other, StudentField::Email)) && isSameCourse(row, other);
    });
}

qint32 EarlierRows::withSameNameAndBirthDate(qint32 row)
{
    if (field(row, StudentField::BirthDate).empty())
        return -1;
    foldNameAndBirthDate(m_key, row);
    if (m_key.startsWith("\n\n"))
        return -1;
    const qint32 first = m_names.firstOrEnter(
        hashOf({m_key.constData(), static_cast<std::size_t>(m_key.size())}, m_seed), row,
        [&](qint32 other) {
            foldNameAndBirthDate(m_otherKey, other);
            return m_key == m_otherKey;
        });
    return first >= 0 && isSameStudent(row, first) ? -1 : first;
}

std::string_view EarlierRows::field(qint32 row, StudentField field) const
{
    const QUtf8StringView text = m_students.field(row, field);
    return {text.data(), static_cast<std::size_t>(text.size())};
}

bool EarlierRows::isSameCourse(qint32 row, qint32 other) const
{
    return !m_hasCourses || field(row, StudentField::Course) == field(other, StudentField::Course);
}

bool EarlierRows::isSameEmail(std::string_view email, std::string_view other) const
{
    return email == other || caseFolded(email) == caseFolded(other);
}

bool EarlierRows::isSameStudent(qint32 row, qint32 other) const
{
    const std::string_view id = field(row, StudentField::StudentId);
    if (id != field(other, StudentField::StudentId))
        return false;
    return !id.empty()
        || isSameEmail(field(row, StudentField::Email), field(other, StudentField::Email));
}

std::size_t EarlierRows::courseHash(qint32 row) const
{
    return m_hasCourses ? hashOf(field(row, StudentField::Course), m_seed) : m_seed;
}

void EarlierRows::foldNameAndBirthDate(QByteArray &key, qint32 row) const
{
    key.resize(0);
    for (const StudentField part : {StudentField::GivenName, StudentField::FamilyName}) {
        const std::string_view name = field(row, part);
        appendFoldedName(key, {name.data(), static_cast<qsizetype>(name.size())});
        key += '\n';
    }
    const std::string_view born = field(row, StudentField::BirthDate);
    key.append(born.data(), static_cast<qsizetype>(born.size()));
}

} // namespace Rollbook
