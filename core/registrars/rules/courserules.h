// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"
#include "domain/run.h"
#include "rules/facts.h"

#include <variant>

namespace Rollbook
{

using RowOutcome = std::variant<StudentRegistration, RegistrationError>;

/// What all rows of a run have in common.
struct RuleContext {
    QDate today; ///< the local date when the run started
    RunOptions options;

    static RuleContext of(const Run &run);
};

/// What becomes of a row in which a student asks for one of the courses: the rules of the school,
/// in the order in which they speak, without any store. The moment of a new registration is left 0.
RowOutcome decideRegistration(const RuleContext &context, const std::vector<CourseFacts> &courses,
    qint32 wanted, const StudentFacts &student, qint32 row);

} // namespace Rollbook
