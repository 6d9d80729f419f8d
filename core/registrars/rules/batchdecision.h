// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"
#include "rules/batchidentities.h"
#include "rules/courserules.h"

#include <vector>

namespace Rollbook
{

/// Decides the rows of a batch in roster order, each seeing what the rows before it changed, and
/// notes what a store has to write. Knows no store: it works on the facts that were read.
class BatchDecision
{
public:
    /// A student who is not in the register yet, as that row has them.
    struct NewStudent {
        qint32 student;
        qint32 row;
    };
    /// Fields that the register had nothing for and the row has.
    struct CompletedStudent {
        qint32 student;
        qint32 row;
        quint8 fields; ///< CompletableField
    };
    struct NewPlace {
        qint32 student;
        qint32 course;
        qsizetype position; ///< in the batch, and in results()
    };

    /// nowMs: the moment of new registrations, 0 in a plan. Batch and identities must outlive it.
    BatchDecision(const RegistrationBatch &batch, const BatchIdentities &identities,
        SchoolFacts facts, qint64 nowMs);

    /// Decides the row at that position; to be called once for each, in order.
    void decide(qsizetype position);
    /// Instead of decide(): the row had this result before, and keeps it.
    void keep(const StudentRegistrationResult &earlier);

    /// How long the decided rows took so far.
    void setDuration(qint32 milliseconds);

    const SchoolFacts &facts() const { return m_facts; }
    const RegistrationResults &results() const { return m_results; }
    RegistrationResults takeResults() { return std::move(m_results); }
    const std::vector<NewStudent> &newStudents() const { return m_newStudents; }
    const std::vector<CompletedStudent> &completedStudents() const { return m_completedStudents; }
    const std::vector<NewPlace> &newPlaces() const { return m_newPlaces; }

private:
    RowOutcome outcomeOf(qsizetype position);
    tl::expected<qint32, RegistrationError> studentAt(qsizetype position);
    void enter(qsizetype position, qint32 student, qint32 course, StudentRegistration &place);
    void completeRegister(qint32 student, qint32 row);
    void noteEmail(qint32 student, qint32 row);

    const RegistrationBatch &m_batch;
    const BatchIdentities &m_identities;
    SchoolFacts m_facts;
    RuleContext m_context;
    qint64 m_nowMs;
    RegistrationResults m_results;
    std::vector<qsizetype> m_decided; // positions
    std::vector<NewStudent> m_newStudents;
    std::vector<CompletedStudent> m_completedStudents;
    std::vector<NewPlace> m_newPlaces;
};

} // namespace Rollbook
