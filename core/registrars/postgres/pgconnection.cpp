// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgconnection.h"

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

using Answer = std::unique_ptr<PGresult, LibpqFree>;

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

PgFault faultOf(const PGresult *result)
{
    const char *state = libpq().resultErrorField(result, PG_DIAG_SQLSTATE);
    const char *message = libpq().resultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    if (message == nullptr)
        message = libpq().resultErrorMessage(result);
    const auto kind = state == nullptr ? PgFault::Kind::Lost : PgFault::Kind::Statement;
    return PgFault(kind, state, message);
}

bool isFault(const PGresult *result)
{
    switch (libpq().resultStatus(result)) {
    case PGRES_EMPTY_QUERY:
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
        return false;
    default:
        return true;
    }
}

bool isCopying(const PGresult *result)
{
    const auto status = libpq().resultStatus(result);
    return status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH;
}

PgFault refusal(PGconn *connection)
{
    if (connection == nullptr)
        return PgFault(PgFault::Kind::Lost, {}, "the connection was closed");
    const auto kind = libpq().status(connection) == CONNECTION_OK ? PgFault::Kind::Statement
                                                                  : PgFault::Kind::Lost;
    return PgFault(kind, {}, libpq().errorMessage(connection));
}

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
    return libpq().transactionStatus(m_connection.get()) == PQTRANS_INTRANS;
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
    waitForAhead();
    send(sql, parameters);
    Answer answer(nextResult());
    // What comes after an answer says nothing new, but has to be taken.
    while (answer && !isCopying(answer.get()) && Answer(nextResult())) {
    }
    if (!answer)
        throw refusal(m_connection.get());
    if (isCopying(answer.get()))
        m_connection.reset();
    if (isFault(answer.get()))
        throw faultOf(answer.get());
    return PgResult(answer.release());
}

void PgConnection::executeScript(const std::string &statements)
{
    waitForAhead();
    if (libpq().sendQuery(m_connection.get(), statements.c_str()) != 1)
        throw refusal(m_connection.get());
    std::optional<PgFault> fault;
    while (const Answer answer{nextResult()}) {
        if (!fault && isFault(answer.get()))
            fault = faultOf(answer.get());
    }
    if (fault)
        throw *fault;
    if (!isOpen())
        throw refusal(m_connection.get());
}

std::vector<PgResult> PgConnection::executeAll(std::span<const PgCommand> commands)
{
    Answers answers = tryAll(commands);
    if (answers.fault)
        throw *answers.fault;
    return std::move(answers.results);
}

PgConnection::Answers PgConnection::tryAll(std::span<const PgCommand> commands)
{
    waitForAhead();
    enterPipeline();
    const auto tidy = qScopeGuard([this] { dropHalfPipeline(); });
    for (const PgCommand &command : commands)
        send(command.sql, command.parameters);
    return endPipeline();
}

void PgConnection::sendAhead(const PgCommand &command)
{
    if (m_ahead == 0)
        enterPipeline();
    auto tidy = qScopeGuard([this] {
        m_ahead = 0;
        dropHalfPipeline();
    });
    send(command.sql, command.parameters);
    waitUntilSent();
    ++m_ahead;
    tidy.dismiss();
}

void PgConnection::waitForAhead()
{
    if (m_ahead == 0)
        return;
    m_ahead = 0;
    const auto tidy = qScopeGuard([this] { dropHalfPipeline(); });
    if (const auto fault = endPipeline().fault)
        throw *fault;
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

// A statement that fails has the server skip what comes after it, so it never commits a part.
std::chrono::nanoseconds PgConnection::commitWithAhead()
{
    const std::size_t ahead = std::exchange(m_ahead, 0);
    const auto tidy = qScopeGuard([this] {
        m_hasSentCommit = m_isCommitting = false;
        dropHalfPipeline();
    });
    // The server would keep its answers until it has committed, and nobody could tell the two
    // apart.
    if (libpq().sendFlushRequest(m_connection.get()) != 1)
        throw refusal(m_connection.get());
    send("COMMIT", {});
    m_hasSentCommit = true;
    QElapsedTimer sinceWritten;
    const Answers answers = endPipeline([&](std::size_t count) {
        if (count == ahead)
            sinceWritten.start();
        return count == ahead;
    });
    if (answers.fault)
        throw *answers.fault;
    return std::chrono::nanoseconds(sinceWritten.nsecsElapsed());
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

void PgConnection::enterPipeline()
{
    if (libpq().enterPipelineMode(m_connection.get()) != 1)
        throw refusal(m_connection.get());
}

void PgConnection::dropHalfPipeline()
{
    if (libpq().pipelineStatus(m_connection.get()) != PQ_PIPELINE_OFF)
        m_connection.reset();
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

PgConnection::Answers PgConnection::endPipeline(const std::function<bool(std::size_t)> &isLast)
{
    if (libpq().pipelineSync(m_connection.get()) != 1)
        throw refusal(m_connection.get());
    Answers answers;
    for (;;) {
        Answer answer(nextResult());
        if (!answer) { // the end of one statement
            if (!isOpen())
                throw answers.fault ? *answers.fault : refusal(m_connection.get());
            continue;
        }
        if (libpq().resultStatus(answer.get()) == PGRES_PIPELINE_SYNC)
            break;
        if (isCopying(answer.get()))
            throw faultOf(answer.get());
        if (answers.fault)
            continue;
        if (isFault(answer.get())) {
            answers.fault = faultOf(answer.get());
        } else {
            answers.results.emplace_back(answer.release());
            m_isCommitting = isLast && isLast(answers.results.size());
        }
    }
    libpq().exitPipelineMode(m_connection.get());
    return answers;
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
        const Answer answer(libpq().getResult(m_connection.get()));
        if (!answer && !isPipeline)
            return true;
        if (answer && libpq().resultStatus(answer.get()) == PGRES_PIPELINE_SYNC)
            return libpq().exitPipelineMode(m_connection.get()) == 1;
    }
    return false;
}

} // namespace Rollbook
