// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace Rollbook
{

class ClassList;
class ListsInWork;
class MessageBar;
class OverviewModel;
class RegisterAll;
class RegisterAllButton;
class ReportBar;
class School;

/// All lists in work in one table: the course of each and how many will get what, or have got it.
/// All of them can be registered from here, and reported in one file.
class OverviewPage : public QWidget
{
    Q_OBJECT

public:
    OverviewPage(
        School &school, ListsInWork &lists, RegisterAll &registerAll, QWidget *parent = nullptr);

    /// Asks for a report of the runs that have ended.
    void makeReport();
    void showProblem(const QString &sentence);

Q_SIGNALS:
    /// To be opened.
    void listChosen(Rollbook::ClassList *list);
    void registerWanted();

private:
    void layOut();
    void fitColumns();
    void refresh();
    QString sumSentence() const;
    QString orderSentence() const;
    QList<RegisterStudentsResults> endedRuns() const;

    School &m_school;
    ListsInWork &m_lists;
    RegisterAll &m_registerAll;
    OverviewModel *m_model;
    QLabel *m_sum;
    MessageBar *m_message;
    ReportBar *m_reportBar;
    QTableView *m_table;
    QLabel *m_text;
    QPushButton *m_report;
    RegisterAllButton *m_button;
};

} // namespace Rollbook
