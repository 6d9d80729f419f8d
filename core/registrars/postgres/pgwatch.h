// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgaddress.h"
#include "registration/schoolwatch.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace Rollbook
{

/// Listens to a server, over one connection of its own, which is made again when it broke. Behind a
/// pooler in transaction mode nothing is heard: a server tells a connection, and that one belongs
/// to everybody there.
class PgWatch : public SchoolWatch
{
public:
    explicit PgWatch(PgAddress address);
    ~PgWatch() override;

private:
    void listen(const std::stop_token &stop);
    void listenOnce(const std::stop_token &stop);

    PgAddress m_address;
    bool m_hasListened = false; // of the thread
    std::mutex m_mutex;
    std::condition_variable_any m_waiting;
    std::jthread m_thread; // last: it uses the others
};

} // namespace Rollbook
