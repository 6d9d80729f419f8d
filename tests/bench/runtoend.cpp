// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runtoend.h"

#include <QCoreApplication>

namespace Rollbook::Bench
{

RegisterStudentsResults runToEnd(
    Registrar &registrar, RunJournal *journal, BulkRegistration::Request request)
{
    BulkRegistration run(registrar, journal, std::move(request));
    RegisterStudentsResults answer;
    QObject::connect(
        &run, &BulkRegistration::finished, qApp, [&answer](const RegisterStudentsResults &results) {
            answer = results;
            QCoreApplication::quit();
        });
    run.start();
    QCoreApplication::exec();
    return answer;
}

} // namespace Rollbook::Bench
