// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"

#include <QWidget>

#include <optional>
#include <stop_token>

class QLabel;
class QPushButton;

namespace Rollbook
{

class EventsModel;
class HistoryTable;
class MessageBar;
struct StudentHistory;

/// Everything that happened to one student, newest first.
class StudentPage : public QWidget
{
    Q_OBJECT

public:
    explicit StudentPage(School &school, QWidget *parent = nullptr);
    ~StudentPage() override;

    void showStudent(const Student &student);
    void refresh();
    QString asText() const;

Q_SIGNALS:
    void openWanted(const Rollbook::Run &run);
    void backWanted();

private:
    void layOut();
    void look();
    void take(const Expected<StudentHistory> &history);
    void refreshButtons();
    std::optional<Run> chosenRun() const;
    QString summary() const;
    void openChosen();

    School &m_school;
    Student m_student;
    QLabel *m_name;
    QLabel *m_summary;
    MessageBar *m_message;
    EventsModel *m_events;
    HistoryTable *m_table;
    QPushButton *m_back;
    QPushButton *m_copy;
    QPushButton *m_open;
    std::stop_source m_search;
    int m_wish = 0;
};

} // namespace Rollbook
