// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A list that was sent back with corrections: it goes on with the run that it comes from.

#include "classlist.h"

#include "runthencallback.h"

namespace Rollbook
{

// All that a list needs to go on with the run that it comes from. Not in a namespace without a
// name: TSan could not tell frames of Qt by their names then.
struct RunBefore {
    RosterSequel marks;
    RegisterStudentsResults results;
    Roster roster; ///< of the run
    QList<Correction> corrections;
};
// Nothing where the list says of no run that it comes from it.
using FoundRunBefore = std::optional<Expected<RunBefore>>;

namespace
{

// What a list says of the rows of the run that it was made of.
QList<Correction> correctionsIn(
    const Roster &file, const RosterSequel &marks, const RegisterStudentsResults &before)
{
    QList<Correction> corrections;
    const bool namesCourses = !before.courses.isOneForAll();
    for (int i = 0; i < StudentFieldCount; ++i) {
        const auto field = static_cast<StudentField>(i);
        const bool isTold = field != StudentField::FullName
            && (field != StudentField::Course || namesCourses) && file.students.hasField(field);
        for (int row = 0; isTold && row < file.size(); ++row) {
            const qint32 ofRun = marks.rows.at(row);
            // Who got in since stays as it is.
            if (ofRun >= 0 && ofRun < before.results.size() && before.results.at(ofRun).error())
                corrections += {ofRun, field, withoutFormulaGuard(file.students.text(row, field))};
        }
    }
    return corrections;
}

// The list of a run as if it had just been read.
Roster rosterOf(const RegisterStudentsResults &run)
{
    Roster roster;
    roster.name = run.run.rosterName;
    roster.students = run.students;
    for (int column = 0; column < run.students.table().columnCount(); ++column)
        roster.headers += QString();
    for (int i = 0; i < StudentFieldCount; ++i) {
        const auto field = static_cast<StudentField>(i);
        if (run.students.column(field) >= 0)
            roster.headers[run.students.column(field)] = canonicalName(field);
    }
    roster.problems = checkRoster(roster);
    return roster;
}

Expected<RegisterStudentsResults> runThatGoesOn(const RunJournal &journal, const QString &id)
{
    auto before = journal.run(id);
    if (!before)
        return before;
    if (before->problem)
        return tl::unexpected(*before->problem);
    if (!before->run.undoneBy.isEmpty())
        return fail(ErrorCode::Usage, ClassList::tr("That run was undone."));
    if (before->run.state == RunState::Running && journal.isInWork(id))
        return fail(ErrorCode::StoreBusy, ClassList::tr("It is still going on."));
    return before;
}

FoundRunBefore findRunBefore(const RunJournal &journal, const Roster &file)
{
    const std::optional<RosterSequel> marks = sequelIn(file);
    if (!marks)
        return std::nullopt;
    const auto results = runThatGoesOn(journal, marks->runId);
    if (!results)
        return tl::unexpected(results.error());
    return RunBefore{*marks, *results, rosterOf(*results), correctionsIn(file, *marks, *results)};
}

Error whyNotGoneOnWith(const QString &file, const QString &reason)
{
    return {ErrorCode::Usage,
        ClassList::tr("“%1” was made of the rows of an earlier run, but cannot go on with it: %2 "
                      "It is opened as a list of its own.")
            .arg(file, reason)};
}

} // namespace

bool ClassList::looksForRunBefore(const Roster &file)
{
    if (m_isOfItsOwn || !mayBeSequel(file))
        return false;
    runThenCallback(
        this, [&journal = m_school.journal(), file] { return findRunBefore(journal, file); },
        [this, file](const FoundRunBefore &found) {
            if (m_state != State::Loading || m_reading)
                return;
            if (found && *found) {
                takeRunBefore(file, **found);
                return;
            }
            takeNewList(file);
            if (found)
                fail(whyNotGoneOnWith(file.name, found->error().sentence));
        });
    return true;
}

void ClassList::takeRunBefore(const Roster &file, const RunBefore &before)
{
    m_name = before.results.run.rosterName;
    const int added = before.marks.added();
    m_sequel = Sequel{file.name, file.size() - added, 0, added};
    m_edits->setRoster(before.roster);
    m_model->setRoster(before.roster);
    m_model->setCourses(before.results.courses);
    takeResults(before.results);
    m_model->beginRun();
    m_model->applyResults(before.results.results);
    m_model->endRun();
    const CourseAssignment &courses = before.results.courses;
    m_course = courses.isOneForAll() ? courses.courses().first() : CourseRef();
    m_hasChosenCourse = true;
    setState(State::Finished);
    Q_EMIT rosterChanged();
    m_edits->correct(before.corrections, tr("take what “%1” says").arg(file.name));
    m_sequel->corrected = static_cast<int>(m_changed.size());
    setState(State::Finished);
}

bool ClassList::canBeListOfItsOwn() const
{
    return m_sequel && m_state == State::Finished && !m_run;
}

void ClassList::readAsListOfItsOwn()
{
    if (!canBeListOfItsOwn())
        return;
    m_isOfItsOwn = true;
    m_name = m_sequel->fileName;
    m_sequel.reset();
    m_results = {};
    m_rowsToTryAgain = 0;
    m_canGoOn = false;
    m_changed.clear();
    m_planSoon.stop();
    ++m_choice;
    if (m_planning)
        m_planning->cancel();
    m_course = {};
    m_hasChosenCourse = false;
    setState(State::Loading);
    read();
}

} // namespace Rollbook
