// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "classlist.h"

#include <QTest>

namespace Rollbook
{

/// Reads a list and waits for its plan for a course.
inline void plan(ClassList &list, const QString &path, const QString &code)
{
    list.load(path);
    QTRY_COMPARE(list.state(), ClassList::State::NoCourse);
    list.chooseCourse({code, {}});
    QTRY_COMPARE(list.state(), ClassList::State::Planned);
}

} // namespace Rollbook
