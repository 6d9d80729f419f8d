// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgwatch.h"

#include "postgres/pgconnection.h"
#include "postgres/pgfault.h"

namespace Rollbook
{

namespace
{

// So soon a closing school goes.
constexpr std::chrono::milliseconds Glance{100};
constexpr std::chrono::seconds BeforeTryingAgain{5};

// Another number whenever a course is changed: its line is written anew then, by another
// transaction.
constexpr auto StateOfCourses = "SELECT count(*) || ' ' ||"
                                " coalesce(sum(hashtextextended(id || ' ' || xmin, 0)), 0)"
                                " FROM courses";

} // namespace

PgWatch::PgWatch(PgAddress address, std::chrono::milliseconds askEvery)
    : m_address(std::move(address))
    , m_askEvery(askEvery)
    , m_thread([this](const std::stop_token &stop) { watch(stop); })
{
}

PgWatch::~PgWatch()
{
    m_thread.request_stop();
    m_thread.join();
}

void PgWatch::watch(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        try {
            watchOnce(stop);
        } catch (const PgFault &) {
            // Who registers says what is wrong; here it is enough to be back when the server is.
        }
        wait(BeforeTryingAgain, stop);
    }
}

void PgWatch::watchOnce(const std::stop_token &stop)
{
    PgConnection connection(m_address, [&stop] { return !stop.stop_requested(); });
    // Not even tried through a pooler: what one asked to hear would come to all who get that
    // connection next, and none of them takes it.
    if (connection.isPooled())
        ask(connection, stop);
    else
        listen(connection, stop);
}

void PgWatch::listen(PgConnection &connection, const std::stop_token &stop)
{
    connection.execute("LISTEN rollbook_courses");
    if (std::exchange(m_hasWatched, true))
        Q_EMIT coursesChanged();
    while (!stop.stop_requested()) {
        if (connection.waitForNotification(Glance))
            Q_EMIT coursesChanged();
    }
}

void PgWatch::ask(PgConnection &connection, const std::stop_token &stop)
{
    std::string before;
    while (!stop.stop_requested()) {
        const PgResult answer = connection.execute(StateOfCourses);
        const std::string now(answer.text(0, 0));
        if (now != before && std::exchange(m_hasWatched, true))
            Q_EMIT coursesChanged();
        before = now;
        wait(m_askEvery, stop);
    }
}

void PgWatch::wait(std::chrono::milliseconds time, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_waiting.wait_for(lock, stop, time, [] { return false; });
}

} // namespace Rollbook
