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

bool saysAnythingToCorrect(const RegisterStudentsResults &run, StudentField field)
{
    return std::any_of(run.results.cbegin(), run.results.cend(),
        [&run, field](const StudentRegistrationResult &result) {
            return isToCorrect(result) && !run.students.field(result.row, field).isEmpty();
        });
}

// With those that somebody has added in corrections; all that there are, where the columns of the
// list are not known.
ListColumns columnsOf(const RegisterStudentsResults &run)
{
    QList<ListColumns::Column> columns = run.columns.columns();
    const auto has = [&columns](StudentField field) {
        return std::any_of(columns.cbegin(), columns.cend(),
            [field](const ListColumns::Column &column) { return column.field == field; });
    };
    const bool hasWholeNames = has(StudentField::FullName);
    for (int i = 0; i < StudentFieldCount; ++i) {
        const auto field = static_cast<StudentField>(i);
        const bool isPartOfName =
            field == StudentField::GivenName || field == StudentField::FamilyName;
        const ListColumns::Column column{canonicalName(field), field};
        if (column.isOfStudent() && !has(field) && !(isPartOfName && hasWholeNames)
            && saysAnythingToCorrect(run, field))
            columns += column;
    }
    return run.columns.withMore(columns.sliced(run.columns.columns().size()));
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

CorrectionRows::CorrectionRows(const QList<RegisterStudentsResults> &runs, const QLocale &locale)
    : m_runs(runs)
    , m_locale(locale)
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

QList<QByteArray> CorrectionRows::cellsOf(
    const List &list, const StudentRegistrationResult &result) const
{
    QList<QByteArray> cells(m_headers.size());
    for (int column = 0; column < list.places.size(); ++column)
        cells[list.places.at(column)] = list.columns.cell(list.run->students, result.row, column);
    return cells << explain(result, m_locale).toUtf8()
                 << SequelMark{list.run->run.id, result.row}.text().toUtf8();
}

bool CorrectionRows::forEach(
    const std::function<bool(const QList<QByteArray> &cells)> &take, RowProgress *progress) const
{
    for (const List &list : m_lists) {
        for (const StudentRegistrationResult &result : list.run->results) {
            if (isToCorrect(result) && !take(cellsOf(list, result)))
                return false;
            if (progress && !progress->advance())
                return false;
        }
    }
    return true;
}

} // namespace Rollbook
