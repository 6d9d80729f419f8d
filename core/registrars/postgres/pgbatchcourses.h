// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgconnection.h"
#include "postgres/pgcoursereader.h"
#include "registration/registrar.h"

#include <optional>
#include <unordered_map>

namespace Rollbook
{

/// The courses that decide about a batch: those that its rows ask for, and others in which its
/// students hold something. Throws PgFault.
class PgBatchCourses
{
public:
    /// The batch must outlive it.
    explicit PgBatchCourses(const RegistrationBatch &batch);

    /// Finds out by what names the school has the courses, where the list names them in another
    /// way. Nothing is locked by that.
    void findNames(PgConnection &connection);
    /// About the courses of the rows.
    std::vector<PgCommand> questions(PgCourseReader::Locking locking) const;
    /// What the students whose keys are kept under that name have completed, where that matters.
    PgCommand completedBy(std::string_view students) const;
    /// Takes the answers; whether there is each course under its name.
    bool takeAnswers(std::span<const PgResult> answers);

    /// Puts the courses of the rows first into the facts.
    void fillIn(SchoolFacts &facts);
    /// Where a course stands in the facts, which comes with takeOthers() if it is new there.
    qint32 indexOf(qint64 key, SchoolFacts &facts);
    /// Of the courses that are read, in the order of their keys, those that are new in the facts.
    void takeOthers(std::vector<CourseFacts> &&read, SchoolFacts &facts);

private:
    struct Names {
        PgArray codes{PgArray::Element::Text};
        PgArray terms{PgArray::Element::Text};
    };
    Names names() const;

    const RegistrationBatch &m_batch;
    std::vector<std::optional<CourseRef>> m_names; // of batch.courses; none: no row wants it
    std::vector<CourseFacts> m_read;
    std::unordered_map<qint64, qint32> m_indexes; // by key
    std::vector<qint32> m_others;                 // indexes, not read yet
};

} // namespace Rollbook
