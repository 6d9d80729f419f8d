// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgparameter.h"
#include "postgres/pgresult.h"
#include "rules/facts.h"

#include <span>
#include <string_view>
#include <vector>

namespace Rollbook
{

/// What is asked about courses on a server, several of them at once, and what the answers say.
namespace PgCourseReader
{

enum class Locking : quint8 {
    None,
    /// Keeps others from the courses until the transaction has ended, in the order of their keys.
    ForRegistering,
};

inline constexpr std::size_t QuestionsOfNamed = 4;
inline constexpr std::size_t QuestionsOfKept = 3;

/// The courses of those codes and terms, exactly as written, and of each so many of the seats that
/// were given back. A course is read once nobody else can change it.
std::vector<PgCommand> named(
    const PgArray &codes, const PgArray &terms, qint64 mostFreeSeats, Locking locking);
/// The courses whose keys are kept under that name (PgKeptKeys), without the seats that were given
/// back.
std::vector<PgCommand> kept(std::string_view name);
/// What the students whose keys are kept under that name have completed, in the order of their
/// keys, where one of the courses of those codes and terms needs anything.
PgCommand completedBy(std::string_view students, const PgArray &codes, const PgArray &terms);

/// The answers to one or the other, in the order of their keys.
std::vector<CourseFacts> read(std::span<const PgResult> answers);

} // namespace PgCourseReader

} // namespace Rollbook
