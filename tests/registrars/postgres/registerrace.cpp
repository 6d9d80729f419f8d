// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "raceroster.h"

#include "registrars/openschool.h"
#include "registration/bulkregistration.h"

#include <QCoreApplication>
#include <QTextStream>

#include <iostream>
#include <memory>
#include <optional>
#include <string>

using namespace Rollbook;

namespace
{

std::optional<QString> nextLine()
{
    std::string line;
    if (!std::getline(std::cin, line))
        return std::nullopt;
    return QString::fromStdString(line);
}

/// Registers the list as a window does; whether all of it became what was to become of it.
bool registerList(School &school, const RaceRoster &roster, QTextStream &output)
{
    BulkRegistration::Request request;
    request.students = roster.students;
    request.courses = roster.assignment;
    request.rosterName = roster.name;
    request.batchSize = 8;
    // Batches that wait together are written together: in some rounds each waits by itself.
    if (roster.round % 5 == 2)
        request.batchesInFlight = 1;
    BulkRegistration run(school.registrar(), &school.journal(), request);
    QObject::connect(
        &run, &BulkRegistration::resultsReady, &run, [&](const RegistrationResults &results) {
            for (const StudentRegistrationResult &result : results)
                output << result.row << ' ' << outcome(result) << '\n';
        });
    QObject::connect(
        &run, &BulkRegistration::finished, &run, [](const RegisterStudentsResults &results) {
            const bool isWhole = results.run.state == RunState::Finished && !results.problem;
            QCoreApplication::exit(isWhole ? 0 : 1);
        });
    run.start();
    return QCoreApplication::exec() == 0;
}

} // namespace

// One of many who register at once. For each line "round URL" it opens the school, unless it has it
// open, says "ready" and waits for a line; then it registers the list of that colleague in that
// round, says "row outcome" for each result that came, and "done".
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 2)
        return 2;
    QTextStream output(stdout);
    QString place;
    std::unique_ptr<School> school;
    while (const auto line = nextLine()) {
        const QString url = line->section(u' ', 1);
        if (url != place) {
            auto opened = openSchool(url);
            if (!opened) {
                QTextStream(stderr) << opened.error().sentence << '\n';
                return 3;
            }
            school = std::move(*opened);
            place = url;
        }
        const RaceRoster roster(arguments[1].toInt(), line->section(u' ', 0, 0).toUInt());
        output << "ready\n" << Qt::flush;
        if (!nextLine())
            return 4;
        if (!registerList(*school, roster, output))
            return 1;
        output << "done\n" << Qt::flush;
    }
    return 0;
}
