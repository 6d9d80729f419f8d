// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Several statements in one round trip: those of a PgConnection that are sent before the answers to
// the ones before them are there.

#include "postgres/pganswer.h"
#include "postgres/pgconnection.h"
#include "postgres/pgfault.h"

#include <QScopeGuard>

#include <algorithm>
#include <utility>

namespace Rollbook
{

namespace
{

// Their answers are kept until one of them is waited for.
constexpr std::size_t MostAhead = 1000;

} // namespace

std::vector<PgResult> PgConnection::executeAll(std::span<const PgCommand> commands)
{
    Answers answers = tryAll(commands);
    if (answers.fault)
        throw *answers.fault;
    return std::move(answers.results);
}

PgConnection::Answers PgConnection::tryAll(std::span<const PgCommand> commands)
{
    const std::size_t ahead = std::exchange(m_ahead, 0);
    if (ahead == 0)
        enterPipeline();
    const auto tidy = qScopeGuard([this] { dropHalfPipeline(); });
    for (const PgCommand &command : commands)
        send(command.sql, command.parameters);
    Answers answers = endPipeline();
    const auto first = answers.results.begin();
    answers.results.erase(
        first, first + static_cast<std::ptrdiff_t>(std::min(ahead, answers.results.size())));
    return answers;
}

void PgConnection::sendAhead(const std::string &sql, std::span<const PgParameter> parameters)
{
    if (m_ahead == MostAhead)
        waitForAhead();
    if (m_ahead == 0)
        enterPipeline();
    auto tidy = qScopeGuard([this] {
        m_ahead = 0;
        dropHalfPipeline();
    });
    send(sql, parameters);
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

PgResult PgConnection::executeBehindAhead(
    const std::string &sql, std::span<const PgParameter> parameters)
{
    m_ahead = 0;
    const auto tidy = qScopeGuard([this] { dropHalfPipeline(); });
    send(sql, parameters);
    Answers answers = endPipeline();
    if (answers.fault)
        throw *answers.fault;
    return std::move(answers.results.back());
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

PgConnection::Answers PgConnection::endPipeline(const std::function<bool(std::size_t)> &isLast)
{
    if (libpq().pipelineSync(m_connection.get()) != 1)
        throw refusal(m_connection.get());
    Answers answers;
    for (;;) {
        PgAnswer answer(nextResult());
        if (!answer) { // the end of one statement
            if (!isOpen())
                throw answers.fault ? *answers.fault : refusal(m_connection.get());
            continue;
        }
        if (libpq().resultStatus(answer.get()) == PGRES_PIPELINE_SYNC)
            break;
        if (isCopying(answer.get()))
            throw faultIn(answer.get());
        if (answers.fault)
            continue;
        if (isFault(answer.get())) {
            answers.fault = faultIn(answer.get());
        } else {
            answers.results.emplace_back(answer.release());
            m_isCommitting = isLast && isLast(answers.results.size());
        }
    }
    libpq().exitPipelineMode(m_connection.get());
    return answers;
}

} // namespace Rollbook
