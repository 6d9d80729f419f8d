// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/libpq.h"
#include "postgres/pgaddress.h"
#include "postgres/pgfault.h"
#include "postgres/pgparameter.h"
#include "postgres/pgresult.h"

#include <QElapsedTimer>
#include <QString>

#include <chrono>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace Rollbook
{

/// A connection to a PostgreSQL server, or to a pooler before it: nothing here outlives a
/// transaction, so one that gives each transaction another server connection (PgBouncer) will do.
/// For one thread at a time, never that of the window: everything blocks. Throws PgFault.
class PgConnection
{
public:
    /// Asked every 20 ms or so while the server lets us wait; false: what is waited for is
    /// cancelled, PgFault::Kind::GaveUp. Empty: waits for as long as it takes.
    using Patience = std::function<bool()>;

    /// Connects, for at most connect_timeout (10 s where nobody says) for each host. Only the name
    /// server is waited for without asking.
    explicit PgConnection(const PgAddress &address, Patience patience = {});

    void setPatience(Patience patience) { m_patience = std::move(patience); }

    /// Executes one statement and answers all of its lines. See commit() for COMMIT.
    PgResult execute(const std::string &sql, std::span<const PgParameter> parameters = {});
    PgResult execute(const std::string &sql, std::initializer_list<PgParameter> parameters)
    {
        return execute(sql, std::span(parameters.begin(), parameters.size()));
    }
    /// Executes a file of statements without parameters, those with a body in them, too. Outside of
    /// a transaction they are one.
    void executeScript(const std::string &statements);
    /// Executes them one after the other in one round trip; the first fault is thrown, and none
    /// after it was executed. Outside of BEGIN and COMMIT they are one transaction. They may begin
    /// and commit one themselves; after a fault it has to be rolled back, then, and after
    /// PgFault::Kind::GaveUp it may have been committed.
    std::vector<PgResult> executeAll(std::span<const PgCommand> commands);
    /// The same, and the fault beside the answers that came before it.
    struct Answers {
        std::vector<PgResult> results;
        std::optional<PgFault> fault;
    };
    Answers tryAll(std::span<const PgCommand> commands);
    /// Sends a statement of a transaction whose answer nobody needs, so that the server begins with
    /// it, and does not wait for that: whatever is executed next does, in one round trip with it,
    /// and throws its fault.
    void sendAhead(const std::string &sql, std::span<const PgParameter> parameters = {});
    void sendAhead(const PgCommand &command) { sendAhead(command.sql, command.parameters); }

    /// Commits the transaction; how long that alone took. One that has failed is a fault (25P02)
    /// here, although PostgreSQL answers COMMIT with a silent rollback. Where patience is lost
    /// nobody knows any more whether it was committed: PgFault::Kind::Lost, and the connection is
    /// closed if it still waits for that.
    std::chrono::nanoseconds commit();
    /// Takes back whatever has begun; nothing where nothing has.
    void rollback();

    /// Waits at most so long for what LISTEN has asked for; whether something came. Throws PgFault
    /// when the connection broke.
    bool waitForNotification(std::chrono::milliseconds longest);

    /// Whether it can still be used; a fault in a statement leaves it usable.
    bool isOpen() const;
    bool isInTransaction() const;
    /// Whether a statement of the transaction failed: it can only be rolled back.
    bool hasFailedTransaction() const;

    /// Whether a pooler stands between: who connected was told of another process than the one that
    /// answers, so the next transaction may be answered by yet another. Asks the server.
    bool isPooled();
    /// Who is connected, as the server knows them (session_user). Asked once.
    QString user();
    /// A name that no other cursor of this connection has.
    std::string nextCursorName();
    /// Of the server: 150018 is 15.18.
    int serverVersion() const;

private:
    void send(const std::string &sql, std::span<const PgParameter> parameters);
    /// None: the statement has no more.
    PGresult *nextResult();
    bool hasLostPatience(QElapsedTimer &sinceAsked) const;
    void waitUntilSent();
    PgResult executeBehindAhead(const std::string &sql, std::span<const PgParameter> parameters);
    void enterPipeline();
    /// Nothing that was sent is waited for: the connection is no use any more.
    void dropHalfPipeline();
    /// Ends a pipeline and takes its answers. isLast is asked after each whether what is left to
    /// come is the commit.
    Answers endPipeline(const std::function<bool(std::size_t answers)> &isLast = {});
    std::chrono::nanoseconds commitWithAhead();
    void waitForAhead();
    /// Sends what is left and takes what came, or waits for that a moment; false: the connection
    /// broke.
    bool exchange();
    [[noreturn]] void giveUp();
    void cancel();
    /// False: the server does not come to an end soon.
    bool drain();

    std::unique_ptr<PGconn, LibpqFree> m_connection;
    Patience m_patience;
    QString m_user;
    int m_cursors = 0;
    std::size_t m_ahead = 0; ///< statements that were sent and not waited for
    bool m_hasSentCommit = false;
    bool m_isCommitting = false; ///< and waits for nothing else
};

} // namespace Rollbook
