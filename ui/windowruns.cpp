// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does with runs of before: shows them, goes on with them.

#include "ui/mainwindow.h"

#include "classlist.h"
#include "listpage.h"
#include "listsinwork.h"
#include "rostertable.h"
#include "runthencallback.h"
#include "sidebar.h"

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

} // namespace Rollbook
