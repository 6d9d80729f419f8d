// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runcomparison.h"
#include "registration/school.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Rollbook
{

class ComparisonFilter;
class ComparisonModel;
class DifferenceChips;
class HistoryTable;
class MessageBar;

/// What is different between two runs.
class ComparisonPage : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonPage(School &school, QWidget *parent = nullptr);

    void compare(Run first, Run second);
    QString asText() const;
    /// Who is meant by the row that is chosen.
    std::optional<Student> chosenStudent() const;

Q_SIGNALS:
    void studentWanted(const Rollbook::Student &student);
    void backWanted();

private:
    void layOut();
    void take(const Expected<RunComparison> &comparison);
    QString summary(const RunComparison &comparison) const;

    School &m_school;
    Run m_first;
    Run m_second;
    QLabel *m_summary;
    MessageBar *m_message;
    DifferenceChips *m_chips;
    ComparisonModel *m_model;
    ComparisonFilter *m_filter;
    HistoryTable *m_table;
    QPushButton *m_back;
    QPushButton *m_swap;
    QPushButton *m_everything;
    QPushButton *m_copy;
    int m_wish = 0;
};

} // namespace Rollbook
