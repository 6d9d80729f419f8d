// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "roster/roster.h"

#include <QObject>
#include <QSet>
#include <QUndoStack>

#include <span>

namespace Rollbook
{

/// What a cell of a list should rather say.
struct Correction {
    qint32 row = 0;
    StudentField field = StudentField::StudentId;
    QString text;

    friend bool operator==(const Correction &, const Correction &) = default;
};

/// A class list and what people change in it before it is registered: cells corrected, rows left
/// out. Each change is one step of undoStack(). After each the list is checked again: at once when
/// it is short, in a worker when it is long.
class RosterEdits : public QObject
{
    Q_OBJECT

public:
    explicit RosterEdits(QObject *parent = nullptr);

    /// Another list, without any changes.
    void setRoster(const Roster &roster);
    /// As corrected; its problems are those of the rows that are not left out.
    const Roster &roster() const { return m_roster; }
    const QSet<qint32> &leftOut() const { return m_leftOut; }
    /// The rows that must not be sent, with why.
    QHash<qint32, RegistrationError> rejectedRows() const;
    /// Those of the list whom the school knows, by student ID: suspected mix-ups are warned of.
    void setKnownStudents(const QHash<QString, Student> &students);
    QUndoStack *undoStack() { return &m_undoStack; }
    /// True while the problems are still those from before a change.
    bool isChecking() const { return m_isChecking; }

    /// Changes all these cells in one step, named by `what` ("replace “a” with “b”"); cells that
    /// say it already are not counted, and nothing happens when there are no others.
    void correct(const QList<Correction> &corrections, const QString &what);
    /// One cell, named by itself.
    void correct(const Correction &correction);
    /// Leaves rows out in one step, or takes them back in.
    void leaveOut(const QList<qint32> &rows, bool isLeftOut);

    /// What the problems of a row say its cells should rather be; of all rows.
    QList<Correction> fixes(qint32 row) const;
    QList<Correction> fixes() const;

Q_SIGNALS:
    /// Cells of these rows, or whether they are left out, have changed. The problems have too,
    /// unless isChecking().
    void changed(const QList<qint32> &rows);
    /// The problems are those of the list as it is now, which they were not at the last change.
    void checked();
    /// The same after setKnownStudents(): there are more warnings, but nothing was changed.
    void comparedWithSchool();

private:
    class CorrectionStep;
    class LeavingOutStep;

    void apply(const QList<Correction> &corrections);
    void setLeftOut(const QList<qint32> &rows, bool isLeftOut);
    Roster asRead() const;
    void check();
    void checkInWorker();
    void tellOfProblems();
    void takeProblems(const QList<RosterProblem> &problems);
    QList<Correction> fixesOf(std::span<const RosterProblem> problems) const;

    Roster m_roster;
    QList<RosterProblem> m_problemsAsRead;
    QSet<qint32> m_leftOut;
    QHash<QString, Student> m_known;
    bool m_isFirstCompared = false; // with the school, since when nothing was changed
    QUndoStack m_undoStack;
    bool m_isChecking = false;
    bool m_isChangedMeanwhile = false;
};

} // namespace Rollbook
