// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/storewait.h"

#include <QCoreApplication>

namespace Rollbook
{

namespace
{

// Beside the other sentences about faults.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Outcome)
};

} // namespace

QString StoreWait::sentence() const
{
    switch (reason.code) {
    case ReasonCode::StoreBusy:
        return Text::tr("The school is in use by another program.");
    case ReasonCode::StoreFull:
        return Text::tr("No space is left where the school lies. Make room there.");
    case ReasonCode::StoreReadOnly:
        return Text::tr("The school can be read but not changed. Ask for permission.");
    case ReasonCode::Throttled:
        return Text::tr("The school asks to be left alone for a while.");
    default:
        if (!reason.argument.isEmpty())
            return reason.argument;
        return Text::tr("The school cannot be reached.");
    }
}

int StoreWait::secondsLeft() const
{
    return static_cast<int>((nextTry.remainingTime() + 999) / 1000);
}

} // namespace Rollbook
