// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"

#include <QString>

namespace Rollbook
{

/// Why rows were not registered, or would not be; rows with the same one can be shown together.
struct RowReason {
    ReasonCode code = ReasonCode::InvalidData;
    QString argument; ///< empty where it would tell each row from every other, see reasonOf()

    friend bool operator==(const RowReason &, const RowReason &) = default;
};

/// True when what else is said of the reason is said of one row alone.
constexpr bool isReasonOfOneRow(ReasonCode code)
{
    return code == ReasonCode::DuplicateRow || code == ReasonCode::InvalidData;
}

/// The reason of an error, without what is said of its row alone: the other row of a double, the
/// words that are wrong.
RowReason reasonOf(const RegistrationError &error);

/// For people, translated: "needs GO0 first".
QString reasonTitle(const RowReason &reason);

} // namespace Rollbook
