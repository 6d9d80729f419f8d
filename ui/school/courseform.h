// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/course.h"
#include "school/schoolform.h"

#include <functional>
#include <optional>

namespace Rollbook
{

/// Adds a course or changes one. Code and term name it and stay as they are.
class CourseForm : public SchoolForm
{
    Q_OBJECT

public:
    explicit CourseForm(QWidget *parent);

    void beginNew();
    void begin(const CourseSeats &seats);
    /// What was typed; none while something of it cannot be, which is shown then.
    std::optional<Course> course(const std::function<bool(const CourseRef &)> &isKnown);
    bool isNew() const { return !m_seats; }

private:
    void fill(const Course &course);
    std::optional<int> count(QLineEdit *field, bool &isGood);
    QDate day(QLineEdit *field, bool &isGood);
    QLineEdit *fieldOf(int problemField) const;

    QLineEdit *m_code;
    QLineEdit *m_title;
    QLineEdit *m_term;
    QLineEdit *m_capacity;
    QLineEdit *m_waitlist;
    QLineEdit *m_meets;
    QLineEdit *m_opens;
    QLineEdit *m_closes;
    QLineEdit *m_prerequisites;
    std::optional<CourseSeats> m_seats; // that is changed; none: a new one
};

} // namespace Rollbook
