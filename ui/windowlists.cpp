// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does with several lists: opens them and the folders that they lie in, shows all
// of them in one table, registers and reports all of them.

#include "ui/mainwindow.h"

#include "classlist.h"
#include "emptypage.h"
#include "listpage.h"
#include "listsinwork.h"
#include "overviewpage.h"
#include "registerall.h"
#include "registerallbutton.h"
#include "roster/rosterfolder.h"
#include "rostertable.h"
#include "runthencallback.h"
#include "sidebar.h"

#include <QAction>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

namespace Rollbook
{

// What files and folders stand for. Not in a namespace without a name: TSan could not tell frames
// of Qt by their names then.
struct Opening {
    QStringList paths;
    int skipped = 0;
    std::optional<Error> problem; ///< with a folder
};

namespace
{

// More stand together in one table at first.
constexpr qsizetype MostListsShownAlone = 2;
constexpr qsizetype MostFilesNamed = 5;

Opening lookInto(const QStringList &paths)
{
    Opening opening;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            opening.paths += path;
            continue;
        }
        const Expected<RosterFolder> folder = lookIntoFolder(path);
        if (!folder) {
            opening.problem = folder.error();
            continue;
        }
        opening.paths += folder->lists;
        opening.skipped += folder->skipped;
    }
    return opening;
}

} // namespace

void MainWindow::addSeveralListsActions()
{
    addMenuAction(tr("&Show all lists"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
        &MainWindow::showAllLists);
    QAction *registering = addMenuAction(tr("Register &all lists"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), &MainWindow::registerAll);
    registering->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Enter)});
    QAction *stopping = addMenuAction(tr("S&top registering all lists"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace), &MainWindow::stopAll);
    addMenuAction(tr("Make &combined report…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
        &MainWindow::makeCombinedReport);
    const auto refresh = [this, registering, stopping] {
        registering->setEnabled(m_registerAll->canStart());
        registering->setText(m_registerAll->words());
        registering->setToolTip(m_registerAll->whyNot());
        stopping->setEnabled(m_registerAll->isRunning());
        const bool isInOverview = m_pages->currentWidget() == m_overview;
        m_registerAllButton->setVisible(
            m_lists->all().size() >= 2 && !isInOverview && m_school.rights().mayRegister());
    };
    connect(m_registerAll, &RegisterAll::changed, this, refresh);
    connect(m_pages, &QStackedWidget::currentChanged, this, refresh);
    refresh();
    for (QAction *action : {registering, stopping})
        action->setVisible(m_school.rights().mayRegister());
}

void MainWindow::openRosters(const QStringList &paths)
{
    m_unread.clear();
    m_skipped = 0;
    const bool hasFolder = std::any_of(
        paths.cbegin(), paths.cend(), [](const QString &path) { return QFileInfo(path).isDir(); });
    if (!hasFolder) {
        openLists(paths);
        return;
    }
    runThenCallback(
        this, [paths] { return lookInto(paths); },
        [this](const Opening &opening) {
            m_skipped += opening.skipped;
            openLists(opening.paths);
            if (opening.problem)
                showProblem(opening.problem->sentence);
            else if (opening.skipped > 0)
                tellLeftOut();
        });
}

void MainWindow::openLists(const QStringList &paths)
{
    const bool first = m_toOpen.isEmpty();
    m_toOpen += paths;
    if (!first || paths.isEmpty())
        return;
    ClassList *list = openNext();
    m_sidebar->select(*list);
    if (paths.size() <= MostListsShownAlone) {
        while (!m_toOpen.isEmpty())
            openNext();
        return;
    }
    openNext();
    m_sidebar->selectAllLists();
    openInTurn();
}

ClassList *MainWindow::openNext()
{
    ClassList *list = addList();
    list->load(m_toOpen.takeFirst());
    m_lists->add(*list);
    return list;
}

// A list with its page takes some milliseconds: however many there are, the window stays quick.
void MainWindow::openInTurn()
{
    QTimer::singleShot(0, this, [this] {
        if (m_toOpen.isEmpty())
            return;
        openNext();
        openInTurn();
    });
}

void MainWindow::tellLeftOut()
{
    const auto files = static_cast<int>(m_unread.size()) + m_skipped;
    const QStringList named = m_unread.first(qMin(m_unread.size(), MostFilesNamed));
    const bool namesAll = named.size() == files;
    const QString names =
        named.join(QStringLiteral(", ")) + (namesAll ? QString() : QStringLiteral(" …"));
    showProblem(named.isEmpty()
            ? tr("%n file(s) were left out, because they are no class lists.", nullptr, files)
            : tr("%n file(s) were left out, because they are no class lists: %1", nullptr, files)
                  .arg(names));
}

void MainWindow::showProblem(const QString &sentence)
{
    if (ListPage *page = currentPage())
        page->showProblem(sentence);
    else if (m_pages->currentWidget() == m_overview)
        m_overview->showProblem(sentence);
    else
        emptyPage()->showProblem(sentence);
}

void MainWindow::showAllLists()
{
    if (m_lists->all().size() < 2)
        return;
    m_sidebar->selectAllLists();
    m_pages->setCurrentWidget(overview());
}

// Where a notice leads that was clicked.
void MainWindow::showWanted(ClassList *list)
{
    if (list)
        m_sidebar->select(*list);
    else
        showAllLists();
}

// When there are not several lists any more.
void MainWindow::leaveAllLists()
{
    if (m_pages->currentWidget() == m_overview)
        showWhatIsLeft();
}

// The list that was shown is gone, and the stack of pages shows what happens to lie next to it.
void MainWindow::showWhatIsLeft()
{
    if (currentPage())
        return;
    if (m_lists->all().isEmpty()) {
        showEmptyPage();
        return;
    }
    ClassList *list = m_lists->all().constLast();
    m_sidebar->select(*list);
    showList(list);
}

void MainWindow::registerAll()
{
    if (const ListPage *page = currentPage())
        page->table()->finishEditing();
    m_registerAll->start();
}

void MainWindow::stopAll()
{
    m_registerAll->stop();
}

void MainWindow::makeCombinedReport()
{
    overview()->makeReport();
}

} // namespace Rollbook
