// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/student.h"

#include <array>

namespace Rollbook
{

QString canonicalName(StudentField field)
{
    static constexpr std::array<const char *, StudentFieldCount> names{"student_id", "given_name",
        "family_name", "full_name", "email", "birth_date", "grade_level", "course", "notes"};
    return QString::fromLatin1(names[static_cast<std::size_t>(field)]);
}

} // namespace Rollbook
