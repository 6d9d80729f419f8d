// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table/rowreason.h"

#include <QCoreApplication>

namespace Rollbook
{

namespace
{

struct ReasonText {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::RowReason)
};

RegistrationStatus statusOf(ReasonCode code)
{
    return code <= ReasonCode::UnknownCourse ? RegistrationStatus::Rejected
                                             : RegistrationStatus::Failed;
}

} // namespace

RowReason reasonOf(const RegistrationError &error)
{
    return {error.code, isReasonOfOneRow(error.code) ? QString() : QString(error.argument)};
}

QString reasonTitle(const RowReason &reason)
{
    if (reason.code == ReasonCode::DuplicateRow)
        return ReasonText::tr("same student as another row");
    if (reason.code == ReasonCode::InvalidData)
        return ReasonText::tr("something in the row is wrong");
    StudentRegistrationResult result;
    result.outcome = RegistrationError{statusOf(reason.code), reason.code, reason.argument};
    return explain(result);
}

} // namespace Rollbook
