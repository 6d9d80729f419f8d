// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runannouncer.h"

#include "classlist.h"
#include "desktopnotice.h"
#include "launcherprogress.h"
#include "listsinwork.h"
#include "registerall.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocale>
#include <QWidget>

namespace Rollbook
{

namespace
{

int percentOf(const ClassList &list)
{
    const RunProgress &progress = list.progress();
    return progress.total > 0 ? static_cast<int>(qint64{100} * progress.done / progress.total) : 0;
}

} // namespace

QString briefly(const StatusCounts &counts)
{
    const int in =
        counts[RegistrationStatus::Registered] + counts[RegistrationStatus::AlreadyRegistered];
    const int waiting = counts[RegistrationStatus::Waitlisted];
    const int out = counts.total() - in - waiting;
    QStringList parts{RunAnnouncer::tr("%n registered", nullptr, in)};
    if (waiting > 0)
        parts += RunAnnouncer::tr("%n waiting", nullptr, waiting);
    if (out > 0)
        parts += RunAnnouncer::tr("%n not registered", nullptr, out);
    return parts.join(QStringLiteral(", "));
}

RunAnnouncer::RunAnnouncer(ListsInWork &lists, RegisterAll &all, QWidget &window)
    : QObject(&window)
    , m_lists(lists)
    , m_all(all)
    , m_window(window)
    , m_title(window.windowTitle())
    , m_launcher(new LauncherProgress(this))
    , m_notice(new DesktopNotice(this))
{
    connect(&lists, &ListsInWork::added, this, &RunAnnouncer::follow);
    connect(&lists, &ListsInWork::changed, this, &RunAnnouncer::follow);
    connect(&lists, &ListsInWork::runEnded, this, &RunAnnouncer::takeEnd);
    connect(&lists, &ListsInWork::removed, this, [this](ClassList *list) {
        m_running.remove(list);
        m_ofAll.removeAll(list);
        if (list == m_announced)
            m_announced = nullptr;
    });
    connect(&all, &RegisterAll::changed, this, &RunAnnouncer::followAll);
    connect(&all, &RegisterAll::ended, this, &RunAnnouncer::endAll);
    connect(m_notice, &DesktopNotice::refused, this, [this] { QApplication::alert(&m_window); });
    connect(m_notice, &DesktopNotice::activated, this, [this] {
        m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
        m_window.show();
        m_window.raise();
        m_window.activateWindow();
        Q_EMIT listWanted(m_announced);
    });
}

void RunAnnouncer::follow(ClassList *list)
{
    if (list->isBusy() && !m_running.contains(list)) {
        RunOfList run;
        run.since.start();
        run.isOneOfAll = m_all.atWork().contains(list);
        m_running.insert(list, run);
    }
    showProgress();
}

void RunAnnouncer::followAll()
{
    if (m_all.isRunning() && !m_sinceAll.isValid()) {
        m_sinceAll.start();
        m_ofAll.clear();
    }
    const QList<ClassList *> atWork = m_all.atWork();
    for (ClassList *list : atWork) {
        if (!m_ofAll.contains(list))
            m_ofAll += list;
    }
}

// Called once more for outcomes that come late; they are no run of their own.
void RunAnnouncer::takeEnd(ClassList *list)
{
    const auto ended = m_running.constFind(list);
    if (ended == m_running.cend())
        return;
    const RunOfList run = *ended;
    m_running.erase(ended);
    showProgress();
    if (!run.isOneOfAll)
        announce(QFileInfo(list->name()).completeBaseName(), list->results().run.counts, run.since,
            list);
}

void RunAnnouncer::endAll()
{
    StatusCounts counts;
    for (const ClassList *list : std::as_const(m_ofAll)) {
        for (int i = 0; i < RegistrationStatusCount; ++i) {
            const auto status = static_cast<RegistrationStatus>(i);
            counts.add(status, list->results().run.counts[status]);
        }
    }
    const QElapsedTimer since = m_sinceAll;
    m_sinceAll.invalidate();
    showProgress();
    if (since.isValid() && !m_ofAll.isEmpty())
        announce(
            tr("%n list(s)", nullptr, static_cast<int>(m_ofAll.size())), counts, since, nullptr);
}

void RunAnnouncer::announce(
    const QString &name, const StatusCounts &counts, const QElapsedTimer &since, ClassList *list)
{
    const std::chrono::milliseconds took(since.elapsed());
    if (took < m_longRun || m_window.isActiveWindow())
        return;
    m_announced = list;
    m_notice->show(tr("Registering has ended"),
        tr("%1: %2", "a list and what became of it").arg(name, briefly(counts)));
}

std::optional<int> RunAnnouncer::percent() const
{
    const QList<ClassList *> atWork = m_all.atWork();
    if (!atWork.isEmpty()) {
        int percent = 100 * m_all.endedLists();
        for (const ClassList *list : atWork)
            percent += percentOf(*list);
        return percent / m_all.total();
    }
    qint64 done = 0;
    qint64 total = 0;
    for (auto run = m_running.cbegin(); run != m_running.cend(); ++run) {
        done += run.key()->progress().done;
        total += run.key()->progress().total;
    }
    if (total == 0)
        return std::nullopt;
    return static_cast<int>(100 * done / total);
}

void RunAnnouncer::showProgress()
{
    const std::optional<int> now = percent();
    if (now == m_shown)
        return;
    m_shown = now;
    m_window.setWindowTitle(now ? tr("%1 % – %2", "how far it is, and the window's title")
                                      .arg(QLocale().toString(*now), m_title)
                                : m_title);
    m_launcher->setPercent(now);
}

} // namespace Rollbook
