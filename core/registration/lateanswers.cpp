// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lateanswers.h"

#include <algorithm>
#include <iterator>

namespace Rollbook
{

LateAnswers::LateAnswers(const RegistrationResults &inDoubt)
{
    m_inDoubt.reserve(inDoubt.size());
    for (const StudentRegistrationResult &result : inDoubt)
        m_inDoubt.insert(result.row);
}

void LateAnswers::setAnswer(RegisterStudentsResults answer)
{
    m_answer = std::move(answer);
    enter(std::exchange(m_early, {}));
}

void LateAnswers::take(const RegistrationResults &results)
{
    if (m_answer.results.isEmpty())
        m_early += results;
    else
        enter(results);
}

void LateAnswers::enter(const RegistrationResults &results)
{
    for (const StudentRegistrationResult &result : results) {
        if (m_inDoubt.contains(result.row))
            m_answer.results[result.row] = result;
    }
}

RegisterStudentsResults LateAnswers::answer(RunState state) const
{
    RegisterStudentsResults answer = m_answer;
    answer.run.state = state;
    answer.run.counts = {};
    for (const StudentRegistrationResult &result : std::as_const(answer.results))
        answer.run.counts.add(result.status());
    return answer;
}

RegistrationResults LateAnswers::faults() const
{
    RegistrationResults faults;
    std::copy_if(m_answer.results.cbegin(), m_answer.results.cend(), std::back_inserter(faults),
        [this](const StudentRegistrationResult &result) {
            return result.status() == RegistrationStatus::Failed && m_inDoubt.contains(result.row);
        });
    return faults;
}

} // namespace Rollbook
