// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "waitingcases.h"

#include "runtoend.h"
#include "students.h"
#include "waitingregistrar.h"

namespace Rollbook::Bench
{

Measurement runWaiting(int inFlight)
{
    WaitingRegistrar registrar(WaitingLatency);
    BulkRegistration::Request request;
    request.students = makeStudents(WaitingStudents);
    request.courses =
        CourseAssignment(CourseRef{QStringLiteral("GO1"), QStringLiteral("2026 Fall")});
    request.rosterName = QStringLiteral("list");
    if (inFlight > 0) {
        request.batchSize = 1;
        request.batchesInFlight = inFlight;
    }
    QElapsedTimer clock;
    clock.start();
    const RegisterStudentsResults results = runToEnd(registrar, nullptr, std::move(request));
    const Measurement measurement = since(clock);
    if (results.run.counts[RegistrationStatus::Registered] != WaitingStudents)
        qFatal("registrations are missing");
    return measurement;
}

} // namespace Rollbook::Bench
