// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

#include <QMap>
#include <QStringList>

#include <set>

namespace Rollbook
{

/// What should become of one course, written down as plainly as possible.
class UndoModel
{
public:
    int capacity = 0;
    int waitlistCapacity = 0;

    /// The outcome of each row, as outcomes() has them.
    QStringList registerAll(const QString &run, const QStringList &ids, WhenFull whenFull);
    QStringList runs() const { return m_runs.keys(); }
    bool canUndo(const QString &run) const { return !m_runs[run].undone; }
    /// What undoOutcomes() says.
    QString undo(const QString &run);
    /// "S001 seat 1, …" for those who move up.
    QString promote(std::optional<int> count);
    /// False when the student holds nothing.
    bool withdraw(const QString &id);

    /// As UndoSchool::held().
    QString held() const;
    QString counts() const;

private:
    struct Giver {
        QString run;
        int row = -1;
        friend bool operator==(const Giver &, const Giver &) = default;
    };
    struct Seat {
        int number = 0;
        Giver giver;
    };
    struct Waiting {
        QString id;
        Giver giver;
    };
    struct Row {
        QString id;
        bool gaveSeat = false;
        bool gavePlace = false;
    };
    struct PastRun {
        QList<Row> rows;
        bool undone = false;
    };

    int placeOf(const QString &id) const; // 0: none
    int freeSeat() const;
    const Giver *giverOf(const QString &id) const;
    QString registerOne(const Giver &giver, Row &row, WhenFull whenFull);
    QString decideUndo(const Giver &giver, const Row &row) const;

    QMap<QString, Seat> m_seats; // by student
    QList<Waiting> m_waiting;
    QMap<QString, PastRun> m_runs;
};

} // namespace Rollbook
