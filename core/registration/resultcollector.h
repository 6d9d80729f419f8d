// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "progressmeter.h"
#include "registration/bulkregistration.h"
#include "runrecorder.h"

#include <QHash>
#include <QObject>

#include <deque>

namespace Rollbook
{

/// What goes to the receiver at once: outcomes, and how far the run is with them.
struct Portion {
    QList<RegistrationResults> results;
    RunProgress progress;
};

/// The only owner of the growing results of a run: counts them, hands them on in portions. The next
/// portion goes out only after portionTaken() for the one before, so a receiver is never flooded.
/// Lives in the run thread.
class ResultCollector : public QObject
{
    Q_OBJECT

public:
    /// The recorder must outlive it.
    ResultCollector(RunRecorder &recorder, bool registrarJournals);

    /// Takes what the outcomes belong to, and makes room for them.
    void begin(const Run &run, const StudentList &students, const CourseAssignment &courses);
    /// Takes outcomes that are certain and written down.
    void collect(RegistrationResults results);
    /// Takes outcomes that the registrar has not seen.
    void collectUnsent(const RegistrationResults &results);
    /// Takes what is known of a run that goes on, a result for each row; before any other. Those of
    /// the rows that are to be sent, ascending, are what they have until then.
    void collectEarlier(const RegistrationResults &results, const QList<qint32> &toSend);
    /// Adds what the rows took before the run went on.
    void addEarlierAttempts(RegistrationResults &results) const;
    /// Makes outcomes of rows that will not be sent; what they had in a run that goes on they keep.
    /// Shown now and journaled at the end: nothing was done, and what was sent is written first.
    void giveUp(const QList<qint32> &rows, const RegistrationError &why);
    void portionTaken();
    void restartClock();

    bool isEverythingTaken() const { return m_waiting.empty() && !m_portionOut; }
    bool isComplete() const { return m_done == m_answer.students.size(); }
    /// Has the end of the run written down and gives the answer away.
    RegisterStudentsResults finish(RunState state);

Q_SIGNALS:
    void portionReady(const Rollbook::Handover<Rollbook::Portion> &portion);
    void everythingTaken();

private:
    RegistrationResults faults() const;
    void makeRoom(const RegistrationResults &results);
    void keep(const RegistrationResults &results);
    void shareArgument(StudentRegistrationResult &result);
    void enqueue(RegistrationResults results);
    void sendPortion();
    RunProgress progress();

    RunRecorder &m_recorder;
    bool m_registrarJournals;
    RegisterStudentsResults m_answer;
    RegistrationResults m_givenUp; // to be journaled
    RegistrationResults m_earlier; // of the run that goes on, by row; else empty
    int m_done = 0;
    qsizetype m_fetched = 0;                    // rows that there is memory for
    QHash<QString, ReasonArgument> m_arguments; // those of many rows once
    StatusCounts m_counts;
    StatusCounts m_sentCounts;
    ProgressMeter m_meter;
    std::deque<RegistrationResults> m_waiting;
    bool m_portionOut = false;
};

} // namespace Rollbook
