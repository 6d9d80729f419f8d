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
/// after the other. Knows nothing of batches, threads and stores; what a real school does has to
/// come out the same.
class PlainSchool
{
public:
    PlainSchool(const QList<Course> &courses, const QList<StudentRecord> &students);

    /// Begins a run on that day, and gives its number, from 0.
    int beginRun(QDate today, const RunOptions &options);
    /// What becomes of a row: "registered 1", "rejected course_full", … as outcome() in teststore.h
    /// has it; what completes an invalid_data is left out. A row that is sent once more keeps what
    /// became of it then.
    QString registerRow(int run, qint32 row, const Student &student, const QString &course);
    /// A row that the roster check refused.
    void refuseRow(int run, qint32 row);
    /// What became of the row so far; empty: nothing.
    QString recorded(int run, qint32 row) const;

    bool isUndone(int run) const { return m_runs[static_cast<std::size_t>(run)].undone; }
    /// What undoing does to each row of a run of that many: "withdrawn seat 1", "nothing_to_undo".
    QStringList undo(int run, qint32 rows);
    /// Who moves up: "place 1 seat 3", or "place 1 rejected hold: …" for those passed over.
    QStringList promote(const QString &course, std::optional<int> count);

    struct Holder {
        Student student;
        bool waiting = false;
        int number = 0;
    };
    /// Seats, then places, by their number.
    QList<Holder> holders(const QString &course) const;
    void withdraw(const QString &course, const Holder &holder);
    void addSeats(const QString &course, int more);

    /// Null where there is none.
    const Course *find(const QString &code) const;
    QList<Student> students() const;

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
    struct Row {
        Student student;
        QString course;
        QString outcome;
    };
    struct PastRun {
        QDate today;
        RunOptions options;
        std::map<qint32, Row> rows;
        bool undone = false;
    };

    QString decide(int run, qint32 row, const Student &student, const QString &code);
    const Place *placeOf(int person, const QString &course) const;
    std::vector<int> peopleMeant(const Student &student) const;
    QString ruleAgainst(int person, const Course &course, QDate today) const;
    bool hasPassed(int person, const QString &code, const Course &wanted) const;
    QString conflict(int person, const Course &wanted) const;
    int count(const QString &course, bool waiting) const;
    int freeSeat(const QString &course) const;
    bool hasSeat(const Course &course) const;
    QString enter(int run, qint32 row, int person, const Student &student, const Course &course);
    QString decideUndo(int run, qint32 row, const Row &then) const;
    void leave(int person, const QString &course);
    void closeUp(const QString &course);

    QList<Course> m_courses;
    std::vector<Person> m_people;
    std::vector<Place> m_places;
    std::vector<PastRun> m_runs;
};

} // namespace Rollbook
