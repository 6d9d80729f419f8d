// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"

#include <QDeadlineTimer>

namespace Rollbook
{

/// A store that takes nothing for now, and when it is asked again.
struct StoreWait {
    RegistrationError reason;
    QDeadlineTimer nextTry; ///< has expired while it is being asked

    /// "The school cannot be reached.": what is the matter and what can be done, as sentences.
    QString sentence() const;
    /// Until it is asked again, rounded up; 0 while it is being asked.
    int secondsLeft() const;
};

} // namespace Rollbook
