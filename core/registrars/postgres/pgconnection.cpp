// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgconnection.h"

#include "postgres/pgconnecting.h"
#include "postgres/pgfault.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QScopeGuard>

#include <array>
#include <optional>

#include <poll.h>

namespace Rollbook
{

namespace
{

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

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
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    if (message == nullptr)
        message = PQresultErrorMessage(result);
    const auto kind = state == nullptr ? PgFault::Kind::Lost : PgFault::Kind::Statement;
    return PgFault(kind, state, message);
}

bool isFault(const PGresult *result)
{
    switch (PQresultStatus(result)) {
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
    const auto status = PQresultStatus(result);
    return status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH;
}

PgFault refusal(PGconn *connection)
{
    if (connection == nullptr)
        return PgFault(PgFault::Kind::Lost, {}, "the connection was closed");
    const auto kind =
        PQstatus(connection) == CONNECTION_OK ? PgFault::Kind::Statement : PgFault::Kind::Lost;
    return PgFault(kind, {}, PQerrorMessage(connection));
}

} // namespace

PgConnection::PgConnection(const PgAddress &address, Patience patience)
    : m_connection(connectTo(address, patience))
    , m_patience(std::move(patience))
{
}

bool PgConnection::isOpen() const
{
    return PQstatus(m_connection.get()) == CONNECTION_OK;
}

bool PgConnection::isInTransaction() const
{
    return PQtransactionStatus(m_connection.get()) == PQTRANS_INTRANS;
}

bool PgConnection::hasFailedTransaction() const
{
    return PQtransactionStatus(m_connection.get()) == PQTRANS_INERROR;
}

int PgConnection::serverVersion() const
{
    return PQserverVersion(m_connection.get());
}

bool PgConnection::isPooled()
{
    const PgResult answer = execute("SELECT pg_backend_pid()");
    return answer.text(0, 0) != std::to_string(PQbackendPID(m_connection.get()));
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
    send(sql, parameters);
    Answer answer(nextResult(), &PQclear);
    // What comes after an answer says nothing new, but has to be taken.
    while (answer && !isCopying(answer.get()) && Answer(nextResult(), &PQclear)) {
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
    if (PQsendQuery(m_connection.get(), statements.c_str()) != 1)
        throw refusal(m_connection.get());
    std::optional<PgFault> fault;
    while (const Answer answer{nextResult(), &PQclear}) {
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
    if (PQenterPipelineMode(m_connection.get()) != 1)
        throw refusal(m_connection.get());
    try {
        for (const PgCommand &command : commands)
            send(command.sql, command.parameters);
        if (PQpipelineSync(m_connection.get()) != 1)
            throw refusal(m_connection.get());
        return pipelineResults();
    } catch (...) {
        // Half a pipeline cannot be taken back.
        if (PQpipelineStatus(m_connection.get()) != PQ_PIPELINE_OFF)
            m_connection.reset();
        throw;
    }
}

void PgConnection::commit()
{
    if (hasFailedTransaction())
        throw PgFault(PgFault::Kind::Statement, "25P02", "the transaction has failed");
    m_isCommitting = true;
    const auto committed = qScopeGuard([this] { m_isCommitting = false; });
    execute("COMMIT");
}

void PgConnection::send(const std::string &sql, std::span<const PgParameter> parameters)
{
    const Arrays arrays(parameters);
    const int sent = PQsendQueryParams(m_connection.get(), sql.c_str(),
        static_cast<int>(parameters.size()), arrays.types.data(), arrays.values.data(),
        arrays.sizes.data(), arrays.formats.data(), 0);
    if (sent != 1)
        throw refusal(m_connection.get());
}

std::vector<PgResult> PgConnection::pipelineResults()
{
    std::vector<PgResult> answers;
    std::optional<PgFault> fault;
    for (;;) {
        Answer answer(nextResult(), &PQclear);
        if (!answer) { // the end of one statement
            if (!isOpen())
                throw fault ? *fault : refusal(m_connection.get());
            continue;
        }
        if (PQresultStatus(answer.get()) == PGRES_PIPELINE_SYNC)
            break;
        if (isCopying(answer.get()))
            throw faultOf(answer.get());
        if (fault)
            continue;
        if (isFault(answer.get()))
            fault = faultOf(answer.get());
        else
            answers.emplace_back(answer.release());
    }
    PQexitPipelineMode(m_connection.get());
    if (fault)
        throw *fault;
    return answers;
}

PGresult *PgConnection::nextResult()
{
    QElapsedTimer sinceAsked;
    sinceAsked.start();
    while (PQisBusy(m_connection.get()) != 0 && exchange()) {
        if (sinceAsked.elapsed() < PgWakeUp.count())
            continue;
        if (m_patience && !m_patience())
            giveUp();
        sinceAsked.restart();
    }
    return PQgetResult(m_connection.get());
}

bool PgConnection::waitForNotification(std::chrono::milliseconds longest)
{
    QElapsedTimer sinceAsked;
    sinceAsked.start();
    bool came = false;
    while (!came && sinceAsked.elapsed() < longest.count()) {
        if (!exchange() || !isOpen())
            throw refusal(m_connection.get());
        while (PGnotify *notification = PQnotifies(m_connection.get())) {
            PQfreemem(notification);
            came = true;
        }
    }
    return came;
}

bool PgConnection::exchange()
{
    // Where nothing can be sent any more, what the server said last may still be read.
    const bool isSending = PQflush(m_connection.get()) == 1;
    const short happened =
        pollOnce(PQsocket(m_connection.get()), isSending ? POLLIN | POLLOUT : POLLIN);
    return (happened & ~POLLOUT) == 0 || PQconsumeInput(m_connection.get()) == 1;
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
    throw PgFault(PgFault::Kind::GaveUp);
}

void PgConnection::cancel()
{
    const std::unique_ptr<PGcancel, decltype(&PQfreeCancel)> request(
        PQgetCancel(m_connection.get()), &PQfreeCancel);
    std::array<char, 256> complaint{};
    if (request)
        PQcancel(request.get(), complaint.data(), complaint.size());
}

bool PgConnection::drain()
{
    constexpr std::chrono::milliseconds Enough{500};
    const QDeadlineTimer deadline(Enough);
    const bool isPipeline = PQpipelineStatus(m_connection.get()) != PQ_PIPELINE_OFF;
    while (isOpen()) {
        while (PQisBusy(m_connection.get()) != 0 && exchange()) {
            if (deadline.hasExpired())
                return false;
        }
        const Answer answer(PQgetResult(m_connection.get()), &PQclear);
        if (!answer && !isPipeline)
            return true;
        if (answer && PQresultStatus(answer.get()) == PGRES_PIPELINE_SYNC)
            return PQexitPipelineMode(m_connection.get()) == 1;
    }
    return false;
}

} // namespace Rollbook
