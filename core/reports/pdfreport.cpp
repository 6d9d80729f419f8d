// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pdfreport.h"

#include "paperreport.h"
#include "pdfinformation.h"
#include "reportwords.h"
#include "taildevice.h"

#include <QPageLayout>
#include <QPdfWriter>

namespace Rollbook
{

namespace
{

constexpr int DotsPerInch = 300;
constexpr qreal MarginMillimetres = 14;

PdfInformation informationOn(const ReportTask &task)
{
    const QList<RegisterStudentsResults> &runs = task.runs;
    const Run run = runs.isEmpty() ? Run() : runs.first().run;
    return {reportTitle(runs), run.startedBy, run.registrarName, QDateTime::currentDateTimeUtc(),
        languageOfWords(task.letterhead)};
}

} // namespace

QPageLayout pageLayoutOn(Paper paper)
{
    const QMarginsF margins(
        MarginMillimetres, MarginMillimetres, MarginMillimetres, MarginMillimetres);
    const auto size = paper == Paper::Letter ? QPageSize::Letter : QPageSize::A4;
    return {QPageSize(size), QPageLayout::Landscape, margins, QPageLayout::Millimeter};
}

bool writePdfReport(const ReportTask &task, QIODevice &device)
{
    const PdfInformation information = informationOn(task);
    TailDevice target(device);
    QPdfWriter paper(&target);
    paper.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    paper.setResolution(DotsPerInch);
    paper.setPageLayout(pageLayoutOn(task.letterhead.paper));
    paper.setDocumentXmpMetadata(xmpOf(information));
    if (!drawPages(task, paper, [&paper](QPainter &) { return paper.newPage(); }))
        return false;
    const QByteArray update =
        pdfUpdate(information, {target.head(), target.tail(), target.written()});
    return target.isWhole() && !update.isEmpty() && device.write(update) == update.size();
}

} // namespace Rollbook
