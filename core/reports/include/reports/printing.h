// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/report.h"

#include <QImage>
#include <QList>
#include <QPageLayout>

class QPagedPaintDevice;

namespace Rollbook
{

/// How the pages of a report lie on paper of that size.
QPageLayout reportPageLayout(Paper paper);

/// Draws the pages that ReportFormat::Pdf has, on a printer that is set up with
/// reportPageLayout(). Cancelled when wishes.progress stops it. Blocking; may be called from any
/// thread.
Expected<void> printReport(const QList<RegisterStudentsResults> &runs, const ReportWishes &wishes,
    QPagedPaintDevice &printer);

/// Pages to be looked at.
struct ReportPages {
    QList<QImage> pictures; ///< of the first pages, without the margins of the paper
    int all = 0;            ///< how many there are
};

/// Draws the first pages of the same, at most so many, at so many dots per inch. Blocking; may be
/// called from any thread.
ReportPages reportPages(const QList<RegisterStudentsResults> &runs, const Letterhead &letterhead,
    int dotsPerInch, int most);

} // namespace Rollbook
