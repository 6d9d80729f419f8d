// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/roster.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace Rollbook
{

namespace
{

using Code = RosterProblem::Code;
using Severity = RosterProblem::Severity;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Roster)
};

std::string_view bytesOf(QUtf8StringView text)
{
    return {text.data(), static_cast<std::size_t>(text.size())};
}

bool isPlainLowerCase(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
        [](char c) { return static_cast<signed char>(c) > 0 && (c < 'A' || c > 'Z'); });
}

// What any mail system asks for (RFC 5321 allows more than schools ever use): one @ with something
// before it and a domain with a dot after it, no blanks.
bool looksLikeEmail(std::string_view text)
{
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != text.npos)
        return false;
    const std::string_view domain = text.substr(at + 1);
    const auto dot = domain.find('.');
    return dot != domain.npos && dot != 0 && domain.back() != '.'
        && domain.find("..") == domain.npos && text.find_first_of(" \t,;<>\"\r\n") == text.npos;
}

/// Goes through the rows once and remembers who was seen where.
class RosterChecker
{
public:
    explicit RosterChecker(const Roster &roster)
        : m_roster(roster)
        , m_students(roster.students)
        , m_hasCourses(roster.hasCourseColumn())
    {
        const auto rows = static_cast<std::size_t>(m_students.size());
        m_rowOfKey.reserve(rows);
        if (m_students.hasField(StudentField::Email))
            m_rowOfEmail.reserve(rows);
    }

    QList<RosterProblem> check();

private:
    void checkRow(qint32 row);
    void checkIdentity(qint32 row);
    void checkEmail(qint32 row, bool identifies);
    void checkSharedEmail(qint32 row, std::string_view email, bool identifies);
    void checkBirthDate(qint32 row);
    void add(Severity severity, Code code, qint32 row, StudentField field, const QString &what,
        qint32 otherRow = -1);

    std::string_view field(qint32 row, StudentField field) const
    {
        return bytesOf(m_students.field(row, field));
    }
    std::string_view folded(std::string_view email);
    std::string_view withCourse(qint32 row, std::string_view key);
    std::string_view keep(std::string text);

    const Roster &m_roster;
    const StudentList &m_students;
    bool m_hasCourses;
    QList<RosterProblem> m_problems;
    std::unordered_map<std::string_view, qint32> m_rowOfKey;   // student and course
    std::unordered_map<std::string_view, qint32> m_rowOfEmail; // of any row
    std::deque<std::string> m_kept;
};

QList<RosterProblem> RosterChecker::check()
{
    // What only the reader saw stays.
    for (const RosterProblem &problem : m_roster.problems) {
        if (problem.code == Code::TooManyCells)
            m_problems += problem;
    }
    for (qint32 row = 0; row < m_students.size(); ++row)
        checkRow(row);
    std::stable_sort(m_problems.begin(), m_problems.end(),
        [](const RosterProblem &a, const RosterProblem &b) { return a.row < b.row; });
    return std::move(m_problems);
}

void RosterChecker::checkRow(qint32 row)
{
    checkIdentity(row);
    checkBirthDate(row);
    if (field(row, StudentField::GivenName).empty() && field(row, StudentField::FamilyName).empty())
        add(Severity::Warning, Code::MissingName, row, StudentField::FamilyName,
            Text::tr("the name is missing"));
    if (m_hasCourses && field(row, StudentField::Course).empty())
        add(Severity::Error, Code::NoCourse, row, StudentField::Course,
            Text::tr("the course is missing"));
}

void RosterChecker::checkIdentity(qint32 row)
{
    const std::string_view id = field(row, StudentField::StudentId);
    const std::string_view email = field(row, StudentField::Email);
    if (id.empty() && email.empty()) {
        add(Severity::Error, Code::NoIdentifier, row, StudentField::StudentId,
            Text::tr("no student ID and no e-mail address; write one of them"));
        return;
    }
    if (!id.empty()) {
        const auto [known, isNew] = m_rowOfKey.try_emplace(withCourse(row, id), row);
        if (!isNew)
            add(Severity::Error, Code::DuplicateRow, row, StudentField::StudentId,
                Text::tr("the same student as in row %1").arg(known->second + 1), known->second);
    }
    if (!email.empty())
        checkEmail(row, id.empty());
}

void RosterChecker::checkEmail(qint32 row, bool identifies)
{
    const std::string_view email = field(row, StudentField::Email);
    if (!looksLikeEmail(email)) {
        add(identifies ? Severity::Error : Severity::Warning, Code::InvalidEmail, row,
            StudentField::Email,
            Text::tr("“%1” is not an e-mail address")
                .arg(m_students.text(row, StudentField::Email)));
        return;
    }
    checkSharedEmail(row, folded(email), identifies);
}

void RosterChecker::checkSharedEmail(qint32 row, std::string_view email, bool identifies)
{
    const auto [known, isNew] = m_rowOfEmail.try_emplace(withCourse(row, email), row);
    if (isNew)
        return;
    const qint32 other = known->second;
    if (identifies) {
        add(Severity::Error, Code::DuplicateRow, row, StudentField::Email,
            Text::tr("the same student as in row %1").arg(other + 1), other);
    } else if (field(row, StudentField::StudentId) != field(other, StudentField::StudentId)) {
        add(Severity::Warning, Code::SharedEmail, row, StudentField::Email,
            Text::tr("the same e-mail address as in row %1, but another student ID").arg(other + 1),
            other);
    }
}

void RosterChecker::checkBirthDate(qint32 row)
{
    const std::string_view text = field(row, StudentField::BirthDate);
    if (text.empty())
        return;
    const QDate date = QDate::fromString(
        QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), Qt::ISODate);
    if (!date.isValid() || text.size() != 10)
        add(Severity::Warning, Code::InvalidDate, row, StudentField::BirthDate,
            Text::tr("“%1” is not a date; write it like 2011-02-28")
                .arg(m_students.text(row, StudentField::BirthDate)));
}

void RosterChecker::add(Severity severity, Code code, qint32 row, StudentField field,
    const QString &what, qint32 otherRow)
{
    m_problems += RosterProblem{severity, code, row, m_students.column(field), otherRow, what};
}

std::string_view RosterChecker::folded(std::string_view email)
{
    if (isPlainLowerCase(email))
        return email;
    return keep(QString::fromUtf8(email.data(), static_cast<qsizetype>(email.size()))
                    .toCaseFolded()
                    .toStdString());
}

// The same student may stand in a list once for each course.
std::string_view RosterChecker::withCourse(qint32 row, std::string_view key)
{
    if (!m_hasCourses)
        return key;
    std::string both(field(row, StudentField::Course));
    both += '\n';
    both += key;
    return keep(std::move(both));
}

std::string_view RosterChecker::keep(std::string text)
{
    return m_kept.emplace_back(std::move(text));
}

} // namespace

QString RosterProblem::sentence(const QStringList &headers) const
{
    const QString header = headers.value(column);
    return header.isEmpty()
        ? Text::tr("Row %1: %2.").arg(QString::number(row + 1), what)
        : Text::tr("Row %1, column “%2”: %3.").arg(QString::number(row + 1), header, what);
}

QList<RosterProblem> checkRoster(const Roster &roster)
{
    return RosterChecker(roster).check();
}

} // namespace Rollbook
