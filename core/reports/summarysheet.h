// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"
#include "workbook.h"

namespace Rollbook
{

/// The sheet that a head teacher reads: what the runs were, how many of each state, and a chart.
class SummarySheet
{
public:
    SummarySheet(lxw_workbook *workbook, lxw_worksheet *sheet, const CellFormats &formats,
        const Letterhead &letterhead);

    void write(const QList<RegisterStudentsResults> &runs);

private:
    void writeLetterhead();
    void writeFacts(const Run &run);
    void writeFigures(const QList<RegisterStudentsResults> &runs);
    void writeFiguresOf(const Run &run);
    void addChart(int runs);
    void addSeries(lxw_chart *chart, RegistrationStatus status, lxw_row_t first, lxw_row_t last);
    void addBars(lxw_chart *chart, lxw_row_t row);

    lxw_workbook *m_workbook;
    lxw_worksheet *m_sheet; // the workbook's
    const CellFormats &m_formats;
    const Letterhead &m_letterhead;
    lxw_row_t m_row = 0;
    lxw_row_t m_figuresHeader = 0;
};

} // namespace Rollbook
