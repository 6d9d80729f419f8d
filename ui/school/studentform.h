// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"
#include "school/schoolform.h"

#include <functional>
#include <optional>

namespace Rollbook
{

/// Adds a student or changes one. What identifies a student stays as it is.
class StudentForm : public SchoolForm
{
    Q_OBJECT

public:
    explicit StudentForm(QWidget *parent);

    void beginNew();
    void begin(const StudentRecord &record);
    void focusHold();
    /// What was typed; none while something of it cannot be, which is shown then. `known` finds who
    /// is in the register under the same number or address.
    std::optional<StudentRecord> record(
        const std::function<const StudentRecord *(const Student &)> &known);
    bool isNew() const { return m_isNew; }

private:
    void fill(const StudentRecord &record);
    QString birthDate() const;

    QLineEdit *m_id;
    QLineEdit *m_family;
    QLineEdit *m_given;
    QLineEdit *m_email;
    QLineEdit *m_birth;
    QLineEdit *m_grade;
    QLineEdit *m_completed;
    QLineEdit *m_hold;
    QLineEdit *m_notes;
    StudentRecord m_before; // that is changed
    bool m_isNew = true;
};

} // namespace Rollbook
