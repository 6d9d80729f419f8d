// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textreplacement.h"

namespace Rollbook
{

QList<Correction> cellsToReplace(
    const StudentList &students, const QList<RowState> &states, const TextReplacement &replacement)
{
    QList<Correction> cells;
    if (replacement.find.isEmpty())
        return cells;
    for (qint32 row = 0; row < students.size(); ++row) {
        if (isRegistered(states.value(row)))
            continue;
        for (const StudentField field : replacement.fields) {
            const QString before = students.text(row, field);
            QString after = before;
            after.replace(replacement.find, replacement.replaceWith, Qt::CaseInsensitive);
            after = after.trimmed();
            if (after != before)
                cells += {row, field, after};
        }
    }
    return cells;
}

} // namespace Rollbook
