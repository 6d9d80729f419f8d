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

} // namespace

PgWatch::PgWatch(PgAddress address)
    : m_address(std::move(address))
    , m_thread([this](const std::stop_token &stop) { listen(stop); })
{
}

PgWatch::~PgWatch()
{
    m_thread.request_stop();
    m_thread.join();
}

void PgWatch::listen(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        try {
            listenOnce(stop);
        } catch (const PgFault &) {
            // Who registers says what is wrong; here it is enough to be back when the server is.
        }
        std::unique_lock lock(m_mutex);
        m_waiting.wait_for(lock, stop, BeforeTryingAgain, [] { return false; });
    }
}

void PgWatch::listenOnce(const std::stop_token &stop)
{
    PgConnection connection(m_address, [&stop] { return !stop.stop_requested(); });
    connection.execute("LISTEN rollbook_courses");
    if (std::exchange(m_hasListened, true))
        Q_EMIT coursesChanged();
    while (!stop.stop_requested()) {
        if (connection.waitForNotification(Glance))
            Q_EMIT coursesChanged();
    }
}

} // namespace Rollbook
