// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace Rollbook
{

/// What an entry of the audit trail tells of.
enum class AuditAction : quint8 {
    TrailBegun,   ///< the trail begins; content: how old the school was then
    RunBegun,     ///< content: course, list, its hash, its rows, the options
    RunContinued, ///< a run goes on that was interrupted or had ended
    RowsRetried,  ///< a run goes on with rows that are decided anew; content: which
    RunEnded,     ///< content: state, counts and the seal of all that is recorded of it
    RunSealed,    ///< outcomes came late, or were there before the trail; content: the new seal
    RunUndone,    ///< the run is the undo; content: which run it took back, counts and seal
    Promoted,     ///< students moved up from a waiting list; content: who
    Withdrawn,    ///< a student was taken out of a course by hand
    CoursesSaved, ///< content: which courses, and the fields that changed
    CourseRemoved,
    StudentsSaved, ///< content: which students, and which fields changed
    StudentRemoved,
    LetterheadSaved, ///< content: which of its fields changed
    Unknown,         ///< a word that this Rollbook does not know
};

/// `trail_begun`, `run_begun`, … (never translated).
QString auditActionWord(AuditAction action);
/// Unknown for any other word.
AuditAction auditActionFromWord(QStringView word);

/// One change of a school, as it was written down when it was made.
///
/// The trail is a chain: hash is the SHA-256, in 64 lower-case hexadecimal digits, of the hash of
/// the entry before (of the first: 64 times the digit 0) followed by number, at, who, action, run,
/// subject and content, in this order, each as UTF-8 text after its length in bytes and a colon,
/// both in decimal ASCII: `2:17` is the number 17. `at` is the number of milliseconds since the
/// epoch, action its word.
struct AuditEntry {
    qint64 number = 0; ///< from 1, without gaps
    QDateTime at;      ///< UTC, to the millisecond
    QString who;       ///< the account's name
    AuditAction action = AuditAction::Unknown;
    QString run;     ///< a run's id, empty where the entry is about none
    QString subject; ///< the course, the student, how many of them
    QString content; ///< what happened: compact JSON with sorted keys
    QString hash;

    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};

/// Where the trail is not as it was written.
struct AuditBreak {
    enum class Kind : quint8 {
        Changed, ///< the entry, or the one before it, is not what was written
        Missing, ///< entries before it are missing
        CutOff,  ///< this entry and all behind it are missing
    };
    Kind kind = Kind::Changed;
    qint64 number = 0;  ///< of the entry; with CutOff, of the first that is missing
    QDateTime at;       ///< of that entry; with CutOff, of the last that is there; may be invalid
    QString run;        ///< of that entry; may be empty
    qint64 missing = 0; ///< how many entries are missing; 0: none

    friend bool operator==(const AuditBreak &, const AuditBreak &) = default;
};

/// A run that is not as the trail tells of it.
struct ChangedRun {
    enum class Kind : quint8 {
        OutcomesChanged, ///< what is recorded of it is not what was sealed
        Gone,            ///< it is not in the history any more
        NotInTrail,      ///< it is in the history, and no entry tells of it
    };
    Kind kind = Kind::OutcomesChanged;
    QString run;
    qint64 entry = 0; ///< the last entry that tells of it; 0: there is none
    QDateTime at;     ///< of that entry

    friend bool operator==(const ChangedRun &, const ChangedRun &) = default;
};

/// What a look at the whole trail found.
struct AuditVerification {
    qint64 entries = 0;    ///< how many were looked at
    qint64 sealedRuns = 0; ///< how many runs were compared with their seals
    QString lastHash;      ///< of the last entry: whoever noted it can say later that nothing went
    std::optional<AuditBreak> firstBreak;
    QList<ChangedRun> changedRuns;

    bool isIntact() const { return !firstBreak && changedRuns.isEmpty(); }
};

/// Each in one sentence for people, with number, date and run.
QString explain(const AuditBreak &broken);
QString explain(const ChangedRun &changed);

/// What was changed in a school, entry by entry. The program adds entries, each in the same step as
/// the change that it tells of, and never rewrites any. Blocking; may be called from any thread.
///
/// The chain shows what was changed, removed, added or put in another order behind the program's
/// back. It has no secret: whoever writes all later entries anew is found out only by someone who
/// noted a hash before.
class AuditTrail
{
public:
    virtual ~AuditTrail() = default;

    /// All entries, newest first.
    virtual Expected<QList<AuditEntry>> entries() const = 0;
    /// Those of one run, newest first; none for a run that there is not.
    virtual Expected<QList<AuditEntry>> entriesOf(const QString &runId) const = 0;
    /// Looks at every entry and at all that is recorded of every run that has ended. What is
    /// recorded of a run that goes on, or was interrupted, is sealed when it ends.
    virtual Expected<AuditVerification> verify() const = 0;

protected:
    AuditTrail() = default;
    Q_DISABLE_COPY_MOVE(AuditTrail)
};

} // namespace Rollbook
