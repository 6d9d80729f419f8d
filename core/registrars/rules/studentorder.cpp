// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/studentorder.h"

#include <QCollator>

#include <algorithm>
#include <vector>

namespace Rollbook
{

void sortForPeople(QList<StudentRecord> &students)
{
    struct Keyed {
        QCollatorSortKey family;
        QCollatorSortKey given;
        StudentRecord record;
    };
    const QCollator collator;
    std::vector<Keyed> keyed;
    keyed.reserve(static_cast<std::size_t>(students.size()));
    for (StudentRecord &record : students) {
        keyed.push_back({collator.sortKey(record.student.familyName),
            collator.sortKey(record.student.givenName), std::move(record)});
    }
    std::sort(keyed.begin(), keyed.end(), [](const Keyed &left, const Keyed &right) {
        if (const int family = left.family.compare(right.family))
            return family < 0;
        if (const int given = left.given.compare(right.given))
            return given < 0;
        return std::tie(left.record.student.studentId, left.record.student.email)
            < std::tie(right.record.student.studentId, right.record.student.email);
    });
    for (std::size_t i = 0; i < keyed.size(); ++i)
        students[static_cast<qsizetype>(i)] = std::move(keyed[i].record);
}

} // namespace Rollbook
