// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The pages of the window that are about the school itself: a line in the sidebar and a key each.

#include "ui/mainwindow.h"

#include "classlist.h"
#include "history/historypage.h"
#include "listpage.h"
#include "ownchanges.h"
#include "rowactions.h"
#include "school/coursespage.h"
#include "school/schoolsettingsdialog.h"
#include "school/studentspage.h"
#include "sidebar.h"
#include "ui/connectiondialog.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QTimer>

namespace Rollbook
{

void MainWindow::addSchoolPages()
{
    m_courses = new CoursesPage(m_school, m_pages);
    m_students = new StudentsPage(m_school, m_pages);
    addSchoolPage(m_courses, tr("&Courses"), QKeySequence(Qt::CTRL | Qt::Key_1));
    addSchoolPage(m_students, tr("&Students"), QKeySequence(Qt::CTRL | Qt::Key_2));
    // The keys of both are the same.
    m_pageActions += m_courses->keyActions();
    for (SchoolPage *page : {static_cast<SchoolPage *>(m_courses), m_students}) {
        connect(page, &SchoolPage::changed, m_ownChanges, &OwnChanges::noteAll);
        connect(page, &SchoolPage::changed, this, &MainWindow::takeChangedSchool);
    }
    addHistory();
    addMenuAction(tr("School se&ttings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
        &MainWindow::showSchoolSettings)
        ->setVisible(m_school.rights().mayManage());
    addMenuAction(tr("&Open a school on a server…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
        &MainWindow::askForServer);
    // They have a search of their own. Its place stays, so that nothing moves from page to page.
    QSizePolicy kept = m_search->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_search->setSizePolicy(kept);
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] {
        m_search->setVisible(!currentSchoolPage() && m_pages->currentWidget() != m_history);
    });
}

SchoolPage *MainWindow::currentSchoolPage() const
{
    return qobject_cast<SchoolPage *>(m_pages->currentWidget());
}

void MainWindow::showCourses()
{
    m_sidebar->selectSchoolPage(*m_courses);
}

void MainWindow::showCourse(const CourseRef &course)
{
    m_courses->chooseCourse(course);
    showCourses();
}

// Lists that are planned and not registered yet: what will happen to them may be something else
// now.
void MainWindow::takeChangedSchool()
{
    const auto pages = m_pages->findChildren<ListPage *>(QString(), Qt::FindDirectChildrenOnly);
    for (ListPage *page : pages) {
        page->refreshCourses();
        page->list().planForChangedSchool();
    }
}

// Colleagues register student after student; what they did is looked at a little later, together.
void MainWindow::watchSchool()
{
    SchoolWatch *watch = m_school.watch();
    if (!watch)
        return;
    constexpr std::chrono::milliseconds Together{500};
    auto *soon = new QTimer(this);
    soon->setSingleShot(true);
    soon->setInterval(Together);
    connect(watch, &SchoolWatch::coursesChanged, soon, [soon] {
        if (!soon->isActive())
            soon->start();
    });
    connect(soon, &QTimer::timeout, this, &MainWindow::takeChangedSchool);
    connect(soon, &QTimer::timeout, this, &MainWindow::refreshSchoolPages);
}

void MainWindow::refreshSchoolPages()
{
    m_courses->refresh();
    m_students->refresh();
}

void MainWindow::addHistory()
{
    m_history = new HistoryPage(m_school, m_pages);
    addSchoolPage(m_history, tr("&History"), QKeySequence(Qt::CTRL | Qt::Key_3));
    addMenuAction(tr("E&verything about this student"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), &MainWindow::showHistoryOfChosen);
    m_pageActions += m_history->actions();
    connect(m_history, &HistoryPage::openWanted, this,
        [this](const Run &run) { openThen(run, [](ListPage &) {}); });
    connect(m_history, &HistoryPage::undoWanted, this, [this](const Run &run) {
        openThen(run, [](ListPage &page) { page.list().previewUndo(); });
    });
    connect(m_history, &HistoryPage::reportWanted, this,
        [this](const Run &run) { openThen(run, [](ListPage &page) { page.makeReport(); }); });
    connect(m_history, &HistoryPage::tryAgainWanted, this,
        [this](const Run &run) { openThen(run, [](ListPage &page) { page.list().tryAgain(); }); });
    connect(m_sidebar, &Sidebar::allRunsChosen, this, &MainWindow::showAllRuns);
}

void MainWindow::showSchoolSettings()
{
    auto *settings = new SchoolSettingsDialog(m_school, this);
    settings->setAttribute(Qt::WA_DeleteOnClose);
    settings->open();
}

void MainWindow::askForServer()
{
    auto *connection = new ConnectionDialog(this);
    connection->setAttribute(Qt::WA_DeleteOnClose);
    connect(connection, &ConnectionDialog::openWanted, this, &MainWindow::serverSchoolWanted);
    connection->open();
}

void MainWindow::showAllRuns()
{
    m_sidebar->selectSchoolPage(*m_history);
}

// Opens an earlier run, and begins something with it once it is there.
void MainWindow::openThen(const Run &run, const std::function<void(ListPage &)> &begin)
{
    showEarlierRun(run);
    m_sidebar->selectRun(run);
    ClassList *list = m_earlier;
    connect(
        list, &ClassList::stateChanged, this,
        [this, list, begin] {
            ListPage *page = pageOf(list);
            if (page && list->state() == ClassList::State::Earlier)
                begin(*page);
        },
        Qt::SingleShotConnection);
}

void MainWindow::showStudentHistory(const Student &student)
{
    m_history->showStudent(student);
    showAllRuns();
}

void MainWindow::showHistoryOfChosen()
{
    const ListPage *page = currentPage();
    const auto student = page ? page->rowActions()->chosenStudent() : m_history->chosenStudent();
    if (student)
        showStudentHistory(*student);
    else if (page)
        showProblem(tr("Choose a student in the table first, one with a student number or an "
                       "e-mail address."));
    else
        showAllRuns();
}

void MainWindow::addSchoolPage(QWidget *page, const QString &title, const QKeySequence &key)
{
    addPage(*page);
    QAction *action = m_submenu->addAction(title);
    action->setShortcut(key);
    connect(
        action, &QAction::triggered, this, [this, page] { m_sidebar->selectSchoolPage(*page); });
    addAction(action);
    m_sidebar->addSchoolPage(
        *page, QString(title).remove(u'&'), key.toString(QKeySequence::NativeText));
}

void MainWindow::showSchoolPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    page->setFocus();
}

} // namespace Rollbook
