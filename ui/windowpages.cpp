// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The pages of the window that are not there before they are needed, so that it opens sooner.

#include "ui/mainwindow.h"

#include "classlist.h"
#include "emptypage.h"
#include "overviewpage.h"
#include "sidebar.h"
#include "taborder.h"

#include <QSettings>
#include <QStackedWidget>

namespace Rollbook
{

namespace
{

const QLatin1StringView RecentKey("recentFiles");
constexpr int MostRecent = 5;

} // namespace

// When a list goes, the stack shows what lies before it: never a page of the school.
void MainWindow::addPage(QWidget &page)
{
    m_pages->insertWidget(m_pages->indexOf(m_noPage), &page);
}

// Whoever comes with a list does not wait for it.
EmptyPage *MainWindow::emptyPage()
{
    if (m_emptyPage)
        return m_emptyPage;
    m_emptyPage = new EmptyPage(m_pages);
    addPage(*m_emptyPage);
    tabInOrderOfLayout(*m_emptyPage);
    connect(m_emptyPage, &EmptyPage::openWanted, this, &MainWindow::choosePaths);
    connect(m_emptyPage, &EmptyPage::pasteWanted, this, &MainWindow::paste);
    connect(m_emptyPage, &EmptyPage::sampleWanted, this, &MainWindow::sampleSchoolWanted);
    connect(m_emptyPage, &EmptyPage::recentWanted, this,
        [this](const QString &path) { openRosters({path}); });
    return m_emptyPage;
}

void MainWindow::showEmptyPage()
{
    emptyPage()->setRecentFiles(QSettings().value(RecentKey).toStringList());
    m_pages->setCurrentWidget(emptyPage());
}

void MainWindow::rememberRecent(const QString &path)
{
    QSettings settings;
    QStringList recent = settings.value(RecentKey).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    settings.setValue(RecentKey, recent.first(qMin<qsizetype>(recent.size(), MostRecent)));
}

// Whoever opens one list never sees it.
OverviewPage *MainWindow::overview()
{
    if (m_overview)
        return m_overview;
    m_overview = new OverviewPage(m_school, *m_lists, *m_registerAll, m_pages);
    addPage(*m_overview);
    tabInOrderOfLayout(*m_overview);
    connect(m_overview, &OverviewPage::listChosen, this,
        [this](ClassList *list) { m_sidebar->select(*list); });
    connect(m_overview, &OverviewPage::registerWanted, this, &MainWindow::registerAll);
    return m_overview;
}

void MainWindow::showEvent(QShowEvent *event)
{
    if (m_pages->currentWidget() == m_noPage)
        showEmptyPage();
    QMainWindow::showEvent(event);
}

} // namespace Rollbook
