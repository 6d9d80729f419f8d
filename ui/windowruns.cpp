// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does with runs of before: shows them, goes on with them.

#include "ui/mainwindow.h"

#include "classlist.h"
#include "history/historypage.h"
#include "listpage.h"
#include "listsinwork.h"
#include "rostertable.h"
#include "rowactions.h"
#include "runthencallback.h"
#include "sidebar.h"

#include <QMenu>

#include <optional>

namespace Rollbook
{

void MainWindow::loadEarlierRuns()
{
    runThenCallback(
        this, [&school = m_school] { return school.journal().runs(); },
        [this](const Expected<QList<Run>> &runs) {
            if (runs)
                m_sidebar->setEarlierRuns(*runs);
        });
    m_history->refresh();
}

void MainWindow::showEarlierRun(const Run &run)
{
    ClassList *before = m_earlier;
    m_earlier = addList();
    m_earlier->loadEarlier(run);
    showList(m_earlier);
    if (before)
        removeList(before);
}

// An earlier run that goes on is a list in work like any other.
void MainWindow::takeIntoWork()
{
    ClassList *list = m_earlier;
    m_earlier = nullptr;
    m_lists->add(*list);
    m_sidebar->select(*list);
}

void MainWindow::goOnWith(const RegisterStudentsResults &soFar)
{
    ClassList *list = addList();
    m_lists->add(*list);
    m_sidebar->select(*list);
    list->goOn(soFar);
}

void MainWindow::tryAgain()
{
    const ListPage *page = currentPage();
    if (!page)
        return;
    page->table()->finishEditing();
    page->list().tryAgain();
}

// The menu says what it would do now. Its key always answers, at least with why not.
QAction *MainWindow::addTryingRowsAgain()
{
    QAction *action = addMenuAction(tr("&Try the selected students again"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), &MainWindow::tryRowsAgain);
    connect(m_menu, &QMenu::aboutToShow, action, [this, action, usual = action->text()] {
        const ListPage *page = currentPage();
        const auto again =
            page ? std::make_optional(page->rowActions()->tryingAgain()) : std::nullopt;
        const bool isPossible = again && again->isPossible();
        action->setEnabled(isPossible);
        action->setText(isPossible ? again->text() : usual);
        action->setToolTip(again ? again->whyNot() : QString());
    });
    connect(m_menu, &QMenu::aboutToHide, action, [action, usual = action->text()] {
        action->setEnabled(true);
        action->setText(usual);
    });
    return action;
}

void MainWindow::tryRowsAgain()
{
    const ListPage *page = currentPage();
    if (!page)
        return;
    page->table()->finishEditing();
    page->rowActions()->tryAgain();
}

} // namespace Rollbook
