// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/roster.h"

#include "rosterreader.h"

namespace Rollbook
{

Expected<Roster> readRoster(const QString &path, const RosterOptions &options)
{
    return readRosterFile(path, options, nullptr);
}

Expected<Roster> readRosterText(
    const QByteArray &text, const QString &name, const RosterOptions &options)
{
    return readRosterBytes(text, name, options, nullptr);
}

QString RosterSource::sheetTitle() const
{
    for (const RosterSheet &each : sheets) {
        if (each.name == sheet)
            return each.title;
    }
    return sheet;
}

QHash<qint32, RegistrationError> Roster::rejectedRows() const
{
    QHash<qint32, RegistrationError> rejected;
    for (const RosterProblem &problem : problems) {
        if (problem.severity != RosterProblem::Severity::Error || rejected.contains(problem.row))
            continue;
        RegistrationError error{
            RegistrationStatus::Rejected, ReasonCode::InvalidData, problem.what};
        if (problem.code == RosterProblem::Code::DuplicateRow)
            error = {RegistrationStatus::Rejected, ReasonCode::DuplicateRow,
                QString::number(problem.otherRow + 1)};
        else if (problem.code == RosterProblem::Code::NoCourse)
            error = {RegistrationStatus::Rejected, ReasonCode::UnknownCourse, {}};
        rejected.insert(problem.row, error);
    }
    return rejected;
}

} // namespace Rollbook
