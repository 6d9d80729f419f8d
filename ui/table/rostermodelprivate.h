// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "framemerger.h"
#include "rostercells.h"
#include "rowoutcomes.h"
#include "table/rostermodel.h"

#include <QTimer>

#include <span>

namespace Rollbook
{

class RosterModel::Private
{
public:
    explicit Private(RosterModel *model)
        : q(model)
        , cells(roster, courses, outcomes)
    {
        nextSlice.setInterval(0);
    }

    void show(const Roster &newRoster, const CourseAssignment &newCourses);
    void restart(RowState rest);
    void receive(const RegistrationResults &results, bool planned);
    void takeSlice();
    void settle(std::span<const StudentRegistrationResult> results, bool planned);
    void rowsChanged(int first, int last) const;
    void setForeseen(bool isForeseen);
    void finishArriving();
    void rebase(int row, const QSet<qint32> &changed);
    QVariant sortKeyValue(int row, int column) const;

    RosterModel *q;
    Roster roster;
    CourseAssignment courses;
    QList<RowState> baseStates; // Problem, LeftOut and Ready
    RowSet warned{0};           // rows of which the list says anything
    RowOutcomes outcomes;
    RosterCells cells;
    FrameMerger changes;
    bool running = false;
    bool editable = false;
    bool foreseen = true; // what stands in ReasonColumn is still to come

    // A long plan or an earlier run, taken over slice by slice.
    RegistrationResults arriving;
    qsizetype arrived = 0;
    bool arrivingIsPlan = false;
    QTimer nextSlice;
};

} // namespace Rollbook
