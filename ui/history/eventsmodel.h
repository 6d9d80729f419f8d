// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runhistory.h"
#include "table/rowstate.h"

#include <QAbstractTableModel>

namespace Rollbook
{

/// Something that happened to a student, in a run or by hand.
struct StudentEvent {
    Run run; ///< in which it happened: the undo, where they were taken out; by hand: one without id
    QDateTime at;
    QString who;
    Student student;
    QString what; ///< "Registered: seat 1"
    RowState look = RowState::Registered;
    CourseRef course;
    int row = 0; ///< of the list, from 1
};

/// What the runs that were found say of the student that was asked for.
QList<StudentEvent> eventsIn(const QList<FoundRun> &runs);

/// Everything about one student.
struct StudentHistory {
    Student student;
    QList<StudentInRun> runs;
    QList<PlaceChange> changes; ///< by hand
};

/// The same, newest first; a run that was undone is two events.
QList<StudentEvent> eventsOf(const StudentHistory &history);

/// Events, a row each.
class EventsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        WhenColumn,
        StudentColumn,
        WhatColumn,
        CourseColumn,
        ListColumn,
        PersonColumn,
        ColumnCount,
    };
    Q_ENUM(Column)

    using QAbstractTableModel::QAbstractTableModel;

    void setEvents(const QList<StudentEvent> &events);
    const QList<StudentEvent> &events() const { return m_events; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<StudentEvent> m_events;
};

} // namespace Rollbook
