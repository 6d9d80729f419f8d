// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace Rollbook
{

/// Tells what others do to a school that several people use at the same time.
class SchoolWatch : public QObject
{
    Q_OBJECT

public:
    ~SchoolWatch() override = default;

Q_SIGNALS:
    /// A course is another one, or fuller or emptier than it was: somebody was registered,
    /// withdrawn or moved up, here or anywhere. Several changes may be one signal. Also when the
    /// school can be reached again, as nobody knows what became of it meanwhile. From any thread.
    void coursesChanged();

protected:
    SchoolWatch() = default;
};

} // namespace Rollbook
