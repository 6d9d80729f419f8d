// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrars/serveraddress.h"
#include "registration/school.h"

#include <QMainWindow>
#include <QStringList>

#include <functional>

class QLineEdit;
class QMimeData;
class QStackedWidget;
class QUndoGroup;

namespace Rollbook
{

class ClassList;
class CoursesPage;
class EmptyPage;
class HistoryPage;
class InterruptedBar;
class ListPage;
class ListsInWork;
class OverviewPage;
class OwnChanges;
class RegisterAll;
class RegisterAllButton;
class SchoolPage;
class Sidebar;

/// The window: arranges the sidebar and the pages, takes what is dropped, opened or pasted. The
/// school must outlive it and the work it has started in backgroundThreads().
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(School &school, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// A line in the sidebar for each: the first one shown, or of more than two the table of all. A
    /// folder stands for the lists in it.
    void openRosters(const QStringList &paths);
    /// The lists that were in work when the window of this school was last closed.
    QStringList listsOfLastTime() const;
    /// Everything that runs of this school did for a student.
    void showStudentHistory(const Student &student);

Q_SIGNALS:
    void sampleSchoolWanted();
    /// Another school, which is there. The password may be empty.
    void serverSchoolWanted(const Rollbook::ServerAddress &address, const QString &password);

protected:
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void layOut();
    void addActions();
    QAction *addMenuAction(
        const QString &text, const QKeySequence &key, void (MainWindow::*slot)());
    void addSubmenu(const QString &title);
    void addEditActions();
    void addRunActions();
    void addSeveralListsActions();
    void addTableAction(const QString &text, const QKeySequence &key, void (MainWindow::*slot)());
    void addReadingActions();
    void addThemeMenu();
    void addSchoolPages();
    void addSchoolPage(QWidget *page, const QString &title, const QKeySequence &key);
    void showSchoolPage(QWidget *page);
    SchoolPage *currentSchoolPage() const;
    void showCourses();
    void showCourse(const CourseRef &course);
    void takeChangedSchool();
    void watchSchool();
    void refreshSchoolPages();
    void addHistory();
    void showSchoolSettings();
    void askForServer();
    void showAllRuns();
    void showHistoryOfChosen();
    void openThen(const Run &run, const std::function<void(ListPage &)> &begin);
    void choosePaths();
    void paste();
    void take(const QMimeData &data);
    void addPage(QWidget &page);
    EmptyPage *emptyPage();
    void showEmptyPage();
    OverviewPage *overview();
    ClassList *addList();
    void showList(ClassList *list);
    void showWanted(ClassList *list);
    void openLists(const QStringList &paths);
    ClassList *openNext();
    void openInTurn();
    void tellLeftOut();
    void showAllLists();
    void leaveAllLists();
    void showWhatIsLeft();
    void registerAll();
    void stopAll();
    void makeCombinedReport();
    void showProblem(const QString &sentence);
    void showEarlierRun(const Run &run);
    void takeIntoWork();
    void goOnWith(const RegisterStudentsResults &soFar);
    void tryAgain();
    QAction *addTryingRowsAgain();
    void tryRowsAgain();
    void settle(ClassList *list);
    void closeList();
    void removeList(ClassList *list);
    void loadEarlierRuns();
    void rememberRecent(const QString &path);
    ListPage *currentPage() const;
    ListPage *pageOf(const ClassList *list) const;
    bool isBusy() const;
    void askBeforeClosing();
    void closeWhenIdle();
    void registerStudents();
    void copyRows();
    void chooseCourse();
    void makeReport();
    void printReport();
    void copySummary();
    void toggleChart();
    void nextProblem();
    void search();
    void undo();
    void redo();
    void leaveOutOrTakeBack();
    void fillDown();
    void editCell();
    void selectAllRows();
    void sortByColumn();
    void findAndReplace();
    void saveCorrected();
    void copyWithHeaders();
    void selectSameState();
    void selectSameReason();
    void chooseColumns();
    void changeDensity();
    void showOrHideDetails();
    void leaveFilter();
    void showKeys();
    void restoreLook();
    void rememberLook() const;
    void rememberLists() const;
    QString listsKey() const;

    School &m_school;
    QLineEdit *m_search; ///< first, as Tab begins there
    OwnChanges *m_ownChanges;
    ListsInWork *m_lists;
    RegisterAll *m_registerAll;
    Sidebar *m_sidebar;
    RegisterAllButton *m_registerAllButton;
    QStackedWidget *m_pages;
    QWidget *m_noPage;                ///< what is shown before there is anything to show
    EmptyPage *m_emptyPage = nullptr; ///< made when it is first needed, as the next one
    OverviewPage *m_overview = nullptr;
    HistoryPage *m_history = nullptr;
    InterruptedBar *m_interrupted;
    CoursesPage *m_courses = nullptr;
    SchoolPage *m_students = nullptr;
    QMenu *m_menu;
    QMenu *m_submenu;                ///< of it: where the next action goes
    QList<QAction *> m_pageActions;  ///< whose keys work in pages about the school
    QList<QAction *> m_tableActions; ///< whose keys work in tables only
    QUndoGroup *m_undoGroup = nullptr;
    ClassList *m_earlier = nullptr;
    QStringList m_toOpen; ///< paths of lists whose turn has not come
    QStringList m_unread; ///< of what was opened last: the files that are no class lists
    int m_skipped = 0;    ///< the same: files of folders that were not even tried
    bool m_closing = false;
};

} // namespace Rollbook
