// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"

#include <QTimer>
#include <QWidget>

#include <stop_token>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;

namespace Rollbook
{

class EventsModel;
class HistoryTable;
class MessageBar;
class RunFilterBar;
class RunsModel;

/// All runs, to be searched as one types, and what became of the student that is searched for.
class RunsPage : public QWidget
{
    Q_OBJECT

public:
    explicit RunsPage(School &school, QWidget *parent = nullptr);
    ~RunsPage() override;

    /// Looks again; at once, and only while it is shown.
    void refresh();
    /// Looks for all runs again; false when it did already.
    bool clearFilter();
    /// The rows that are chosen, as text.
    QString asText() const;
    /// Who is meant by a row that is chosen among those of students.
    std::optional<Student> chosenStudent() const;

Q_SIGNALS:
    void openWanted(const Rollbook::Run &run);
    void undoWanted(const Rollbook::Run &run);
    void reportWanted(const Rollbook::Run &run);
    void tryAgainWanted(const Rollbook::Run &run);
    void compareWanted(const Rollbook::Run &first, const Rollbook::Run &second);
    void studentWanted(const Rollbook::Student &student);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void connectButtons();
    void find();
    void take(const Expected<FoundRuns> &found);
    void refreshButtons();
    void choose(const QSet<QString> &ids);
    QString resultsText(const FoundRuns &found) const;
    QList<FoundRun> chosenRuns() const;

    School &m_school;
    RunFilterBar *m_filter;
    QLabel *m_results;
    MessageBar *m_message;
    RunsModel *m_model;
    QSortFilterProxyModel *m_proxy;
    HistoryTable *m_table;
    QLabel *m_empty;
    QWidget *m_found;
    QLabel *m_foundTitle;
    EventsModel *m_events;
    HistoryTable *m_eventsTable;
    QPushButton *m_everything;
    QPushButton *m_compare;
    QPushButton *m_undo;
    QPushButton *m_tryAgain;
    QPushButton *m_report;
    QPushButton *m_open;
    QTimer m_soon; // after the last letter
    std::stop_source m_search;
    int m_wish = 0; // counts, so that a late answer to an earlier wish is known as such
};

} // namespace Rollbook
