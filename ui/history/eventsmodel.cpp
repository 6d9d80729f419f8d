// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/eventsmodel.h"

#include "history/runwords.h"
#include "table/statestyle.h"

#include <QGuiApplication>

#include <algorithm>

namespace Rollbook
{

namespace
{

QString eventCell(const StudentEvent &event, int column)
{
    switch (column) {
    case EventsModel::WhenColumn:
        return momentText(event.at);
    case EventsModel::StudentColumn:
        return studentText(event.student);
    case EventsModel::WhatColumn:
        return event.what;
    case EventsModel::CourseColumn:
        return courseText(event.course);
    case EventsModel::ListColumn:
        return event.run.id.isEmpty() ? EventsModel::tr("by hand", "from no class list")
                                      : EventsModel::tr("%1, row %2", "a class list")
                                            .arg(event.run.rosterName)
                                            .arg(event.row);
    default:
        return event.who;
    }
}

StudentEvent eventOf(const Run &run, const RunRow &row)
{
    return {run, run.startedAt, run.startedBy, row.student, outcomeText(row.result),
        settledState(row.result), row.course, row.result.row + 1};
}

StudentEvent eventOf(const Run &undo, const RunRow &row, const UndoResult &undone)
{
    return {undo, undo.startedAt, undo.startedBy, row.student, undoText(undone), undoLook(undone),
        row.course, row.result.row + 1};
}

StudentEvent eventOf(const Student &student, const PlaceChange &change)
{
    const bool movedUp = change.kind == PlaceChange::Kind::MovedUp;
    return {{}, change.at, change.who, student, changeText(change),
        movedUp ? RowState::Registered : RowState::TakenOut, change.course, 0};
}

} // namespace

QList<StudentEvent> eventsIn(const QList<FoundRun> &runs)
{
    QList<StudentEvent> events;
    for (const FoundRun &found : runs) {
        for (const RunRow &row : found.rows) {
            events += row.undone ? eventOf(found.run, row, *row.undone) : eventOf(found.run, row);
        }
    }
    return events;
}

QList<StudentEvent> eventsOf(const StudentHistory &history)
{
    QList<StudentEvent> events;
    for (const StudentInRun &one : history.runs) {
        if (one.undone)
            events += eventOf(one.undone->undo, one.row, one.undone->result);
        events += eventOf(one.run, one.row);
    }
    // With the name that the newest list has.
    const Student &student =
        history.runs.isEmpty() ? history.student : history.runs.first().row.student;
    for (const PlaceChange &change : history.changes)
        events += eventOf(student, change);
    std::stable_sort(events.begin(), events.end(),
        [](const StudentEvent &one, const StudentEvent &other) { return one.at > other.at; });
    return events;
}

void EventsModel::setEvents(const QList<StudentEvent> &events)
{
    beginResetModel();
    m_events = events;
    endResetModel();
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const StudentEvent &event = m_events.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return eventCell(event, index.column());
    case Qt::DecorationRole:
        return index.column() == WhatColumn
            ? QVariant(stateIcon(event.look, QGuiApplication::palette()))
            : QVariant();
    default:
        return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhenColumn:
        return tr("When");
    case StudentColumn:
        return tr("Student, as listed");
    case WhatColumn:
        return tr("What happened");
    case CourseColumn:
        return tr("Course");
    case ListColumn:
        return tr("From which list");
    default:
        return tr("Who");
    }
}

} // namespace Rollbook
