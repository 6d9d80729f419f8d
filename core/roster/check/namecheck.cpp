// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check/checkedrows.h"
#include "check/rowchecks.h"
#include "check/rowindex.h"
#include "values/foldedname.h"

#include <utility>

namespace Rollbook
{

namespace
{

using Code = RosterProblem::Code;
using Severity = RosterProblem::Severity;

constexpr std::size_t LongestName = 200; // characters

class NameCheck
{
public:
    explicit NameCheck(const Roster &roster)
        : m_rows(roster)
    {
    }

    QList<RosterProblem> problems();

private:
    void checkRow(qint32 row);
    std::optional<std::size_t> hashOfRow(qint32 row);
    bool foldNameAndBirthDate(QByteArray &key, qint32 row) const;

    CheckedRows m_rows;
    QByteArray m_key;
    QByteArray m_otherKey;
};

QList<RosterProblem> NameCheck::problems()
{
    for (qint32 row = 0; row < m_rows.size(); ++row)
        checkRow(row);
    if (!m_rows.has(StudentField::BirthDate))
        return m_rows.takeProblems();
    const auto repeated = repeatedRows(
        m_rows.size(), [this](qint32 row) { return hashOfRow(row); },
        [this](qint32 row, qint32 other) {
            return foldNameAndBirthDate(m_key, row) && foldNameAndBirthDate(m_otherKey, other)
                && m_key == m_otherKey;
        });
    for (const auto [row, first] : repeated) {
        if (!m_rows.isSameStudent(row, first))
            m_rows.add(Severity::Warning, Code::SameNameAndBirthDate, row, m_rows.nameField(),
                CheckedRows::tr("the same name and birth date as in row %1").arg(first + 1), first);
    }
    return m_rows.takeProblems();
}

void NameCheck::checkRow(qint32 row)
{
    const QByteArrayView given = m_rows.text(row, StudentField::GivenName);
    const QByteArrayView family = m_rows.text(row, StudentField::FamilyName);
    if (given.isEmpty() && family.isEmpty()) {
        m_rows.add(Severity::Warning, Code::MissingName, row, m_rows.nameField(),
            CheckedRows::tr("the name is missing"));
        return;
    }
    for (const auto &[name, place] :
        {std::pair{given, StudentField::GivenName}, std::pair{family, StudentField::FamilyName}}) {
        if (isLonger(name, LongestName))
            m_rows.add(Severity::Warning, Code::LongText, row,
                m_rows.nameField() == StudentField::FullName ? StudentField::FullName : place,
                CheckedRows::tr("longer than any name; at most %1 characters are one")
                    .arg(LongestName));
    }
}

std::optional<std::size_t> NameCheck::hashOfRow(qint32 row)
{
    return foldNameAndBirthDate(m_key, row) ? std::optional(hashOf(m_key, 0)) : std::nullopt;
}

// False where the row has no name or no birth date.
bool NameCheck::foldNameAndBirthDate(QByteArray &key, qint32 row) const
{
    key.resize(0);
    const QByteArrayView born = m_rows.text(row, StudentField::BirthDate);
    if (born.isEmpty())
        return false;
    for (const StudentField part : {StudentField::GivenName, StudentField::FamilyName}) {
        appendFoldedName(key, m_rows.text(row, part));
        key += '\n';
    }
    key.append(born.data(), born.size());
    return !key.startsWith("\n\n");
}

} // namespace

QList<RosterProblem> checkNames(const Roster &roster)
{
    return NameCheck(roster).problems();
}

} // namespace Rollbook
