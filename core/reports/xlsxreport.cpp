// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "xlsxreport.h"

#include "reporttext.h"
#include "resultsheet.h"
#include "sheetnames.h"
#include "summarysheet.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace Rollbook
{

namespace
{

constexpr qint64 BytesAtOnce = 1 << 16;

lxw_worksheet *addSheet(lxw_workbook *workbook, SheetNames &names, const QString &wanted)
{
    return workbook_add_worksheet(workbook, names.nameLike(wanted).toUtf8().constData());
}

void setProperties(lxw_workbook *workbook, const QList<RegisterStudentsResults> &runs)
{
    const Run run = runs.isEmpty() ? Run() : runs.first().run;
    QByteArray title = (runs.size() == 1 ? run.courseName : run.registrarName).toUtf8();
    QByteArray author = run.startedBy.toUtf8();
    QByteArray company = run.registrarName.toUtf8();
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    properties.company = company.data();
    workbook_set_properties(workbook, &properties);
}

// As many sheets as it takes.
bool addResults(lxw_workbook *workbook, SheetNames &names, const CellFormats &formats,
    const QString &name, const RegisterStudentsResults &run, const ReportTask &task)
{
    const std::span<const StudentRegistrationResult> all(run.results);
    std::size_t from = 0;
    do {
        lxw_worksheet *const sheet = addSheet(workbook, names, name);
        if (!sheet)
            return false;
        const std::size_t count =
            std::min<std::size_t>(all.size() - from, ResultSheet::MostResults);
        ResultSheet results(sheet, formats, task.letterhead.paper);
        if (!results.write(run, all.subspan(from, count), task.progress))
            return false;
        from += count;
    } while (from < all.size());
    return true;
}

bool fill(lxw_workbook *workbook, const ReportTask &task)
{
    const QList<RegisterStudentsResults> &runs = task.runs;
    setProperties(workbook, runs);
    const CellFormats formats(workbook);
    SheetNames names;
    lxw_worksheet *const summary = addSheet(workbook, names, ReportText::tr("Summary"));
    if (!summary)
        return false;
    SummarySheet(workbook, summary, formats, task.letterhead).write(runs);
    return std::all_of(runs.cbegin(), runs.cend(), [&](const RegisterStudentsResults &run) {
        const QString name = runs.size() == 1 ? ReportText::tr("Results") : run.run.rosterName;
        return addResults(workbook, names, formats, name, run, task);
    });
}

bool copy(const QString &path, QIODevice &device)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(BytesAtOnce);
        if (bytes.isEmpty() || device.write(bytes) != bytes.size())
            return false;
    }
    return true;
}

} // namespace

bool writeXlsxReport(const ReportTask &task, QIODevice &device)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return false;
    const QString path = folder.filePath(QStringLiteral("report.xlsx"));
    QByteArray temporaries = QFile::encodeName(folder.path());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = temporaries.data();
    options.use_zip64 = LXW_TRUE;
    OpenWorkbook workbook(workbook_new_opt(QFile::encodeName(path).constData(), &options));
    return workbook && fill(workbook.get(), task)
        && workbook_close(workbook.release()) == LXW_NO_ERROR && task.progress.goesOn()
        && copy(path, device);
}

} // namespace Rollbook
