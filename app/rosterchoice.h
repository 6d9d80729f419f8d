// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline.h"
#include "registration/assigncourses.h"
#include "roster/roster.h"

namespace Rollbook
{

/// Which class list a command is about, how to read it, and for which course.
class RosterChoice
{
public:
    static void addOptions(CommandLine &line);
    /// What the options say, one choice for each list, in their order; checked as far as that goes
    /// without reading anything.
    static Expected<QList<RosterChoice>> from(const CommandLine &line);

    const QString &path() const { return m_path; }
    bool namesCourse() const { return !m_course.isEmpty(); }

    /// The list, checked. With one course for all rows its own course column says nothing.
    Expected<Roster> read() const;
    /// The course that was named, or those that the rows of the list name.
    Expected<AssignedCourses> assign(const CourseCatalogue &catalogue, const Roster &roster) const;
    /// The same; where nothing names a course, the one that the sheet or the list is called after
    /// by its code or whole title. An error names the list.
    Expected<AssignedCourses> assignOrGuess(
        const CourseCatalogue &catalogue, const Roster &roster) const;

private:
    QString m_path;
    RosterOptions m_options;
    QString m_course;
    QString m_term;
};

} // namespace Rollbook
