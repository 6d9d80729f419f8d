// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/searchtext.h"
#include "registration/runhistory.h"

#include <functional>

namespace Rollbook
{

/// A RunFilter made ready to be held against many runs and rows. For implementations of RunHistory.
class RunSearch
{
public:
    explicit RunSearch(const RunFilter &filter);

    /// True unless something that is asked for is missing in the run itself. `courses`: codes,
    /// terms and titles of what it registers for.
    bool mayFind(const Run &run, const QString &courses) const;
    /// True when the answer depends on the run's rows.
    bool looksAtRows(const Run &run) const;
    int mostRows() const { return m_filter.mostRows; }
    bool asksForStudent() const { return !m_student.isEmpty(); }
    const SearchWords &student() const { return m_student; }
    bool isAskedFor(RegistrationStatus status) const
    {
        return m_filter.statuses.isEmpty() || m_filter.statuses.contains(status);
    }
    /// The run, with the rows that were asked for, of a run that can be had whole. None when no row
    /// was found.
    std::optional<FoundRun> find(const RegisterStudentsResults &whole) const;

private:
    RunFilter m_filter;
    SearchWords m_words;
    SearchWords m_course;
    SearchWords m_student;
};

RunRow rowOf(const RegisterStudentsResults &whole, qsizetype index);
/// Enters who started runs and what they register for.
void enterChoices(FoundRuns &found, const QList<Run> &runs);

} // namespace Rollbook
