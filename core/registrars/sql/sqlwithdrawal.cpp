// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlwithdrawal.h"

#include "sql/sqlvalues.h"

#include <algorithm>

namespace Rollbook
{

SqlWithdrawal::SqlWithdrawal(const SqlDatabase &database)
    : m_delete(database, "DELETE FROM registrations WHERE student = ?1 AND course = ?2")
    , m_count(database,
          "UPDATE courses SET seats_taken = seats_taken - ?2, waiting = waiting - ?3"
          " WHERE id = ?1")
    , m_waiting(database,
          "SELECT student, number FROM registrations WHERE course = ?1 AND waiting = 1"
          " ORDER BY number")
    , m_renumber(
          database, "UPDATE registrations SET number = ?3 WHERE student = ?1 AND course = ?2")
{
}

void SqlWithdrawal::takeBack(std::vector<SqlPlace> places)
{
    struct Freed {
        int seats = 0;
        int places = 0;
    };
    std::map<qint64, Freed> freed; // by course
    // In the order of the table's key.
    std::sort(places.begin(), places.end());
    for (const SqlPlace &place : places) {
        bindValue(fresh(m_delete), 1, place.student);
        bindValue(m_delete, 2, place.course);
        m_delete.exec();
        Freed &ofCourse = freed[place.course];
        ++(place.waiting ? ofCourse.places : ofCourse.seats);
    }
    for (const auto &[course, ofCourse] : freed) {
        bindValue(fresh(m_count), 1, course);
        m_count.bind(2, ofCourse.seats);
        m_count.bind(3, ofCourse.places);
        m_count.exec();
        if (ofCourse.places > 0)
            closeUp(course);
    }
}

void SqlWithdrawal::closeUp(qint64 course)
{
    struct Waiting {
        qint64 student;
        int number;
    };
    std::vector<Waiting> list;
    bindValue(fresh(m_waiting), 1, course);
    while (m_waiting.executeStep())
        list.push_back({int64At(m_waiting, 0), intAt(m_waiting, 1)});
    fresh(m_waiting);
    // Each moves to a number that is free by then, for no two may have the same.
    int next = 0;
    for (const Waiting &waiting : list) {
        if (waiting.number == ++next)
            continue;
        bindValue(fresh(m_renumber), 1, waiting.student);
        bindValue(m_renumber, 2, course);
        m_renumber.bind(3, next);
        m_renumber.exec();
    }
}

} // namespace Rollbook
