// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace Rollbook
{

struct NameParts {
    QByteArrayView given;
    QByteArrayView family;
};

/// "Family, Given" at the comma, "Given Family" at the last blank, one word is the family name.
/// Borrows from `fullName`.
NameParts splitFullName(QByteArrayView fullName);

} // namespace Rollbook
