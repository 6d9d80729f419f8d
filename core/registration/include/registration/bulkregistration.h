// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/handover.h"
#include "registration/registrar.h"
#include "registration/retrylimits.h"
#include "registration/runjournal.h"
#include "registration/storewait.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace Rollbook
{

/// How far a run is.
struct RunProgress {
    int total = 0;
    int done = 0; ///< rows with an outcome, counted in counts
    StatusCounts counts;
    double rowsPerSecond = 0;               ///< lately; 0 while unknown
    std::optional<qint64> millisecondsLeft; ///< none while unknown or paused
    std::optional<StoreWait> waiting;       ///< while the run is Waiting
};

/// One run: registers every student of a list, and has one result for each of them at the end.
///
/// Lives in the thread that made it; signals arrive there. The work is done elsewhere: a run thread
/// sends batches to the registrar, a bounded number at a time, and collects the answers. Outcomes
/// come in portions of at most MaximumPortion rows, at most one portion per turn of the receiver's
/// event loop, so a window stays quick however fast the registrar is.
///
/// Rows with a fault that may pass are sent again, without a word. When the store itself is gone
/// for longer, the run is Waiting: it tries it now and then, and goes on by itself when it is back.
/// The same where the journal's store is away when the run begins, or when its end is written.
///
/// The protocol: started(), then any of resultsReady(), progressChanged() and stateChanged(), then
/// finished() exactly once, whatever happened. Every row is in exactly one resultsReady() before
/// finished().
///
/// A run that is cancelled waits for what is on its way for the time of Grace, and no longer,
/// whatever the registrar and the journal do. Rows that have no answer then are `failed`, in doubt
/// (ReasonCode::InDoubt). Their answers are taken and journaled when they come; after the last one
/// settled() tells, once, what became of everything. It comes only where finished() left something
/// open, see isSettled(), and not at all where a registrar never answers.
///
/// Destroying it cancels the run. Answers that have not come after that Grace, or at once when it
/// had been told to stop before, are not taken any more: the registrar is asked to leave those rows
/// alone (QFuture::cancel()) and they stay in doubt. Sent again under the same run they are
/// settled.
class BulkRegistration : public QObject
{
    Q_OBJECT

public:
    static constexpr int MaximumPortion = 8192;
    /// For how long a cancelled run waits for answers and the journal.
    static constexpr std::chrono::milliseconds Grace{100};

    enum class State : quint8 { Ready, Running, Waiting, Pausing, Paused, Stopping, Finished };
    Q_ENUM(State)

    struct Request {
        StudentList students;
        CourseAssignment courses;
        RunOptions options;
        QString rosterName;
        QString rosterPath;    ///< Run::rosterPath
        QString rosterHash;    ///< Run::rosterHash
        QString registrarName; ///< Run::registrarName
        ListColumns columns;   ///< how the list came, kept for sending rows of it back
        /// Rows that are not sent because the roster check already says no, by row.
        QHash<qint32, RegistrationError> rejectedRows;
        std::optional<int> batchSize; ///< instead of the registrar's own choice
        std::optional<int> batchesInFlight;
        RetryLimits retry;
        /// A run that goes on, with a result for each row. It keeps its id and its start. Rows with
        /// a certain outcome are shown at once and not sent; the others are sent in roster order,
        /// and what they took before counts among their attempts.
        std::optional<RegisterStudentsResults> continued;
        /// Of a run that goes on: only these rows are sent, also those that were rejected or left
        /// out, but none that has a seat or a place. All others keep what they have.
        std::optional<QList<qint32>> onlyRows;
        /// What the list says of onlyRows, or their courses, is not what the run had: from now on
        /// the journal has it as it is here.
        bool isCorrected = false;

        /// Goes on with a run, as the journal has it.
        static Request continuing(const RegisterStudentsResults &soFar);
        /// The same, sending only these rows.
        static Request tryingAgain(const RegisterStudentsResults &soFar, QList<qint32> rows);
    };

    /// The registrar and the journal (may be null) must outlive the run.
    BulkRegistration(
        Registrar &registrar, RunJournal *journal, Request request, QObject *parent = nullptr);
    ~BulkRegistration() override;

    const Run &run() const;
    const RunProgress &progress() const;
    State state() const;
    /// True once nothing comes any more: after a finished() that left nothing in doubt, after
    /// settled() otherwise.
    bool isSettled() const;

    /// Begins; a second call does nothing.
    void start();
    /// Sends nothing more; what is in flight is finished (Pausing), then Paused.
    void pause();
    /// Goes on after pause(); while Waiting, tries the store now.
    void resume();
    /// Sends nothing more, also not again; what is in flight is waited for briefly (Grace), the
    /// rest is `not_attempted` at once.
    void cancel();

Q_SIGNALS:
    void started(const Rollbook::Run &run);
    /// Outcomes that have become certain, in no particular order of rows.
    void resultsReady(const Rollbook::RegistrationResults &results);
    void progressChanged(const Rollbook::RunProgress &progress);
    void stateChanged(Rollbook::BulkRegistration::State state);
    void finished(const Rollbook::RegisterStudentsResults &results);
    /// The whole answer again, with the late outcomes of the rows that were in doubt.
    void settled(const Rollbook::RegisterStudentsResults &results);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Rollbook
