// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"
#include "reports/report.h"

#include <optional>

namespace Rollbook
{

/// What a report can be made of.
struct ReportSubject {
    QList<RegisterStudentsResults> runs;
    QString name = {};           ///< what the file is called, without its ending
    QList<qint32> selected = {}; ///< rows of the only run that are selected
    /// Rows of the only run that a filter or a search shows; none: all of them are shown.
    std::optional<QList<qint32>> shown = {};
};

/// Which rows of it are wanted.
struct ReportRows {
    enum class Kind : quint8 { All, OneStatus, Selected, Shown, NotIn };

    Kind kind = Kind::All;
    RegistrationStatus status = RegistrationStatus::Registered; ///< of OneStatus

    friend bool operator==(const ReportRows &, const ReportRows &) = default;
};

/// A report that somebody asked for.
struct ReportOrder {
    ReportSubject subject;
    ReportRows rows = {};
    ReportFormat format = ReportFormat::Csv;
    QString path = {};
};

/// How many rows a report of these would have.
int countOf(const ReportSubject &subject, const ReportRows &rows);
/// The runs with those rows only, and their counts.
QList<RegisterStudentsResults> runsWith(const ReportSubject &subject, const ReportRows &rows);

} // namespace Rollbook

Q_DECLARE_METATYPE(Rollbook::ReportRows)
