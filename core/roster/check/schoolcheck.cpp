// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/roster.h"

#include "rostertext.h"
#include "values/foldedname.h"

namespace Rollbook
{

namespace
{

QString wholeName(const Student &student)
{
    return QStringLiteral("%1 %2").arg(student.givenName, student.familyName).trimmed();
}

} // namespace

QList<RosterProblem> checkAgainstSchool(const Roster &roster,
    const std::function<std::optional<Student>(const QString &studentId)> &lookup)
{
    QList<RosterProblem> problems;
    for (qint32 row = 0; row < roster.students.size(); ++row) {
        const Student listed = roster.students.student(row);
        const QByteArrayList words = foldedNameWords(wholeName(listed).toUtf8());
        if (listed.studentId.isEmpty() || words.isEmpty())
            continue;
        const std::optional<Student> known = lookup(listed.studentId);
        if (!known)
            continue;
        const QString knownName = wholeName(*known);
        const QByteArrayList knownWords = foldedNameWords(knownName.toUtf8());
        if (knownWords.isEmpty() || shareAWord(words, knownWords))
            continue;
        problems +=
            RosterProblem{RosterProblem::Severity::Warning, RosterProblem::Code::OtherNameInSchool,
                row, roster.students.column(StudentField::StudentId), -1,
                Text::tr("in the school, ID %1 belongs to %2").arg(listed.studentId, knownName)};
    }
    return problems;
}

} // namespace Rollbook
