// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"

#include <QComboBox>

#include <optional>

namespace Rollbook
{

/// Chooses a course by typing any part of its code, title or term.
class CourseChooser : public QComboBox
{
    Q_OBJECT

public:
    explicit CourseChooser(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    /// Keeps what is chosen when it is still there.
    void setCourses(const QList<CourseSeats> &courses, bool listHasCourses);
    /// Selects without chosen().
    void select(const CourseRef &course);
    /// The chosen course, none while there is none or each row has its own. Seats and places that a
    /// run has given since setCourses() come on top.
    std::optional<CourseSeats> chosenSeats(const StatusCounts &givenSince = {}) const;
    /// "24 of 120 seats taken · open until 30 Nov", empty while nothing is chosen. Seats and places
    /// that a run has given since setCourses() come on top.
    QString describeChosen(const StatusCounts &givenSince = {}) const;

Q_SIGNALS:
    /// A null course: each row's own.
    void chosen(const Rollbook::CourseRef &course);

private:
    void choose(int index);
    void chooseTyped();

    QList<CourseSeats> m_courses;
};

} // namespace Rollbook
