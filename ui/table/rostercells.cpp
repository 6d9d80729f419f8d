// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rostercells.h"

#include "domain/advice.h"
#include "rosterproblems.h"
#include "table/rostercolumns.h"
#include "table/rostermodel.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <span>

namespace Rollbook
{

namespace
{

bool isPlan(RowState state)
{
    return state >= RowState::WillRegister && state <= RowState::WillReject;
}

QString joined(std::span<const RosterProblem> problems, const QString &separator)
{
    QString text;
    for (const RosterProblem &problem : problems) {
        if (!text.isEmpty())
            text += separator;
        text += problem.what;
    }
    return text;
}

} // namespace

RosterCells::RosterCells(
    const Roster &roster, const CourseAssignment &courses, const RowOutcomes &outcomes)
    : m_roster(roster)
    , m_courses(courses)
    , m_outcomes(outcomes)
{
}

QString RosterCells::text(int row, int column) const
{
    switch (column) {
    case RosterModel::StateColumn:
        return rowStateTitle(m_outcomes.state(row));
    case RosterModel::CourseColumn:
        return courseText(row);
    case RosterModel::ReasonColumn:
        return reasonText(row);
    case RosterModel::AttemptsColumn:
        return attemptsText(row);
    case RosterModel::RegisteredAtColumn:
        return registeredAtText(row);
    case RosterModel::DurationColumn:
        return durationText(row);
    default:
        return editedText(row, column);
    }
}

QString RosterCells::editedText(int row, int column) const
{
    const auto field = fieldOfColumn(column);
    return field ? m_roster.students.text(row, *field) : QString();
}

QString RosterCells::courseText(int row) const
{
    const CourseRef course = m_courses.courseOf(row);
    return course.isNull() ? m_roster.students.text(row, StudentField::Course) : course.code;
}

QString RosterCells::reasonText(int row) const
{
    if (isUndo(m_outcomes.state(row)))
        return undoText(row);
    const auto result = m_outcomes.result(row);
    if (result && !isPlan(m_outcomes.state(row)))
        return explain(*result);
    // What is warned of can still be mended, so a plan does not hide it.
    QStringList reasons;
    const auto problems = problemsOfRow(m_roster, row);
    if (!problems.empty())
        reasons += joined(problems, QStringLiteral("; "));
    if (result)
        reasons += explainPlanned(*result);
    return reasons.join(QStringLiteral("; "));
}

QString RosterCells::attemptsText(int row) const
{
    const quint32 attempts = m_outcomes.table().attempts(row);
    return attempts == 0 ? QString() : QLocale().toString(attempts);
}

QString RosterCells::registeredAtText(int row) const
{
    const qint64 at = m_outcomes.table().registeredAt(row);
    return at == 0 ? QString()
                   : QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), QLocale::ShortFormat);
}

QString RosterCells::durationText(int row) const
{
    if (m_outcomes.table().attempts(row) == 0)
        return {};
    constexpr double millisecondsInSecond = 1000;
    const double seconds = m_outcomes.table().duration(row) / millisecondsInSecond;
    return RosterModel::tr("%1 s", "seconds").arg(QLocale().toString(seconds, 'f', 2));
}

QString RosterCells::undoText(int row) const
{
    const auto found = std::lower_bound(m_undo.cbegin(), m_undo.cend(), row,
        [](const UndoResult &result, int wanted) { return result.row < wanted; });
    if (found == m_undo.cend() || found->row != row)
        return {};
    return m_undoIsPlanned ? explainPlanned(*found) : explain(*found);
}

void RosterCells::setUndo(const QList<UndoResult> &results, bool isPlanned)
{
    m_undo = results;
    m_undoIsPlanned = isPlanned;
}

QString RosterCells::toolTip(int row, int column) const
{
    if (column == RosterModel::StateColumn || column == RosterModel::ReasonColumn) {
        const auto result = m_outcomes.result(row);
        if (!result)
            return joined(problemsOfRow(m_roster, row), QStringLiteral("\n"));
        const RegistrationError *error = result->error();
        return error ? reasonText(row) + u'\n' + whatToDo(*error) : reasonText(row);
    }
    const QString wrong = problem(row, column);
    return wrong.isEmpty() ? text(row, column) : wrong;
}

QString RosterCells::description(int row, int column) const
{
    return column == RosterModel::StateColumn ? reasonText(row) : problem(row, column);
}

QString RosterCells::problem(int row, int column) const
{
    const auto field = fieldOfColumn(column);
    if (!field)
        return {};
    const int fileColumn = m_roster.students.column(*field);
    for (const RosterProblem &problem : problemsOfRow(m_roster, row)) {
        if (problem.column >= 0 && problem.column == fileColumn)
            return problem.what;
    }
    return {};
}

bool RosterCells::isOfList(int column) const
{
    const auto field = fieldOfColumn(column);
    return field && (*field != StudentField::Course || m_roster.hasCourseColumn());
}

} // namespace Rollbook
