// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "xlsxreport.h"

#include "reporttext.h"
#include "resultsheet.h"
#include "sheetnames.h"
#include "summarysheet.h"
#include "workbookfile.h"

#include <algorithm>
#include <vector>

namespace Rollbook
{

namespace
{

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

/// Fills a workbook sheet by sheet.
class ReportBook
{
public:
    ReportBook(lxw_workbook *workbook, const ReportTask &task)
        : m_workbook(workbook)
        , m_task(task)
        , m_formats(workbook)
    {
    }

    bool fill();
    /// Of each sheet, how many rows it has at least.
    const std::vector<qsizetype> &rowsOfSheets() const { return m_rows; }

private:
    bool addSummary();
    bool addResults(const QString &name, const RegisterStudentsResults &run);

    lxw_workbook *m_workbook;
    const ReportTask &m_task;
    CellFormats m_formats;
    SheetNames m_names;
    std::vector<qsizetype> m_rows;
};

bool ReportBook::addSummary()
{
    lxw_worksheet *const sheet = addSheet(m_workbook, m_names, ReportText::tr("Summary"));
    if (!sheet)
        return false;
    SummarySheet(m_workbook, sheet, m_formats, m_task.letterhead).write(m_task.runs);
    m_rows.push_back(0);
    return true;
}

// As many sheets as it takes.
bool ReportBook::addResults(const QString &name, const RegisterStudentsResults &run)
{
    const std::span<const StudentRegistrationResult> all(run.results);
    std::size_t from = 0;
    do {
        lxw_worksheet *const sheet = addSheet(m_workbook, m_names, name);
        if (!sheet)
            return false;
        const std::size_t count =
            std::min<std::size_t>(all.size() - from, ResultSheet::MostResults);
        ResultSheet results(sheet, m_formats, m_task.letterhead);
        if (!results.write(run, all.subspan(from, count), m_task.progress))
            return false;
        m_rows.push_back(static_cast<qsizetype>(count) + 1);
        from += count;
    } while (from < all.size());
    return true;
}

bool ReportBook::fill()
{
    const QList<RegisterStudentsResults> &runs = m_task.runs;
    setProperties(m_workbook, runs);
    return addSummary()
        && std::all_of(runs.cbegin(), runs.cend(), [&](const RegisterStudentsResults &run) {
               const QString name =
                   runs.size() == 1 ? ReportText::tr("Results") : run.run.rosterName;
               return addResults(name, run);
           });
}

} // namespace

bool writeXlsxReport(const ReportTask &task, QIODevice &device)
{
    const auto fill = [&task](lxw_workbook *workbook) -> std::optional<std::vector<qsizetype>> {
        ReportBook book(workbook, task);
        if (!book.fill())
            return std::nullopt;
        return book.rowsOfSheets();
    };
    return writeWorkbook(fill, task.progress, device);
}

} // namespace Rollbook
