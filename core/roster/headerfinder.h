// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringList>

namespace Rollbook
{

struct HeaderPlace {
    int row = -1; ///< from 0, among the rows given; -1 where there is none
    bool found = false;
};

/// Which of the first rows of a list is the header: its cells are words that schools use for
/// columns (or at least words, above a column of numbers or e-mail addresses) and what is below
/// looks like students. Above it there may be titles, dates, blank rows, column letters, and the
/// first line of a header of two. Not found: the list begins with a student, or with nothing that
/// can be told from one. A header without students below is found too. Any thread.
HeaderPlace findHeader(const QList<QStringList> &firstRows);

/// True when `row` says what the header says, as where an export repeats it on each page; case,
/// accents, punctuation and blank cells at the end do not matter. Ends at
/// the first cell that differs, as it is asked for every row.
bool isSameHeader(const QStringList &header, const QStringList &row);

} // namespace Rollbook
