// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sql/sqlstore.h"

namespace Rollbook
{

/// A claim of a run among the programs of one computer.
///
/// It is a socket bound to a name in Linux's abstract namespace (unix(7)) that is made of the run's
/// id, which no other run has. So nothing is left behind that someone would have to recognise as
/// stale, as with a process id in a table or a lock file: the kernel forgets the name with the
/// process. All programs that share a school file run under one kernel, or its write-ahead log
/// would not work. Where the claim cannot be seen, in two containers with networks of their own,
/// two programs may go on with one run; the school file then still keeps each row's outcome single.
class LocalRunClaim : public RunClaim
{
public:
    /// None while another program, or this one, has the claim.
    static std::unique_ptr<RunClaim> take(const QString &runId);
    /// Whether anyone has it now.
    static bool isTaken(const QString &runId);

    explicit LocalRunClaim(int socket);
    ~LocalRunClaim() override;
    Q_DISABLE_COPY_MOVE(LocalRunClaim)

private:
    int m_socket = -1;
};

} // namespace Rollbook
