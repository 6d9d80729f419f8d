// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchdispatcher.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <limits>

namespace Rollbook
{

namespace
{

struct Answer {
    RegistrationResults results;
    QString fault; // of the batch as a whole
};

QString noAnswer()
{
    return QCoreApplication::translate("Rollbook::Outcome", "there was no answer for this row");
}

Answer takeAnswer(QFuture<RegistrationResults> future)
{
    try {
        // Throws what the registrar threw; a cancelled future has no result to take.
        future.waitForFinished();
        if (future.isValid() && future.resultCount() > 0)
            return {future.takeResult(), {}};
    } catch (const std::exception &exception) {
        return {{}, QString::fromUtf8(exception.what())};
    } catch (...) {
        return {{}, noAnswer()};
    }
    return {{}, noAnswer()};
}

bool answersEachRow(const RegistrationResults &results, const QList<qint32> &rows)
{
    return std::equal(results.cbegin(), results.cend(), rows.cbegin(), rows.cend(),
        [](const StudentRegistrationResult &result, qint32 row) { return result.row == row; });
}

// For a registrar that broke its word: the first answer for each row, a fault where there is none.
RegistrationResults oneForEachRow(const Answer &answer, const QList<qint32> &rows)
{
    QHash<qint32, const StudentRegistrationResult *> byRow;
    for (const StudentRegistrationResult &result : answer.results) {
        if (!byRow.contains(result.row))
            byRow.insert(result.row, &result);
    }
    RegistrationResults complete;
    complete.reserve(rows.size());
    for (const qint32 row : rows) {
        const StudentRegistrationResult *result = byRow.value(row);
        complete += result ? *result
                           : failedRow(row, ReasonCode::ServerError,
                               answer.fault.isEmpty() ? noAnswer() : answer.fault);
    }
    return complete;
}

} // namespace

BatchDispatcher::BatchDispatcher(Registrar &registrar, Limits limits)
    : m_registrar(registrar)
    , m_limits{qMax(1, limits.batchSize), qMax(1, limits.batchesInFlight)}
{
}

void BatchDispatcher::start()
{
    m_holding = false;
    sendWhileRoom();
}

void BatchDispatcher::hold()
{
    m_holding = true;
    if (isIdle())
        Q_EMIT idle();
}

void BatchDispatcher::sendWhileRoom()
{
    while (!m_holding && m_next < m_everything.rows.size()
        && m_inFlight.size() < static_cast<std::size_t>(m_limits.batchesInFlight)) {
        QList<qint32> rows = m_everything.rows.mid(m_next, m_limits.batchSize);
        m_next += rows.size();
        send(std::move(rows));
    }
    if (isDone())
        Q_EMIT idle();
}

void BatchDispatcher::send(QList<qint32> rows)
{
    RegistrationBatch batch = m_everything;
    batch.rows = rows;
    auto watcher = std::make_unique<Watcher>();
    Watcher *const key = watcher.get();
    connect(key, &Watcher::finished, this, [this, key] { receive(key); });
    Sent &sent = m_inFlight[key];
    sent.watcher = std::move(watcher);
    sent.rows = std::move(rows);
    sent.since.start();
    QFuture<RegistrationResults> future;
    try {
        future = m_registrar.registerBatch(batch);
    } catch (...) {
        future = QtFuture::makeExceptionalFuture<RegistrationResults>(std::current_exception());
    }
    key->setFuture(future);
}

void BatchDispatcher::receive(Watcher *watcher)
{
    auto node = m_inFlight.extract(watcher);
    Sent &sent = node.mapped();
    // Not now: it is the sender of the signal that is being handled.
    sent.watcher.release()->deleteLater();

    Answer answer = takeAnswer(watcher->future());
    if (!answersEachRow(answer.results, sent.rows))
        answer.results = oneForEachRow(answer, sent.rows);
    const auto duration =
        static_cast<qint32>(qMin<qint64>(sent.since.elapsed(), std::numeric_limits<qint32>::max()));
    for (StudentRegistrationResult &result : answer.results) {
        result.durationMs = duration;
        result.attempts = std::max(result.attempts, qint16{1});
    }
    Q_EMIT resultsReady(answer.results);
    if (m_holding && isIdle())
        Q_EMIT idle();
    else
        sendWhileRoom();
}

} // namespace Rollbook
