// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/course.h"

#include <QString>

#include <optional>

namespace Rollbook
{

/// Why a course cannot be kept as it is, and which of its fields is to blame.
struct CourseProblem {
    enum class Field : quint8 { Code, Capacity, WaitlistCapacity, ClosesOn, Meets };
    Field field = Field::Code;
    QString sentence; ///< names the course
};

/// The first problem, given who is registered in it already. Any thread.
std::optional<CourseProblem> checkCourse(const Course &course, int seatsTaken, int waiting);

} // namespace Rollbook
