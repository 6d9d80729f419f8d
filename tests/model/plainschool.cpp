// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plainschool.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

constexpr int Nobody = -1;

bool meetsAtOnce(const Course &one, const Course &other)
{
    for (const MeetingTime &a : one.meets) {
        for (const MeetingTime &b : other.meets) {
            if (a.dayOfWeek == b.dayOfWeek && a.starts < b.ends && b.starts < a.ends)
                return true;
        }
    }
    return false;
}

} // namespace

PlainSchool::PlainSchool(const QList<Course> &courses, const QList<StudentRecord> &students)
    : m_courses(courses)
{
    for (const StudentRecord &student : students)
        m_people.push_back({student});
}

int PlainSchool::beginRun(QDate today, const RunOptions &options)
{
    m_runs.push_back({today, options, {}, false});
    return static_cast<int>(m_runs.size()) - 1;
}

QString PlainSchool::recorded(int run, qint32 row) const
{
    const auto &rows = m_runs[static_cast<std::size_t>(run)].rows;
    const auto known = rows.find(row);
    return known == rows.end() ? QString() : known->second.outcome;
}

void PlainSchool::refuseRow(int run, qint32 row)
{
    m_runs[static_cast<std::size_t>(run)].rows[row] = {
        {}, {}, QStringLiteral("rejected invalid_data")};
}

QString PlainSchool::registerRow(int run, qint32 row, const Student &student, const QString &course)
{
    QString outcome = recorded(run, row);
    if (!outcome.isEmpty())
        return outcome;
    outcome = decide(run, row, student, course);
    m_runs[static_cast<std::size_t>(run)].rows[row] = {student, course, outcome};
    return outcome;
}

QString PlainSchool::decide(int run, qint32 row, const Student &student, const QString &code)
{
    const PastRun &current = m_runs[static_cast<std::size_t>(run)];
    const Course *course = find(code);
    if (!course)
        return QStringLiteral("rejected unknown_course: ") + code;
    if (student.studentId.isEmpty() && student.email.isEmpty())
        return QStringLiteral("rejected invalid_data");
    const std::vector<int> people = peopleMeant(student);
    if (people.size() > 1)
        return QStringLiteral("rejected invalid_data");
    const int person = people.empty() ? Nobody : people.front();
    if (person == Nobody && current.options.unknownStudents == UnknownStudents::Reject)
        return QStringLiteral("rejected unknown_student");
    if (const Place *held = placeOf(person, code)) {
        if (held->run == run)
            return QStringLiteral("rejected duplicate_row: %1").arg(held->row + 1);
        return QStringLiteral("already_registered %1%2")
            .arg(held->waiting ? QStringLiteral("waiting ") : QString())
            .arg(held->number);
    }
    const QString rule = ruleAgainst(person, *course, current.today);
    return rule.isEmpty() ? enter(run, row, person, student, *course)
                          : QStringLiteral("rejected ") + rule;
}

const Course *PlainSchool::find(const QString &code) const
{
    const auto found = std::find_if(m_courses.cbegin(), m_courses.cend(),
        [&code](const Course &course) { return course.code == code; });
    return found == m_courses.cend() ? nullptr : &*found;
}

const PlainSchool::Place *PlainSchool::placeOf(int person, const QString &course) const
{
    for (const Place &place : m_places) {
        if (place.person == person && place.course == course)
            return &place;
    }
    return nullptr;
}

std::vector<int> PlainSchool::peopleMeant(const Student &student) const
{
    std::vector<int> meant;
    for (std::size_t i = 0; i < m_people.size(); ++i) {
        const Student &known = m_people[i].record.student;
        const bool same = student.studentId.isEmpty()
            ? known.email.compare(student.email, Qt::CaseInsensitive) == 0
            : known.studentId == student.studentId;
        if (same)
            meant.push_back(static_cast<int>(i));
    }
    return meant;
}

// Without a day no day is too early or too late.
QString PlainSchool::ruleAgainst(int person, const Course &course, QDate today) const
{
    const QString hold =
        person == Nobody ? QString() : m_people[static_cast<std::size_t>(person)].record.hold;
    if (!hold.isEmpty())
        return QStringLiteral("hold: ") + hold;
    if (course.opensOn.isValid() && today.isValid() && today < course.opensOn)
        return QStringLiteral("not_open_yet: ") + course.opensOn.toString(Qt::ISODate);
    if (course.closesOn.isValid() && today.isValid() && today > course.closesOn)
        return QStringLiteral("registration_closed: ") + course.closesOn.toString(Qt::ISODate);
    QStringList missing;
    for (const QString &code : course.prerequisites) {
        if (!hasPassed(person, code, course))
            missing += code;
    }
    if (!missing.isEmpty())
        return QStringLiteral("missing_prerequisite: ") + missing.join(QStringLiteral("; "));
    const QString other = conflict(person, course);
    return other.isEmpty() ? QString() : QStringLiteral("time_conflict: ") + other;
}

bool PlainSchool::hasPassed(int person, const QString &code, const Course &wanted) const
{
    if (person == Nobody)
        return false;
    if (m_people[static_cast<std::size_t>(person)].record.completedCourses.contains(code))
        return true;
    const Place *held = placeOf(person, code);
    return held && !held->waiting && find(code)->term != wanted.term;
}

QString PlainSchool::conflict(int person, const Course &wanted) const
{
    QStringList codes;
    for (const Place &place : m_places) {
        if (place.person != person || place.waiting)
            continue;
        const Course &held = *find(place.course);
        if (held.term == wanted.term && meetsAtOnce(held, wanted))
            codes += held.code;
    }
    codes.sort();
    return codes.value(0);
}

int PlainSchool::count(const QString &course, bool waiting) const
{
    return static_cast<int>(std::count_if(m_places.cbegin(), m_places.cend(),
        [&](const Place &place) { return place.course == course && place.waiting == waiting; }));
}

int PlainSchool::freeSeat(const QString &course) const
{
    for (int number = 1;; ++number) {
        const bool taken = std::any_of(m_places.cbegin(), m_places.cend(), [&](const Place &place) {
            return place.course == course && !place.waiting && place.number == number;
        });
        if (!taken)
            return number;
    }
}

bool PlainSchool::hasSeat(const Course &course) const
{
    return !course.capacity || count(course.code, false) < *course.capacity;
}

QString PlainSchool::enter(
    int run, qint32 row, int person, const Student &student, const Course &course)
{
    const int queue = count(course.code, true);
    const bool seat = hasSeat(course);
    const bool place = m_runs[static_cast<std::size_t>(run)].options.whenFull == WhenFull::Waitlist
        && queue < course.waitlistCapacity.value_or(0);
    if (!seat && !place)
        return QStringLiteral("rejected course_full");
    if (person == Nobody) {
        person = static_cast<int>(m_people.size());
        m_people.push_back({{student, {}, {}}});
    }
    Student &known = m_people[static_cast<std::size_t>(person)].record.student;
    if (known.email.isEmpty())
        known.email = student.email;
    const int number = seat ? freeSeat(course.code) : queue + 1;
    m_places.push_back({person, course.code, !seat, number, run, row});
    return seat ? QStringLiteral("registered %1").arg(number)
                : QStringLiteral("waitlisted %1").arg(number);
}

} // namespace Rollbook
