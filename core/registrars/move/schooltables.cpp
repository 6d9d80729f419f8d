// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "move/schooltables.h"

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

using Column = SchoolTable::Column;
constexpr auto Number = SchoolTable::Kind::Number;
constexpr auto Text = SchoolTable::Kind::Text;
constexpr auto Bytes = SchoolTable::Kind::Bytes;

constexpr std::array Students{Column{"id", Number}, Column{"student_id", Text},
    Column{"given_name", Text}, Column{"family_name", Text}, Column{"email", Text},
    Column{"email_key", Text}, Column{"birth_date", Text}, Column{"grade_level", Text},
    Column{"notes", Text}, Column{"hold", Text}};
constexpr std::array CompletedCourses{Column{"student", Number}, Column{"code", Text}};
constexpr std::array Courses{Column{"id", Number}, Column{"code", Text}, Column{"term", Text},
    Column{"title", Text}, Column{"capacity", Number}, Column{"waitlist_capacity", Number},
    Column{"opens_on", Text}, Column{"closes_on", Text}, Column{"seats_taken", Number},
    Column{"waiting", Number}};
constexpr std::array Meetings{Column{"course", Number}, Column{"position", Number},
    Column{"day", Number}, Column{"starts", Text}, Column{"ends", Text}};
constexpr std::array Prerequisites{
    Column{"course", Number}, Column{"position", Number}, Column{"code", Text}};
constexpr std::array Runs{Column{"number", Number}, Column{"id", Text},
    Column{"started_at", Number}, Column{"ended_at", Number}, Column{"started_by", Text},
    Column{"roster_name", Text}, Column{"course_name", Text}, Column{"when_full", Text},
    Column{"unknown_students", Text}, Column{"state", Text}, Column{"registered", Number},
    Column{"waitlisted", Number}, Column{"already_registered", Number}, Column{"rejected", Number},
    Column{"failed", Number}, Column{"not_attempted", Number}, Column{"roster_path", Text},
    Column{"roster_hash", Text}, Column{"registrar", Text}, Column{"kind", Text},
    Column{"undone_run", Text}, Column{"withdrawn", Number}, Column{"left_as_it_is", Number},
    Column{"nothing_to_undo", Number}};
constexpr std::array RunCourses{
    Column{"run", Number}, Column{"position", Number}, Column{"code", Text}, Column{"term", Text}};
constexpr std::array RunRosters{Column{"run", Number}, Column{"roster", Bytes}};
constexpr std::array RunColumns{Column{"run", Number}, Column{"columns", Bytes}};
constexpr std::array Registrations{Column{"student", Number}, Column{"course", Number},
    Column{"waiting", Number}, Column{"number", Number}, Column{"registered_at", Number},
    Column{"run", Number}, Column{"roster_row", Number}};
constexpr std::array RunResults{Column{"run", Number}, Column{"roster_row", Number},
    Column{"course", Number}, Column{"student_id", Text}, Column{"given_name", Text},
    Column{"family_name", Text}, Column{"email", Text}, Column{"birth_date", Text},
    Column{"grade_level", Text}, Column{"notes", Text}, Column{"status", Text},
    Column{"reason", Text}, Column{"argument", Text}, Column{"waiting", Number},
    Column{"number", Number}, Column{"registered_at", Number}, Column{"attempts", Number},
    Column{"duration_ms", Number}};
constexpr std::array UndoResults{Column{"run", Number}, Column{"roster_row", Number},
    Column{"status", Text}, Column{"reason", Text}, Column{"argument", Text},
    Column{"waiting", Number}, Column{"number", Number}};
constexpr std::array FreeSeats{Column{"course", Number}, Column{"number", Number}};
constexpr std::array Letterhead{Column{"only", Number}, Column{"school_name", Text},
    Column{"address", Text}, Column{"logo", Bytes}, Column{"paper", Text},
    Column{"language", Text}};
constexpr std::array AuditEntries{Column{"number", Number}, Column{"at", Number},
    Column{"who", Text}, Column{"action", Text}, Column{"run", Text}, Column{"subject", Text},
    Column{"content", Text}, Column{"hash", Text}};

constexpr std::string_view AuditTrailName = "audit_entries";

constexpr std::array All{SchoolTable{"students", Students, "id"},
    SchoolTable{"completed_courses", CompletedCourses, "student, code"},
    SchoolTable{"courses", Courses, "id"}, SchoolTable{"meetings", Meetings, "course, position"},
    SchoolTable{"prerequisites", Prerequisites, "course, position"},
    SchoolTable{"runs", Runs, "number"}, SchoolTable{"run_courses", RunCourses, "run, position"},
    SchoolTable{"run_rosters", RunRosters, "run"}, SchoolTable{"run_columns", RunColumns, "run"},
    SchoolTable{"registrations", Registrations, "student, course"},
    SchoolTable{"run_results", RunResults, "run, roster_row"},
    SchoolTable{"undo_results", UndoResults, "run, roster_row"},
    SchoolTable{"free_seats", FreeSeats, "course, number"},
    SchoolTable{"letterhead", Letterhead, "\"only\""},
    SchoolTable{AuditTrailName, AuditEntries, "number"}};

} // namespace

bool SchoolTable::has(Kind kind) const
{
    return std::any_of(columns.begin(), columns.end(),
        [kind](const Column &column) { return column.kind == kind; });
}

std::string SchoolTable::columnList() const
{
    std::string list;
    for (const Column &column : columns) {
        if (!list.empty())
            list += ", ";
        // "only" is a word of PostgreSQL's own.
        list.append("\"").append(column.name).append("\"");
    }
    return list;
}

std::span<const SchoolTable> schoolTables()
{
    return All;
}

bool isAuditTrail(const SchoolTable &table)
{
    return table.name == AuditTrailName;
}

} // namespace Rollbook
