// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/printing.h"

#include "documentlanguage.h"
#include "paperreport.h"
#include "pdfreport.h"
#include "reporttext.h"
#include "reportwords.h"

#include <QPagedPaintDevice>
#include <QPainter>

namespace Rollbook
{

namespace
{

constexpr double InchesInMetre = 39.3701;

bool drawInLanguage(
    const ReportTask &task, QPaintDevice &paper, const NextPage &nextPage, int *all = nullptr)
{
    const DocumentLanguage language(task.letterhead.language);
    const QList<RegisterStudentsResults> called = inDocumentWords(task.runs);
    return drawPages({called, task.letterhead, task.progress}, paper, nextPage, all);
}

} // namespace

QPageLayout reportPageLayout(Paper paper)
{
    return pageLayoutOn(paper);
}

Expected<void> printReport(const QList<RegisterStudentsResults> &runs, const ReportWishes &wishes,
    QPagedPaintDevice &printer)
{
    RowProgress progress(rowsOf(runs), wishes.progress);
    const auto nextPage = [&printer](QPainter &) { return printer.newPage(); };
    if (drawInLanguage({runs, wishes.letterhead, progress}, printer, nextPage) && progress.finish())
        return {};
    if (progress.isStopped())
        return fail(ErrorCode::Cancelled, ReportProblem::tr("Printing was stopped."));
    return fail(ErrorCode::WriteFailed,
        ReportProblem::tr(
            "The printer did not take the pages. See whether it is switched on and has "
            "paper, then print again."));
}

ReportPages reportPages(const QList<RegisterStudentsResults> &runs, const Letterhead &letterhead,
    int dotsPerInch, int most)
{
    const QSize size = pageLayoutOn(letterhead.paper).paintRectPixels(dotsPerInch).size();
    QImage page(size, QImage::Format_RGB32);
    const int dotsPerMetre = qRound(dotsPerInch * InchesInMetre);
    page.setDotsPerMeterX(dotsPerMetre);
    page.setDotsPerMeterY(dotsPerMetre);
    page.fill(Qt::white);
    ReportPages pages;
    const auto keep = [&](QPainter &painter) {
        pages.pictures += page.copy();
        painter.fillRect(page.rect(), Qt::white);
        return pages.pictures.size() < most;
    };
    RowProgress progress(rowsOf(runs), {});
    if (drawInLanguage({runs, letterhead, progress}, page, keep, &pages.all))
        pages.pictures += page;
    return pages;
}

} // namespace Rollbook
