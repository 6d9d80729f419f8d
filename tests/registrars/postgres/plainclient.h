// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <memory>

struct pg_conn;

namespace Rollbook
{

/// Somebody with a database user and a program that sends what they type: nothing of Rollbook is
/// between them and the server. Calls block.
class PlainClient
{
public:
    struct Answer {
        QString state; ///< SQLSTATE; empty: it was done
        QString text;  ///< lines of cells parted by "|", or what the server says is wrong
    };

    /// Ends the process if there is no connection.
    explicit PlainClient(const QString &url);

    /// One statement or several; these are one transaction, unless they say otherwise.
    Answer send(const QString &sql);
    /// Sends what is then taken back, whatever came of it.
    Answer tryOut(const QString &sql);

private:
    struct Finish {
        void operator()(pg_conn *connection) const;
    };
    std::unique_ptr<pg_conn, Finish> m_connection;
};

} // namespace Rollbook
