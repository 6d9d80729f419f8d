// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check/checkedrows.h"
#include "check/rowchecks.h"

#include <string_view>

namespace Rollbook
{

namespace
{

using Code = RosterProblem::Code;
using Severity = RosterProblem::Severity;

constexpr QByteArrayView LostLetter("\uFFFD");

// By the standard library, which is many times as fast as Qt in texts of this size.
bool hasLostLetters(QUtf8StringView text)
{
    const std::string_view bytes(text.data(), static_cast<std::size_t>(text.size()));
    return bytes.find(LostLetter.data()) != bytes.npos;
}

} // namespace

QList<RosterProblem> checkLetters(const Roster &roster)
{
    if (!hasLostLetters(roster.students.table().allText()))
        return {};
    CheckedRows rows(roster);
    for (qint32 row = 0; row < rows.size(); ++row) {
        const StudentField identifier = rows.text(row, StudentField::StudentId).isEmpty()
            ? StudentField::Email
            : StudentField::StudentId;
        for (int i = 0; i < StudentFieldCount; ++i) {
            const auto place = static_cast<StudentField>(i);
            const bool isSplitOff = rows.nameField() == StudentField::FullName
                && (place == StudentField::GivenName || place == StudentField::FamilyName);
            if (isSplitOff || !rows.text(row, place).contains(LostLetter))
                continue;
            rows.add(place == identifier ? Severity::Error : Severity::Warning, Code::BrokenLetters,
                row, place,
                CheckedRows::tr(
                    "letters in it were lost; choose another encoding or write it anew"));
        }
    }
    return rows.takeProblems();
}

} // namespace Rollbook
