// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runhistory.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;

namespace Rollbook
{

/// What runs are looked for: words, a student, a course, a person, days, an outcome.
class RunFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit RunFilterBar(QWidget *parent = nullptr);

    RunFilter filter() const;
    /// The people and courses that there are to choose from.
    void setChoices(const QStringList &people, const QStringList &courses);
    /// Back to all runs.
    void clear();
    bool isClear() const { return filter() == RunFilter(); }

Q_SIGNALS:
    void changed();

private:
    void layOut();
    void fillPeriods();
    void fillOutcomes();
    void showDays();
    void tell();

    QLineEdit *m_words;
    QLineEdit *m_student;
    QComboBox *m_course;
    QComboBox *m_person;
    QComboBox *m_period;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QWidget *m_days;
    QComboBox *m_outcome;
    QPushButton *m_clear;
};

} // namespace Rollbook
