// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runsinturn.h"

#include "console.h"

namespace Rollbook
{

namespace
{

QString allLists(const QList<ListRun> &lists)
{
    return CommandLine::tr("All %n list(s)", nullptr, static_cast<int>(lists.size()));
}

RunOrder::Waits orderOf(const QList<ListRun> &lists)
{
    RunOrder order;
    for (const ListRun &list : lists)
        order.add(list.request.students, list.request.courses, list.request.rejectedRows);
    return order.waits();
}

} // namespace

RunsInTurn::RunsInTurn(School &school, const QList<ListRun> &lists, ProgressLine::Style progress)
    : m_school(school)
    , m_lists(lists)
    , m_style(progress)
    , m_progress(progress, allLists(lists))
    , m_parts(static_cast<std::size_t>(lists.size()))
    , m_turns(static_cast<qint32>(lists.size()), school.registrar().capabilities().runsAtOnce)
{
}

void RunsInTurn::perform()
{
    if (m_turns.atOnce() > 1)
        m_turns.setOrder(orderOf(m_lists));
    tell();
    beginNext();
    if (!m_turns.isOver())
        m_loop.exec();
}

void RunsInTurn::beginNext()
{
    while (const auto number = m_turns.next())
        begin(*number);
}

void RunsInTurn::begin(qint32 number)
{
    const ListRun &list = m_lists[number];
    if (m_turns.atOnce() == 1)
        m_progress = ProgressLine(m_style, list.name);
    m_turns.begin(number);
    part(number).run =
        std::make_unique<BulkRegistration>(m_school.registrar(), &m_school.journal(), list.request);
    BulkRegistration &run = *part(number).run;
    tellWaiting(run, *this, m_progress, list.name);
    connect(&run, &BulkRegistration::progressChanged, this,
        [this, number](const RunProgress &now) { takeProgress(number, now); });
    // Later, so that the run can go then: what is in doubt is not waited for, the reports say so.
    connect(
        &run, &BulkRegistration::finished, this,
        [this, number](const RegisterStudentsResults &answer) { takeEnd(number, answer); },
        Qt::QueuedConnection);
    run.start();
}

void RunsInTurn::takeProgress(qint32 number, const RunProgress &progress)
{
    part(number).progress = progress;
    m_progress.show(m_turns.atOnce() == 1 ? progress : progressOfAll());
}

RunProgress RunsInTurn::progressOfAll() const
{
    RunProgress sum;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        sum.total += m_lists[static_cast<qsizetype>(i)].request.students.size();
        sum.done += m_parts[i].progress.done;
        if (m_parts[i].run)
            sum.rowsPerSecond += m_parts[i].progress.rowsPerSecond;
    }
    if (sum.rowsPerSecond > 0) {
        sum.millisecondsLeft =
            qRound64(1000 * static_cast<double>(sum.total - sum.done) / sum.rowsPerSecond);
    }
    return sum;
}

void RunsInTurn::takeEnd(qint32 number, const RegisterStudentsResults &answer)
{
    m_progress.finish();
    part(number).run.reset();
    part(number).answer = answer;
    m_turns.end(number);
    tell();
    beginNext();
    if (m_turns.isOver())
        m_loop.quit();
}

void RunsInTurn::cancel()
{
    m_isCancelled = true;
    m_turns.leaveTheRest();
    m_progress.finish();
    const QList<qint32> atWork = m_turns.atWork();
    for (const qint32 number : atWork) {
        printProblem(CommandLine::tr("Stopping. What is on its way is waited for briefly."),
            m_lists[number].name);
        part(number).run->cancel();
    }
}

void RunsInTurn::tell()
{
    for (; m_told < m_lists.size(); ++m_told) {
        if (!std::exchange(m_isReached, true))
            Q_EMIT reached(m_told);
        const bool isLeft = m_isCancelled && !m_turns.isAtWork(m_told);
        if (!part(m_told).answer && !isLeft)
            return;
        Q_EMIT ended(m_told, part(m_told).answer);
        m_isReached = false;
    }
}

} // namespace Rollbook
