// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

#include <QList>

#include <array>
#include <optional>

namespace Rollbook
{

/// How a student fared in one run and in another.
enum class RunDifference : quint8 {
    OtherOutcome, ///< in both, and it came out differently
    OnlyInFirst,
    OnlyInSecond,
    Same,
};
inline constexpr int RunDifferenceCount = 4;

struct ComparedStudent {
    RunDifference difference = RunDifference::Same;
    Student student;  ///< as the second run's list has them, or the only one
    CourseRef course; ///< null where the rows name none
    std::optional<StudentRegistrationResult> first;
    std::optional<StudentRegistrationResult> second;
};

struct RunComparison {
    Run first;
    Run second;
    /// By difference in the order of RunDifference, then in the order of the lists.
    QList<ComparedStudent> students;
    std::array<int, RunDifferenceCount> counts{};

    int count(RunDifference difference) const
    {
        return counts[static_cast<std::size_t>(difference)];
    }
};

/// Compares two runs, student by student; where one of them is for several courses, course by
/// course as well. A student is who has the same student_id, or the same e-mail address where one
/// of the two lists has no student_id for them. Of several rows with the same student the first
/// counts that was not refused as a double.
///
/// The outcome is another one when the status is, and when a rule said no for another reason. Who
/// was given a seat and who had one already both have a seat, and so it is with places on the
/// waiting list.
RunComparison compareRuns(
    const RegisterStudentsResults &first, const RegisterStudentsResults &second);

} // namespace Rollbook
