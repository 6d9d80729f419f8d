// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/course.h"

#include <QList>
#include <QObject>

namespace Rollbook
{

class ClassList;

/// What a window itself does in courses, so that none of it is taken for the doing of a colleague.
class OwnChanges : public QObject
{
    Q_OBJECT

public:
    using Moment = qint64;

    using QObject::QObject;

    /// Notes the runs of the list from now on.
    void follow(ClassList &list);
    /// Courses, or who is in them, were changed otherwise.
    void noteAll() { m_lastOfAll = ++m_now; }

    Moment now() const { return m_now; }
    /// True when anything but a run of that list may have changed the course since then.
    bool hasChanged(const CourseRef &course, Moment since, const ClassList &but) const;

private:
    struct Runs {
        const ClassList *list = nullptr; // none: it is closed
        QList<CourseRef> courses;
        bool isBusy = false;
        Moment last = 0;
    };

    void take(const ClassList &list);

    QList<Runs> m_runs;
    Moment m_now = 0;
    Moment m_lastOfAll = 0;
};

} // namespace Rollbook
