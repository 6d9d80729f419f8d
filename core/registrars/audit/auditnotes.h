// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/auditchain.h"
#include "registration/school.h"

#include <QJsonArray>

namespace Rollbook
{

// What the entries of the trail say. Keys are words as the school file has them. Of students stand
// there their numbers and which fields changed, not what was in them: the trail is never rewritten,
// and personal data has to be removable.

AuditNote noteOfBegin(const Run &run, int rows);
/// rows: of how many there is an outcome already.
AuditNote noteOfContinuing(const Run &run, int rows);
AuditNote noteOfRetry(const Run &run, const RowsAgain &again);
AuditNote noteOfEnd(const Run &run, const QString &seal);
/// seal: empty while it has not ended.
AuditNote noteOfSeal(const QString &runId, const QString &seal);
AuditNote noteOfUndo(const Run &undo, const QString &seal);
AuditNote noteOfPromotion(const PromotedStudents &promoted);
/// Of places that were taken back by hand, at least one.
AuditNote noteOfWithdrawal(const QList<HeldPlace> &places);
AuditNote noteOfRemoval(const CourseRef &course);
AuditNote noteOfRemoval(const Student &student);
/// None when nothing changed.
std::optional<AuditNote> noteOfLetterhead(const Letterhead &before, const Letterhead &after);

/// Gathers what saving courses changes.
class CourseChanges
{
public:
    void add(const std::optional<Course> &before, const Course &after);
    /// None when nothing changed.
    std::optional<AuditNote> note() const;

private:
    QJsonArray m_courses;
    QString m_first;
};

/// Gathers what saving students changes.
class StudentChanges
{
public:
    void add(const std::optional<StudentRecord> &before, const StudentRecord &after);
    /// Several when it is about many, none when nothing changed.
    QList<AuditNote> notes() const;

private:
    QList<QJsonObject> m_students;
};

} // namespace Rollbook
