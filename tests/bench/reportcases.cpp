// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportcases.h"

#include "pacedregistrar.h"
#include "reports/report.h"
#include "students.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>
#include <xlsxwriter.h>

namespace Rollbook::Bench
{

namespace
{

RegisterStudentsResults finishedRun(int rows)
{
    RegisterStudentsResults run;
    run.students = makeNamedStudents(rows);
    run.courses = CourseAssignment(CourseRef{QStringLiteral("GO1"), QStringLiteral("2026 Fall")});
    run.run = Run::begin(QStringLiteral("list.csv"), run.courses, {});
    run.run.state = RunState::Finished;
    run.results.reserve(rows);
    for (qint32 row = 0; row < rows; ++row) {
        run.results += PacedRegistrar::outcomeOf(row);
        run.run.counts.add(run.results.constLast().status());
    }
    return run;
}

// From here on the peak is counted anew (proc_pid_clear_refs(5)).
double memoryBefore()
{
    const double before = residentMegabytes();
    QFile refs(QStringLiteral("/proc/self/clear_refs"));
    if (!refs.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || refs.write("5") != 1)
        qFatal("the peak of the memory cannot be counted anew");
    return before;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the report cannot be read");
    return file.readAll();
}

/// The cells of a CSV report whose texts have neither quotes nor line breaks.
QList<QByteArrayList> cellsOf(const QByteArray &csv)
{
    QList<QByteArrayList> rows;
    const QByteArrayList lines = csv.split('\n');
    for (const QByteArray &line : lines)
        rows += line.trimmed().split(',');
    return rows;
}

} // namespace

Measurement runIntoReport(const QString &ending, int rows)
{
    const QTemporaryDir folder;
    const RegisterStudentsResults run = finishedRun(rows);
    const double before = memoryBefore();
    QElapsedTimer clock;
    clock.start();
    if (!writeReport(run, folder.filePath(QStringLiteral("report.") + ending)))
        qFatal("the report cannot be written");
    Measurement measurement = since(clock);
    measurement.heldMegabytes = measurement.peakMegabytes - before;
    return measurement;
}

Measurement bytesWritten(const QString &ending, int rows)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.") + ending);
    if (!writeReport(finishedRun(rows), path))
        qFatal("the report cannot be written");
    const QByteArray bytes = contentOf(path);
    QElapsedTimer clock;
    clock.start();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        qFatal("the bytes cannot be written");
    return since(clock);
}

Measurement cellsIntoWorkbook(int rows)
{
    const QTemporaryDir folder;
    const QString csv = folder.filePath(QStringLiteral("report.csv"));
    if (!writeReport(finishedRun(rows), csv))
        qFatal("the report cannot be written");
    const QList<QByteArrayList> cells = cellsOf(contentOf(csv));
    QElapsedTimer clock;
    clock.start();
    QByteArray temporaries = QFile::encodeName(folder.path());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = temporaries.data();
    const QString path = folder.filePath(QStringLiteral("cells.xlsx"));
    lxw_workbook *const workbook = workbook_new_opt(QFile::encodeName(path).constData(), &options);
    lxw_worksheet *const sheet = workbook_add_worksheet(workbook, "Results");
    lxw_format *const text = workbook_add_format(workbook);
    format_set_num_format(text, "@");
    lxw_row_t row = 0;
    for (const QByteArrayList &line : cells) {
        for (qsizetype column = 0; column < line.size(); ++column) {
            const auto at = static_cast<lxw_col_t>(column);
            const bool isNumber = row > 0 && (column == 0 || column >= 8);
            if (line.at(column).isEmpty())
                continue;
            if (isNumber)
                worksheet_write_number(sheet, row, at, line.at(column).toDouble(), text);
            else
                worksheet_write_string(sheet, row, at, line.at(column).constData(), text);
        }
        ++row;
    }
    if (workbook_close(workbook) != LXW_NO_ERROR)
        qFatal("the workbook cannot be written");
    return since(clock);
}

} // namespace Rollbook::Bench
