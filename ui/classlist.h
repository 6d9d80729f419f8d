// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/assigncourses.h"
#include "registration/bulkregistration.h"
#include "registration/school.h"
#include "roster/rosterreading.h"
#include "roster/sequel.h"
#include "rosteredits.h"
#include "seatsmeanwhile.h"
#include "table/rostermodel.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <memory>

namespace Rollbook
{

struct RunBefore;

/// One class list in work, from the file to the finished run: reads it, plans it against a course,
/// registers it. Everything that takes time happens elsewhere; state() says where it stands.
class ClassList : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 {
        Loading,
        Unreadable, ///< problem() says why
        NoCourse,   ///< read; a course has to be chosen
        Planning,
        Planned, ///< the table shows what would happen
        Running,
        Waiting, ///< for the school; progress().waiting says why
        Pausing,
        Paused,
        Stopping,
        Finished,
        Earlier, ///< a run of the past, to look at
    };
    Q_ENUM(State)

    enum class UndoPhase : quint8 { None, Looking, Previewed, Undoing, Undone };
    /// How far taking the run back is.
    struct Undo {
        UndoPhase phase = UndoPhase::None;
        UndoneRun run;                         ///< from Previewed on
        std::optional<CourseSeats> freeCourse; ///< has seats for some who wait
        std::optional<PromotedStudents> promoted;
    };

    /// A list that was made of rows of a run which did not get in, and has come back: it is shown
    /// as that run, with what it says corrected.
    struct Sequel {
        QString fileName;  ///< of the list that came back
        int students = 0;  ///< of the run
        int corrected = 0; ///< of these: how many it says something else of
        int added = 0;     ///< rows that are not of the run
    };

    explicit ClassList(School &school, QObject *parent = nullptr);
    ~ClassList() override;

    void load(const QString &path);
    void loadText(const QByteArray &text, const QString &name);
    void loadEarlier(const Run &run);
    /// Reads the same file or text again, in another way. Corrections are lost.
    void readAgain(const RosterOptions &options);

    /// Of a sequel(): reads it again, as if there had been no run before.
    void readAsListOfItsOwn();

    /// One course for all rows; a null one: each row's own.
    void chooseCourse(const CourseRef &course);
    void planAgain();
    /// The school is not what it was for the plan that is seen; that stays until the new one is
    /// there.
    void planForChangedSchool();
    /// Once a run has ended: the rows that were changed since, in the same run.
    void registerStudents();
    /// Sends again the rows of the run that failed or were not attempted, unless they were changed
    /// since.
    void tryAgain();
    /// Sends those of these rows again that can be, in the same run and without the others; as they
    /// are now, if they were corrected.
    void tryRowsAgain(const QList<qint32> &rows);
    /// Shows a run that was interrupted, and goes on with it.
    void goOn(const RegisterStudentsResults &soFar);
    void pause();
    void resume(); ///< also tries a school that is waited for
    void stop();
    /// Shows who would be taken out if the run were undone.
    void previewUndo();
    /// Undoes the run as it was previewed; what changed meanwhile is respected still.
    void undoRun();
    /// Shows the run again.
    void leaveUndo();
    /// Moves those up who wait for the course that undo() names.
    void promoteWaiting();
    /// The list with its corrections, in a file of its own.
    void saveCorrected(const QString &path);

    State state() const { return m_state; }
    bool isBusy() const; ///< a run goes on
    /// What whoever has the school open may do with the list.
    const SchoolRights &rights() const { return m_rights; }
    /// The list comes from the history of runs, not from a file or a text.
    bool isOfHistory() const { return m_isOfHistory; }
    bool canBeReadAgain() const;
    const std::optional<Sequel> &sequel() const { return m_sequel; }
    /// Nothing of a sequel() has been registered yet.
    bool canBeListOfItsOwn() const;
    const RosterOptions &options() const { return m_options; }
    int percentRead() const; ///< while Loading; 0 where it is not known
    /// True while cells may be corrected and rows left out; once a run has ended, only those of
    /// students who are not registered.
    bool isEditable() const;
    bool isEditable(qint32 row) const { return m_model->isEditable(row); }
    QString name() const { return m_name; }
    QString path() const { return m_path; }
    const Roster &roster() const { return m_edits->roster(); }
    RosterEdits *edits() const { return m_edits; }
    RosterModel *model() const { return m_model; }
    SeatsMeanwhile *seatsMeanwhile() const { return m_seatsMeanwhile; }
    CourseRef course() const { return m_course; }
    bool hasChosenCourse() const { return m_hasChosenCourse; }
    const std::optional<Error> &problem() const { return m_problem; }
    const RunProgress &progress() const { return m_progress; }
    const RegisterStudentsResults &results() const { return m_results; }
    bool canUndo() const;
    const Undo &undo() const { return m_undo; }
    /// What registerStudents() sends, once it is planned.
    BulkRegistration::Request request() const;
    /// Rows that Register would get a seat or place for, and rows that it cannot.
    int rowsToRegister() const;
    int rowsLeftOut() const;
    /// Rows that tryAgain() would send; 0 while a run goes on, and where that is not allowed.
    int rowsToTryAgain() const;
    /// A run has ended, and rows of it may be sent again.
    bool canGoOn() const;
    bool canTryAgain(qint32 row) const;
    /// True when there may be rows that can be tried again, some of them perhaps after a rule has
    /// changed.
    bool canTryAnyAgain() const;
    /// The row was corrected, or taken back, since the run ended; the table shows its plan.
    bool isChanged(qint32 row) const;

Q_SIGNALS:
    void stateChanged();
    /// Another reading of the file stands in the table.
    void rosterChanged();
    void progressChanged();
    void runEnded();
    void undoChanged();
    /// Undoing or moving up has changed who holds which seat.
    void seatsChanged();
    void correctedSaved(const QString &path);
    void failed(const Rollbook::Error &error);

private:
    using ReadingWatcher = QFutureWatcher<Handover<Expected<Roster>>>;
    using PlanWatcher = QFutureWatcher<RegistrationResults>;
    // Someone who corrects one cell mostly corrects the next one, too.
    static constexpr std::chrono::milliseconds PlanAfterEdit{300};

    void setState(State state);
    void fail(const Error &error);
    void takeEdit(const QList<qint32> &rows);
    void plan();
    void planLater();
    void giveUpPlan(const Error &error);
    void read();
    void hashFile();
    void takeReading(ReadingWatcher *watcher);
    void takeRoster(const Expected<Roster> &roster);
    void compareWithSchool();
    bool readsByMemory(const QStringList &headers);
    bool looksForRunBefore(const Roster &file);
    void takeRunBefore(const Roster &file, const RunBefore &before);
    void takeNewList(const Roster &roster);
    void takeCourses(const Expected<AssignedCourses> &assigned);
    void takePlan(PlanWatcher *watcher);
    void showEarlier(const RegisterStudentsResults &results);
    void perform(const BulkRegistration::Request &request);
    void showOutcomes(const std::optional<QList<qint32>> &onlyRows);
    void takeResults(const RegisterStudentsResults &results);
    void takeRunState(BulkRegistration::State state);
    void takeEnd(const RegisterStudentsResults &results);
    bool differsFromRun(qint32 row) const;
    void noteChanges(const QList<qint32> &rows);
    void showChanges(const QList<qint32> &rows);
    void registerChanged();
    BulkRegistration::Request requestFor(const QList<qint32> &rows) const;
    void planChangedLater();
    void planChanged();
    void planChangedFor(const AssignedCourses &assigned);
    void takePlanOfChanged(PlanWatcher *watcher);
    void takeLateOutcomes(const RegisterStudentsResults &results);
    void letGoOfRun();
    void setUndoPhase(UndoPhase phase);
    void takeUndo(const Expected<UndoneRun> &undone, UndoPhase phase);
    void forgetUndo();
    void lookForFreeSeats();
    void loadEarlierUndo(const Run &run);

    School &m_school;
    const SchoolRights m_rights;
    RosterModel *m_model;
    RosterEdits *m_edits;
    SeatsMeanwhile *m_seatsMeanwhile;
    QTimer m_planSoon;
    State m_state = State::Loading;
    QString m_name;
    QString m_path;    // of the file, where it is one
    QString m_hash;    // of the file's bytes, once it is known
    QByteArray m_text; // what was pasted, where it is none
    RosterOptions m_options;
    std::optional<Sequel> m_sequel;
    bool m_isOfItsOwn = false; // whatever run it says that it comes from
    QPointer<ReadingWatcher> m_reading;
    int m_comparison = 0; // counts, so that an answer about a list that was read before is known
    CourseRef m_course;
    bool m_hasChosenCourse = false;
    AssignedCourses m_assigned;
    std::optional<Error> m_problem;
    QPointer<PlanWatcher> m_planning;
    bool m_isPlanOutdated = false; // the one that is being made
    int m_choice = 0; // counts, so that a late answer to an earlier choice is known as such
    std::unique_ptr<BulkRegistration> m_run; // until nothing comes of it any more
    RunProgress m_progress;
    RegisterStudentsResults m_results;
    int m_rowsToTryAgain = 0; // of m_results
    bool m_canGoOn = false;   // unless the run of m_results is undone
    QSet<qint32> m_changed;   // rows that differ from those of the run that has ended
    bool m_isOfHistory = false;
    Undo m_undo;
};

/// How many of those who wait there are seats for.
int promotable(const CourseSeats &seats);

} // namespace Rollbook
