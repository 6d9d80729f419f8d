// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sampleschool.h"
#include "shownwindow.h"

#include <QObject>

#include <memory>

namespace Rollbook
{

/// A run as the window shows it at a glance: a list of which some get in and some do not, for
/// several reasons.
class GlanceTest : public QObject
{
    Q_OBJECT

protected:
    /// The course that roster() is for: 80 seats and 5 places.
    static CourseRef coding() { return {QStringLiteral("CODE"), QStringLiteral("2026 Fall")}; }
    /// 97 students of the sample and 2 of them once more.
    QString roster() const;
    /// In a window of 1280 x 800 points; null when it could not be planned.
    ClassList *planned(ShownWindow &window, const QString &path, const CourseRef &course);
    /// The list of roster() once it was registered, or null.
    ClassList *registered(ShownWindow &window);

    std::unique_ptr<SampleSchool> m_sample;

private Q_SLOTS:
    void init();
    void cleanup();

private:
    void makeSchool();
};

} // namespace Rollbook
