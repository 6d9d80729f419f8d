// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/course.h"
#include "domain/run.h"
#include "registration/school.h"

#include <map>
#include <vector>

namespace Rollbook
{

/// A school as the rules describe it, in the plainest way: lists that are gone through one row
/// after the other. Knows nothing of batches, threads and stores; what a real run does has to come
/// out the same.
class PlainSchool
{
public:
    PlainSchool(const QList<Course> &courses, const QList<StudentRecord> &students);

    /// What a run of its own on that day does with the rows, one after the other.
    void beginRun(QDate today, const RunOptions &options);
    /// "registered 1", "rejected course_full", … as outcome() in teststore.h has it; what completes
    /// an invalid_data is left out.
    QString registerRow(const Student &student, const QString &course, qint32 row);

    int seatsTaken(const QString &course) const { return count(course, false); }
    int waiting(const QString &course) const { return count(course, true); }

private:
    struct Person {
        StudentRecord record;
    };
    struct Place {
        int person = 0;
        QString course;
        bool waiting = false;
        int number = 0;
        int run = 0;
        qint32 row = 0;
    };

    const Course *find(const QString &code) const;
    const Place *placeOf(int person, const QString &course) const;
    std::vector<int> peopleMeant(const Student &student) const;
    QString ruleAgainst(int person, const Course &course) const;
    bool hasPassed(int person, const QString &code, const Course &wanted) const;
    QString conflict(int person, const Course &wanted) const;
    int count(const QString &course, bool waiting) const;
    QString enter(int person, const Student &student, const Course &course, qint32 row);

    QList<Course> m_courses;
    std::vector<Person> m_people;
    std::vector<Place> m_places;
    QDate m_today;
    RunOptions m_options;
    int m_run = 0;
};

} // namespace Rollbook
