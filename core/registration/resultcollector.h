// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "progressmeter.h"
#include "registration/bulkregistration.h"

#include <QObject>

#include <deque>

namespace Rollbook
{

/// What goes to the receiver at once: outcomes, and how far the run is with them.
struct Portion {
    QList<RegistrationResults> results;
    RunProgress progress;
};

/// The only owner of the growing results of a run: journals them, counts them, hands them on in
/// portions. The next portion goes out only after portionTaken() for the one before, so a receiver
/// is never flooded. Lives in the run thread.
class ResultCollector : public QObject
{
    Q_OBJECT

public:
    ResultCollector(RunJournal *journal, bool registrarJournals);

    /// Takes what the outcomes belong to, and makes room for them.
    void begin(const Run &run, const StudentList &students, const CourseAssignment &courses);
    /// The run could not be entered in the journal, so nothing of it will be.
    void stayOutOfJournal(const Error &why)
    {
        m_answer.problem = why;
        m_isInJournal = false;
    }
    /// Takes outcomes that are certain. Journaled: the registrar has already written them down.
    void collect(RegistrationResults results);
    /// Takes outcomes that the registrar has not seen.
    void collectUnsent(const RegistrationResults &results);
    /// Takes what is known of a run that goes on, a result for each row; before any other. Those of
    /// the rows that are to be sent, ascending, are what they have until then.
    void collectEarlier(const RegistrationResults &results, const QList<qint32> &toSend);
    /// Makes outcomes of rows that will not be sent; what they had in a run that goes on they keep.
    /// Shown before it is journaled: nothing was done, and a journal in a store that is busy or
    /// gone may have to be waited for.
    void giveUp(const QList<qint32> &rows, ReasonCode code, const QString &argument);
    /// The same for all rows that have no outcome yet.
    void completeWith(ReasonCode code, const QString &argument);
    void portionTaken();
    void restartClock();

    bool isEverythingTaken() const { return m_waiting.empty() && !m_portionOut && !m_owesJournal; }
    bool isComplete() const { return m_done == m_answer.students.size(); }
    std::optional<Error> problem() const { return m_answer.problem; }
    /// Writes the end of the run down and gives the answer away.
    RegisterStudentsResults finish(RunState state, const std::optional<Error> &problem);

Q_SIGNALS:
    void portionReady(const Rollbook::Handover<Rollbook::Portion> &portion);
    void everythingTaken();

private:
    void collectNotAttempted(const RegistrationResults &results);
    void journal(const RegistrationResults &results);
    void journalFaults();
    void addEarlierAttempts(RegistrationResults &results) const;
    void keep(const RegistrationResults &results);
    void enqueue(RegistrationResults results);
    void sendPortion();
    RunProgress progress();

    RunJournal *m_journal;
    bool m_registrarJournals;
    bool m_isInJournal = true;
    RegisterStudentsResults m_answer;
    RegistrationResults m_earlier; // of the run that goes on, by row; else empty
    std::vector<bool> m_known;
    int m_done = 0;
    StatusCounts m_counts;
    StatusCounts m_sentCounts;
    ProgressMeter m_meter;
    std::deque<RegistrationResults> m_waiting;
    bool m_portionOut = false;
    bool m_owesJournal = false;
};

} // namespace Rollbook
