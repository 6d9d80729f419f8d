// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"

namespace Rollbook
{

/// Exactly one result for each of the rows, in their order, whatever a registrar made of the future
/// that has finished: a fault where there is none.
RegistrationResults takeAnswer(QFuture<RegistrationResults> &&future, const QList<qint32> &rows);

} // namespace Rollbook
