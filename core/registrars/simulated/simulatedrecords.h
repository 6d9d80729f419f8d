// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"
#include "simulated/simulatedaudit.h"

#include <QHash>
#include <QMap>
#include <QMutex>

namespace Rollbook
{

/// The courses of the simulated school: those that were saved, and any other code when asked for.
class SimulatedCourses : public CourseCatalogue
{
public:
    /// The trail must outlive it.
    SimulatedCourses(
        SimulatedTrail &trail, std::optional<int> capacity, std::optional<int> waitlistCapacity);

    Expected<QList<CourseSeats>> courses() const override;
    Expected<CourseSeats> find(const QString &code, const QString &term) const override;
    Expected<void> save(const QList<Course> &courses) override;
    Expected<void> remove(const CourseRef &course) override;

    /// The course of that name, as saved or as every other one is.
    Course course(const CourseRef &ref) const;
    void setSeats(const CourseRef &ref, int seatsTaken, int waiting);

private:
    SimulatedTrail &m_trail;
    mutable QMutex m_mutex;
    Course m_pattern;
    QHash<CourseRef, CourseSeats> m_courses;
};

class SimulatedStudents : public StudentDirectory
{
public:
    /// What students hold, and the trail, must outlive it.
    SimulatedStudents(SimulatedTrail &trail, const HeldPlaces &places);

    Expected<QList<StudentRecord>> students() const override;
    Expected<void> save(const QList<StudentRecord> &students) override;
    Expected<void> remove(const Student &student) override;

private:
    SimulatedTrail &m_trail;
    const HeldPlaces &m_places;
    mutable QMutex m_mutex;
    QMap<QString, StudentRecord> m_students; // by identifier
};

class SimulatedJournal : public RunJournal
{
public:
    /// The trail must outlive it.
    explicit SimulatedJournal(SimulatedTrail &trail);

    Expected<void> begin(const Run &run, const RunRoster &roster) override;
    Expected<void> goOn(const Run &run) override;
    Expected<void> tryAgain(const Run &run, const RowsAgain &again) override;
    void leave(const Run &run) override;
    bool isInWork(const QString &id) const override;
    Expected<void> record(const Run &run, const StudentList &students,
        const CourseAssignment &courses, const QList<StudentRegistrationResult> &results) override;
    Expected<void> end(const Run &run) override;
    Expected<QList<Run>> runs() const override;
    Expected<RegisterStudentsResults> run(const QString &id) const override;
    Expected<ListColumns> columns(const QString &id) const override;

    /// Enters an undo with all that it did, and that its run is undone.
    void recordUndo(const UndoneRun &undone);
    Expected<UndoneRun> undo(const QString &id) const;
    /// What a look at all runs, by their ids, finds while nothing is changed.
    AuditVerification atOneMoment(const std::function<AuditVerification(
            const QStringList &runs, const AuditChainCheck::SealNow &sealNow)> &look) const;

private:
    struct Entry {
        Run run;
        RunRoster roster;
        QHash<qint32, StudentRegistrationResult> results;
        bool isInWork = false;
        ListColumns columns = {};
    };
    // All with the mutex locked.
    Expected<Entry *> enterGoingOn(const Run &run);
    /// The entry of a run, made unless it is there.
    Entry &enter(const Run &run, int rows);
    /// Of an undo what it did is sealed, of any other run the outcomes.
    QString sealOf(const QString &id) const;

    SimulatedTrail &m_trail;
    mutable QMutex m_mutex;
    QMap<QString, Entry> m_runs;        // by id, which sorts by time
    QHash<QString, UndoneRun> m_undone; // by the id of the undo
};

} // namespace Rollbook
