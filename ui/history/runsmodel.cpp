// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/runsmodel.h"

#include "history/runwords.h"
#include "table/statestyle.h"

#include <QGuiApplication>
#include <QLocale>

namespace Rollbook
{

namespace
{

// How many of a run; in an undo, how many were taken out of what it is about.
int countIn(const Run &run, int column)
{
    const auto count = [&run](RegistrationStatus status) { return run.counts[status]; };
    switch (column) {
    case RunsModel::RegisteredColumn:
        return count(RegistrationStatus::Registered) + count(RegistrationStatus::AlreadyRegistered);
    case RunsModel::WaitingColumn:
        return count(RegistrationStatus::Waitlisted);
    default:
        return count(RegistrationStatus::Rejected) + count(RegistrationStatus::Failed)
            + count(RegistrationStatus::NotAttempted);
    }
}

bool isRunCount(int column)
{
    return column >= RunsModel::RegisteredColumn && column <= RunsModel::NotRegisteredColumn;
}

QString runCell(const FoundRun &found, int column)
{
    const Run &run = found.run;
    switch (column) {
    case RunsModel::WhenColumn:
        return momentText(run.startedAt);
    case RunsModel::CourseColumn:
        return run.courseName;
    case RunsModel::ListColumn:
        return run.rosterName;
    case RunsModel::PersonColumn:
        return run.startedBy;
    case RunsModel::StateColumn:
        return run.kind == RunKind::Undo
            ? RunsModel::tr("took %n student(s) out", nullptr, run.undoCounts.withdrawn)
            : runStateText(found);
    default: {
        const int count = countIn(run, column);
        return count == 0 ? QStringLiteral("–") : QLocale().toString(count);
    }
    }
}

} // namespace

void RunsModel::setRuns(const QList<FoundRun> &runs)
{
    beginResetModel();
    m_runs = runs;
    endResetModel();
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

// The newest stand at the end of the store's numbers, not of its clock's.
QVariant RunsModel::sortKey(int row, int column) const
{
    const FoundRun &found = m_runs.at(row);
    if (column == WhenColumn)
        return -row;
    if (isRunCount(column))
        return countIn(found.run, column);
    return runCell(found, column);
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FoundRun &found = m_runs.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return runCell(found, column);
    case SortRole:
        return sortKey(index.row(), column);
    case Qt::DecorationRole:
        return column == StateColumn
            ? QVariant(stateIcon(runLook(found.run), QGuiApplication::palette()))
            : QVariant();
    case Qt::ToolTipRole:
        return column == ListColumn && !found.run.rosterPath.isEmpty() ? found.run.rosterPath
                                                                       : runCell(found, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>(
            (isRunCount(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (column == NotRegisteredColumn && countIn(found.run, column) > 0)
            return stateColor(RowState::Rejected, QGuiApplication::palette());
        return {};
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue<Qt::Alignment>(
            (isRunCount(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhenColumn:
        return tr("When");
    case CourseColumn:
        return tr("Course");
    case ListColumn:
        return tr("Class list");
    case PersonColumn:
        return tr("Who");
    case RegisteredColumn:
        return tr("Registered");
    case WaitingColumn:
        return tr("Waiting list");
    case NotRegisteredColumn:
        return tr("Not registered");
    default:
        return tr("State");
    }
}

} // namespace Rollbook
