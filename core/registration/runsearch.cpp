// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/runsearch.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

bool isWithin(QDate day, QDate from, QDate to)
{
    return (!from.isValid() || day >= from) && (!to.isValid() || day <= to);
}

QStringList sortedNames(const QSet<QString> &names)
{
    QStringList sorted(names.cbegin(), names.cend());
    std::sort(sorted.begin(), sorted.end(), [](const QString &one, const QString &other) {
        return QString::localeAwareCompare(one, other) < 0;
    });
    return sorted;
}

} // namespace

bool isSameStudent(const Student &student, const Student &listed)
{
    const auto hasAddress = [&] {
        return !student.email.isEmpty()
            && student.email.compare(listed.email, Qt::CaseInsensitive) == 0;
    };
    if (student.studentId.isEmpty())
        return hasAddress();
    return listed.studentId.isEmpty() ? hasAddress() : student.studentId == listed.studentId;
}

RunSearch::RunSearch(const RunFilter &filter)
    : m_filter(filter)
    , m_words(filter.words)
    , m_course(filter.course)
    , m_student(filter.student)
{
}

bool RunSearch::mayFind(const Run &run, const QString &courses) const
{
    if (m_filter.kind && run.kind != *m_filter.kind)
        return false;
    if (!m_filter.startedBy.isEmpty() && run.startedBy != m_filter.startedBy)
        return false;
    // An undo has none of these statuses.
    if (!m_filter.statuses.isEmpty() && run.kind == RunKind::Undo)
        return false;
    return isWithin(run.startedAt.toLocalTime().date(), m_filter.from, m_filter.to)
        && m_course.areIn({run.courseName, courses})
        && m_words.areIn(
            {run.courseName, courses, run.rosterName, run.rosterPath, run.startedBy, run.id});
}

bool RunSearch::looksAtRows(const Run &run) const
{
    if (asksForStudent())
        return true;
    if (m_filter.statuses.isEmpty())
        return false;
    // The counts of a run that has not ended are those of before.
    return run.state == RunState::Running
        || std::none_of(m_filter.statuses.cbegin(), m_filter.statuses.cend(),
            [&run](RegistrationStatus status) { return run.counts[status] > 0; });
}

std::optional<FoundRun> RunSearch::find(const RegisterStudentsResults &whole) const
{
    FoundRun found{whole.run, false, {}, 0};
    QByteArray buffer;
    for (qsizetype i = 0; i < whole.results.size(); ++i) {
        const int row = whole.results.at(i).row;
        const auto field = [&](StudentField name) { return whole.students.field(row, name); };
        if (!isAskedFor(whole.results.at(i).status())
            || !m_student.areIn({field(StudentField::StudentId), field(StudentField::GivenName),
                                    field(StudentField::FamilyName), field(StudentField::Email)},
                buffer))
            continue;
        ++found.rowsFound;
        if (!asksForStudent())
            break;
        if (found.rowsFound <= m_filter.mostRows)
            found.rows += rowOf(whole, i);
    }
    if (found.rowsFound == 0)
        return std::nullopt;
    if (!asksForStudent())
        found.rowsFound = 0;
    return found;
}

RunRow rowOf(const RegisterStudentsResults &whole, qsizetype index)
{
    const StudentRegistrationResult &result = whole.results.at(index);
    return {whole.students.student(result.row), whole.courses.courseOf(result.row), result, {}};
}

void enterChoices(FoundRuns &found, const QList<Run> &runs)
{
    QSet<QString> people;
    QSet<QString> courses;
    for (const Run &run : runs) {
        people += run.startedBy;
        if (!run.courseName.isEmpty())
            courses += run.courseName;
    }
    found.all = static_cast<int>(runs.size());
    found.people = sortedNames(people);
    found.courses = sortedNames(courses);
}

} // namespace Rollbook
