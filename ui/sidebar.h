// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

#include <QTreeWidget>

namespace Rollbook
{

class ClassList;

/// The lists in work and the earlier runs, as a mail program shows its folders.
class Sidebar : public QTreeWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void addList(ClassList &list);
    void removeList(ClassList &list);
    void select(ClassList &list);
    /// The heading of the lists, which stands for all of them; only with two or more.
    void selectAllLists();
    void setEarlierRuns(const QList<Run> &runs);
    /// A page that is about the school itself, below the lists and runs.
    void addSchoolPage(QWidget &page, const QString &title, const QString &hint);
    void selectSchoolPage(const QWidget &page);
    /// Shows which run is looked at, without telling; none where it is not among those listed.
    void selectRun(const Run &run);

Q_SIGNALS:
    void listChosen(Rollbook::ClassList *list);
    void allListsChosen();
    void runChosen(const Rollbook::Run &run);
    /// The heading of the earlier runs was clicked.
    void allRunsChosen();
    void schoolPageChosen(QWidget *page);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tidy();
    void offerAllLists();
    void takeColours();
    QSize rowSize() const;
    QTreeWidgetItem *addSection(const QString &title);
    QTreeWidgetItem *itemOf(const ClassList *list) const;
    void refresh(const ClassList &list);
    void choose(QTreeWidgetItem *item);

    QTreeWidgetItem *m_lists;
    QTreeWidgetItem *m_earlier;
    QTreeWidgetItem *m_school;
    QList<Run> m_runs;
};

} // namespace Rollbook
