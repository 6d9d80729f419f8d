// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlresultseal.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

constexpr std::array SealedFields{StudentField::StudentId, StudentField::GivenName,
    StudentField::FamilyName, StudentField::Email, StudentField::BirthDate,
    StudentField::GradeLevel, StudentField::Notes};

bool hasNul(std::string_view text)
{
    return text.find('\0') != std::string_view::npos;
}

} // namespace

SqlResultSeal::SqlResultSeal(RunningSeals &seals)
    : m_seals(seals)
{
    for (std::size_t i = 0; i < m_statusWords.size(); ++i)
        m_statusWords[i] = statusWord(static_cast<RegistrationStatus>(i)).toStdString();
    for (std::size_t i = 0; i < m_reasonWords.size(); ++i)
        m_reasonWords[i] = reasonWord(static_cast<ReasonCode>(i)).toStdString();
}

void SqlResultSeal::add(
    qint64 run, const StudentList &students, int course, const StudentRegistrationResult &result)
{
    SealedResult sealed{result};
    sealed.course = course;
    for (std::size_t i = 0; i < SealedFields.size(); ++i) {
        const QUtf8StringView text = students.field(result.row, SealedFields[i]);
        sealed.texts[i] = {text.data(), static_cast<std::size_t>(text.size())};
    }
    sealed.status = m_statusWords[static_cast<std::size_t>(result.status())];
    std::string argument;
    if (const RegistrationError *error = result.error()) {
        sealed.reason = m_reasonWords[static_cast<std::size_t>(error->code)];
        argument = QString(error->argument).toStdString();
        sealed.argument = argument;
    }
    // What a store makes of U+0000 can only be read from it.
    if (hasNul(argument) || std::any_of(sealed.texts.cbegin(), sealed.texts.cend(), hasNul)) {
        m_seals.forget(run);
        return;
    }
    encode(sealed, m_row);
    m_seals.add(run, result.row + 1, m_row.bytes());
}

} // namespace Rollbook
