// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/reportorder.h"

#include <QSet>

#include <algorithm>

namespace Rollbook
{

namespace
{

/// Says of each row whether it is wanted.
class WantedRows
{
public:
    WantedRows(const ReportSubject &subject, const ReportRows &rows)
        : m_rows(rows)
    {
        const QList<qint32> some = rows.kind == ReportRows::Kind::Selected
            ? subject.selected
            : subject.shown.value_or(QList<qint32>());
        if (rows.kind == ReportRows::Kind::Selected || rows.kind == ReportRows::Kind::Shown)
            m_some = QSet<qint32>(some.cbegin(), some.cend());
    }

    bool contains(const StudentRegistrationResult &result) const
    {
        switch (m_rows.kind) {
        case ReportRows::Kind::All:
            return true;
        case ReportRows::Kind::OneStatus:
            return result.status() == m_rows.status;
        case ReportRows::Kind::NotIn:
            return result.error() != nullptr;
        case ReportRows::Kind::Selected:
        case ReportRows::Kind::Shown:
            break;
        }
        return m_some.contains(result.row);
    }

private:
    ReportRows m_rows;
    QSet<qint32> m_some;
};

} // namespace

int countOf(const ReportSubject &subject, const ReportRows &rows)
{
    const WantedRows wanted(subject, rows);
    qsizetype count = 0;
    for (const RegisterStudentsResults &run : subject.runs) {
        count += std::count_if(run.results.cbegin(), run.results.cend(),
            [&wanted](const StudentRegistrationResult &result) { return wanted.contains(result); });
    }
    return static_cast<int>(count);
}

QList<RegisterStudentsResults> runsWith(const ReportSubject &subject, const ReportRows &rows)
{
    QList<RegisterStudentsResults> runs = subject.runs;
    if (rows.kind == ReportRows::Kind::All)
        return runs;
    const WantedRows wanted(subject, rows);
    for (RegisterStudentsResults &run : runs) {
        run.results.removeIf([&wanted](const StudentRegistrationResult &result) {
            return !wanted.contains(result);
        });
        run.run.counts = {};
        for (const StudentRegistrationResult &result : std::as_const(run.results))
            run.run.counts.add(result.status());
    }
    return runs;
}

} // namespace Rollbook
