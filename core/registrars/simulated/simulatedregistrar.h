// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/heldplaces.h"
#include "registration/registrar.h"
#include "registration/runundo.h"
#include "registration/waitinglist.h"
#include "simulated/replyqueue.h"
#include "simulated/simulatedrecords.h"

#include <QMutex>

#include <set>

namespace Rollbook
{

/// Who a row is, empty where it does not say.
QByteArray simulatedIdentity(const StudentList &students, qint32 row);

struct SimulatedOptions {
    qint64 latencyMs = 20;
    qint64 jitterMs = 5;
    double failures = 0;
    quint64 seed = 1;
};

/// Registers in memory and answers after a while, as a web service does: asynchronous, one thread
/// for any number of rows. Which rows fail depends on the seed and the student alone, so a run can
/// be repeated.
class SimulatedRegistrar : public Registrar
{
public:
    SimulatedRegistrar(const SimulatedOptions &options, SimulatedCourses &courses);
    ~SimulatedRegistrar() override;

    RegistrarCapabilities capabilities() const override;
    QFuture<RegistrationResults> registerBatch(const RegistrationBatch &batch) override;
    QFuture<RegistrationResults> plan(const RegistrationBatch &batch) override;

    enum class Undoing : quint8 { Previewed, Done };
    /// What undoing a run does to each of its rows; any thread.
    QList<UndoResult> undo(const RegisterStudentsResults &then, Undoing undoing);
    /// As WaitingList::promote(); knows no holds.
    Expected<PromotedStudents> promote(const CourseRef &course, std::optional<int> count);
    /// As HeldPlaces has them, of all courses in no order; any thread.
    QList<HeldPlace> placesOf(const Student &student) const;
    QList<HeldPlace> placesIn(const CourseRef &course) const;
    WithdrawnPlaces withdraw(const QList<HeldPlace> &places);

private:
    struct Place {
        Student student;
        StudentRegistration registration;
        QString runId;
        qint32 row = 0;
    };
    struct Section { // a course with those who are in it
        std::optional<int> capacity;
        std::optional<int> waitlistCapacity;
        int seatsTaken = 0;
        int waiting = 0;
        std::set<qint32> freeSeats; // given back
        QHash<QByteArray, Place> places;
    };
    using Sections = QHash<CourseRef, Section>;

    static qint32 takeSeat(Section &section);
    static void closeUp(Section &section);
    static std::vector<Place *> waitingIn(Section &section);
    static void giveBack(Section &section, const QByteArray &student);
    static HeldPlace held(const CourseRef &course, const Place &place);

    RegistrationResults decide(
        const RegistrationBatch &batch, Sections &sections, bool planning) const;
    StudentRegistrationResult decideRow(
        const RegistrationBatch &batch, qint32 row, Section &section, bool planning) const;
    Section &section(Sections &sections, const CourseRef &course) const;
    bool fails(const QByteArray &student) const;
    qint64 delay(qint32 row) const;

    SimulatedOptions m_options;
    SimulatedCourses &m_courses;
    mutable QMutex m_mutex;
    Sections m_sections;
    ReplyQueue m_replies;
};

} // namespace Rollbook
