// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/audittrail.h"

#include <QHash>
#include <QJsonObject>

#include <functional>

namespace Rollbook
{

/// What is to be written down, without its place in the chain.
struct AuditNote {
    AuditAction action = AuditAction::Unknown;
    QString run;
    QString subject;
    QJsonObject content;
};

/// The entry that follows another, written now. previousHash: empty where there is none. who: whom
/// the store takes for its author; empty: whoever uses the program.
AuditEntry nextEntry(
    qint64 number, const QString &previousHash, const AuditNote &note, const QString &who = {});

/// As AuditEntry describes it.
QString hashOf(const QString &previousHash, const AuditEntry &entry);

/// The seal in the content of an entry that has one.
QString sealIn(const AuditEntry &entry);

/// Goes through a trail from its first entry to its last.
class AuditChainCheck
{
public:
    void take(const AuditEntry &entry);
    /// lastWritten: the number of the last entry that was ever written, as far as that is known.
    void finish(qint64 lastWritten);
    /// Asked for what is recorded now of a run that is sealed.
    using SealNow = std::function<QString(const QString &run)>;
    /// Compares the runs that are there, by their ids, with what the trail says of them.
    void compareRuns(const QStringList &runs, const SealNow &sealNow);
    const AuditVerification &findings() const { return m_findings; }

private:
    // What the last entry that tells of the outcomes of a run says.
    struct LastWord {
        QString seal; // empty: the run goes on
        qint64 entry = 0;
        QDateTime at;
    };
    void note(const AuditBreak &broken);

    AuditVerification m_findings;
    AuditEntry m_last;
    QHash<QString, LastWord> m_lastWords; // by the run's id
};

} // namespace Rollbook
