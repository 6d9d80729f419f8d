// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlcourses.h"

#include "registrars/coursecheck.h"
#include "rules/coursechoice.h"
#include "rules/promotion.h"
#include "rules/removal.h"
#include "sql/sqlauditwriter.h"
#include "sql/sqlcoursereader.h"
#include "sql/sqlvalues.h"

namespace Rollbook
{

namespace
{

QList<CourseSeats> readCourses(SqlDatabase &database)
{
    QList<CourseSeats> courses;
    std::vector<CourseFacts> all = SqlCourseReader(database).all();
    for (CourseFacts &facts : all)
        courses.append({std::move(facts.course), facts.seatsTaken, facts.waiting});
    return courses;
}

class CourseWriter
{
public:
    explicit CourseWriter(const SqlDatabase &database)
        : m_known(database)
        , m_upsert(database,
              "INSERT INTO courses (code, term, title, capacity, waitlist_capacity, opens_on,"
              " closes_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (code, term) DO UPDATE"
              " SET title = excluded.title, capacity = excluded.capacity,"
              " waitlist_capacity = excluded.waitlist_capacity, opens_on = excluded.opens_on,"
              " closes_on = excluded.closes_on RETURNING id")
        , m_forgetMeetings(database, "DELETE FROM meetings WHERE course = ?1")
        , m_insertMeeting(database,
              "INSERT INTO meetings (course, position, day, starts, ends)"
              " VALUES (?1, ?2, ?3, ?4, ?5)")
        , m_forgetPrerequisites(database, "DELETE FROM prerequisites WHERE course = ?1")
        , m_insertPrerequisite(
              database, "INSERT INTO prerequisites (course, position, code) VALUES (?1, ?2, ?3)")
    {
    }

    /// Notes what that changes.
    Expected<void> write(const Course &course, CourseChanges &changes)
    {
        const auto known = m_known.named(course.ref());
        const auto problem =
            checkCourse(course, known ? known->seatsTaken : 0, known ? known->waiting : 0);
        if (problem)
            return fail(ErrorCode::InvalidData, problem->sentence);
        bindValue(fresh(m_upsert), 1, course.code);
        bindValue(m_upsert, 2, course.term);
        bindValue(m_upsert, 3, course.title);
        bindValue(m_upsert, 4, course.capacity);
        bindValue(m_upsert, 5, course.waitlistCapacity);
        bindValue(m_upsert, 6, course.opensOn);
        bindValue(m_upsert, 7, course.closesOn);
        m_upsert.executeStep();
        const qint64 key = int64At(m_upsert, 0);
        fresh(m_upsert);
        writeMeetings(key, course.meets);
        writePrerequisites(key, course.prerequisites);
        changes.add(known ? std::optional(known->course) : std::nullopt, course);
        return {};
    }

private:
    void writeMeetings(qint64 course, const QList<MeetingTime> &meetings)
    {
        bindValue(fresh(m_forgetMeetings), 1, course);
        m_forgetMeetings.exec();
        for (qsizetype i = 0; i < meetings.size(); ++i) {
            bindValue(fresh(m_insertMeeting), 1, course);
            m_insertMeeting.bind(2, static_cast<int>(i));
            m_insertMeeting.bind(3, meetings[i].dayOfWeek);
            bindValue(m_insertMeeting, 4, meetings[i].starts.toString(Qt::ISODate));
            bindValue(m_insertMeeting, 5, meetings[i].ends.toString(Qt::ISODate));
            m_insertMeeting.exec();
        }
    }

    void writePrerequisites(qint64 course, const QStringList &codes)
    {
        bindValue(fresh(m_forgetPrerequisites), 1, course);
        m_forgetPrerequisites.exec();
        for (qsizetype i = 0; i < codes.size(); ++i) {
            bindValue(fresh(m_insertPrerequisite), 1, course);
            m_insertPrerequisite.bind(2, static_cast<int>(i));
            bindValue(m_insertPrerequisite, 3, codes[i]);
            m_insertPrerequisite.exec();
        }
    }

    SqlCourseReader m_known;
    SqlStatement m_upsert;
    SqlStatement m_forgetMeetings;
    SqlStatement m_insertMeeting;
    SqlStatement m_forgetPrerequisites;
    SqlStatement m_insertPrerequisite;
};

void removeWithKey(SqlDatabase &database, qint64 key)
{
    for (const char *part : {"DELETE FROM meetings WHERE course = ?1",
             "DELETE FROM prerequisites WHERE course = ?1", "DELETE FROM courses WHERE id = ?1"}) {
        SqlStatement statement(database, part);
        bindValue(statement, 1, key);
        statement.exec();
    }
}

} // namespace

SqlCourses::SqlCourses(SqlStore &store)
    : m_store(store)
{
}

Expected<QList<CourseSeats>> SqlCourses::courses() const
{
    auto courses = m_store.read(readCourses);
    if (courses)
        sortForPeople(*courses);
    return courses;
}

Expected<CourseSeats> SqlCourses::find(const QString &code, const QString &term) const
{
    return courses().and_then([&](const QList<CourseSeats> &courses) {
        return chooseCourse(courses, code.trimmed(), term.trimmed());
    });
}

Expected<void> SqlCourses::save(const QList<Course> &courses)
{
    return m_store.change([&courses](SqlDatabase &database) -> Expected<void> {
        CourseWriter writer(database);
        CourseChanges changes;
        for (const Course &course : courses) {
            auto written = writer.write(course, changes);
            if (!written)
                return written;
        }
        if (const auto note = changes.note())
            SqlAuditWriter(database).append(*note);
        return {};
    });
}

Expected<void> SqlCourses::remove(const CourseRef &course)
{
    return m_store.change([&course](SqlDatabase &database) -> Expected<void> {
        const auto known = SqlCourseReader(database).named(course);
        if (!known)
            return tl::unexpected(noSuchCourse(course));
        if (known->seatsTaken + known->waiting > 0)
            return tl::unexpected(courseIsInUse(course, known->seatsTaken, known->waiting));
        removeWithKey(database, known->key);
        SqlAuditWriter(database).append(noteOfRemoval(course));
        return {};
    });
}

} // namespace Rollbook
