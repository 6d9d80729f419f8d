// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/roster.h"

#include "earlierrows.h"
#include "values/dates.h"
#include "values/emailaddress.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace Rollbook
{

namespace
{

using Code = RosterProblem::Code;
using Severity = RosterProblem::Severity;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Roster)
};

constexpr std::size_t LongestId = 64;    // characters
constexpr std::size_t LongestName = 200; // characters
constexpr QByteArrayView LostLetter("\uFFFD");

QByteArrayView bytesOf(QUtf8StringView text)
{
    return {text.data(), text.size()};
}

// By the standard library, which is many times as fast as Qt in texts of this size.
bool hasLostLetters(QUtf8StringView text)
{
    const std::string_view bytes(text.data(), static_cast<std::size_t>(text.size()));
    return bytes.find(LostLetter.data()) != bytes.npos;
}

bool isLonger(QByteArrayView text, std::size_t most)
{
    return static_cast<std::size_t>(text.size()) > most
        && static_cast<std::size_t>(QString::fromUtf8(text).toUcs4().size()) > most;
}

/// Goes through the rows once and remembers who was seen where.
class RosterChecker
{
public:
    explicit RosterChecker(const Roster &roster)
        : m_roster(roster)
        , m_students(roster.students)
        , m_earlier(roster.students)
        , m_hasCourses(roster.hasCourseColumn())
        , m_hasLostLetters(hasLostLetters(m_students.table().allText()))
        , m_nameField(nameField())
    {
    }

    QList<RosterProblem> check();

private:
    StudentField nameField() const;
    void checkRow(qint32 row);
    void checkIdentity(qint32 row);
    void checkEmail(qint32 row, QByteArrayView email, bool identifies);
    void checkDomain(qint32 row, QByteArrayView email);
    void checkName(qint32 row);
    void checkBirthDate(qint32 row);
    void checkUnreadDates();
    void checkLetters(qint32 row);
    RosterProblem &add(Severity severity, Code code, qint32 row, StudentField field,
        const QString &what, qint32 otherRow = -1);

    QByteArrayView field(qint32 row, StudentField field) const
    {
        return bytesOf(m_students.field(row, field));
    }

    const Roster &m_roster;
    const StudentList &m_students;
    EarlierRows m_earlier;
    bool m_hasCourses;
    bool m_hasLostLetters;
    StudentField m_nameField; // where the name is seen
    QList<RosterProblem> m_problems;
    QByteArrayView m_domain;          // of the address before
    QByteArrayView m_suggestedDomain; // for it
    DateColumn m_dates;
    std::vector<qint32> m_unreadDates; // rows whose birth date is not written as it should be
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
    checkUnreadDates();
    std::stable_sort(m_problems.begin(), m_problems.end(),
        [](const RosterProblem &a, const RosterProblem &b) { return a.row < b.row; });
    return std::move(m_problems);
}

// Given and family name may have been split off the whole name, beyond what the file has.
StudentField RosterChecker::nameField() const
{
    const bool isSplit = m_students.column(StudentField::FamilyName) >= m_roster.headers.size();
    if (m_students.hasField(StudentField::FullName) && isSplit)
        return StudentField::FullName;
    return m_students.hasField(StudentField::FamilyName) ? StudentField::FamilyName
                                                         : StudentField::GivenName;
}

void RosterChecker::checkRow(qint32 row)
{
    checkIdentity(row);
    checkBirthDate(row);
    checkName(row);
    if (m_hasCourses && field(row, StudentField::Course).isEmpty())
        add(Severity::Error, Code::NoCourse, row, StudentField::Course,
            Text::tr("the course is missing"));
    if (m_hasLostLetters)
        checkLetters(row);
}

void RosterChecker::checkIdentity(qint32 row)
{
    const QByteArrayView id = field(row, StudentField::StudentId);
    const QByteArrayView email = field(row, StudentField::Email);
    if (id.isEmpty() && email.isEmpty()) {
        add(Severity::Error, Code::NoIdentifier, row, StudentField::StudentId,
            Text::tr("no student ID and no e-mail address; write one of them"));
        return;
    }
    if (!id.isEmpty()) {
        const qint32 other = m_earlier.withSameId(row);
        if (other >= 0)
            add(Severity::Error, Code::DuplicateRow, row, StudentField::StudentId,
                Text::tr("the same student as in row %1").arg(other + 1), other);
        if (isLonger(id, LongestId))
            add(Severity::Error, Code::LongText, row, StudentField::StudentId,
                Text::tr("longer than any student ID; at most %1 characters are one")
                    .arg(LongestId));
    }
    if (!email.isEmpty())
        checkEmail(row, email, id.isEmpty());
}

void RosterChecker::checkEmail(qint32 row, QByteArrayView email, bool identifies)
{
    if (!isEmailAddress(email)) {
        const QString text = QString::fromUtf8(email);
        add(identifies ? Severity::Error : Severity::Warning, Code::InvalidEmail, row,
            StudentField::Email, Text::tr("“%1” is not an e-mail address").arg(text))
            .fix = suggestedEmail(text);
        return;
    }
    checkDomain(row, email);
    const qint32 other = m_earlier.withSameEmail(row);
    if (other < 0)
        return;
    if (identifies) {
        add(Severity::Error, Code::DuplicateRow, row, StudentField::Email,
            Text::tr("the same student as in row %1").arg(other + 1), other);
    } else if (field(row, StudentField::StudentId) != field(other, StudentField::StudentId)) {
        add(Severity::Warning, Code::SharedEmail, row, StudentField::Email,
            Text::tr("the same e-mail address as in row %1, but another student ID").arg(other + 1),
            other);
    }
}

void RosterChecker::checkDomain(qint32 row, QByteArrayView email)
{
    const qsizetype at = email.indexOf('@') + 1;
    const QByteArrayView domain = email.sliced(at);
    // A school's addresses are mostly of one domain.
    if (domain != m_domain) {
        m_domain = domain;
        m_suggestedDomain = suggestedDomain(domain);
    }
    if (m_suggestedDomain.isEmpty())
        return;
    add(Severity::Warning, Code::SuspiciousEmail, row, StudentField::Email,
        Text::tr("“%1” is perhaps meant to be “%2”")
            .arg(QString::fromUtf8(domain), QString::fromUtf8(m_suggestedDomain)))
        .fix = QString::fromUtf8(email.first(at)) + QString::fromUtf8(m_suggestedDomain);
}

void RosterChecker::checkName(qint32 row)
{
    const QByteArrayView given = field(row, StudentField::GivenName);
    const QByteArrayView family = field(row, StudentField::FamilyName);
    if (given.isEmpty() && family.isEmpty()) {
        add(Severity::Warning, Code::MissingName, row, m_nameField,
            Text::tr("the name is missing"));
        return;
    }
    for (const auto &[name, place] :
        {std::pair{given, StudentField::GivenName}, std::pair{family, StudentField::FamilyName}}) {
        if (isLonger(name, LongestName))
            add(Severity::Warning, Code::LongText, row,
                m_nameField == StudentField::FullName ? m_nameField : place,
                Text::tr("longer than any name; at most %1 characters are one").arg(LongestName));
    }
    const qint32 other = m_earlier.withSameNameAndBirthDate(row);
    if (other >= 0)
        add(Severity::Warning, Code::SameNameAndBirthDate, row, m_nameField,
            Text::tr("the same name and birth date as in row %1").arg(other + 1), other);
}

void RosterChecker::checkBirthDate(qint32 row)
{
    const QByteArrayView text = field(row, StudentField::BirthDate);
    if (text.isEmpty() || (isIsoDate(text) && readDate(text, DateOrder::Iso)))
        return;
    m_dates.add(text);
    m_unreadDates.push_back(row);
}

// Only when all are known it is known which of two numbers is the day.
void RosterChecker::checkUnreadDates()
{
    bool toldThatAmbiguous = false;
    for (const qint32 row : m_unreadDates) {
        const QByteArrayView text = field(row, StudentField::BirthDate);
        auto date = readDate(text, m_dates.order());
        if (!date)
            date = readDate(text, DateOrder::Undecided);
        const bool isAmbiguous =
            !date && readDate(text, DateOrder::DayFirst) && readDate(text, DateOrder::MonthFirst);
        if (!isAmbiguous) {
            RosterProblem &problem =
                add(Severity::Warning, Code::InvalidDate, row, StudentField::BirthDate,
                    Text::tr("“%1” is not a date; write it like 2011-02-28")
                        .arg(QString::fromUtf8(text)));
            if (date)
                problem.fix = date->toString(Qt::ISODate);
        } else if (!toldThatAmbiguous) {
            toldThatAmbiguous = true;
            add(Severity::Warning, Code::AmbiguousDate, row, StudentField::BirthDate,
                Text::tr("“%1” can be read day first or month first; write it like 2011-02-28")
                    .arg(QString::fromUtf8(text)));
        }
    }
}

void RosterChecker::checkLetters(qint32 row)
{
    const StudentField identifier = field(row, StudentField::StudentId).isEmpty()
        ? StudentField::Email
        : StudentField::StudentId;
    for (int i = 0; i < StudentFieldCount; ++i) {
        const auto place = static_cast<StudentField>(i);
        const bool isSplitOff = m_nameField == StudentField::FullName
            && (place == StudentField::GivenName || place == StudentField::FamilyName);
        if (isSplitOff || !field(row, place).contains(LostLetter))
            continue;
        add(place == identifier ? Severity::Error : Severity::Warning, Code::BrokenLetters, row,
            place, Text::tr("letters in it were lost; choose another encoding or write it anew"));
    }
}

RosterProblem &RosterChecker::add(Severity severity, Code code, qint32 row, StudentField field,
    const QString &what, qint32 otherRow)
{
    m_problems += RosterProblem{severity, code, row, m_students.column(field), otherRow, what};
    return m_problems.last();
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
