// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "caseshrinking.h"

#include <vector>

namespace Rollbook
{

namespace
{

using StepChange = std::function<void(ModelStep &)>;
using CourseChange = std::function<void(CaseCourse &)>;
using StudentChange = std::function<void(CaseStudent &)>;
using RowChange = std::function<void(CaseRow &)>;

const std::vector<StepChange> &simplerSteps()
{
    static const std::vector<StepChange> changes{
        [](ModelStep &step) { step.faults.clear(); },
        [](ModelStep &step) { step.cancelAfter = -1; },
        [](ModelStep &step) { step.pauseAfter = -1; },
        [](ModelStep &step) { step.order = 0; },
        [](ModelStep &step) { step.planned = false; },
        [](ModelStep &step) { step.fromMemory = false; },
        [](ModelStep &step) { step.batchesInFlight = 1; },
        [](ModelStep &step) { step.batchSize = 1; },
        [](ModelStep &step) { step.attempts = 3; },
        [](ModelStep &step) { step.options = {}; },
        [](ModelStep &step) { step.of = 0; },
        [](ModelStep &step) { step.number = 0; },
        [](ModelStep &step) { step.cancelAfter = qMin(step.cancelAfter, 0); },
    };
    return changes;
}

const std::vector<CourseChange> &simplerCourses()
{
    static const std::vector<CourseChange> changes{
        [](CaseCourse &course) { course.seats.reset(); },
        [](CaseCourse &course) { course.places.reset(); },
        [](CaseCourse &course) { course.opens.reset(); },
        [](CaseCourse &course) { course.closes.reset(); },
        [](CaseCourse &course) { course.meets.clear(); },
        [](CaseCourse &course) { course.needs.clear(); },
        [](CaseCourse &course) { course.spring = false; },
    };
    return changes;
}

const std::vector<StudentChange> &simplerStudents()
{
    static const std::vector<StudentChange> changes{
        [](CaseStudent &student) { student.email.reset(); },
        [](CaseStudent &student) { student.hold = false; },
        [](CaseStudent &student) { student.passed.clear(); },
    };
    return changes;
}

const std::vector<RowChange> &simplerRows()
{
    static const std::vector<RowChange> changes{
        [](CaseRow &row) { row.refused = false; },
        [](CaseRow &row) { row.shouts = false; },
        [](CaseRow &row) { row.email.reset(); },
        [](CaseRow &row) { row.course = 0; },
    };
    return changes;
}

class Shrinking
{
public:
    Shrinking(ModelCase failing, const std::function<bool(const ModelCase &)> &fails)
        : m_least(std::move(failing))
        , m_fails(fails)
    {
    }

    ModelCase least()
    {
        do {
            m_changed = false;
            shrink(&ModelCase::steps);
            shrinkSteps();
            shrink(&ModelCase::students);
            shrink(&ModelCase::courses);
            for (qsizetype i = 0; i < m_least.courses.size(); ++i) {
                for (const CourseChange &change : simplerCourses())
                    attempt([&](ModelCase &less) { change(less.courses[i]); });
            }
            for (qsizetype i = 0; i < m_least.students.size(); ++i) {
                for (const StudentChange &change : simplerStudents())
                    attempt([&](ModelCase &less) { change(less.students[i]); });
            }
        } while (m_changed);
        return m_least;
    }

private:
    // Halves first, then one after the other, from behind.
    void shrinkList(const std::function<qsizetype()> &size,
        const std::function<void(ModelCase &, qsizetype from, qsizetype count)> &remove)
    {
        for (qsizetype part = qMax<qsizetype>(1, size() / 2); part > 0; part /= 2) {
            for (qsizetype from = size() - part; from >= 0; from -= part)
                attempt([&](ModelCase &less) { remove(less, from, part); });
        }
    }
    template <typename Item>
    void shrink(QList<Item> ModelCase::*list)
    {
        shrinkList([&] { return (m_least.*list).size(); },
            [&](ModelCase &less, qsizetype from, qsizetype count) {
                (less.*list).remove(from, count);
            });
    }

    void shrinkRows(qsizetype step)
    {
        shrinkList([&] { return m_least.steps.at(step).rows.size(); },
            [&](ModelCase &less, qsizetype from, qsizetype count) {
                less.steps[step].rows.remove(from, count);
                // The faults of this list stay with their rows.
                for (CaseFault &fault : less.steps[step].faults) {
                    if (fault.row >= from)
                        fault.row -= static_cast<int>(qMin<qsizetype>(count, fault.row - from));
                }
            });
    }
    void shrinkFaults(qsizetype step)
    {
        shrinkList([&] { return m_least.steps.at(step).faults.size(); },
            [&](ModelCase &less, qsizetype from, qsizetype count) {
                less.steps[step].faults.remove(from, count);
            });
        for (qsizetype i = 0; i < m_least.steps.at(step).faults.size(); ++i) {
            attempt([&](ModelCase &less) { less.steps[step].faults[i].lost = false; });
            attempt([&](ModelCase &less) { less.steps[step].faults[i].times = 1; });
        }
    }

    void shrinkSteps()
    {
        for (qsizetype i = 0; i < m_least.steps.size(); ++i) {
            shrinkRows(i);
            shrinkFaults(i);
            for (const StepChange &change : simplerSteps())
                attempt([&](ModelCase &less) { change(less.steps[i]); });
            for (qsizetype row = 0; row < m_least.steps.at(i).rows.size(); ++row) {
                for (const RowChange &change : simplerRows())
                    attempt([&](ModelCase &less) { change(less.steps[i].rows[row]); });
            }
        }
    }

    void attempt(const std::function<void(ModelCase &)> &change)
    {
        ModelCase less = m_least;
        change(less);
        if (less == m_least || !m_fails(less))
            return;
        m_least = std::move(less);
        m_changed = true;
    }

    ModelCase m_least;
    const std::function<bool(const ModelCase &)> &m_fails;
    bool m_changed = false;
};

} // namespace

ModelCase shrunk(ModelCase failing, const std::function<bool(const ModelCase &)> &fails)
{
    return Shrinking(std::move(failing), fails).least();
}

} // namespace Rollbook
