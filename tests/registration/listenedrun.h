// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/bulkregistration.h"

namespace Rollbook
{

/// A run of students S0 … in one course, which is patient for milliseconds instead of seconds.
BulkRegistration::Request request(int count);

/// Listens to a run as a window does.
struct Listener {
    explicit Listener(BulkRegistration &run)
    {
        QObject::connect(&run, &BulkRegistration::resultsReady, &run,
            [this](const RegistrationResults &results) { shown += results; });
        QObject::connect(&run, &BulkRegistration::finished, &run,
            [this](const RegisterStudentsResults &results) {
                ++ends;
                answer = results;
            });
    }
    RegistrationResults shown;
    RegisterStudentsResults answer;
    int ends = 0;
};

/// Rules 1 and 2: exactly one result for each row, in order, each shown once before the one end.
void verifyComplete(const Listener &listener, int rows);

/// The same, and each row has the seat of its number.
void verifyAllRegisteredInOrder(const Listener &listener, int rows);

} // namespace Rollbook
