// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/letterhead.h"
#include "domain/run.h"
#include "reportcells.h"
#include "rowprogress.h"
#include "wallclock.h"
#include "workbook.h"

#include <span>

namespace Rollbook
{

/// A sheet of a workbook with the rows of a run: frozen header, filters, ids as text, times as
/// times, and the state in words and colour. Rows go to a file one after the other.
class ResultSheet
{
public:
    /// Of so many results, so that the header leaves room for none beyond them.
    static constexpr qsizetype MostResults = LXW_ROW_MAX - 1;

    ResultSheet(lxw_worksheet *sheet, const CellFormats &formats, const Letterhead &letterhead);

    /// False when it is stopped.
    bool write(const RegisterStudentsResults &run,
        std::span<const StudentRegistrationResult> results, RowProgress &progress);

private:
    void layOut(const Run &run, std::size_t count);
    void colorStates(std::size_t count);
    void writeRow(lxw_row_t row, const ReportCells &cells, const StudentRegistrationResult &result);

    lxw_worksheet *m_sheet; // the workbook's
    const CellFormats &m_formats;
    Paper m_paper;
    QLocale m_locale;
    WallClock m_clock;
    std::array<QByteArray, RegistrationStatusCount> m_titles;
};

} // namespace Rollbook
