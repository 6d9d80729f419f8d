// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit/auditchain.h"

#include "audit/sha256.h"
#include "domain/run.h"

#include <QJsonDocument>

#include <algorithm>

namespace Rollbook
{

namespace
{

constexpr int HashDigits = 64;
const QLatin1StringView SealKey("seal");

void add(QByteArray &bytes, const QString &value)
{
    const QByteArray text = value.toUtf8();
    bytes += QByteArray::number(text.size()) + ':' + text;
}

bool opensRun(AuditAction action)
{
    return action == AuditAction::RunBegun || action == AuditAction::RunContinued
        || action == AuditAction::RowsRetried;
}

bool sealsRun(AuditAction action)
{
    return action == AuditAction::RunEnded || action == AuditAction::RunSealed
        || action == AuditAction::RunUndone;
}

} // namespace

QString hashOf(const QString &previousHash, const AuditEntry &entry)
{
    QByteArray bytes = previousHash.isEmpty() ? QByteArray(HashDigits, '0') : previousHash.toUtf8();
    add(bytes, QString::number(entry.number));
    add(bytes, QString::number(entry.at.toMSecsSinceEpoch()));
    add(bytes, entry.who);
    add(bytes, auditActionWord(entry.action));
    add(bytes, entry.run);
    add(bytes, entry.subject);
    add(bytes, entry.content);
    Sha256 hash;
    hash.add(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    return hash.hex();
}

AuditEntry nextEntry(
    qint64 number, const QString &previousHash, const AuditNote &note, const QString &who)
{
    AuditEntry entry;
    entry.number = number;
    // No more of it is kept.
    entry.at = QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch(), Qt::UTC);
    entry.who = who.isEmpty() ? currentAccountName() : who;
    entry.action = note.action;
    entry.run = note.run;
    entry.subject = note.subject;
    // The keys of a QJsonObject are sorted.
    entry.content = QString::fromUtf8(QJsonDocument(note.content).toJson(QJsonDocument::Compact));
    entry.hash = hashOf(previousHash, entry);
    return entry;
}

QString sealIn(const AuditEntry &entry)
{
    return QJsonDocument::fromJson(entry.content.toUtf8()).object().value(SealKey).toString();
}

void AuditChainCheck::take(const AuditEntry &entry)
{
    ++m_findings.entries;
    if (entry.number != m_last.number + 1) {
        note({AuditBreak::Kind::Missing, entry.number, entry.at, entry.run,
            entry.number - m_last.number - 1});
    } else if (entry.hash != hashOf(m_last.hash, entry)) {
        note({AuditBreak::Kind::Changed, entry.number, entry.at, entry.run, 0});
    }
    if (opensRun(entry.action))
        m_lastWords.insert(entry.run, {QString(), entry.number, entry.at});
    else if (sealsRun(entry.action))
        m_lastWords.insert(entry.run, {sealIn(entry), entry.number, entry.at});
    m_last = entry;
}

void AuditChainCheck::note(const AuditBreak &broken)
{
    if (!m_findings.firstBreak)
        m_findings.firstBreak = broken;
}

void AuditChainCheck::finish(qint64 lastWritten)
{
    m_findings.lastHash = m_last.hash;
    // There is no school without its first entry.
    const qint64 missing = std::max<qint64>(lastWritten, 1) - m_last.number;
    if (missing > 0)
        note({AuditBreak::Kind::CutOff, m_last.number + 1, m_last.at, {}, missing});
}

void AuditChainCheck::compareRuns(const QStringList &runs, const SealNow &sealNow)
{
    for (const QString &run : runs) {
        const auto said = m_lastWords.constFind(run);
        if (said == m_lastWords.cend()) {
            m_findings.changedRuns.append({ChangedRun::Kind::NotInTrail, run, 0, {}});
            continue;
        }
        if (!said->seal.isEmpty()) {
            ++m_findings.sealedRuns;
            if (said->seal != sealNow(run)) {
                m_findings.changedRuns.append(
                    {ChangedRun::Kind::OutcomesChanged, run, said->entry, said->at});
            }
        }
        m_lastWords.erase(said);
    }
    QStringList gone = m_lastWords.keys();
    gone.sort();
    for (const QString &run : std::as_const(gone)) {
        const LastWord said = m_lastWords.value(run);
        m_findings.changedRuns.append({ChangedRun::Kind::Gone, run, said.entry, said.at});
    }
}

} // namespace Rollbook
