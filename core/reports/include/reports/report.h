// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/letterhead.h"
#include "domain/run.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace Rollbook
{

enum class ReportFormat : quint8 {
    Csv,  ///< for scripts and spreadsheets, see design.md
    Json, ///< for scripts
    Xlsx, ///< a workbook for people: figures, a chart, all rows
    Html, ///< one file for a browser
    Pdf,  ///< pages to print and to file; needs a QGuiApplication, for the fonts
    // For other systems, with those students only that hold a seat:
    MoodleCsv, ///< Moodle's "Upload users": username, names, email, course1, …
    CanvasCsv, ///< enrollments.csv of Canvas' SIS import
    OneRoster, ///< a bundle of OneRoster 1.1 CSV files in a zip
    // What did not get in, in the columns of the class list and with the reasons, to be mended:
    CorrectionsCsv,
    CorrectionsXlsx,
};
inline constexpr int ReportFormatCount = 10;

/// How a file of the format ends, with the dot: ".csv", ".zip".
QString reportEnding(ReportFormat format);

/// The format that a file's ending stands for, whatever its case: .csv is Csv, .xlsx is Xlsx, .zip
/// is OneRoster. Nothing for an ending that no format has.
std::optional<ReportFormat> reportFormatOf(const QString &path);

/// The endings that reportFormatOf() knows, with the dot, preferred first: ".csv", ".xlsx", …
QStringList reportEndings();

/// How a report is to be.
struct ReportWishes {
    ReportFormat format = ReportFormat::Csv;
    Letterhead letterhead = {}; ///< in documents for people: Xlsx, Html, Pdf; its
                                ///< language in corrections, too (documentlanguages.h)
    /// Told now and then, from the writing thread, how many rows are written of how many, first
    /// with 0, last with all; false stops the writing. May be empty.
    std::function<bool(qsizetype written, qsizetype all)> progress = {};
};

/// Writes finished runs to a file, in this order; there must be one. Of several, each row says from
/// which list and run it is: in CSV by the columns `roster` and `run` in front, in JSON by where it
/// stands, `{"runs": [{"run": …, "results": […]}, …]}`; documents have a part for each. Atomic:
/// when it fails (WriteFailed: a full disk, no permission) or is stopped (Cancelled), a file that
/// was there before is as it was. Blocking; may be called from any thread.
Expected<void> writeReport(
    const QList<RegisterStudentsResults> &runs, const QString &path, const ReportWishes &wishes);

/// The same in the format of the path's ending; Usage, where it has none.
Expected<void> writeReport(const QList<RegisterStudentsResults> &runs, const QString &path);
Expected<void> writeReport(const RegisterStudentsResults &results, const QString &path);

} // namespace Rollbook
