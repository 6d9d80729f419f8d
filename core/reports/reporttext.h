// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace Rollbook
{

/// The words of documents, in their language (DocumentLanguage).
struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Report)
};

/// Why there is no document, in the language of the program.
struct ReportProblem {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::ReportProblem)
};

} // namespace Rollbook
