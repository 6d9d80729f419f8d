// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/studentlist.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

// A no-break space is two bytes of UTF-8.
constexpr char NoBreakLead = '\xC2';
constexpr char NoBreakTrail = '\xA0';

constexpr bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

QUtf8StringView withoutBlanksAtEnds(QUtf8StringView text)
{
    const char *begin = text.data();
    const char *end = begin + text.size();
    while (begin != end) {
        if (isBlank(*begin))
            ++begin;
        else if (end - begin >= 2 && begin[0] == NoBreakLead && begin[1] == NoBreakTrail)
            begin += 2;
        else
            break;
    }
    while (begin != end) {
        if (isBlank(end[-1]))
            --end;
        else if (end - begin >= 2 && end[-2] == NoBreakLead && end[-1] == NoBreakTrail)
            end -= 2;
        else
            break;
    }
    return {begin, end - begin};
}

qint64 cellKey(int row, StudentField field)
{
    return qint64{row} * StudentFieldCount + static_cast<int>(field);
}

} // namespace

StudentList::StudentList(TextTable table, const FieldColumns &columns)
    : m_table(std::move(table))
    , m_columns(columns)
{
}

StudentList StudentList::fromStudents(const QList<Student> &students)
{
    TextTable::Builder builder(7);
    for (const Student &student : students) {
        for (const QString &text : {student.studentId, student.givenName, student.familyName,
                 student.email, student.birthDate, student.gradeLevel, student.notes})
            builder.appendCell(text.toUtf8());
        builder.endRow();
    }
    // In the order of StudentField; no column for the full name and the course.
    return StudentList(std::move(builder).finish(), {0, 1, 2, -1, 3, 4, 5, -1, 6});
}

bool StudentList::hasField(StudentField field) const
{
    return column(field) >= 0 || isCorrected(field);
}

QUtf8StringView StudentList::correctedOrTrimmed(int row, StudentField field) const
{
    if (!m_corrections.isEmpty()) {
        const auto corrected = m_corrections.constFind(cellKey(row, field));
        if (corrected != m_corrections.cend())
            return *corrected;
    }
    return textOfFile(row, field);
}

QUtf8StringView StudentList::textOfFile(int row, StudentField field) const
{
    return withoutBlanksAtEnds(m_table.text(row, column(field)));
}

QString StudentList::text(int row, StudentField field) const
{
    return this->field(row, field).toString();
}

Student StudentList::student(int row) const
{
    return {text(row, StudentField::StudentId), text(row, StudentField::GivenName),
        text(row, StudentField::FamilyName), text(row, StudentField::Email),
        text(row, StudentField::BirthDate), text(row, StudentField::GradeLevel),
        text(row, StudentField::Notes)};
}

QString StudentList::displayName(int row) const
{
    const QString given = text(row, StudentField::GivenName);
    const QString family = text(row, StudentField::FamilyName);
    if (!given.isEmpty() && !family.isEmpty())
        return given + u' ' + family;
    for (const QString &name : {given, family, text(row, StudentField::StudentId)}) {
        if (!name.isEmpty())
            return name;
    }
    return text(row, StudentField::Email);
}

void StudentList::correct(int row, StudentField field, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const QUtf8StringView wanted = withoutBlanksAtEnds(utf8);
    const QUtf8StringView original = textOfFile(row, field);
    const qint64 key = cellKey(row, field);
    int &correctedRows = m_correctedRows[static_cast<std::size_t>(field)];
    const bool isOriginal = wanted.size() == original.size()
        && std::equal(wanted.data(), wanted.data() + wanted.size(), original.data());
    if (isOriginal) {
        correctedRows -= static_cast<int>(m_corrections.remove(key));
        return;
    }
    const qsizetype before = m_corrections.size();
    m_corrections.insert(key, QByteArray(wanted.data(), wanted.size()));
    correctedRows += static_cast<int>(m_corrections.size() - before);
}

bool StudentList::isCorrected(int row, StudentField field) const
{
    return m_corrections.contains(cellKey(row, field));
}

bool StudentList::isCorrected(StudentField field) const
{
    return m_correctedRows[static_cast<std::size_t>(field)] > 0;
}

} // namespace Rollbook
