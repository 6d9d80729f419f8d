// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"
#include "table/rowstate.h"

#include <QList>
#include <QMetaType>

namespace Rollbook
{

/// Students of a run who did not get in for the same reason.
struct ReasonGroup {
    RegistrationStatus status = RegistrationStatus::Rejected; ///< Rejected … NotAttempted
    ReasonCode code = ReasonCode::CourseFull;
    QString argument; ///< as in RegistrationError; empty where it is not the same for all
    int count = 0;

    /// The state that their rows have in the table.
    RowState state() const;
    /// "12 need GO0 first", translated.
    QString sentence() const;
    friend bool operator==(const ReasonGroup &, const ReasonGroup &) = default;
};

/// Why students did not get in, most of them first. Takes some 10 ms for a million results; may be
/// called in any thread.
QList<ReasonGroup> groupReasons(const QList<StudentRegistrationResult> &results);

} // namespace Rollbook

Q_DECLARE_METATYPE(Rollbook::ReasonGroup)
