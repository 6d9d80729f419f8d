// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"
#include "registration/registrar.h"

#include <QSet>

namespace Rollbook
{

/// The answer of a run that was stopped with rows in flight, and how it becomes true while their
/// answers come in after all.
class LateAnswers
{
public:
    LateAnswers() = default;
    explicit LateAnswers(const RegistrationResults &inDoubt);

    /// Takes what the run ended with, before or after the first late answer.
    void setAnswer(RegisterStudentsResults answer);
    /// Takes outcomes; those of rows that were not in doubt change nothing.
    void take(const RegistrationResults &results);
    bool isEmpty() const { return m_inDoubt.isEmpty(); }

    /// The answer as far as it is known now.
    RegisterStudentsResults answer(RunState state) const;
    /// Outcomes of the rows in doubt that failed, or still have none.
    RegistrationResults faults() const;

private:
    void enter(const RegistrationResults &results);

    QSet<qint32> m_inDoubt; // rows
    RegisterStudentsResults m_answer;
    RegistrationResults m_early; // came before the answer
};

} // namespace Rollbook
