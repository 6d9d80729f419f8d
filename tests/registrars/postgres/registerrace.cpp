// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "raceroster.h"

#include "registrars/openschool.h"
#include "registration/bulkregistration.h"

#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>

using namespace Rollbook;

// One of many who register at once: opens the school, says so, waits for a line, registers the list
// of that colleague in that round as a window does, says "row outcome" for each result that comes.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 4)
        return 2;
    auto school = openSchool(arguments[1]);
    if (!school) {
        QTextStream(stderr) << school.error().sentence << '\n';
        return 3;
    }
    QTextStream output(stdout);
    output << "ready\n" << Qt::flush;
    if (std::getchar() == EOF)
        return 4;
    const RaceRoster roster(arguments[2].toInt(), arguments[3].toUInt());
    BulkRegistration::Request request;
    request.students = roster.students;
    request.courses = roster.assignment;
    request.rosterName = roster.name;
    request.batchSize = 8;
    BulkRegistration run((*school)->registrar(), &(*school)->journal(), request);
    QObject::connect(
        &run, &BulkRegistration::resultsReady, &run, [&](const RegistrationResults &results) {
            for (const StudentRegistrationResult &result : results)
                output << result.row << ' ' << outcome(result) << '\n';
        });
    QObject::connect(&run, &BulkRegistration::finished, &application,
        [](const RegisterStudentsResults &results) {
            const bool isWhole = results.run.state == RunState::Finished && !results.problem;
            QCoreApplication::exit(isWhole ? 0 : 1);
        });
    run.start();
    return QCoreApplication::exec();
}
