// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/reportkinds.h"

#include <QCoreApplication>

namespace Rollbook
{

namespace
{

struct KindText {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::ReportDialog)
};

QString toCorrect()
{
    return KindText::tr(" - to correct", "the end of a file's name");
}

QList<ReportKind> kindsForPeople()
{
    return {
        {ReportFormat::Xlsx, QStringLiteral("xlsx"), KindText::tr("Spreadsheet (Excel)"),
            KindText::tr("The figures with a chart, and all students in a table to sort, filter "
                         "and calculate with."),
            {}},
        {ReportFormat::Pdf, QStringLiteral("pdf"), KindText::tr("Pages to print (PDF)"),
            KindText::tr("To print, to file and to send: the school's name, the figures, and all "
                         "students."),
            {}},
        {ReportFormat::CorrectionsXlsx, QStringLiteral("corrections-xlsx"),
            KindText::tr("To correct and send back (Excel)"),
            KindText::tr("Those who did not get in, in the columns of the class list, and why. "
                         "Corrected and dropped on this window again, the run goes on with them."),
            toCorrect()},
        {ReportFormat::CorrectionsCsv, QStringLiteral("corrections-csv"),
            KindText::tr("To correct and send back (plain table)"),
            KindText::tr("The same for programs that cannot open Excel files."), toCorrect()},
        {ReportFormat::Html, QStringLiteral("html"), KindText::tr("Web page"),
            KindText::tr("One file that every browser shows, sorts and prints."), {}},
        {ReportFormat::Csv, QStringLiteral("csv"), KindText::tr("Plain table (CSV)"),
            KindText::tr("All students with what became of them, for any spreadsheet."), {}}};
}

QList<ReportKind> kindsForSystems()
{
    return {{ReportFormat::MoodleCsv, QStringLiteral("moodle"), KindText::tr("For Moodle"),
                KindText::tr("Those who have a seat, to be taken in by Moodle under “Upload "
                             "users”."),
                QStringLiteral(" - Moodle")},
        {ReportFormat::CanvasCsv, QStringLiteral("canvas"), KindText::tr("For Canvas"),
            KindText::tr("Those who have a seat, to be taken in by Canvas under “SIS Import”."),
            QStringLiteral(" - Canvas")},
        {ReportFormat::OneRoster, QStringLiteral("oneroster"),
            KindText::tr("For other school systems (OneRoster)"),
            KindText::tr("Those who have a seat, as a bundle of OneRoster 1.1."),
            QStringLiteral(" - OneRoster")},
        {ReportFormat::Json, QStringLiteral("json"), KindText::tr("Data for programs (JSON)"),
            KindText::tr("All that is known of the run, for whoever writes programs."), {}}};
}

} // namespace

QList<ReportKind> reportKinds()
{
    return kindsForPeople() + kindsForSystems();
}

ReportKind reportKind(ReportFormat format)
{
    const QList<ReportKind> kinds = reportKinds();
    for (const ReportKind &kind : kinds) {
        if (kind.format == format)
            return kind;
    }
    return kinds.first();
}

bool isForCorrecting(ReportFormat format)
{
    return format == ReportFormat::CorrectionsCsv || format == ReportFormat::CorrectionsXlsx;
}

bool isForOtherSystem(ReportFormat format)
{
    return format == ReportFormat::MoodleCsv || format == ReportFormat::CanvasCsv
        || format == ReportFormat::OneRoster;
}

} // namespace Rollbook
