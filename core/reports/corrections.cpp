// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corrections.h"

#include "reporttext.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

std::optional<StudentField> fieldOfColumn(const StudentList &students, int column)
{
    for (int i = 0; i < StudentFieldCount; ++i) {
        const auto field = static_cast<StudentField>(i);
        if (students.column(field) == column)
            return field;
    }
    return std::nullopt;
}

QByteArray bytesOf(QUtf8StringView text)
{
    return {text.data(), text.size()};
}

} // namespace

Corrections::Corrections(const ReportTask &task)
{
    if (task.runs.size() == 1)
        addTableColumns(task.runs.first(), task.rosterHeaders);
    addFieldColumns(task.runs);
}

void Corrections::addTableColumns(const RegisterStudentsResults &run, const QStringList &headers)
{
    for (int column = 0; column < run.students.table().columnCount(); ++column) {
        const auto field = fieldOfColumn(run.students, column);
        QString title = headers.value(column);
        if (headers.isEmpty())
            title = field ? canonicalName(*field) : ReportText::tr("Column %1").arg(column + 1);
        m_columns.push_back({column, field, title.toUtf8()});
    }
}

// Of one run: what a person has added to the columns of the file.
void Corrections::addFieldColumns(const QList<RegisterStudentsResults> &runs)
{
    for (int i = 0; i < StudentFieldCount; ++i) {
        const auto field = static_cast<StudentField>(i);
        const bool isThere = std::any_of(m_columns.cbegin(), m_columns.cend(),
            [field](const Column &column) { return column.field == field; });
        const bool isWanted = std::any_of(runs.cbegin(), runs.cend(),
            [field](const RegisterStudentsResults &run) { return run.students.hasField(field); });
        if (!isThere && isWanted)
            m_columns.push_back({-1, field, canonicalName(field).toUtf8()});
    }
}

QByteArrayList Corrections::header() const
{
    QByteArrayList titles;
    for (const Column &column : m_columns)
        titles += column.title;
    return titles << ReportText::tr("Not registered because").toUtf8()
                  << ReportText::tr("Rollbook run").toUtf8();
}

bool Corrections::isToMend(const StudentRegistrationResult &result)
{
    return result.error() != nullptr;
}

QByteArrayList Corrections::cells(
    const RegisterStudentsResults &run, const StudentRegistrationResult &result) const
{
    QByteArrayList cells;
    for (const Column &column : m_columns) {
        const bool isAsInFile = column.ofTable >= 0
            && !(column.field && run.students.isCorrected(result.row, *column.field));
        cells += bytesOf(isAsInFile ? run.students.table().text(result.row, column.ofTable)
                                    : run.students.field(result.row, *column.field));
    }
    return cells << explain(result).toUtf8() << run.run.id.toUtf8();
}

} // namespace Rollbook
