// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit/auditnotes.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype StudentsInANote = 1000;

QString whenFullWord(WhenFull whenFull)
{
    return whenFull == WhenFull::Reject ? u"reject"_s : u"waitlist"_s;
}

QString unknownStudentsWord(UnknownStudents unknown)
{
    return unknown == UnknownStudents::Reject ? u"reject"_s : u"create"_s;
}

QJsonObject countsOf(const StatusCounts &counts)
{
    QJsonObject object;
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        object.insert(statusWord(status), counts[status]);
    }
    return object;
}

// "1-40, 42", from 1.
QString rangesOf(const QList<qint32> &rows)
{
    QStringList ranges;
    for (qsizetype first = 0, next = 0; first < rows.size(); first = next) {
        for (next = first + 1; next < rows.size() && rows.at(next) == rows.at(next - 1) + 1;)
            ++next;
        QString range = QString::number(rows.at(first) + 1);
        if (next - first > 1)
            range += u'-' + QString::number(rows.at(next - 1) + 1);
        ranges += range;
    }
    return ranges.join(u", "_s);
}

QString nameOf(const CourseRef &course)
{
    return course.term.isEmpty() ? course.code : u"%1 (%2)"_s.arg(course.code, course.term);
}

QString nameOf(const Student &student)
{
    return student.studentId.isEmpty() ? student.email : student.studentId;
}

QJsonValue valueOf(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonObject fieldsOf(const Course &course)
{
    return {{u"title"_s, course.title}, {u"capacity"_s, valueOf(course.capacity)},
        {u"waitlist_capacity"_s, valueOf(course.waitlistCapacity)},
        {u"opens_on"_s, course.opensOn.toString(Qt::ISODate)},
        {u"closes_on"_s, course.closesOn.toString(Qt::ISODate)},
        {u"meets"_s, formatMeetings(course.meets)},
        {u"prerequisites"_s, QJsonArray::fromStringList(course.prerequisites)}};
}

QStringList sortedCodes(QStringList codes)
{
    codes.sort();
    codes.removeDuplicates();
    return codes;
}

QStringList changedFields(const StudentRecord &before, const StudentRecord &after)
{
    const Student &was = before.student;
    const Student &is = after.student;
    QStringList fields;
    const auto compare = [&fields](const QString &name, bool same) {
        if (!same)
            fields += name;
    };
    // A number that is not given is kept.
    compare(u"student_id"_s, is.studentId.isEmpty() || was.studentId == is.studentId);
    compare(u"given_name"_s, was.givenName == is.givenName);
    compare(u"family_name"_s, was.familyName == is.familyName);
    compare(u"email"_s, was.email == is.email);
    compare(u"birth_date"_s, was.birthDate == is.birthDate);
    compare(u"grade_level"_s, was.gradeLevel == is.gradeLevel);
    compare(u"notes"_s, was.notes == is.notes);
    compare(u"hold"_s, before.hold == after.hold);
    compare(u"completed_courses"_s,
        sortedCodes(before.completedCourses) == sortedCodes(after.completedCourses));
    return fields;
}

} // namespace

AuditNote noteOfBegin(const Run &run, int rows)
{
    return {AuditAction::RunBegun, run.id, run.courseName,
        {{u"course"_s, run.courseName}, {u"list"_s, run.rosterName},
            {u"list_hash"_s, run.rosterHash}, {u"rows"_s, rows},
            {u"unknown_students"_s, unknownStudentsWord(run.options.unknownStudents)},
            {u"when_full"_s, whenFullWord(run.options.whenFull)}}};
}

AuditNote noteOfContinuing(const Run &run, int rows)
{
    return {AuditAction::RunContinued, run.id, run.courseName, {{u"rows_recorded"_s, rows}}};
}

AuditNote noteOfRetry(const Run &run, const RowsAgain &again)
{
    return {AuditAction::RowsRetried, run.id, run.courseName,
        {{u"corrected"_s, again.corrected.has_value()}, {u"rows"_s, rangesOf(again.rows)}}};
}

AuditNote noteOfEnd(const Run &run, const QString &seal)
{
    return {AuditAction::RunEnded, run.id, run.courseName,
        {{u"counts"_s, countsOf(run.counts)}, {u"seal"_s, seal},
            {u"state"_s, runStateWord(run.state)}}};
}

AuditNote noteOfSeal(const QString &runId, const QString &seal)
{
    return {AuditAction::RunSealed, runId, {}, {{u"seal"_s, seal}}};
}

AuditNote noteOfUndo(const Run &undo, const QString &seal)
{
    QJsonObject counts;
    for (int i = 0; i < UndoStatusCount; ++i) {
        const auto status = static_cast<UndoStatus>(i);
        counts.insert(undoStatusWord(status), undo.undoCounts[status]);
    }
    return {AuditAction::RunUndone, undo.id, undo.courseName,
        {{u"counts"_s, counts}, {u"seal"_s, seal}, {u"undone_run"_s, undo.undoneRun}}};
}

AuditNote noteOfPromotion(const PromotedStudents &promoted)
{
    QJsonArray students;
    for (const StudentRegistrationResult &result : promoted.results) {
        if (const StudentRegistration *seat = result.registration()) {
            students.append(
                QJsonObject{{u"place"_s, promoted.places.at(result.row)}, {u"seat"_s, seat->number},
                    {u"student"_s, nameOf(promoted.students.student(result.row))}});
        }
    }
    const CourseRef course = promoted.course.course.ref();
    return {AuditAction::Promoted, {}, nameOf(course),
        {{u"code"_s, course.code}, {u"students"_s, students}, {u"term"_s, course.term}}};
}

AuditNote noteOfWithdrawal(const QList<HeldPlace> &places)
{
    QJsonArray taken;
    for (const HeldPlace &place : places) {
        taken.append(QJsonObject{{u"code"_s, place.course.code},
            {place.waiting ? u"place"_s : u"seat"_s, place.number},
            {u"student"_s, nameOf(place.student)}, {u"term"_s, place.course.term}});
    }
    const bool isOneCourse = std::all_of(places.cbegin(), places.cend(),
        [&places](const HeldPlace &place) { return place.course == places.first().course; });
    return {AuditAction::Withdrawn, {},
        isOneCourse ? nameOf(places.first().course) : nameOf(places.first().student),
        {{u"places"_s, taken}}};
}

AuditNote noteOfRemoval(const CourseRef &course)
{
    return {AuditAction::CourseRemoved, {}, nameOf(course),
        {{u"code"_s, course.code}, {u"term"_s, course.term}}};
}

AuditNote noteOfRemoval(const Student &student)
{
    return {AuditAction::StudentRemoved, {}, nameOf(student), {{u"student"_s, nameOf(student)}}};
}

std::optional<AuditNote> noteOfLetterhead(const Letterhead &before, const Letterhead &after)
{
    QJsonArray changed;
    const auto compare = [&changed](bool isSame, const QString &field) {
        if (!isSame)
            changed.append(field);
    };
    compare(before.schoolName == after.schoolName, u"school_name"_s);
    compare(before.address == after.address, u"address"_s);
    compare(before.logo == after.logo, u"logo"_s);
    compare(before.paper == after.paper, u"paper"_s);
    compare(before.language == after.language, u"language"_s);
    if (changed.isEmpty())
        return std::nullopt;
    return AuditNote{AuditAction::LetterheadSaved, {}, after.schoolName, {{u"changed"_s, changed}}};
}

void CourseChanges::add(const std::optional<Course> &before, const Course &after)
{
    QJsonObject fields = fieldsOf(after);
    if (before) {
        const QJsonObject was = fieldsOf(*before);
        QJsonObject changed;
        for (auto field = fields.constBegin(); field != fields.constEnd(); ++field) {
            if (was.value(field.key()) != field.value())
                changed.insert(field.key(), QJsonArray{was.value(field.key()), field.value()});
        }
        if (changed.isEmpty())
            return;
        fields = changed;
    }
    if (m_courses.isEmpty())
        m_first = nameOf(after.ref());
    m_courses.append(QJsonObject{{u"code"_s, after.code}, {u"term"_s, after.term},
        {before ? u"changed"_s : u"added"_s, fields}});
}

std::optional<AuditNote> CourseChanges::note() const
{
    if (m_courses.isEmpty())
        return std::nullopt;
    return AuditNote{AuditAction::CoursesSaved, {},
        m_courses.size() == 1 ? m_first : QString::number(m_courses.size()),
        {{u"courses"_s, m_courses}}};
}

void StudentChanges::add(const std::optional<StudentRecord> &before, const StudentRecord &after)
{
    if (!before) {
        m_students += {{u"student"_s, nameOf(after.student)}, {u"added"_s, true}};
        return;
    }
    const QStringList fields = changedFields(*before, after);
    if (fields.isEmpty())
        return;
    m_students +=
        {{u"student"_s, nameOf(after.student)}, {u"changed"_s, QJsonArray::fromStringList(fields)}};
}

QList<AuditNote> StudentChanges::notes() const
{
    QList<AuditNote> notes;
    for (qsizetype first = 0; first < m_students.size(); first += StudentsInANote) {
        QJsonArray students;
        for (qsizetype i = first; i < std::min(first + StudentsInANote, m_students.size()); ++i)
            students.append(m_students.at(i));
        const QString subject = students.size() == 1
            ? students.first().toObject().value(u"student"_s).toString()
            : QString::number(students.size());
        notes += AuditNote{AuditAction::StudentsSaved, {}, subject, {{u"students"_s, students}}};
    }
    return notes;
}

} // namespace Rollbook
