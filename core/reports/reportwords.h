// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/letterhead.h"
#include "domain/run.h"

#include <QList>
#include <QLocale>
#include <QString>

#include <utility>

namespace Rollbook
{

// What documents for people say, in their language.

/// The header of a report column, by its place among ReportColumns.
QString reportColumnTitle(std::size_t column);

/// What a run was: its class list, course, when, who, how it ended. Name and value, in the order in
/// which people ask, times as the locale has them.
QList<std::pair<QString, QString>> runFacts(const Run &run, const QLocale &locale);

/// What a document on these runs is called: its course, or how many class lists it is about.
QString reportTitle(const QList<RegisterStudentsResults> &runs);

/// The statuses of all rows of all runs.
StatusCounts countsOfAll(const QList<RegisterStudentsResults> &runs);

/// The runs with their courses called as the document's language has it; the history keeps what
/// they were called in the language of whoever registered them ("3 courses").
QList<RegisterStudentsResults> inDocumentWords(QList<RegisterStudentsResults> runs);

/// The language of the words that documents are written in now, as BCP 47 has it; with the region
/// that the letterhead asks for.
QString languageOfWords(const Letterhead &letterhead);

/// School, course and class list in a line.
QString aboutRun(const Run &run);

/// "Registered", 92, and so on, in the order of the statuses; those that nobody has are left out,
/// but not the first.
QList<std::pair<RegistrationStatus, int>> statusFigures(const Run &run);

} // namespace Rollbook
