// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow.h"

#include "classlist.h"
#include "detailpanel.h"
#include "emptypage.h"
#include "interruptedbar.h"
#include "listpage.h"
#include "listsinwork.h"
#include "ownchanges.h"
#include "registerall.h"
#include "registerallbutton.h"
#include "rostertable.h"
#include "rowactions.h"
#include "runannouncer.h"
#include "sidebar.h"

#include "table/rosterproxymodel.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QUndoGroup>

#include <algorithm>

namespace Rollbook
{

namespace
{

const QLatin1StringView OpenFolderKey("openFolder");

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    return paths;
}

// Spreadsheets offer a table as text with tabs too, which says it best; mails only as HTML.
QByteArray tableIn(const QMimeData &data)
{
    const bool asHtml = data.hasHtml() && !data.text().contains(u'\t')
        && data.html().contains(QStringLiteral("<table"), Qt::CaseInsensitive);
    return (asHtml ? data.html() : data.text()).toUtf8();
}

// Not pasted, and not the sample.
bool isOrdinaryFile(const QString &path)
{
    return !path.isEmpty() && QFileInfo(path).isNativePath();
}

QString exampleOfList()
{
    return MainWindow::tr("A class list looks like this:") + u'\n'
        + MainWindow::tr("Student ID, Family name, Given name, E-mail") + u'\n'
        + MainWindow::tr("0070001, Larsen, Sophie, sophie@example.org");
}

} // namespace

MainWindow::MainWindow(School &school, QWidget *parent)
    : QMainWindow(parent)
    , m_school(school)
    , m_search(new QLineEdit(this))
    , m_ownChanges(new OwnChanges(this))
    , m_lists(new ListsInWork(this))
    , m_registerAll(new RegisterAll(*m_lists, school, this))
    , m_sidebar(new Sidebar(this))
    , m_registerAllButton(new RegisterAllButton(*m_registerAll, this))
    , m_pages(new QStackedWidget(this))
    , m_noPage(new QWidget(m_pages))
    , m_interrupted(new InterruptedBar(school, this))
    , m_menu(new QMenu(this))
    , m_submenu(m_menu)
{
    setWindowTitle(tr("Rollbook – %1").arg(school.displayName()));
    setAcceptDrops(true);
    const auto *announcer = new RunAnnouncer(*m_lists, *m_registerAll, *this);
    connect(announcer, &RunAnnouncer::listWanted, this, &MainWindow::showWanted);
    layOut();
    addActions();
    connect(m_lists, &ListsInWork::added, m_sidebar,
        [this](ClassList *list) { m_sidebar->addList(*list); });
    connect(m_sidebar, &Sidebar::listChosen, this, &MainWindow::showList);
    connect(m_sidebar, &Sidebar::allListsChosen, this, &MainWindow::showAllLists);
    connect(m_registerAllButton, &RegisterAllButton::startWanted, this, &MainWindow::registerAll);
    connect(m_sidebar, &Sidebar::runChosen, this, &MainWindow::showEarlierRun);
    connect(m_sidebar, &Sidebar::schoolPageChosen, this, &MainWindow::showSchoolPage);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (ListPage *page = currentPage())
            page->setSearchText(text);
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        const ListPage *page = currentPage();
        if (now == m_search && page)
            page->table()->proxy()->prepareSearch();
    });
    connect(m_pages, &QStackedWidget::currentChanged, this,
        [this] { m_search->setEnabled(currentPage() != nullptr); });
    m_search->setEnabled(false);
    connect(m_interrupted, &InterruptedBar::goOnWanted, this, &MainWindow::goOnWith);
    connect(m_interrupted, &InterruptedBar::runLeft, this, &MainWindow::loadEarlierRuns);
    restoreLook();
    watchSchool();
    loadEarlierRuns();
    m_interrupted->look();
}

MainWindow::~MainWindow()
{
    // A cell that is being edited is taken over as the window goes, when this is none any more.
    const auto lists = findChildren<ClassList *>();
    for (ClassList *list : lists)
        list->disconnect(this);
    m_lists->disconnect();
    m_registerAll->disconnect();
    m_pages->disconnect(this);
    qApp->disconnect(this);
}

ClassList *MainWindow::addList()
{
    auto *list = new ClassList(m_school, this);
    m_ownChanges->follow(*list);
    list->seatsMeanwhile()->setOwnChanges(m_ownChanges);
    auto *page = new ListPage(m_school, *list, m_pages);
    page->table()->addActions(m_tableActions);
    m_pages->addWidget(page);
    connect(page->rowActions(), &RowActions::studentHistoryWanted, this,
        &MainWindow::showStudentHistory);
    connect(page, &ListPage::detailsMade, this, [this](const DetailPanel *details) {
        connect(details, &DetailPanel::studentHistoryWanted, this, &MainWindow::showStudentHistory);
        connect(details, &DetailPanel::courseWanted, this, &MainWindow::showCourse);
    });
    m_undoGroup->addStack(list->edits()->undoStack());
    connect(list, &ClassList::stateChanged, this, [this, list] { settle(list); });
    connect(list, &ClassList::runEnded, this, &MainWindow::loadEarlierRuns);
    connect(list, &ClassList::runEnded, this, &MainWindow::closeWhenIdle);
    connect(list, &ClassList::seatsChanged, this, &MainWindow::loadEarlierRuns);
    connect(list, &ClassList::runEnded, this, &MainWindow::refreshSchoolPages);
    connect(list, &ClassList::seatsChanged, this, &MainWindow::refreshSchoolPages);
    connect(page, &ListPage::coursesWanted, this, &MainWindow::showCourses);
    return list;
}

// After each change of a list's state.
void MainWindow::settle(ClassList *list)
{
    if (list->state() == ClassList::State::NoCourse && isOrdinaryFile(list->path()))
        rememberRecent(list->path());
    if (list == m_earlier && list->isBusy())
        takeIntoWork();
    if (list->state() != ClassList::State::Unreadable)
        return;
    // The window is as it was before, and says why.
    const Error problem = list->problem().value_or(Error());
    QString sentence = problem.sentence;
    if (problem.code == ErrorCode::NotARoster || problem.code == ErrorCode::Unsupported)
        sentence += u'\n' + exampleOfList();
    removeList(list);
    if (!list->isOfHistory())
        m_unread += list->name();
    if (list->isOfHistory() || m_unread.size() + m_skipped == 1)
        showProblem(sentence);
    else
        tellLeftOut();
}

void MainWindow::showList(ClassList *list)
{
    ListPage *page = pageOf(list);
    if (!page || m_pages->currentWidget() == page)
        return;
    m_pages->setCurrentWidget(page);
    page->setSearchText(m_search->text());
}

void MainWindow::closeList()
{
    ListPage *page = currentPage();
    if (page && !page->list().isBusy())
        removeList(&page->list());
}

void MainWindow::removeList(ClassList *list)
{
    if (list == m_earlier)
        m_earlier = nullptr;
    m_lists->remove(*list);
    m_sidebar->removeList(*list);
    if (ListPage *page = pageOf(list)) {
        const bool wasShown = m_pages->currentWidget() == page;
        m_pages->removeWidget(page);
        page->deleteLater();
        if (wasShown)
            showWhatIsLeft();
        else if (m_lists->all().size() < 2)
            leaveAllLists();
    }
    // Not now: this may be a slot of its own signal.
    list->deleteLater();
}

ListPage *MainWindow::currentPage() const
{
    return qobject_cast<ListPage *>(m_pages->currentWidget());
}

ListPage *MainWindow::pageOf(const ClassList *list) const
{
    for (int i = 0; i < m_pages->count(); ++i) {
        auto *page = qobject_cast<ListPage *>(m_pages->widget(i));
        if (page && &page->list() == list)
            return page;
    }
    return nullptr;
}

QString MainWindow::listsKey() const
{
    return QStringLiteral("lists/") + m_school.displayName();
}

QStringList MainWindow::listsOfLastTime() const
{
    QStringList paths = QSettings().value(listsKey()).toStringList();
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return paths;
}

void MainWindow::rememberLists() const
{
    using State = ClassList::State;
    QStringList paths;
    const auto lists = findChildren<ClassList *>();
    for (const ClassList *list : lists) {
        if (list->state() != State::Finished && list->state() != State::Earlier
            && isOrdinaryFile(list->path()))
            paths += list->path();
    }
    QSettings().setValue(listsKey(), paths + m_toOpen);
}

void MainWindow::choosePaths()
{
    const QString folder =
        QSettings()
            .value(
                OpenFolderKey, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
            .toString();
    auto *dialog = new QFileDialog(this, tr("Open class lists"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Class lists (*.xlsx *.ods *.xls *.csv *.tsv *.txt *.json *.html *.zip)"),
            tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        QSettings().setValue(OpenFolderKey, QFileInfo(paths.first()).absolutePath());
        openRosters(paths);
    });
    dialog->open();
}

void MainWindow::take(const QMimeData &content)
{
    const QStringList paths = localFiles(content);
    if (!paths.isEmpty()) {
        openRosters(paths);
    } else if (const QByteArray table = tableIn(content); !table.isEmpty()) {
        ClassList *list = addList();
        m_unread.clear();
        m_skipped = 0;
        list->loadText(table, tr("Pasted list"));
        m_lists->add(*list);
        m_sidebar->select(*list);
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText()) {
        event->acceptProposedAction();
        emptyPage()->setDropping(true);
    }
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent * /*event*/)
{
    emptyPage()->setDropping(false);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    emptyPage()->setDropping(false);
    take(*event->mimeData());
    event->acceptProposedAction();
}

bool MainWindow::isBusy() const
{
    const auto lists = findChildren<ClassList *>();
    return std::any_of(
        lists.cbegin(), lists.cend(), [](const ClassList *list) { return list->isBusy(); });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (isBusy()) {
        event->ignore();
        if (!m_closing)
            askBeforeClosing();
        return;
    }
    rememberLook();
    rememberLists();
    event->accept();
}

void MainWindow::askBeforeClosing()
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Students are being registered"),
        tr("Students of a list are still being registered. Stop and close? Those already "
           "registered "
           "stay registered."),
        QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *stop = question->addButton(tr("Stop and close"), QMessageBox::DestructiveRole);
    question->setDefaultButton(
        question->addButton(tr("Keep registering"), QMessageBox::RejectRole));
    connect(stop, &QPushButton::clicked, this, [this] {
        m_closing = true;
        m_registerAll->stop();
        const auto lists = findChildren<ClassList *>();
        for (ClassList *list : lists)
            list->stop();
        closeWhenIdle();
    });
    question->open();
}

void MainWindow::closeWhenIdle()
{
    if (m_closing && !isBusy())
        close();
}

} // namespace Rollbook
