// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rundifference.h"

#include "registration/faultclass.h"
#include "schooldifference.h"
#include "teststore.h"

namespace Rollbook
{

namespace
{

QString shown(const StudentRegistrationResult &result)
{
    const RegistrationError *error = result.error();
    return error && error->code == ReasonCode::InvalidData ? QStringLiteral("rejected invalid_data")
                                                           : outcome(result);
}

bool failsInTheEnd(const CaseFault &fault, int attempts)
{
    const FaultClass kind = faultClassOf(fault.reason);
    return kind == FaultClass::Lasting || (kind == FaultClass::Passing && fault.times >= attempts);
}

/// Goes through the rows of a run that were to be sent, in order.
class RowComparison
{
public:
    RowComparison(
        const GoneRun &gone, const ModelStep &step, const RunToCompare &run, PlainSchool &plain)
        : m_gone(gone)
        , m_step(step)
        , m_run(run)
        , m_plain(plain)
    {
    }

    /// Of rows that are sent together.
    QString difference(const QList<qint32> &rows)
    {
        const CaseFault *fault = faultOf(m_step.faults, rows);
        m_fault = fault && failsInTheEnd(*fault, m_step.attempts) ? fault : nullptr;
        for (const qint32 row : rows) {
            const QString wrong = differenceOfRow(row);
            if (!wrong.isEmpty())
                return QStringLiteral("row %1 %2").arg(QString::number(row + 1), wrong);
        }
        return {};
    }

private:
    QString differenceOfRow(qint32 row)
    {
        const StudentRegistrationResult &result = m_gone.answer.results.at(row);
        const bool taken = m_gone.taken.count(row) > 0;
        const bool cancels = m_step.cancelAfter >= 0;
        if (!cancels && taken != (!m_fault || m_fault->lost))
            return taken ? QStringLiteral("came to the school") : QStringLiteral("was not sent");
        QString expected;
        if (taken) {
            expected = m_plain.registerRow(
                m_run.number, row, m_run.list.students.at(row), m_run.list.courses.at(row));
        }
        if (!cancels && m_fault)
            expected = QStringLiteral("failed ") + reasonWord(m_fault->reason);
        else if (result.status() >= RegistrationStatus::Failed)
            return differenceOfStopped(row, result.status(), taken);
        else if (m_stopped)
            return QStringLiteral("was attempted behind one that was not");
        return shown(result) == expected
            ? QString()
            : QStringLiteral("is “%1”, the rules say “%2”").arg(shown(result), expected);
    }

    // Whoever cancels may get a fault for what was to be sent again, and no attempt for the rest.
    QString differenceOfStopped(qint32 row, RegistrationStatus status, bool taken)
    {
        const bool isFault = status == RegistrationStatus::Failed;
        const bool failedBefore =
            !m_run.before.isEmpty() && m_run.before.at(row).status() == RegistrationStatus::Failed;
        m_stopped = m_stopped || !isFault;
        if (m_step.cancelAfter < 0 || (isFault && m_step.faults.isEmpty() && !failedBefore))
            return QStringLiteral("is “%1”").arg(statusWord(status));
        if (!isFault && taken)
            return QStringLiteral("was attempted after all");
        if (!isFault && failedBefore)
            return QStringLiteral("lost the fault that it had");
        return {};
    }

    const GoneRun &m_gone;
    const ModelStep &m_step;
    const RunToCompare &m_run;
    PlainSchool &m_plain;
    const CaseFault *m_fault = nullptr; // that the rows do not get over
    bool m_stopped = false;
};

QString differenceOfState(const RegisterStudentsResults &answer, const ModelStep &step)
{
    const bool stopped = answer.run.counts[RegistrationStatus::NotAttempted] > 0;
    const RunState state = answer.run.state;
    if (step.cancelAfter >= 0 && state == RunState::Cancelled)
        return {};
    return state == RunState::Finished && !stopped
        ? QString()
        : QStringLiteral("the run is %1").arg(runStateWord(state));
}

QString differenceOfRecord(const SchoolLook::RecordedRun &recorded, const GoneRun &gone,
    const RunToCompare &run, const PlainSchool &plain)
{
    if (recorded.state != gone.answer.run.state)
        return QStringLiteral("the run is recorded as %1").arg(runStateWord(recorded.state));
    if (!(recorded.counts == gone.answer.run.counts))
        return QStringLiteral("the counts are recorded otherwise");
    QStringList texts;
    for (const StudentRegistrationResult &result : recorded.results)
        texts += QStringLiteral("%1 %2").arg(result.row).arg(shown(result));
    QStringList expected;
    for (const StudentRegistrationResult &result : gone.answer.results) {
        const QString certain = plain.recorded(run.number, result.row);
        expected += QStringLiteral("%1 %2")
                        .arg(result.row)
                        .arg(certain.isEmpty() ? shown(result) : certain);
    }
    const QString wrong = firstDifference(texts, expected);
    return wrong.isEmpty() ? QString() : QStringLiteral("in the history ") + wrong;
}

} // namespace

QString differenceOf(SchoolLook &look, const GoneRun &gone, const ModelStep &step,
    const RunToCompare &run, PlainSchool &plain)
{
    const RegistrationResults &results = gone.answer.results;
    if (results.size() != run.list.students.size())
        return QStringLiteral("%1 results for %2 rows")
            .arg(results.size())
            .arg(run.list.students.size());
    QList<qint32> rows; // to be sent
    for (qint32 row = 0; row < results.size(); ++row) {
        const bool settled =
            run.before.isEmpty() ? run.list.refused.contains(row) : isSettled(run.before.at(row));
        if (!settled)
            rows += row;
        else if (!run.before.isEmpty() && !(run.before.at(row) == results.at(row)))
            return QStringLiteral("row %1 changed: “%2”").arg(row + 1).arg(shown(results.at(row)));
    }
    RowComparison comparison(gone, step, run, plain);
    for (qsizetype from = 0; from < rows.size(); from += step.batchSize) {
        const QString wrong = comparison.difference(rows.mid(from, step.batchSize));
        if (!wrong.isEmpty())
            return wrong;
    }
    const QString wrong = differenceOfState(gone.answer, step);
    return wrong.isEmpty() ? differenceOfRecord(look.run(gone.answer.run.id), gone, run, plain)
                           : wrong;
}

QString differenceFromPlan(const RegistrationResults &plan, const RegistrationResults &happened)
{
    for (const StudentRegistrationResult &planned : plan) {
        const QString foretold = shown(planned);
        const QString real = shown(happened.at(planned.row));
        if (foretold != real)
            return QStringLiteral("row %1: planned “%2”, happened “%3”")
                .arg(QString::number(planned.row + 1), foretold, real);
    }
    return {};
}

} // namespace Rollbook
