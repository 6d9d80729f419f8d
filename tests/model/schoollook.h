// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <QStringList>

#include <cstdint>

namespace Rollbook
{

/// Looks into the file of a school, past the program that works with it: at what is there, not at
/// what the program says about it. Throws SQLite::Exception.
class SchoolLook
{
public:
    struct Seats {
        QString course;
        int taken = 0;   ///< as the course itself says
        int waiting = 0; ///< likewise
        std::optional<int> capacity;
        std::optional<int> waitlistCapacity;
        QList<int> seatNumbers; ///< of those who have one, ascending
        QList<int> placeNumbers;
        QStringList holders; ///< as holderText() has them, seats first, by their number
    };
    struct RecordedRun {
        RunState state = RunState::Running;
        StatusCounts counts;
        RegistrationResults results;
    };

    explicit SchoolLook(const QString &path);

    /// From here on only courses and students that are not there yet are looked at.
    void lookOnlyAtNew();
    QList<Seats> seats();
    QStringList students();
    bool isRecorded(const QString &run, qint32 row, RegistrationStatus status);
    RecordedRun run(const QString &id);

    /// Takes a student out as another program would, that knows nothing of seats that are free
    /// again.
    void withdraw(const QString &course, const Student &student);

    static QString holderText(const Student &student, bool waiting, int number);
    static QString studentText(const Student &student);

private:
    SQLite::Database m_database;
    SQLite::Statement m_courses;
    SQLite::Statement m_held;
    SQLite::Statement m_students;
    SQLite::Statement m_recorded;
    SQLite::Statement m_run;
    SQLite::Statement m_results;
    int64_t m_coursesBefore = 0;
    int64_t m_studentsBefore = 0;
};

} // namespace Rollbook
