// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "correctionrows.h"

#include "domain/sequelmark.h"
#include "reporttext.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

bool saysAnything(const StudentList &students, StudentField field)
{
    for (int row = 0; row < students.size(); ++row) {
        if (!students.field(row, field).isEmpty())
            return true;
    }
    return false;
}

// Of a run of which the columns are not known: the fields that its rows have.
ListColumns columnsOf(const RegisterStudentsResults &run)
{
    if (!run.columns.isEmpty())
        return run.columns;
    QList<ListColumns::Column> columns;
    for (int i = 0; i < StudentFieldCount; ++i) {
        const auto field = static_cast<StudentField>(i);
        const ListColumns::Column column{canonicalName(field), field};
        if (column.isOfStudent() && saysAnything(run.students, field))
            columns += column;
    }
    return {columns, TextTable()};
}

// The same word twice in one list means two columns, in two lists it means one.
QList<qsizetype> placesOf(const ListColumns &columns, QStringList &headers)
{
    QList<qsizetype> places;
    for (const ListColumns::Column &column : columns.columns()) {
        qsizetype place = headers.indexOf(column.header);
        while (place >= 0 && places.contains(place))
            place = headers.indexOf(column.header, place + 1);
        if (place < 0) {
            place = headers.size();
            headers += column.header;
        }
        places += place;
    }
    return places;
}

} // namespace

bool isToCorrect(const StudentRegistrationResult &result)
{
    return result.error() != nullptr;
}

CorrectionRows::CorrectionRows(const QList<RegisterStudentsResults> &runs)
    : m_runs(runs)
{
    for (const RegisterStudentsResults &run : m_runs) {
        const ListColumns columns = columnsOf(run);
        m_lists += {&run, columns, placesOf(columns, m_headers)};
    }
}

QList<QByteArray> CorrectionRows::header() const
{
    QList<QByteArray> header;
    for (const QString &word : m_headers)
        header += word.toUtf8();
    return header << ReportText::tr("Why not registered").toUtf8() << SequelMark::header().toUtf8();
}

qsizetype CorrectionRows::count() const
{
    qsizetype count = 0;
    for (const RegisterStudentsResults &run : m_runs)
        count += std::count_if(run.results.cbegin(), run.results.cend(), isToCorrect);
    return count;
}

bool CorrectionRows::forEach(const std::function<bool(const QList<QByteArray> &cells)> &take) const
{
    for (const List &list : m_lists) {
        for (const StudentRegistrationResult &result : list.run->results) {
            if (!isToCorrect(result))
                continue;
            QList<QByteArray> cells(m_headers.size());
            for (int column = 0; column < list.places.size(); ++column)
                cells[list.places.at(column)] =
                    list.columns.cell(list.run->students, result.row, column);
            cells << explain(result).toUtf8()
                  << SequelMark{list.run->run.id, result.row}.text().toUtf8();
            if (!take(cells))
                return false;
        }
    }
    return true;
}

} // namespace Rollbook
