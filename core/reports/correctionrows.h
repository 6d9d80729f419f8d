// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"
#include "rowprogress.h"

#include <QByteArray>
#include <QLocale>

#include <functional>

namespace Rollbook
{

/// The rows of runs that did not get in, in the columns of the lists that they came in; two more at
/// the end say why, and where a row comes from (SequelMark). Lists with different columns stand in
/// one table with all of them. Borrows the runs.
class CorrectionRows
{
public:
    /// Days in reasons are written as the locale has them.
    CorrectionRows(const QList<RegisterStudentsResults> &runs, const QLocale &locale);

    /// The words over the columns, UTF-8.
    QList<QByteArray> header() const;
    qsizetype reasonColumn() const { return m_headers.size(); }
    qsizetype count() const;
    /// Hands over row by row, in the order of runs and lists; false as soon as `take` says so.
    /// Progress is made with the rows that got in, too; when it is stopped, so is this.
    bool forEach(const std::function<bool(const QList<QByteArray> &cells)> &take,
        RowProgress *progress = nullptr) const;

private:
    struct List {
        const RegisterStudentsResults *run;
        ListColumns columns;
        QList<qsizetype> places; ///< by column of the list: which one of all
    };

    QList<QByteArray> cellsOf(const List &list, const StudentRegistrationResult &result) const;

    const QList<RegisterStudentsResults> &m_runs;
    QLocale m_locale;
    QStringList m_headers;
    QList<List> m_lists;
};

/// Whether the row goes back to whoever made the list.
bool isToCorrect(const StudentRegistrationResult &result);

} // namespace Rollbook
