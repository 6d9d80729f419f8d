// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/reportjob.h"

#include "report/reportkinds.h"
#include "runthencallback.h"

#include <chrono>

namespace Rollbook
{

namespace
{

constexpr std::chrono::milliseconds Glance{50};
constexpr int All = 100;

// So that rows can be sent back as they came.
Expected<void> takeColumns(const RunJournal &journal, QList<RegisterStudentsResults> &runs)
{
    for (RegisterStudentsResults &run : runs) {
        auto columns = journal.columns(run.run.id);
        if (!columns)
            return tl::unexpected(columns.error());
        run.columns = *columns;
    }
    return {};
}

Expected<void> write(School &school, const ReportOrder &order,
    const std::function<bool(qsizetype written, qsizetype all)> &progress)
{
    const auto letterhead = school.settings().letterhead();
    if (!letterhead)
        return tl::unexpected(letterhead.error());
    QList<RegisterStudentsResults> runs = runsWith(order.subject, order.rows);
    if (isForCorrecting(order.format)) {
        if (auto taken = takeColumns(school.journal(), runs); !taken)
            return taken;
    }
    return writeReport(runs, order.path,
        {.format = order.format, .letterhead = *letterhead, .progress = progress});
}

} // namespace

ReportJob::ReportJob(School &school, QObject *parent)
    : QObject(parent)
    , m_school(school)
{
    m_look.setInterval(Glance);
    connect(
        &m_look, &QTimer::timeout, this, [this] { Q_EMIT progressChanged(m_progress->percent); });
}

ReportJob::~ReportJob()
{
    stop();
}

void ReportJob::start(const ReportOrder &order)
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_progress = std::make_shared<Progress>();
    m_look.start();
    Q_EMIT progressChanged(0);
    runThenCallback(
        this,
        [&school = m_school, order, progress = m_progress] {
            return write(school, order, [progress](qsizetype written, qsizetype all) {
                progress->percent = static_cast<int>(written * All / std::max<qsizetype>(all, 1));
                return !progress->stopped;
            });
        },
        [this](const Expected<void> &written) {
            m_isRunning = false;
            m_look.stop();
            if (written)
                Q_EMIT this->written();
            else
                Q_EMIT failed(written.error());
        });
}

void ReportJob::stop()
{
    if (m_progress)
        m_progress->stopped = true;
}

} // namespace Rollbook
