// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "roster/roster.h"
#include "rowoutcomes.h"

namespace Rollbook
{

/// What the cells of the table say: the words of the list, and what is to be said about them. Looks
/// at a list, its courses and outcomes that others keep.
class RosterCells
{
public:
    RosterCells(const Roster &roster, const CourseAssignment &courses, const RowOutcomes &outcomes);

    /// `column` is a RosterModel::Column here and below.
    QString text(int row, int column) const;
    /// What a person corrects: the words of the list itself, nothing where the column has none.
    QString editedText(int row, int column) const;
    QString toolTip(int row, int column) const;
    QString description(int row, int column) const;
    /// What is wrong with the cell, empty where nothing is.
    QString problem(int row, int column) const;
    /// True when the list itself has words for the column, or could have them.
    bool isOfList(int column) const;

    /// What is said of the rows of a run that is taken back, ascending; none: it is not.
    void setUndo(const QList<UndoResult> &results, bool isPlanned);
    const QList<UndoResult> &undo() const { return m_undo; }

private:
    QString courseText(int row) const;
    QString reasonText(int row) const;
    QString undoText(int row) const;
    QString attemptsText(int row) const;
    QString registeredAtText(int row) const;
    QString durationText(int row) const;

    const Roster &m_roster;
    const CourseAssignment &m_courses;
    const RowOutcomes &m_outcomes;
    QList<UndoResult> m_undo;
    bool m_undoIsPlanned = false;
};

} // namespace Rollbook
