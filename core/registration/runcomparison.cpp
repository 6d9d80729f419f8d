// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/runcomparison.h"

#include <QHash>

#include <algorithm>

namespace Rollbook
{

namespace
{

// Who, and in which course; by the identifier or by the address.
QString keyOf(const QString &who, const CourseRef &course)
{
    return who.isEmpty() ? QString() : who + u'\x1f' + course.code + u'\x1f' + course.term;
}

bool isDouble(const StudentRegistrationResult &result)
{
    const RegistrationError *error = result.error();
    return error && error->code == ReasonCode::DuplicateRow;
}

bool isSameOutcome(const StudentRegistrationResult &one, const StudentRegistrationResult &other)
{
    const StudentRegistration *held = one.registration();
    const StudentRegistration *heldByOther = other.registration();
    if (held && heldByOther)
        return held->waiting == heldByOther->waiting;
    if (held || heldByOther || one.status() != other.status())
        return false;
    return one.status() != RegistrationStatus::Rejected
        || (one.error()->code == other.error()->code
            && one.error()->argument == other.error()->argument);
}

// The rows of a run, each student once.
class StudentsOfRun
{
public:
    StudentsOfRun(const RegisterStudentsResults &whole, bool byCourse)
        : m_whole(whole)
        , m_byCourse(byCourse)
    {
        for (qsizetype i = 0; i < whole.results.size(); ++i) {
            if (isDouble(whole.results.at(i)))
                m_doubles += i;
            else
                enter(i);
        }
        // Where no other row tells of them.
        for (const qsizetype index : std::as_const(m_doubles))
            enter(index);
        std::sort(m_rows.begin(), m_rows.end());
    }

    const QList<qsizetype> &rows() const { return m_rows; }
    const StudentRegistrationResult &result(qsizetype index) const
    {
        return m_whole.results.at(index);
    }
    Student student(qsizetype index) const { return m_whole.students.student(result(index).row); }
    CourseRef course(qsizetype index) const { return m_whole.courses.courseOf(result(index).row); }
    /// The row of the same student, -1 where there is none.
    qsizetype find(const Student &student, const CourseRef &course) const
    {
        const CourseRef asked = m_byCourse ? course : CourseRef();
        const QString id = keyOf(student.studentId, asked);
        const auto known = m_byId.constFind(id);
        if (!id.isEmpty() && known != m_byId.cend())
            return *known;
        const auto byEmail = m_byEmail.constFind(keyOf(student.email.toCaseFolded(), asked));
        if (student.email.isEmpty() || byEmail == m_byEmail.cend())
            return -1;
        // Brothers and sisters may share an address.
        const bool bothNumbered = !id.isEmpty()
            && !m_whole.students.field(result(*byEmail).row, StudentField::StudentId).isEmpty();
        return bothNumbered ? -1 : *byEmail;
    }

private:
    void enter(qsizetype index)
    {
        const Student listed = student(index);
        const CourseRef named = m_byCourse ? course(index) : CourseRef();
        const QString id = keyOf(listed.studentId, named);
        const QString email = keyOf(listed.email.toCaseFolded(), named);
        if (id.isEmpty() ? m_unnumbered.contains(email) : m_byId.contains(id))
            return;
        if (!id.isEmpty())
            m_byId.insert(id, index);
        else if (!email.isEmpty())
            m_unnumbered.insert(email);
        if (!email.isEmpty() && !m_byEmail.contains(email))
            m_byEmail.insert(email, index);
        m_rows += index;
    }

    const RegisterStudentsResults &m_whole;
    bool m_byCourse;
    QList<qsizetype> m_rows;
    QList<qsizetype> m_doubles;
    QHash<QString, qsizetype> m_byId;
    QHash<QString, qsizetype> m_byEmail; // the first of each
    QSet<QString> m_unnumbered;          // addresses of those without student_id
};

} // namespace

RunComparison compareRuns(
    const RegisterStudentsResults &first, const RegisterStudentsResults &second)
{
    const bool byCourse = first.courses.courses().size() > 1 || second.courses.courses().size() > 1;
    const StudentsOfRun before(first, byCourse);
    const StudentsOfRun after(second, byCourse);
    RunComparison comparison{first.run, second.run, {}, {}};
    QSet<qsizetype> matched;
    for (const qsizetype index : after.rows()) {
        ComparedStudent compared{RunDifference::OnlyInSecond, after.student(index),
            after.course(index), {}, after.result(index)};
        const qsizetype other = before.find(compared.student, compared.course);
        if (other >= 0 && !matched.contains(other)) {
            matched += other;
            compared.first = before.result(other);
            compared.difference = isSameOutcome(*compared.first, *compared.second)
                ? RunDifference::Same
                : RunDifference::OtherOutcome;
        }
        comparison.students += std::move(compared);
    }
    for (const qsizetype index : before.rows()) {
        if (!matched.contains(index)) {
            comparison.students += {RunDifference::OnlyInFirst, before.student(index),
                before.course(index), before.result(index), {}};
        }
    }
    std::stable_sort(comparison.students.begin(), comparison.students.end(),
        [](const ComparedStudent &one, const ComparedStudent &other) {
            return one.difference < other.difference;
        });
    for (const ComparedStudent &student : std::as_const(comparison.students))
        ++comparison.counts[static_cast<std::size_t>(student.difference)];
    return comparison;
}

} // namespace Rollbook
