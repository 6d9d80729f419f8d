// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens to a plain school besides registering: undo, moving up, withdrawing, more seats.

#include "plainschool.h"

#include <algorithm>

namespace Rollbook
{

void PlainSchool::leave(int person, const QString &course)
{
    std::erase_if(m_places,
        [&](const Place &place) { return place.person == person && place.course == course; });
    closeUp(course);
}

void PlainSchool::closeUp(const QString &course)
{
    std::vector<Place *> list;
    for (Place &place : m_places) {
        if (place.course == course && place.waiting)
            list.push_back(&place);
    }
    std::sort(list.begin(), list.end(),
        [](const Place *left, const Place *right) { return left->number < right->number; });
    int number = 0;
    for (Place *place : list)
        place->number = ++number;
}

QString PlainSchool::decideUndo(int run, qint32 row, const Row &then) const
{
    const bool gaveSeat = then.outcome.startsWith(QStringLiteral("registered"));
    const bool gavePlace = then.outcome.startsWith(QStringLiteral("waitlisted"));
    if (!gaveSeat && !gavePlace)
        return QStringLiteral("nothing_to_undo");
    for (const Place &place : m_places) {
        if (place.run != run || place.row != row)
            continue;
        if (gavePlace && !place.waiting)
            return QStringLiteral("left_as_it_is moved_up_since");
        return QStringLiteral("withdrawn %1 %2")
            .arg(place.waiting ? QStringLiteral("place") : QStringLiteral("seat"))
            .arg(place.number);
    }
    const std::vector<int> people = peopleMeant(then.student);
    const bool held = std::any_of(people.cbegin(), people.cend(),
        [&](int person) { return placeOf(person, then.course) != nullptr; });
    return held ? QStringLiteral("left_as_it_is registered_anew")
                : QStringLiteral("left_as_it_is withdrew_since");
}

QStringList PlainSchool::undo(int run, qint32 rows)
{
    PastRun &past = m_runs[static_cast<std::size_t>(run)];
    past.undone = true;
    QStringList outcomes;
    std::vector<std::pair<int, QString>> out;
    for (qint32 row = 0; row < rows; ++row) {
        outcomes += decideUndo(run, row, past.rows[row]);
        if (!outcomes.last().startsWith(QStringLiteral("withdrawn")))
            continue;
        for (const Place &place : m_places) {
            if (place.run == run && place.row == row)
                out.emplace_back(place.person, place.course);
        }
    }
    for (const auto &[person, course] : out)
        leave(person, course);
    return outcomes;
}

QStringList PlainSchool::promote(const QString &code, std::optional<int> most)
{
    const Course &course = *find(code);
    QStringList outcomes;
    int moved = 0;
    const int waiting = count(code, true);
    for (int number = 1; number <= waiting && hasSeat(course) && (!most || moved < *most);
         ++number) {
        const auto place = std::find_if(m_places.begin(), m_places.end(), [&](const Place &one) {
            return one.course == code && one.waiting && one.number == number;
        });
        const QString rule = ruleAgainst(place->person, course, {});
        if (!rule.isEmpty()) {
            outcomes += QStringLiteral("place %1 rejected %2").arg(QString::number(number), rule);
            continue;
        }
        const int seat = freeSeat(code);
        place->waiting = false;
        place->number = seat;
        ++moved;
        outcomes += QStringLiteral("place %1 registered %2").arg(number).arg(seat);
    }
    closeUp(code);
    return outcomes;
}

QList<PlainSchool::Holder> PlainSchool::holders(const QString &course) const
{
    QList<Holder> all;
    for (const Place &place : m_places) {
        if (place.course == course) {
            const Person &person = m_people[static_cast<std::size_t>(place.person)];
            all += Holder{person.record.student, place.waiting, place.number};
        }
    }
    std::sort(all.begin(), all.end(), [](const Holder &left, const Holder &right) {
        return std::make_pair(left.waiting, left.number)
            < std::make_pair(right.waiting, right.number);
    });
    return all;
}

void PlainSchool::withdraw(const QString &course, const Holder &holder)
{
    const auto place = std::find_if(m_places.cbegin(), m_places.cend(), [&](const Place &one) {
        return one.course == course && one.waiting == holder.waiting && one.number == holder.number;
    });
    leave(place->person, course);
}

void PlainSchool::addSeats(const QString &course, int more)
{
    for (Course &one : m_courses) {
        if (one.code == course && one.capacity)
            *one.capacity += more;
    }
}

QList<Student> PlainSchool::students() const
{
    QList<Student> all;
    for (const Person &person : m_people)
        all += person.record.student;
    return all;
}

} // namespace Rollbook
