// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "identifiercolumn.h"

#include "headerwords.h"

#include <QSet>

#include <algorithm>

namespace Rollbook
{

namespace
{

bool mayIdentify(const QString &header)
{
    const QList<HeaderClaim> claims = headerMeaning(header).claims;
    return std::any_of(claims.cbegin(), claims.cend(),
        [](const HeaderClaim &claim) { return claim.field == StudentField::StudentId; });
}

// Different in each row, and not 1, 2, 3.
bool identifies(const QStringList &values)
{
    const QSet<QString> different(values.cbegin(), values.cend());
    if (values.isEmpty() || different.size() != values.size() || different.contains(QString()))
        return false;
    int row = 0;
    return !std::all_of(values.cbegin(), values.cend(), [&row](const QString &value) {
        ++row;
        return value == QString::number(row) || value == QString::number(row) + u'.';
    });
}

} // namespace

std::optional<int> identifierAmongNumbers(const QStringList &headers,
    const StudentList::FieldColumns &columns, const QList<QStringList> &rowsBelow)
{
    for (int column = 0; column < headers.size(); ++column) {
        const bool taken = std::find(columns.begin(), columns.end(), column) != columns.end();
        if (taken || !mayIdentify(headers.at(column)))
            continue;
        QStringList values;
        for (const QStringList &row : rowsBelow) {
            const bool blank = std::all_of(
                row.cbegin(), row.cend(), [](const QString &cell) { return cell.isEmpty(); });
            if (!blank)
                values += row.value(column);
        }
        if (identifies(values))
            return column;
    }
    return std::nullopt;
}

} // namespace Rollbook
