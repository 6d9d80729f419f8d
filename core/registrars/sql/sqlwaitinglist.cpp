// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlwaitinglist.h"

#include "rules/courserules.h"
#include "rules/promotion.h"
#include "sql/sqlauditwriter.h"
#include "sql/sqlcoursereader.h"
#include "sql/sqlvalues.h"
#include "sql/sqlwithdrawal.h"

#include <limits>
#include <unordered_map>

namespace Rollbook
{

namespace
{

struct Waiting {
    qint64 key = 0;
    qint32 place = 0;
    Student student;
    StudentFacts facts;
};

/// Reads those who wait for a course, with what the rules look at. Throws what the database throws.
class WaitingReader
{
public:
    /// `courses` grows by those in which they hold something; the first is what they wait for.
    WaitingReader(const SqlDatabase &database, std::vector<CourseFacts> &courses)
        : m_courses(courses)
        , m_courseReader(database)
        , m_waiting(database,
              "SELECT s.id, r.number, coalesce(s.student_id, ''), s.given_name, s.family_name,"
              " s.email, s.hold FROM registrations r JOIN students s ON s.id = r.student"
              " WHERE r.course = ?1 AND r.waiting = 1 ORDER BY r.number")
        , m_places(database,
              "SELECT course, waiting FROM registrations WHERE student = ?1 AND course <> ?2")
        , m_completed(database, "SELECT code FROM completed_courses WHERE student = ?1")
    {
        bindValue(m_waiting, 1, courses.front().key);
        m_indexes.emplace(courses.front().key, 0);
    }

    std::optional<Waiting> next()
    {
        if (!m_waiting.executeStep())
            return std::nullopt;
        Waiting waiting;
        waiting.key = int64At(m_waiting, 0);
        waiting.place = intAt(m_waiting, 1);
        waiting.student.studentId = textAt(m_waiting, 2);
        waiting.student.givenName = textAt(m_waiting, 3);
        waiting.student.familyName = textAt(m_waiting, 4);
        waiting.student.email = textAt(m_waiting, 5);
        waiting.facts.key = waiting.key;
        waiting.facts.known = true;
        waiting.facts.hold = textAt(m_waiting, 6);
        readPlaces(waiting.facts);
        bindValue(fresh(m_completed), 1, waiting.key);
        while (m_completed.executeStep())
            waiting.facts.completedCourses += textAt(m_completed, 0);
        return waiting;
    }

private:
    void readPlaces(StudentFacts &student)
    {
        bindValue(fresh(m_places), 1, student.key);
        bindValue(m_places, 2, m_courses.front().key);
        while (m_places.executeStep()) {
            const qint64 key = int64At(m_places, 0);
            const auto next = static_cast<qint32>(m_courses.size());
            const qint32 index = m_indexes.try_emplace(key, next).first->second;
            if (index == next)
                m_courses.push_back(m_courseReader.withKey(key).value());
            TakenPlace place;
            place.course = index;
            place.waiting = boolAt(m_places, 1);
            student.places.push_back(place);
        }
    }

    std::vector<CourseFacts> &m_courses;
    SqlCourseReader m_courseReader;
    SqlStatement m_waiting;
    SqlStatement m_places;
    SqlStatement m_completed;
    std::unordered_map<qint64, qint32> m_indexes; // by key
};

struct Seat {
    qint64 student;
    qint32 number;
};

void writeSeats(SqlDatabase &database, const CourseFacts &course, const std::vector<Seat> &seats)
{
    SqlStatement seat(database,
        "UPDATE registrations SET waiting = 0, number = ?3, registered_at = ?4"
        " WHERE student = ?1 AND course = ?2");
    const qint64 now = database.now();
    for (const Seat &given : seats) {
        bindValue(fresh(seat), 1, given.student);
        bindValue(seat, 2, course.key);
        seat.bind(3, given.number);
        bindValue(seat, 4, now);
        seat.exec();
    }
    SqlStatement counts(
        database, "UPDATE courses SET seats_taken = ?2, waiting = ?3 WHERE id = ?1");
    bindValue(counts, 1, course.key);
    counts.bind(2, course.seatsTaken);
    counts.bind(3, course.waiting);
    counts.exec();
    SqlStatement used(database, "DELETE FROM free_seats WHERE course = ?1 AND number <= ?2");
    bindValue(used, 1, course.key);
    used.bind(2, course.lastFreeSeatGiven);
    used.exec();
    SqlWithdrawal(database).closeUp(course.key);
}

Expected<PromotedStudents> promoteIn(SqlDatabase &database, const CourseRef &ref, int most)
{
    SqlCourseReader reader(database);
    auto wanted = reader.named(ref);
    if (!wanted)
        return tl::unexpected(noSuchCourse(ref));
    reader.readFreeSeats(*wanted, wanted->waiting);
    std::vector<CourseFacts> courses{std::move(*wanted)};
    std::vector<Seat> seats;
    QList<Student> students;
    PromotedStudents promoted;
    WaitingReader list(database, courses);
    while (static_cast<int>(seats.size()) < most && hasFreeSeat(courses.front())) {
        const auto waiting = list.next();
        if (!waiting)
            break;
        StudentRegistrationResult result;
        result.row = static_cast<qint32>(students.size());
        result.attempts = 1;
        result.outcome = decidePromotion(courses, waiting->facts);
        if (const StudentRegistration *seat = result.registration()) {
            seats.push_back({waiting->key, seat->number});
            courses.front().giveNextSeat();
            --courses.front().waiting;
        }
        students += waiting->student;
        promoted.places += waiting->place;
        promoted.results += std::move(result);
    }
    const CourseFacts &now = courses.front();
    promoted.course = {now.course, now.seatsTaken, now.waiting};
    promoted.students = StudentList::fromStudents(students);
    if (!seats.empty()) {
        writeSeats(database, now, seats);
        SqlAuditWriter(database).append(noteOfPromotion(promoted));
    }
    return promoted;
}

} // namespace

SqlWaitingList::SqlWaitingList(SqlStore &store)
    : m_store(store)
{
}

Expected<PromotedStudents> SqlWaitingList::promote(
    const CourseRef &course, std::optional<int> count)
{
    if (count && *count < 1)
        return tl::unexpected(tooFewToPromote());
    PromotedStudents promoted;
    const auto changed = m_store.change([&](SqlDatabase &database) -> Expected<void> {
        return promoteIn(database, course, count.value_or(std::numeric_limits<int>::max()))
            .map([&promoted](PromotedStudents &&made) { promoted = std::move(made); });
    });
    if (!changed)
        return tl::unexpected(changed.error());
    return promoted;
}

} // namespace Rollbook
