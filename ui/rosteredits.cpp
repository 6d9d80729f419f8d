// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rosteredits.h"

#include "fieldnames.h"
#include "runthencallback.h"

#include <QUndoCommand>

#include <algorithm>

namespace Rollbook
{

namespace
{

// Checking so many takes less than a tenth of a frame.
constexpr int CheckedAtOnce = 2000;

// Who is left out is nobody's double: to the checks such a row is one without any identifier.
QList<RosterProblem> problemsOf(
    Roster roster, const QSet<qint32> &leftOut, const QHash<QString, Student> &known)
{
    for (const qint32 row : leftOut) {
        roster.students.correct(row, StudentField::StudentId, {});
        roster.students.correct(row, StudentField::Email, {});
    }
    QList<RosterProblem> problems = checkRoster(roster);
    problems.removeIf(
        [&leftOut](const RosterProblem &problem) { return leftOut.contains(problem.row); });
    if (known.isEmpty())
        return problems;
    problems += checkAgainstSchool(roster, [&known](const QString &id) {
        const auto student = known.constFind(id);
        return student == known.cend() ? std::nullopt : std::optional<Student>(*student);
    });
    std::stable_sort(problems.begin(), problems.end(),
        [](const RosterProblem &a, const RosterProblem &b) { return a.row < b.row; });
    return problems;
}

std::optional<StudentField> fieldOfProblem(
    const StudentList &students, const RosterProblem &problem)
{
    for (int i = 0; i < StudentFieldCount && problem.column >= 0; ++i) {
        const auto field = static_cast<StudentField>(i);
        if (students.column(field) == problem.column)
            return field;
    }
    return std::nullopt;
}

} // namespace

/// Cells as they should be, and as they were.
class RosterEdits::CorrectionStep : public QUndoCommand
{
public:
    CorrectionStep(RosterEdits &edits, QList<Correction> after, const QString &text)
        : QUndoCommand(text)
        , m_edits(edits)
        , m_before(after)
        , m_after(std::move(after))
    {
        for (Correction &cell : m_before)
            cell.text = edits.m_roster.students.text(cell.row, cell.field);
    }

    void redo() override { m_edits.apply(m_after); }
    void undo() override { m_edits.apply(m_before); }

private:
    RosterEdits &m_edits;
    QList<Correction> m_before;
    QList<Correction> m_after;
};

/// Rows that are left out, or taken back in.
class RosterEdits::LeavingOutStep : public QUndoCommand
{
public:
    LeavingOutStep(RosterEdits &edits, QList<qint32> rows, bool isLeftOut)
        : QUndoCommand(isLeftOut
                ? RosterEdits::tr("leave out %n row(s)", nullptr, static_cast<int>(rows.size()))
                : RosterEdits::tr("take back %n row(s)", nullptr, static_cast<int>(rows.size())))
        , m_edits(edits)
        , m_rows(std::move(rows))
        , m_isLeftOut(isLeftOut)
    {
    }

    void redo() override { m_edits.setLeftOut(m_rows, m_isLeftOut); }
    void undo() override { m_edits.setLeftOut(m_rows, !m_isLeftOut); }

private:
    RosterEdits &m_edits;
    QList<qint32> m_rows;
    bool m_isLeftOut;
};

RosterEdits::RosterEdits(QObject *parent)
    : QObject(parent)
{
}

void RosterEdits::setRoster(const Roster &roster)
{
    m_undoStack.clear();
    m_leftOut.clear();
    m_roster = roster;
    m_problemsAsRead = roster.problems;
    m_known.clear();
    m_isChangedMeanwhile = true; // what is being checked is the list before
}

void RosterEdits::setKnownStudents(const QHash<QString, Student> &students)
{
    m_known = students;
    if (m_known.isEmpty())
        return;
    m_isFirstCompared = true;
    check();
    if (!m_isChecking)
        tellOfProblems();
}

void RosterEdits::tellOfProblems()
{
    if (m_isFirstCompared)
        Q_EMIT comparedWithSchool();
    else
        Q_EMIT checked();
    m_isFirstCompared = false;
}

QHash<qint32, RegistrationError> RosterEdits::rejectedRows() const
{
    QHash<qint32, RegistrationError> rejected = m_roster.rejectedRows();
    for (const qint32 row : m_leftOut)
        rejected.insert(row, {RegistrationStatus::NotAttempted, ReasonCode::LeftOut, {}});
    return rejected;
}

void RosterEdits::correct(const QList<Correction> &corrections, const QString &what)
{
    QList<Correction> wanted;
    for (const Correction &correction : corrections) {
        const bool known = correction.row >= 0 && correction.row < m_roster.size();
        const QString text = correction.text.trimmed();
        if (known && m_roster.students.text(correction.row, correction.field) != text)
            wanted += {correction.row, correction.field, text};
    }
    if (!wanted.isEmpty())
        m_undoStack.push(new CorrectionStep(*this, wanted, what));
}

void RosterEdits::correct(const Correction &correction)
{
    correct({correction},
        tr("correct %1 of row %2")
            .arg(fieldName(correction.field), QString::number(correction.row + 1)));
}

void RosterEdits::leaveOut(const QList<qint32> &rows, bool isLeftOut)
{
    QList<qint32> wanted;
    for (const qint32 row : rows) {
        if (row >= 0 && row < m_roster.size() && m_leftOut.contains(row) != isLeftOut)
            wanted += row;
    }
    if (!wanted.isEmpty())
        m_undoStack.push(new LeavingOutStep(*this, wanted, isLeftOut));
}

void RosterEdits::apply(const QList<Correction> &corrections)
{
    QList<qint32> rows;
    rows.reserve(corrections.size());
    for (const Correction &correction : corrections) {
        m_roster.students.correct(correction.row, correction.field, correction.text);
        rows += correction.row;
    }
    m_isFirstCompared = false;
    check();
    Q_EMIT changed(rows);
}

void RosterEdits::setLeftOut(const QList<qint32> &rows, bool isLeftOut)
{
    for (const qint32 row : rows) {
        if (isLeftOut)
            m_leftOut.insert(row);
        else
            m_leftOut.remove(row);
    }
    m_isFirstCompared = false;
    check();
    Q_EMIT changed(rows);
}

void RosterEdits::check()
{
    if (m_isChecking) {
        m_isChangedMeanwhile = true;
    } else if (m_roster.size() <= CheckedAtOnce) {
        m_roster.problems = problemsOf(asRead(), m_leftOut, m_known);
    } else {
        checkInWorker();
    }
}

void RosterEdits::checkInWorker()
{
    m_isChecking = true;
    m_isChangedMeanwhile = false;
    runThenCallback(
        this,
        [roster = asRead(), leftOut = m_leftOut, known = m_known] {
            return problemsOf(roster, leftOut, known);
        },
        [this](const QList<RosterProblem> &problems) { takeProblems(problems); });
}

void RosterEdits::takeProblems(const QList<RosterProblem> &problems)
{
    if (m_isChangedMeanwhile) {
        checkInWorker();
        return;
    }
    m_isChecking = false;
    m_roster.problems = problems;
    tellOfProblems();
}

// What only the reader saw must not get lost while a row is left out.
Roster RosterEdits::asRead() const
{
    Roster roster = m_roster;
    roster.problems = m_problemsAsRead;
    return roster;
}

QList<Correction> RosterEdits::fixesOf(std::span<const RosterProblem> problems) const
{
    QList<Correction> corrections;
    for (const RosterProblem &problem : problems) {
        const auto field = fieldOfProblem(m_roster.students, problem);
        const bool isMendedAlready = !corrections.isEmpty() && corrections.last().row == problem.row
            && corrections.last().field == field;
        if (problem.fix && field && !isMendedAlready)
            corrections += {problem.row, *field, *problem.fix};
    }
    return corrections;
}

QList<Correction> RosterEdits::fixes(qint32 row) const
{
    const auto first = std::lower_bound(m_roster.problems.cbegin(), m_roster.problems.cend(), row,
        [](const RosterProblem &problem, qint32 wanted) { return problem.row < wanted; });
    const auto last = std::find_if(first, m_roster.problems.cend(),
        [row](const RosterProblem &problem) { return problem.row != row; });
    return fixesOf({first, last});
}

QList<Correction> RosterEdits::fixes() const
{
    return fixesOf({m_roster.problems.cbegin(), m_roster.problems.cend()});
}

} // namespace Rollbook
