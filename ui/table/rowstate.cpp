// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table/rowstate.h"

#include <QCoreApplication>

namespace Rollbook
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::RowState)
};

} // namespace

QString rowStateTitle(RowState state)
{
    switch (state) {
    case RowState::Problem:
        return Text::tr("Problem");
    case RowState::Ready:
        return Text::tr("Ready");
    case RowState::WillRegister:
        return Text::tr("Will register");
    case RowState::WillWait:
        return Text::tr("Will wait");
    case RowState::WillBeAlready:
        return Text::tr("Registered before");
    case RowState::WillReject:
        return Text::tr("Cannot register");
    case RowState::Waiting:
        return Text::tr("To do");
    case RowState::Registered:
        return statusTitle(RegistrationStatus::Registered);
    case RowState::Waitlisted:
        return statusTitle(RegistrationStatus::Waitlisted);
    case RowState::AlreadyRegistered:
        return statusTitle(RegistrationStatus::AlreadyRegistered);
    case RowState::Rejected:
        return statusTitle(RegistrationStatus::Rejected);
    case RowState::Failed:
        return statusTitle(RegistrationStatus::Failed);
    case RowState::NotAttempted:
        return statusTitle(RegistrationStatus::NotAttempted);
    case RowState::LeftOut:
        return Text::tr("Left out");
    case RowState::WillTakeOut:
        return Text::tr("Will be taken out");
    case RowState::TakenOut:
        return Text::tr("Taken out");
    case RowState::Stays:
        return Text::tr("Stays");
    }
    return {};
}

RowState settledState(RegistrationStatus status)
{
    switch (status) {
    case RegistrationStatus::Registered:
        return RowState::Registered;
    case RegistrationStatus::Waitlisted:
        return RowState::Waitlisted;
    case RegistrationStatus::AlreadyRegistered:
        return RowState::AlreadyRegistered;
    case RegistrationStatus::Rejected:
        return RowState::Rejected;
    case RegistrationStatus::Failed:
        return RowState::Failed;
    case RegistrationStatus::NotAttempted:
        return RowState::NotAttempted;
    }
    return RowState::NotAttempted;
}

RowState settledState(const StudentRegistrationResult &result)
{
    const RegistrationError *error = result.error();
    return error && error->code == ReasonCode::LeftOut ? RowState::LeftOut
                                                       : settledState(result.status());
}

RowState undoState(UndoStatus status, bool isPlanned)
{
    if (status == UndoStatus::LeftAsItIs)
        return RowState::Stays;
    return isPlanned ? RowState::WillTakeOut : RowState::TakenOut;
}

RowState plannedState(RegistrationStatus status)
{
    switch (status) {
    case RegistrationStatus::Registered:
        return RowState::WillRegister;
    case RegistrationStatus::Waitlisted:
        return RowState::WillWait;
    case RegistrationStatus::AlreadyRegistered:
        return RowState::WillBeAlready;
    case RegistrationStatus::Rejected:
    case RegistrationStatus::Failed:
    case RegistrationStatus::NotAttempted:
        return RowState::WillReject;
    }
    return RowState::WillReject;
}

} // namespace Rollbook
