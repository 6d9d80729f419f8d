// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moodleupload.h"

#include "domain/student.h"

#include <QMap>

#include <algorithm>

namespace Rollbook
{

namespace
{

/// A name such as `course2`, in its two parts.
struct NumberedName {
    QString word;
    int number = 0;
};

NumberedName numbered(const QString &header)
{
    qsizetype length = header.size();
    while (length > 0 && header.at(length - 1).isDigit())
        --length;
    return {header.first(length), QStringView(header).sliced(length).toInt()};
}

// What belongs to a course, and what is of no use or nobody's business in a roster.
bool isLeftOut(const QString &header)
{
    static const QStringList words{QStringLiteral("course"), QStringLiteral("role"),
        QStringLiteral("type"), QStringLiteral("group"), QStringLiteral("enrolperiod"),
        QStringLiteral("enroltimestart"), QStringLiteral("enrolstatus"), QStringLiteral("cohort"),
        QStringLiteral("sysrole")};
    static const QStringList names{QStringLiteral("username"), QStringLiteral("idnumber"),
        QStringLiteral("password"), QStringLiteral("oldusername"), QStringLiteral("deleted"),
        QStringLiteral("suspended"), QStringLiteral("auth")};
    const NumberedName name = numbered(header);
    return names.contains(header) || (name.number > 0 && words.contains(name.word));
}

QString fieldOf(const QString &header)
{
    if (header == u"firstname")
        return canonicalName(StudentField::GivenName);
    if (header == u"lastname")
        return canonicalName(StudentField::FamilyName);
    return header == u"email" ? canonicalName(StudentField::Email) : header;
}

} // namespace

bool isMoodleUpload(const QStringList &headers)
{
    static const QStringList others{QStringLiteral("firstname"), QStringLiteral("lastname"),
        QStringLiteral("email"), QStringLiteral("idnumber")};
    const auto known = std::count_if(others.cbegin(), others.cend(),
        [&headers](const QString &name) { return headers.contains(name); });
    return headers.contains(u"username") && known >= 2;
}

MoodleRows::MoodleRows(const QStringList &headers, RowSink &next)
    : m_next(next)
    , m_headers(canonicalName(StudentField::StudentId))
    , m_idNumber(static_cast<int>(headers.indexOf(u"idnumber")))
    , m_userName(static_cast<int>(headers.indexOf(u"username")))
    , m_deleted(static_cast<int>(headers.indexOf(u"deleted")))
{
    QMap<int, CourseColumns> courses;
    for (int column = 0; column < headers.size(); ++column) {
        const NumberedName name = numbered(headers.at(column));
        if (name.number > 0 && name.word == u"course")
            courses[name.number].course = column;
        else if (name.number > 0 && name.word == u"role")
            courses[name.number].role = column;
        else if (name.number > 0 && name.word == u"type")
            courses[name.number].type = column;
        else if (name.number > 0 && name.word == u"enrolstatus")
            courses[name.number].status = column;
        if (isLeftOut(headers.at(column)))
            continue;
        m_kept.push_back(column);
        m_headers += fieldOf(headers.at(column));
    }
    for (const CourseColumns &columns : std::as_const(courses)) {
        if (columns.course >= 0)
            m_courses.push_back(columns);
    }
    if (!m_courses.empty())
        m_headers += canonicalName(StudentField::Course);
}

// Moodle takes a role by its short name or number, an old file has the type; without either a user
// gets the role that the course gives by itself, which is the student's.
bool MoodleRows::isStudentIn(std::span<const QByteArrayView> cells, const CourseColumns &columns)
{
    if (trimmedCell(cells, columns.status) == "1")
        return false;
    const QByteArrayView role = trimmedCell(cells, columns.role);
    if (!role.isEmpty())
        return role.compare("student", Qt::CaseInsensitive) == 0 || role == "5";
    const QByteArrayView type = trimmedCell(cells, columns.type);
    return type.isEmpty() || type == "1";
}

bool MoodleRows::addRow(std::span<const QByteArrayView> cells)
{
    if (trimmedCell(cells, m_deleted) == "1")
        return true;
    const QByteArrayView idNumber = trimmedCell(cells, m_idNumber);
    m_cells.assign(1, idNumber.isEmpty() ? trimmedCell(cells, m_userName) : idNumber);
    for (const int column : m_kept)
        m_cells.push_back(trimmedCell(cells, column));
    if (m_courses.empty())
        return m_next.addRow(m_cells);

    m_cells.emplace_back();
    bool hasCourse = false;
    for (const CourseColumns &columns : m_courses) {
        m_cells.back() = trimmedCell(cells, columns.course);
        if (m_cells.back().isEmpty())
            continue;
        hasCourse = true;
        if (isStudentIn(cells, columns) && !m_next.addRow(m_cells))
            return false;
    }
    m_cells.back() = {};
    return hasCourse || m_next.addRow(m_cells);
}

} // namespace Rollbook
