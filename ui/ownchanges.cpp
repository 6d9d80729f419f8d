// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ownchanges.h"

#include "classlist.h"

#include <algorithm>

namespace Rollbook
{

void OwnChanges::follow(ClassList &list)
{
    connect(&list, &ClassList::stateChanged, this, [this, &list] { take(list); });
    // By undoing it, and by moving others up.
    connect(&list, &ClassList::seatsChanged, this, &OwnChanges::noteAll);
    connect(&list, &QObject::destroyed, this, [this, gone = &list] {
        for (Runs &runs : m_runs) {
            if (runs.list != gone)
                continue;
            runs.list = nullptr;
            runs.last = runs.isBusy ? ++m_now : runs.last;
            runs.isBusy = false;
        }
    });
}

void OwnChanges::take(const ClassList &list)
{
    const auto known = std::find_if(m_runs.begin(), m_runs.end(),
        [&list](const Runs &runs) { return runs.list == &list && runs.isBusy; });
    if (known == m_runs.end()) {
        if (list.isBusy())
            m_runs += {&list, list.model()->courses().courses(), true, ++m_now};
    } else if (!list.isBusy()) {
        known->isBusy = false;
        known->last = ++m_now;
    }
}

bool OwnChanges::hasChanged(const CourseRef &course, Moment since, const ClassList &but) const
{
    return m_lastOfAll > since
        || std::any_of(m_runs.cbegin(), m_runs.cend(), [&](const Runs &runs) {
               return runs.list != &but && (runs.isBusy || runs.last > since)
                   && runs.courses.contains(course);
           });
}

} // namespace Rollbook
