// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fullname.h"

namespace Rollbook
{

NameParts splitFullName(QByteArrayView fullName)
{
    const QByteArrayView name = fullName.trimmed();
    const qsizetype comma = name.indexOf(',');
    if (comma >= 0)
        return {name.sliced(comma + 1).trimmed(), name.first(comma).trimmed()};
    const qsizetype blank = name.lastIndexOf(' ');
    if (blank >= 0)
        return {name.first(blank).trimmed(), name.sliced(blank + 1)};
    return {{}, name};
}

} // namespace Rollbook
