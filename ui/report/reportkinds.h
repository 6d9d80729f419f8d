// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/report.h"

#include <QList>
#include <QString>

namespace Rollbook
{

/// A kind of report in the words of an office.
struct ReportKind {
    ReportFormat format;
    QString word;   ///< never translated, for what is remembered: "xlsx"
    QString title;  ///< "Spreadsheet (Excel)"
    QString what;   ///< what it is good for, in a sentence
    QString suffix; ///< between the file's name and its ending: " - to correct"
};

/// All of them, those first that an office wants most.
QList<ReportKind> reportKinds();
ReportKind reportKind(ReportFormat format);

/// Only who did not get in.
bool isForCorrecting(ReportFormat format);
/// Only who has a seat, for another system.
bool isForOtherSystem(ReportFormat format);

} // namespace Rollbook
