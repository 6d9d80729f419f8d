// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgaddress.h"
#include "registration/schoolwatch.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace Rollbook
{

class PgConnection;

/// Listens to a server, over one connection of its own, which is made again when it broke. Through
/// a pooler nothing can be heard: a server tells a connection, and that one is given to everybody
/// there. Then the server is asked now and then.
class PgWatch : public SchoolWatch
{
public:
    static constexpr std::chrono::seconds UsualInterval{5};

    /// askEvery: how often, through a pooler.
    explicit PgWatch(PgAddress address, std::chrono::milliseconds askEvery = UsualInterval);
    ~PgWatch() override;

private:
    void watch(const std::stop_token &stop);
    void watchOnce(const std::stop_token &stop);
    void listen(PgConnection &connection, const std::stop_token &stop);
    void ask(PgConnection &connection, const std::stop_token &stop);
    void wait(std::chrono::milliseconds time, const std::stop_token &stop);

    PgAddress m_address;
    std::chrono::milliseconds m_askEvery;
    bool m_hasWatched = false; // of the thread
    std::mutex m_mutex;
    std::condition_variable_any m_waiting;
    std::jthread m_thread; // last: it uses the others
};

} // namespace Rollbook
