// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The actions of the window: what its menu and its keys do.

#include "ui/mainwindow.h"

#include "classlist.h"
#include "clearbutton.h"
#include "history/historypage.h"
#include "interruptedbar.h"
#include "keylist.h"
#include "listpage.h"
#include "quietlabel.h"
#include "registerallbutton.h"
#include "rightswords.h"
#include "rostertable.h"
#include "school/schoolpage.h"
#include "searchcount.h"
#include "sidebar.h"
#include "taborder.h"
#include "ui/theme.h"

#include "table/rosterproxymodel.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace Rollbook
{

namespace
{

const QLatin1StringView GeometryKey("geometry");
const QLatin1StringView SplitterKey("splitter");
constexpr int LeastLetters = 88;
constexpr int LeastLines = 24;

} // namespace

void MainWindow::layOut()
{
    const int space = fontMetrics().height() * 2 / 3;
    auto *title = new QLabel(m_school.displayName(), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_search->setPlaceholderText(tr("Search students…"));
    m_search->setAccessibleName(tr("Search students"));
    offerClearing(*m_search);
    // A list that is dropped there is meant for the window.
    m_search->setAcceptDrops(false);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    auto *found = new SearchCount(this);
    connect(m_pages, &QStackedWidget::currentChanged, this, [this, found] {
        const ListPage *page = currentPage();
        found->follow(page ? page->table()->proxy() : nullptr);
    });
    auto *who = new QuietLabel(whoWorksHere(m_school.rights()), this);
    for (QWidget *identity : {title, static_cast<QLabel *>(who)})
        identity->setToolTip(whatTheyMayDo(m_school.rights()));
    auto *menuButton = new QToolButton(this);
    menuButton->setText(tr("&Menu"));
    menuButton->setPopupMode(QToolButton::InstantPopup);
    menuButton->setMenu(m_menu);

    auto *bar = new QWidget(this);
    auto *barLayout = new QHBoxLayout(bar);
    barLayout->setContentsMargins(space, space, space, space);
    barLayout->addWidget(title);
    barLayout->addWidget(who);
    who->setVisible(!who->text().isEmpty());
    barLayout->addStretch(1);
    barLayout->addWidget(found);
    barLayout->addWidget(m_search, 2);
    barLayout->addWidget(menuButton);

    // A tree cannot keep its rows from its edges itself.
    auto *side = new QWidget(this);
    side->setAutoFillBackground(true);
    side->setBackgroundRole(QPalette::Base);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(space / 2, 0, space / 2, space);
    sideLayout->addWidget(m_sidebar);
    sideLayout->addWidget(m_registerAllButton);
    m_registerAllButton->hide();

    auto *splitter = new QSplitter(this);
    splitter->addWidget(side);
    auto *main = new QWidget(this);
    auto *mainLayout = new QVBoxLayout(main);
    mainLayout->setContentsMargins({});
    mainLayout->addWidget(m_interrupted);
    mainLayout->addWidget(m_pages, 1);
    splitter->addWidget(main);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    m_pages->addWidget(m_noPage);

    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(splitter, 1);
    setCentralWidget(centre);
    // Lines that are broken need height: less would cut off what stands in them.
    setMinimumSize(
        fontMetrics().averageCharWidth() * LeastLetters, fontMetrics().height() * LeastLines);
    tabInOrderOfLayout(*centre);
}

// Further actions go there, and stand under that heading in the list of keys.
void MainWindow::addSubmenu(const QString &title)
{
    m_submenu = m_menu->addMenu(title);
    m_submenu->setToolTipsVisible(true);
}

QAction *MainWindow::addMenuAction(
    const QString &text, const QKeySequence &key, void (MainWindow::*slot)())
{
    QAction *action = m_submenu->addAction(text);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void MainWindow::addActions()
{
    addSubmenu(tr("&List"));
    addMenuAction(tr("&Open class lists…"), QKeySequence::Open, &MainWindow::choosePaths);
    addMenuAction(tr("&Paste a list"), QKeySequence::Paste, &MainWindow::paste);
    addMenuAction(
        tr("&Choose the course"), QKeySequence(Qt::CTRL | Qt::Key_L), &MainWindow::chooseCourse);
    addMenuAction(tr("&Save corrected list…"), QKeySequence(Qt::CTRL | Qt::Key_S),
        &MainWindow::saveCorrected);
    addMenuAction(tr("C&lose list"), QKeySequence(Qt::CTRL | Qt::Key_W), &MainWindow::closeList);
    addSubmenu(tr("&Edit"));
    addEditActions();
    addSubmenu(tr("&Find"));
    addMenuAction(tr("&Search"), QKeySequence::Find, &MainWindow::search);
    addMenuAction(tr("Next &problem"), QKeySequence(Qt::Key_F8), &MainWindow::nextProblem);
    addMenuAction(tr("Show all &rows"), QKeySequence(Qt::Key_Escape), &MainWindow::leaveFilter);
    addTableAction(tr("Sor&t by this column, or as in the list"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), &MainWindow::sortByColumn);
    addReadingActions();
    addSubmenu(tr("&Registration"));
    addRunActions();
    addSubmenu(tr("&All lists"));
    addSeveralListsActions();
    addSubmenu(tr("&School"));
    addSchoolPages();
    m_submenu->menuAction()->setVisible(!m_submenu->isEmpty());
    addThemeMenu();
    m_submenu = m_menu;
    addMenuAction(tr("All &keys"), QKeySequence(Qt::Key_F1), &MainWindow::showKeys);
    QAction *quit = m_menu->addAction(tr("&Quit"));
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, this, &QWidget::close);
    addAction(quit);
}

void MainWindow::addRunActions()
{
    QAction *registering = addMenuAction(
        tr("&Register"), QKeySequence(Qt::CTRL | Qt::Key_Return), &MainWindow::registerStudents);
    registering->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    QAction *again = addMenuAction(tr("Try again those who &failed or were not sent"),
        QKeySequence(Qt::CTRL | Qt::Key_R), &MainWindow::tryAgain);
    // What is not seen has no key either.
    for (QAction *action : {registering, again, addTryingRowsAgain()})
        action->setVisible(m_school.rights().mayRegister());
    addMenuAction(
        tr("C&hart of the run"), QKeySequence(Qt::CTRL | Qt::Key_G), &MainWindow::toggleChart);
    addMenuAction(tr("Make r&eport…"), QKeySequence(Qt::CTRL | Qt::Key_E), &MainWindow::makeReport);
    addMenuAction(tr("&Print…"), QKeySequence(Qt::CTRL | Qt::Key_P), &MainWindow::printReport);
    addMenuAction(tr("Cop&y summary for a mail"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_M),
        &MainWindow::copySummary);
}

void MainWindow::addThemeMenu()
{
    addSubmenu(tr("&Theme"));
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &text, const QKeySequence &key, Theme theme) {
        QAction *action = m_submenu->addAction(text);
        action->setShortcut(key);
        action->setCheckable(true);
        action->setChecked(rememberedTheme() == theme);
        group->addAction(action);
        addAction(action);
        connect(action, &QAction::triggered, this, [theme] {
            applyTheme(theme);
            rememberTheme(theme);
        });
    };
    add(tr("Like the &desktop"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_1), Theme::System);
    add(tr("&Light"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_2), Theme::Light);
    add(tr("D&ark"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_3), Theme::Dark);
}

void MainWindow::paste()
{
    auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    if (edit)
        edit->paste();
    else if (const QMimeData *content = QApplication::clipboard()->mimeData())
        take(*content);
}

void MainWindow::copyRows()
{
    auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    if (edit)
        edit->copy();
    else if (const ListPage *page = currentPage())
        page->table()->copySelection();
    else if (const SchoolPage *school = currentSchoolPage())
        school->copySelection();
    else if (m_pages->currentWidget() == m_history)
        m_history->copy();
}

void MainWindow::registerStudents()
{
    const ListPage *page = currentPage();
    if (!page)
        return;
    page->table()->finishEditing();
    if (page->list().rowsToRegister() > 0)
        page->list().registerStudents();
}

void MainWindow::chooseCourse()
{
    if (ListPage *page = currentPage())
        page->chooseCourse();
}

void MainWindow::makeReport()
{
    if (ListPage *page = currentPage())
        page->makeReport();
}

void MainWindow::printReport()
{
    if (ListPage *page = currentPage())
        page->printReport();
}

void MainWindow::copySummary()
{
    if (ListPage *page = currentPage())
        page->copySummary();
}

void MainWindow::toggleChart()
{
    if (ListPage *page = currentPage())
        page->toggleChart();
}

void MainWindow::nextProblem()
{
    if (const ListPage *page = currentPage()) {
        page->table()->goToNextProblem();
        // What is typed next is meant for that cell.
        page->table()->setFocus();
    }
}

void MainWindow::search()
{
    if (SchoolPage *school = currentSchoolPage()) {
        school->search();
        return;
    }
    if (m_pages->currentWidget() == m_history) {
        m_history->setFocus();
        return;
    }
    m_search->setFocus();
    m_search->selectAll();
}

void MainWindow::leaveFilter()
{
    if (SchoolPage *school = currentSchoolPage()) {
        school->leave();
        return;
    }
    if (m_pages->currentWidget() == m_history) {
        m_history->goBack();
        return;
    }
    m_search->clear();
    if (ListPage *page = currentPage()) {
        page->showAllRows();
        page->table()->setFocus();
    }
}

void MainWindow::showKeys()
{
    auto *keys = new KeyList(*m_menu, m_pageActions, this);
    keys->setAttribute(Qt::WA_DeleteOnClose);
    keys->open();
}

void MainWindow::restoreLook()
{
    const QSettings settings;
    if (!restoreGeometry(settings.value(GeometryKey).toByteArray()))
        resize(1280, 800);
    auto *splitter = findChild<QSplitter *>();
    if (!splitter->restoreState(settings.value(SplitterKey).toByteArray())) {
        // The lists need less than the students, however large the text is.
        const int side = qMin(fontMetrics().averageCharWidth() * 38, width() / 4);
        splitter->setSizes({side, width() - side});
    }
}

void MainWindow::rememberLook() const
{
    QSettings settings;
    settings.setValue(GeometryKey, saveGeometry());
    settings.setValue(SplitterKey, findChild<QSplitter *>()->saveState());
    if (const ListPage *page = currentPage())
        page->table()->rememberColumns();
}

} // namespace Rollbook
