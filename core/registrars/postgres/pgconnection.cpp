// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgconnection.h"

#include "postgres/pganswer.h"
#include "postgres/pgconnecting.h"
#include "postgres/pgfault.h"

#include <QDeadlineTimer>
#include <QScopeGuard>

#include <array>
#include <optional>

#include <poll.h>

namespace Rollbook
{

namespace
{

/// The parameters as libpq wants them.
struct Arrays {
    explicit Arrays(std::span<const PgParameter> parameters)
    {
        for (const PgParameter &parameter : parameters) {
            types.push_back(parameter.type());
            values.push_back(parameter.data());
            sizes.push_back(parameter.size());
            formats.push_back(parameter.isBinary() ? 1 : 0);
        }
    }

    std::vector<Oid> types;
    std::vector<const char *> values;
    std::vector<int> sizes;
    std::vector<int> formats;
};

} // namespace

PgConnection::PgConnection(const PgAddress &address, Patience patience)
    : m_connection(connectTo(address, patience))
    , m_patience(std::move(patience))
{
}

bool PgConnection::isOpen() const
{
    return libpq().status(m_connection.get()) == CONNECTION_OK;
}

bool PgConnection::isInTransaction() const
{
    return m_ahead > 0 || libpq().transactionStatus(m_connection.get()) == PQTRANS_INTRANS;
}

bool PgConnection::hasFailedTransaction() const
{
    return libpq().transactionStatus(m_connection.get()) == PQTRANS_INERROR;
}

int PgConnection::serverVersion() const
{
    return libpq().serverVersion(m_connection.get());
}

bool PgConnection::isPooled()
{
    const PgResult answer = execute("SELECT pg_backend_pid()");
    return answer.text(0, 0) != std::to_string(libpq().backendPID(m_connection.get()));
}

QString PgConnection::user()
{
    if (m_user.isEmpty()) {
        const PgResult answer = execute("SELECT session_user");
        m_user = QString::fromUtf8(answer.text(0, 0));
    }
    return m_user;
}

std::string PgConnection::nextCursorName()
{
    return "rollbook_" + std::to_string(++m_cursors);
}

PgResult PgConnection::execute(const std::string &sql, std::span<const PgParameter> parameters)
{
    if (m_ahead > 0)
        return executeBehindAhead(sql, parameters);
    send(sql, parameters);
    PgAnswer answer(nextResult());
    // What comes after an answer says nothing new, but has to be taken.
    while (answer && !isCopying(answer.get()) && PgAnswer(nextResult())) {
    }
    if (!answer)
        throw refusal(m_connection.get());
    if (isCopying(answer.get()))
        m_connection.reset();
    if (isFault(answer.get()))
        throw faultIn(answer.get());
    return PgResult(answer.release());
}

void PgConnection::executeScript(const std::string &statements)
{
    waitForAhead();
    if (libpq().sendQuery(m_connection.get(), statements.c_str()) != 1)
        throw refusal(m_connection.get());
    std::optional<PgFault> fault;
    while (const PgAnswer answer{nextResult()}) {
        if (!fault && isFault(answer.get()))
            fault = faultIn(answer.get());
    }
    if (fault)
        throw *fault;
    if (!isOpen())
        throw refusal(m_connection.get());
}

std::chrono::nanoseconds PgConnection::commit()
{
    if (m_ahead > 0)
        return commitWithAhead();
    if (hasFailedTransaction())
        throw PgFault(PgFault::Kind::Statement, "25P02", "the transaction has failed");
    m_isCommitting = true;
    const auto committed = qScopeGuard([this] { m_isCommitting = false; });
    QElapsedTimer sinceSent;
    sinceSent.start();
    execute("COMMIT");
    return std::chrono::nanoseconds(sinceSent.nsecsElapsed());
}

void PgConnection::rollback()
{
    try {
        waitForAhead();
    } catch (const PgFault &) {
        if (!isOpen())
            throw;
    }
    if (isInTransaction() || hasFailedTransaction())
        execute("ROLLBACK");
}

void PgConnection::send(const std::string &sql, std::span<const PgParameter> parameters)
{
    const Arrays arrays(parameters);
    const int sent = libpq().sendQueryParams(m_connection.get(), sql.c_str(),
        static_cast<int>(parameters.size()), arrays.types.data(), arrays.values.data(),
        arrays.sizes.data(), arrays.formats.data(), 0);
    if (sent != 1)
        throw refusal(m_connection.get());
}

PGresult *PgConnection::nextResult()
{
    QElapsedTimer sinceAsked;
    sinceAsked.start();
    while (libpq().isBusy(m_connection.get()) != 0 && exchange()) {
        if (hasLostPatience(sinceAsked))
            giveUp();
    }
    return libpq().getResult(m_connection.get());
}

bool PgConnection::hasLostPatience(QElapsedTimer &sinceAsked) const
{
    if (sinceAsked.elapsed() < PgWakeUp.count())
        return false;
    sinceAsked.restart();
    return m_patience && !m_patience();
}

void PgConnection::waitUntilSent()
{
    QElapsedTimer sinceAsked;
    sinceAsked.start();
    int left = 0;
    while ((left = libpq().flush(m_connection.get())) == 1) {
        if (!exchange())
            throw refusal(m_connection.get());
        if (hasLostPatience(sinceAsked)) {
            // What is sent in part can't be ended; without its connection it is taken back.
            cancel();
            m_connection.reset();
            throw PgFault(PgFault::Kind::GaveUp);
        }
    }
    if (left == -1)
        throw refusal(m_connection.get());
}

bool PgConnection::waitForNotification(std::chrono::milliseconds longest)
{
    QElapsedTimer sinceAsked;
    sinceAsked.start();
    bool came = false;
    while (!came && sinceAsked.elapsed() < longest.count()) {
        if (!exchange() || !isOpen())
            throw refusal(m_connection.get());
        while (PGnotify *notification = libpq().notifies(m_connection.get())) {
            libpq().freemem(notification);
            came = true;
        }
    }
    return came;
}

bool PgConnection::exchange()
{
    // Where nothing can be sent any more, what the server said last may still be read.
    const bool isSending = libpq().flush(m_connection.get()) == 1;
    const short happened =
        pollOnce(libpq().socket(m_connection.get()), isSending ? POLLIN | POLLOUT : POLLIN);
    return (happened & ~POLLOUT) == 0 || libpq().consumeInput(m_connection.get()) == 1;
}

void PgConnection::giveUp()
{
    if (m_isCommitting) {
        // One that waits for a standby would be done in spite of a cancellation.
        m_connection.reset();
        throw PgFault(PgFault::Kind::Lost, {}, "gave up waiting for the commit");
    }
    // What comes before the server, or a pooler, has begun with the statement gets lost.
    constexpr int Attempts = 10;
    bool isDone = false;
    for (int attempt = 0; attempt < Attempts && !isDone && isOpen(); ++attempt) {
        cancel();
        isDone = drain();
    }
    if (!isDone)
        m_connection.reset();
    // The commit went with what was waited for, and came through in the end.
    if (m_hasSentCommit && !hasFailedTransaction())
        throw PgFault(PgFault::Kind::Lost, {}, "gave up waiting for the commit");
    throw PgFault(PgFault::Kind::GaveUp);
}

void PgConnection::cancel()
{
    const std::unique_ptr<PGcancel, LibpqFree> request(libpq().getCancel(m_connection.get()));
    std::array<char, 256> complaint{};
    if (request)
        libpq().cancel(request.get(), complaint.data(), complaint.size());
}

bool PgConnection::drain()
{
    constexpr std::chrono::milliseconds Enough{500};
    const QDeadlineTimer deadline(Enough);
    const bool isPipeline = libpq().pipelineStatus(m_connection.get()) != PQ_PIPELINE_OFF;
    while (isOpen()) {
        while (libpq().isBusy(m_connection.get()) != 0 && exchange()) {
            if (deadline.hasExpired())
                return false;
        }
        const PgAnswer answer(libpq().getResult(m_connection.get()));
        if (!answer && !isPipeline)
            return true;
        if (answer && libpq().resultStatus(answer.get()) == PGRES_PIPELINE_SYNC)
            return libpq().exitPipelineMode(m_connection.get()) == 1;
    }
    return false;
}

} // namespace Rollbook
