// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check/checkedrows.h"
#include "check/rowchecks.h"
#include "check/rowindex.h"
#include "values/emailaddress.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

using Code = RosterProblem::Code;
using Severity = RosterProblem::Severity;

bool isPlainLowerCase(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
        [](char c) { return static_cast<signed char>(c) > 0 && (c < 'A' || c > 'Z'); });
}

class EmailCheck
{
public:
    explicit EmailCheck(const Roster &roster)
        : m_rows(roster)
    {
    }

    QList<RosterProblem> problems();

private:
    std::optional<std::size_t> hashOfRow(qint32 row);
    void checkDomain(qint32 row, QByteArrayView email);
    void addRepeated(RepeatedRow repeated);
    // Where there is no ID, the address tells who the student is.
    bool identifies(qint32 row) const
    {
        return m_rows.text(row, StudentField::StudentId).isEmpty();
    }

    CheckedRows m_rows;
    QByteArrayView m_domain;          // of the address before
    QByteArrayView m_suggestedDomain; // for it
};

QList<RosterProblem> EmailCheck::problems()
{
    if (!m_rows.has(StudentField::Email))
        return {};
    const auto repeated = repeatedRows(
        m_rows.size(), [this](qint32 row) { return hashOfRow(row); },
        [this](qint32 row, qint32 other) {
            return m_rows.isSameEmail(row, other) && m_rows.isSameCourse(row, other);
        });
    for (const RepeatedRow &row : repeated)
        addRepeated(row);
    return m_rows.takeProblems();
}

std::optional<std::size_t> EmailCheck::hashOfRow(qint32 row)
{
    const QByteArrayView email = m_rows.text(row, StudentField::Email);
    if (email.isEmpty())
        return std::nullopt;
    if (!isEmailAddress(email, m_domain)) {
        const QString text = QString::fromUtf8(email);
        m_rows
            .add(identifies(row) ? Severity::Error : Severity::Warning, Code::InvalidEmail, row,
                StudentField::Email, CheckedRows::tr("“%1” is not an e-mail address").arg(text))
            .fix = suggestedEmail(text);
        return std::nullopt;
    }
    checkDomain(row, email);
    const std::size_t seed = m_rows.courseHash(row);
    return isPlainLowerCase(email) ? hashOf(email, seed) : hashOf(caseFolded(email), seed);
}

void EmailCheck::checkDomain(qint32 row, QByteArrayView email)
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
    m_rows
        .add(Severity::Warning, Code::SuspiciousEmail, row, StudentField::Email,
            CheckedRows::tr("“%1” is perhaps meant to be “%2”")
                .arg(QString::fromUtf8(domain), QString::fromUtf8(m_suggestedDomain)))
        .fix = QString::fromUtf8(email.first(at)) + QString::fromUtf8(m_suggestedDomain);
}

void EmailCheck::addRepeated(RepeatedRow repeated)
{
    const auto [row, first] = repeated;
    if (identifies(row)) {
        m_rows.add(Severity::Error, Code::DuplicateRow, row, StudentField::Email,
            CheckedRows::tr("the same student as in row %1").arg(first + 1), first);
    } else if (m_rows.text(row, StudentField::StudentId)
        != m_rows.text(first, StudentField::StudentId)) {
        m_rows.add(Severity::Warning, Code::SharedEmail, row, StudentField::Email,
            CheckedRows::tr("the same e-mail address as in row %1, but another student ID")
                .arg(first + 1),
            first);
    }
}

} // namespace

QList<RosterProblem> checkEmails(const Roster &roster)
{
    return EmailCheck(roster).problems();
}

} // namespace Rollbook
