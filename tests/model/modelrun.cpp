// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modelrun.h"

#include "faultyschool.h"
#include "shuffledregistrar.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <map>
#include <mutex>

namespace Rollbook
{

namespace
{

using namespace std::chrono_literals;

// A run of some rows takes some milliseconds; one that takes so long never ends.
constexpr std::chrono::milliseconds Forever = 60s;

/// The faults of a run, and which rows they let through.
class Way
{
public:
    explicit Way(QList<CaseFault> faults)
        : m_faults(std::move(faults))
    {
    }

    // In the run's thread.
    std::optional<InjectedFault> faultFor(const RegistrationBatch &batch)
    {
        const std::scoped_lock lock(m_mutex);
        const CaseFault *fault = faultOf(m_faults, batch.rows);
        const bool met = fault && m_met[fault]++ < fault->times;
        if (!met || fault->lost)
            m_taken.insert(batch.rows.cbegin(), batch.rows.cend());
        if (!met)
            return std::nullopt;
        return InjectedFault{{RegistrationStatus::Failed, fault->reason, {}}, fault->lost};
    }
    std::set<qint32> taken() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_taken;
    }

private:
    mutable std::mutex m_mutex;
    QList<CaseFault> m_faults;
    std::map<const CaseFault *, int> m_met;
    std::set<qint32> m_taken;
};

/// Listens to a run as a window does, and disturbs it.
class Listener
{
public:
    Listener(BulkRegistration &run, SchoolLook &look, const ModelStep &step)
        : m_run(run)
        , m_look(look)
        , m_step(step)
    {
        QObject::connect(&run, &BulkRegistration::resultsReady, &run,
            [this](const RegistrationResults &results) { show(results); });
        QObject::connect(&run, &BulkRegistration::progressChanged, &run,
            [this](const RunProgress &progress) { disturb(progress); });
        QObject::connect(
            &run, &BulkRegistration::stateChanged, &run, [this](BulkRegistration::State state) {
                if (state == BulkRegistration::State::Paused)
                    m_run.resume();
            });
        QObject::connect(&run, &BulkRegistration::finished, &run,
            [this](const RegisterStudentsResults &results) {
                m_answer = results;
                if (++m_ends > 1)
                    m_wrong = QStringLiteral("ended twice");
                if (m_run.isSettled())
                    m_loop.quit();
            });
        // What the machine was too busy for before a cancelled run ended.
        QObject::connect(&run, &BulkRegistration::settled, &run,
            [this](const RegisterStudentsResults &results) { settle(results); });
    }

    RegisterStudentsResults untilTheEnd()
    {
        QTimer::singleShot(Forever, &m_run, [this] {
            m_wrong = QStringLiteral("does not end");
            m_loop.quit();
        });
        m_run.start();
        if (m_step.cancelAfter == 0)
            m_run.cancel();
        m_loop.exec();
        checkShown();
        return m_answer;
    }
    QString wrong() const { return m_wrong; }

private:
    void show(const RegistrationResults &results)
    {
        for (const StudentRegistrationResult &result : results) {
            if (!m_shown.emplace(result.row, result).second)
                m_wrong = QStringLiteral("row %1 was shown twice").arg(result.row + 1);
            const RegistrationStatus status = result.status();
            const bool given = status <= RegistrationStatus::Waitlisted;
            if (given && !m_look.isRecorded(m_run.run().id, result.row, status))
                m_wrong =
                    QStringLiteral("row %1 was shown before it was certain").arg(result.row + 1);
        }
        if (m_ends > 0)
            m_wrong = QStringLiteral("shows rows after its end");
    }

    void settle(const RegisterStudentsResults &results)
    {
        m_answer = results;
        for (auto &[row, result] : m_shown) {
            const RegistrationError *error = result.error();
            if (error && error->code == ReasonCode::InDoubt)
                result = results.results.at(row);
        }
        m_loop.quit();
    }

    void disturb(const RunProgress &progress)
    {
        if (m_step.pauseAfter >= 0 && progress.done >= m_step.pauseAfter && !m_paused) {
            m_paused = true;
            m_run.pause();
        }
        if (m_step.cancelAfter >= 0 && progress.done >= m_step.cancelAfter)
            m_run.cancel();
    }

    void checkShown()
    {
        if (!m_wrong.isEmpty())
            return;
        const RegistrationResults &results = m_answer.results;
        if (static_cast<qsizetype>(m_shown.size()) != results.size())
            m_wrong = QStringLiteral("not every row was shown");
        StatusCounts counts;
        for (qint32 row = 0; row < results.size(); ++row) {
            const auto shown = m_shown.find(row);
            if (shown == m_shown.end() || !(shown->second == results.at(row)))
                m_wrong =
                    QStringLiteral("row %1 is not in the answer as it was shown").arg(row + 1);
            counts.add(results.at(row).status());
        }
        if (!(m_answer.run.counts == counts))
            m_wrong = QStringLiteral("the counts are not those of the rows");
    }

    BulkRegistration &m_run;
    SchoolLook &m_look;
    const ModelStep &m_step;
    QEventLoop m_loop;
    RegisterStudentsResults m_answer;
    std::map<qint32, StudentRegistrationResult> m_shown;
    int m_ends = 0;
    bool m_paused = false;
    QString m_wrong;
};

} // namespace

const CaseFault *faultOf(const QList<CaseFault> &faults, const QList<qint32> &rows)
{
    const auto fault = std::find_if(faults.cbegin(), faults.cend(),
        [&rows](const CaseFault &one) { return rows.contains(one.row); });
    return fault == faults.cend() ? nullptr : &*fault;
}

GoneRun goThrough(School &school, SchoolLook &look, const BulkRegistration::Request &request,
    const ModelStep &step)
{
    Way way(step.faults);
    FaultySchool faulty(
        school, [&way](const RegistrationBatch &batch) { return way.faultFor(batch); });
    ShuffledRegistrar registrar(faulty.registrar(), step.order);
    GoneRun gone;
    BulkRegistration run(registrar, &school.journal(), request);
    Listener listener(run, look, step);
    gone.answer = listener.untilTheEnd();
    gone.wrong = listener.wrong();
    gone.taken = way.taken();
    if (gone.wrong.isEmpty() && gone.answer.problem)
        gone.wrong = gone.answer.problem->sentence;
    return gone;
}

} // namespace Rollbook
