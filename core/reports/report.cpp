// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/report.h"

#include "canvasreport.h"
#include "correctionsreport.h"
#include "csvreport.h"
#include "documentlanguage.h"
#include "htmlreport.h"
#include "jsonreport.h"
#include "moodlereport.h"
#include "onerosterreport.h"
#include "pdfreport.h"
#include "reporttext.h"
#include "reportwords.h"
#include "xlsxreport.h"

#include <QDir>
#include <QSaveFile>

#include <array>

namespace Rollbook
{

namespace
{

using Writer = bool (*)(const ReportTask &, QIODevice &);

Writer writerOf(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Csv:
        return &writeCsvReport;
    case ReportFormat::Json:
        return &writeJsonReport;
    case ReportFormat::Xlsx:
        return &writeXlsxReport;
    case ReportFormat::Html:
        return &writeHtmlReport;
    case ReportFormat::Pdf:
        return &writePdfReport;
    case ReportFormat::MoodleCsv:
        return &writeMoodleReport;
    case ReportFormat::CanvasCsv:
        return &writeCanvasReport;
    case ReportFormat::OneRoster:
        return &writeOneRosterReport;
    case ReportFormat::CorrectionsCsv:
        return &writeCorrectionsCsv;
    case ReportFormat::CorrectionsXlsx:
        return &writeCorrectionsXlsx;
    }
    return &writeCsvReport;
}

// Where several formats share an ending, the one that it stands for; preferred first.
constexpr std::array FormatsByEnding{ReportFormat::Csv, ReportFormat::Xlsx, ReportFormat::Pdf,
    ReportFormat::Html, ReportFormat::Json, ReportFormat::OneRoster};

// Files for scripts are the same whatever the letterhead says.
bool isForPeople(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Xlsx:
    case ReportFormat::Html:
    case ReportFormat::Pdf:
    case ReportFormat::CorrectionsCsv:
    case ReportFormat::CorrectionsXlsx:
        return true;
    case ReportFormat::Csv:
    case ReportFormat::Json:
    case ReportFormat::MoodleCsv:
    case ReportFormat::CanvasCsv:
    case ReportFormat::OneRoster:
        break;
    }
    return false;
}

bool writeInLanguage(const QList<RegisterStudentsResults> &runs, const ReportWishes &wishes,
    RowProgress &progress, QIODevice &device)
{
    const Writer writer = writerOf(wishes.format);
    if (!isForPeople(wishes.format))
        return writer({runs, wishes.letterhead, progress}, device);
    const DocumentLanguage language(wishes.letterhead.language);
    const QList<RegisterStudentsResults> called = inDocumentWords(runs);
    return writer({called, wishes.letterhead, progress}, device);
}

Expected<void> problemWith(const QSaveFile &file, const QString &path)
{
    // Qt does not explain when a disk takes only a part of what is written.
    const QString why = file.errorString() == QIODevice::tr("Unknown error")
        ? ReportProblem::tr("no space is left there")
        : file.errorString();
    return fail(ErrorCode::WriteFailed,
        ReportProblem::tr(
            "The report “%1” could not be written (%2). Choose another folder, or make "
            "room; a file that was there before is unchanged.")
            .arg(QDir::toNativeSeparators(path), why));
}

} // namespace

QString reportEnding(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Csv:
    case ReportFormat::MoodleCsv:
    case ReportFormat::CanvasCsv:
    case ReportFormat::CorrectionsCsv:
        break;
    case ReportFormat::Json:
        return QStringLiteral(".json");
    case ReportFormat::Xlsx:
    case ReportFormat::CorrectionsXlsx:
        return QStringLiteral(".xlsx");
    case ReportFormat::Html:
        return QStringLiteral(".html");
    case ReportFormat::Pdf:
        return QStringLiteral(".pdf");
    case ReportFormat::OneRoster:
        return QStringLiteral(".zip");
    }
    return QStringLiteral(".csv");
}

std::optional<ReportFormat> reportFormatOf(const QString &path)
{
    for (const ReportFormat format : FormatsByEnding) {
        if (path.endsWith(reportEnding(format), Qt::CaseInsensitive))
            return format;
    }
    return std::nullopt;
}

QStringList reportEndings()
{
    QStringList endings;
    for (const ReportFormat format : FormatsByEnding)
        endings += reportEnding(format);
    return endings;
}

Expected<void> writeReport(const RegisterStudentsResults &results, const QString &path)
{
    return writeReport(QList{results}, path);
}

Expected<void> writeReport(const QList<RegisterStudentsResults> &runs, const QString &path)
{
    const auto format = reportFormatOf(path);
    if (!format) {
        return fail(ErrorCode::Usage,
            ReportProblem::tr("“%1” names no kind of report. The name must end in %2.")
                .arg(QDir::toNativeSeparators(path), reportEndings().join(QStringLiteral(", "))));
    }
    return writeReport(runs, path, {.format = *format});
}

Expected<void> writeReport(
    const QList<RegisterStudentsResults> &runs, const QString &path, const ReportWishes &wishes)
{
    RowProgress progress(rowsOf(runs), wishes.progress);
    QSaveFile file(path);
    const bool written = !progress.isStopped() && file.open(QIODevice::WriteOnly)
        && writeInLanguage(runs, wishes, progress, file) && progress.finish() && file.commit();
    if (written)
        return {};
    if (progress.isStopped()) {
        return fail(ErrorCode::Cancelled,
            ReportProblem::tr("The report “%1” was not written: it was stopped.")
                .arg(QDir::toNativeSeparators(path)));
    }
    return problemWith(file, path);
}

} // namespace Rollbook
