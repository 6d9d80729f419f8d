// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "coursechooser.h"
#include "fixbar.h"
#include "listpage.h"
#include "messagebar.h"
#include "registrars/openschool.h"
#include "replacebar.h"
#include "rostertable.h"
#include "runbar.h"
#include "sampleschool.h"
#include "sidebar.h"
#include "statuschips.h"
#include "table/rosterproxymodel.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>

using namespace Rollbook;
using State = ClassList::State;

namespace
{

/// A window on a screen, with words to find things in it.
class ShownWindow
{
public:
    explicit ShownWindow(School &school)
        : m_window(school)
    {
        m_window.show();
        m_window.activateWindow();
    }

    MainWindow *operator->() { return &m_window; }
    MainWindow &operator*() { return m_window; }

    bool isActive() { return QTest::qWaitForWindowActive(&m_window); }
    QList<ClassList *> lists() { return m_window.findChildren<ClassList *>(); }
    ListPage *page() const
    {
        const auto pages = m_window.findChildren<ListPage *>();
        for (ListPage *page : pages) {
            if (page->isVisible())
                return page;
        }
        return nullptr;
    }
    RosterTable *table() const { return page()->table(); }
    QLineEdit *search() const
    {
        const auto edits = m_window.findChildren<QLineEdit *>();
        for (QLineEdit *edit : edits) {
            if (edit->accessibleName() == QStringLiteral("Search students"))
                return edit;
        }
        return nullptr;
    }
    /// The visible button whose text begins with this, without its mnemonic.
    QAbstractButton *button(const QString &text) const
    {
        const auto buttons = m_window.findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons) {
            if (button->isVisible() && button->text().remove(u'&').startsWith(text))
                return button;
        }
        return nullptr;
    }
    QString message() const
    {
        const auto bars = m_window.findChildren<MessageBar *>();
        for (const MessageBar *bar : bars) {
            if (bar->isVisible())
                return bar->accessibleName();
        }
        return {};
    }

private:
    MainWindow m_window;
};

std::unique_ptr<QMimeData> filesToDrop(const QStringList &paths)
{
    auto content = std::make_unique<QMimeData>();
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls += QUrl::fromLocalFile(path);
    content->setUrls(urls);
    return content;
}

void drop(QWidget &window, const QMimeData &content)
{
    const QPoint place = window.rect().center();
    QDragEnterEvent enter(place, Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(place, Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
    QVERIFY(drop.isAccepted());
}

} // namespace

/// What a person does in the window: with the mouse, the keyboard, the clipboard.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void droppedListIsPlannedForItsCourse();
    void severalDroppedListsStandSideBySide();
    void nothingInTheWindowCatchesADrop();
    void pastedTableBecomesList();
    void pasteInSearchStaysThere();
    void wrongFileLeavesTheWindowAsItWas();
    void wrongFileBesideListSaysSoThere();
    void listWithoutGuessAsksForCourse();
    void typedWordChoosesCourse_data();
    void typedWordChoosesCourse();
    void keyboardAloneFromListToReport();
    void chipShowsOnlyItsRows();
    void nextProblemGoesRound();
    void problemIsFixedByKeyboard();
    void editorMovesAsInASpreadsheet();
    void typedTextOutlivesAPlan();
    void rowsAreLeftOutAndTakenBack();
    void cellsWithSlipsAreMendedAtOnce();
    void menuOfACellOffersItsFix();
    void fillsDown();
    void replacesInTheBar();
    void correctedListIsNeverTheOpenedFile();
    void whatIsTypedCountsBeforeRegistering();
    void copiedRowsAreATable();
    void sortsAndSearchesWhileOutcomesArrive();
    void pauseAndStopAreButtons();
    void closingWhileStudentsAreRegisteredAsks();
    void earlierRunOpensReadOnly();
    void comesBackAsItWasLeft();
    void everythingHasNameAndKey();
    void noWordIsLeftHalfSingular();

private:
    ClassList *openChoir(ShownWindow &window);
    static QLineEdit *editor(const ShownWindow &window);

    std::unique_ptr<SampleSchool> m_sample;
};

void TestMainWindow::init()
{
    m_sample = std::make_unique<SampleSchool>();
}

void TestMainWindow::cleanup()
{
    QThreadPool::globalInstance()->waitForDone();
    m_sample.reset();
}

void TestMainWindow::droppedListIsPlannedForItsCourse()
{
    ShownWindow window(m_sample->school());
    const QString path = m_sample->write(QStringLiteral("chess club.csv"),
        "student_id,name\n0070001,Íñigo Muñoz\n0070002,Begoña B\n");
    drop(*window, *filesToDrop({path}));
    QTRY_COMPARE(window.lists().size(), 1);
    ClassList *list = window.lists().first();
    QTRY_COMPARE(list->state(), State::Planned);
    QCOMPARE(list->course().code, QStringLiteral("CHESS"));
    QCOMPARE(window.table()->model()->rowCount(), 2);
    QVERIFY(window.button(QStringLiteral("Register 2 students")));
    QVERIFY(window.button(QStringLiteral("Register 2 students"))->isEnabled());
}

void TestMainWindow::severalDroppedListsStandSideBySide()
{
    ShownWindow window(m_sample->school());
    drop(*window,
        *filesToDrop({m_sample->write(QStringLiteral("chess.csv"), "student_id\n0070001\n"),
            m_sample->write(QStringLiteral("choir.csv"), "student_id\n0070002\n")}));
    QTRY_COMPARE(window.lists().size(), 2);
    for (const ClassList *list : window.lists())
        QTRY_COMPARE(list->state(), State::Planned);
    auto *sidebar = window->findChild<Sidebar *>();
    QCOMPARE(sidebar->topLevelItem(0)->childCount(), 2);
    QCOMPARE(window.page()->list().name(), QStringLiteral("chess.csv"));
    QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {},
        sidebar->visualItemRect(sidebar->topLevelItem(0)->child(1)).center());
    QCOMPARE(window.page()->list().name(), QStringLiteral("choir.csv"));
}

void TestMainWindow::nothingInTheWindowCatchesADrop()
{
    ShownWindow window(m_sample->school());
    window->openRosters({SampleSchool::sampleRoster()});
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
    const auto widgets = window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets)
        QVERIFY2(!widget->acceptDrops() || widget->isWindow(), widget->metaObject()->className());
}

void TestMainWindow::pastedTableBecomesList()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    QApplication::clipboard()->setText(
        QStringLiteral("Student ID\tFamily name\n0070001\tMuñoz\n0070002\tBrennan\n"));
    QTest::keyClick(&*window, Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(window.lists().size(), 1);
    QTRY_COMPARE(window.lists().first()->state(), State::NoCourse);
    QCOMPARE(window.table()->model()->rowCount(), 2);
}

void TestMainWindow::pasteInSearchStaysThere()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({SampleSchool::sampleRoster()});
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
    QApplication::clipboard()->setText(QStringLiteral("larsen"));
    QTest::keyClick(&*window, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(window.search()->text(), QStringLiteral("larsen"));
    QCOMPARE(window.lists().size(), 1);
}

void TestMainWindow::wrongFileLeavesTheWindowAsItWas()
{
    ShownWindow window(m_sample->school());
    drop(*window,
        *filesToDrop({m_sample->write(QStringLiteral("photo.jpg"), "\xFF\xD8\xFF\xE0 picture")}));
    QTRY_VERIFY(!window.message().isEmpty());
    QVERIFY(window.message().contains(QStringLiteral("photo.jpg")));
    QVERIFY(window.message().contains(QStringLiteral("A class list looks like this")));
    QTRY_VERIFY(window.lists().isEmpty());
    QVERIFY(!window.page());
    QCOMPARE(window->findChild<Sidebar *>()->topLevelItem(0)->childCount(), 0);
}

void TestMainWindow::wrongFileBesideListSaysSoThere()
{
    ShownWindow window(m_sample->school());
    window->openRosters({SampleSchool::sampleRoster()});
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
    drop(*window, *filesToDrop({m_sample->write(QStringLiteral("empty.csv"), {})}));
    QTRY_VERIFY(window.message().contains(QStringLiteral("empty.csv")));
    QTRY_COMPARE(window.lists().size(), 1);
    QVERIFY(window.page());
    QCOMPARE(window.page()->list().state(), State::Planned);
}

void TestMainWindow::listWithoutGuessAsksForCourse()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(QStringLiteral("monday.csv"), "student_id\n0070001\n")});
    QTRY_VERIFY(window.page());
    QTRY_VERIFY(window.page()->findChild<CourseChooser *>()->hasFocus()
        || window.page()->findChild<CourseChooser *>()->lineEdit()->hasFocus());
    QAbstractButton *button = window.button(QStringLiteral("Register"));
    QVERIFY(button);
    QVERIFY(!button->isEnabled());
    QVERIFY(button->toolTip().contains(QStringLiteral("Choose the course")));
}

void TestMainWindow::typedWordChoosesCourse_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("a part of the title") << QStringLiteral("golang") << QStringLiteral("GO1");
    QTest::newRow("the code") << QStringLiteral("chess") << QStringLiteral("CHESS");
    QTest::newRow("several courses") << QStringLiteral("2026") << QString();
    QTest::newRow("no course") << QStringLiteral("latin") << QString();
}

void TestMainWindow::typedWordChoosesCourse()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, code);
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(QStringLiteral("monday.csv"), "student_id\n0070001\n")});
    QTRY_VERIFY(window.page());
    auto *chooser = window.page()->findChild<CourseChooser *>();
    QTRY_VERIFY(chooser->count() > 0);
    QTest::keyClick(&*window, Qt::Key_L, Qt::ControlModifier);
    chooser->hidePopup();
    QTest::keyClicks(chooser->lineEdit(), typed);
    QTest::keyClick(chooser->lineEdit(), Qt::Key_Return);
    if (code.isEmpty()) {
        QVERIFY(!window.page()->list().hasChosenCourse());
    } else {
        QTRY_COMPARE(window.page()->list().state(), State::Planned);
        QCOMPARE(window.page()->list().course().code, code);
    }
}

void TestMainWindow::keyboardAloneFromListToReport()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({SampleSchool::sampleRoster()});
    ClassList *list = window.lists().first();
    QTRY_COMPARE(list->state(), State::Planned);
    QTest::keyClick(&*window, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(list->state(), State::Finished);

    QTest::keyClick(&*window, Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(window->findChild<QFileDialog *>());
    auto *dialog = window->findChild<QFileDialog *>();
    QSignalSpy saved(list, &ClassList::reportSaved);
    dialog->setDirectory(m_sample->path({}));
    auto *name = dialog->findChild<QLineEdit *>();
    QVERIFY(name);
    name->setText(m_sample->path(QStringLiteral("report")));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(QFile::exists(m_sample->path(QStringLiteral("report.csv"))));
    QTRY_VERIFY(window.message().contains(QStringLiteral("report.csv")));
}

void TestMainWindow::chipShowsOnlyItsRows()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({SampleSchool::sampleRoster()});
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
    QTest::mouseClick(window.button(QStringLiteral("Will wait")), Qt::LeftButton);
    QTRY_COMPARE(window.table()->model()->rowCount(), 7);
    QTest::keyClick(&*window, Qt::Key_Escape);
    QTRY_COMPARE(window.table()->model()->rowCount(), 97);
    QVERIFY(window.button(QStringLiteral("All"))->isChecked());
}

void TestMainWindow::nextProblemGoesRound()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(QStringLiteral("choir.csv"),
        "student_id,given_name\n0070005,Ana\n,Ben\n0070006,Sophie\n0070005,Ana\n")});
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
    QList<int> rows;
    for (int time = 0; time < 3; ++time) {
        QTest::keyClick(&*window, Qt::Key_F8);
        rows += window.table()->currentIndex().row();
    }
    QCOMPARE(rows, (QList<int>{1, 3, 1}));
}

ClassList *TestMainWindow::openChoir(ShownWindow &window)
{
    window->openRosters({m_sample->write(QStringLiteral("choir.csv"),
        "student_id,given_name,family_name,email\n"
        "0070005,Ana,Ito,ana@gmial.com\n,Ben,Roy,\n0070007,Cleo,Sim,cleo@gmial.com\n")});
    ClassList *list = window.lists().first();
    if (!QTest::qWaitFor([list] { return list->state() == State::Planned; }))
        return nullptr;
    window.table()->setFocus();
    return list;
}

// Of the cell that is being edited.
QLineEdit *TestMainWindow::editor(const ShownWindow &window)
{
    const auto edits = window.table()->viewport()->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->hasFocus())
            return edit;
    }
    return nullptr;
}

void TestMainWindow::problemIsFixedByKeyboard()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    QTest::keyClick(&*window, Qt::Key_F8);
    QCOMPARE(window.table()->currentIndex().row(), 1);
    QCOMPARE(
        window.table()->currentIndex().column(), static_cast<int>(RosterModel::StudentIdColumn));
    QTest::keyClick(window.table(), Qt::Key_F2);
    QVERIFY(editor(window));
    QCOMPARE(editor(window)->accessibleName(), QStringLiteral("ID"));
    QTest::keyClicks(editor(window), QStringLiteral("0070006"));
    QTest::keyClick(editor(window), Qt::Key_Return);
    QTRY_COMPARE(
        list->roster().students.text(1, StudentField::StudentId), QStringLiteral("0070006"));
    QTRY_VERIFY(!editor(window));
    QCOMPARE(window.table()->currentIndex().row(), 2);
    QTRY_COMPARE(list->state(), State::Planned);
    QCOMPARE(list->rowsToRegister(), 3);

    const auto actions = window->findChild<QMenu *>()->actions();
    QVERIFY(std::any_of(actions.cbegin(), actions.cend(), [](const QAction *action) {
        return action->text().remove(u'&') == QStringLiteral("Undo: correct student ID of row 2");
    }));
    QTest::keyClick(window.table(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(list->roster().students.text(1, StudentField::StudentId).isEmpty());
    QTRY_COMPARE(list->state(), State::Planned);
    QCOMPARE(list->model()->count(RowState::Problem), 1);
    QTest::keyClick(window.table(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(list->roster().students.text(1, StudentField::StudentId), QStringLiteral("0070006"));
    QTest::keyClick(window.table(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(window.table(), Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(list->roster().students.text(1, StudentField::StudentId), QStringLiteral("0070006"));
}

void TestMainWindow::editorMovesAsInASpreadsheet()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    RosterTable *table = window.table();
    const auto cell = [table](int row, int column) { return table->model()->index(row, column); };
    table->setCurrentIndex(cell(0, RosterModel::FamilyNameColumn));
    QTest::keyClicks(table, QStringLiteral("X"));
    QVERIFY(editor(window));
    QTest::keyClick(editor(window), Qt::Key_Tab);
    QCOMPARE(list->roster().students.text(0, StudentField::FamilyName), QStringLiteral("X"));
    QCOMPARE(table->currentIndex(), cell(0, RosterModel::GivenNameColumn));
    QVERIFY(editor(window));
    QTest::keyClicks(editor(window), QStringLiteral("nothing of this"));
    QTest::keyClick(editor(window), Qt::Key_Escape);
    QTRY_VERIFY(!editor(window));
    QCOMPARE(list->roster().students.text(0, StudentField::GivenName), QStringLiteral("Ana"));
    // Past the columns that are none of the list, into the next row and back.
    table->setCurrentIndex(cell(0, RosterModel::EmailColumn));
    QTest::keyClick(table, Qt::Key_F2);
    QTest::keyClick(editor(window), Qt::Key_Tab);
    QCOMPARE(table->currentIndex(), cell(1, RosterModel::StudentIdColumn));
    QTest::keyClick(editor(window), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(table->currentIndex(), cell(0, RosterModel::EmailColumn));
    QTest::keyClick(editor(window), Qt::Key_Escape);
    QTRY_VERIFY(!editor(window));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(table->currentIndex(), cell(1, RosterModel::EmailColumn));
    QVERIFY(!editor(window));
}

void TestMainWindow::typedTextOutlivesAPlan()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    RosterTable *table = window.table();
    table->setCurrentIndex(table->model()->index(0, RosterModel::GivenNameColumn));
    QTest::keyClick(table, Qt::Key_F2);
    QTest::keyClicks(editor(window), QStringLiteral("Ada"));
    list->edits()->leaveOut({2}, true);
    QTRY_COMPARE(list->state(), State::Planned);
    QVERIFY(editor(window));
    QCOMPARE(editor(window)->text(), QStringLiteral("Ada"));
    QTest::keyClick(editor(window), Qt::Key_Return);
    QTRY_COMPARE(list->roster().students.text(0, StudentField::GivenName), QStringLiteral("Ada"));
}

void TestMainWindow::rowsAreLeftOutAndTakenBack()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    window.table()->selectRow(0);
    QTest::keyClick(window.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(window.table(), Qt::Key_Delete);
    QCOMPARE(list->model()->count(RowState::LeftOut), 2);
    QTRY_COMPARE(list->state(), State::Planned);
    QTRY_VERIFY(window.button(QStringLiteral("Left out")));
    QVERIFY(window.button(QStringLiteral("Register 1 student")));
    QCOMPARE(window.table()->selectionModel()->selectedRows().size(), 2);
    QTest::keyClick(window.table(), Qt::Key_Delete);
    QCOMPARE(list->model()->count(RowState::LeftOut), 0);
    // Del is no key of the window.
    window.search()->setFocus();
    QTest::keyClick(window.search(), Qt::Key_Delete);
    QTest::keyClick(window->findChild<Sidebar *>(), Qt::Key_Delete);
    QCOMPARE(list->model()->count(RowState::LeftOut), 0);
}

void TestMainWindow::cellsWithSlipsAreMendedAtOnce()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    auto *bar = window.page()->findChild<FixBar *>();
    Roster roster = list->roster();
    for (const qint32 row : {0, 2}) {
        QString fixed = roster.students.text(row, StudentField::Email);
        fixed.replace(QStringLiteral("gmial"), QStringLiteral("gmail"));
        roster.problems += {RosterProblem::Severity::Warning, RosterProblem::Code::InvalidEmail,
            row, roster.students.column(StudentField::Email), -1, QStringLiteral("a slip"), fixed};
    }
    std::stable_sort(roster.problems.begin(), roster.problems.end(),
        [](const RosterProblem &one, const RosterProblem &other) { return one.row < other.row; });
    list->edits()->setRoster(roster);
    list->planAgain();
    QTRY_COMPARE(list->state(), State::Planned);
    QVERIFY(bar->isVisible());
    QAbstractButton *fix = window.button(QStringLiteral("Fix all"));
    QVERIFY(fix);
    QVERIFY(fix->accessibleName().contains(QStringLiteral("e-mail addresses with slips (2)")));
    QVERIFY(fix->toolTip().contains(QStringLiteral("“ana@gmial.com” becomes “ana@gmail.com”")));
    QTest::mouseClick(fix, Qt::LeftButton);
    for (const qint32 row : {0, 2})
        QVERIFY(list->roster()
                    .students.text(row, StudentField::Email)
                    .contains(QStringLiteral("@gmail.com")));
    QVERIFY(!bar->isVisible());
    QCOMPARE(list->edits()->undoStack()->count(), 1);
}

void TestMainWindow::menuOfACellOffersItsFix()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    Roster roster = list->roster();
    roster.problems.prepend({RosterProblem::Severity::Warning, RosterProblem::Code::InvalidEmail, 0,
        roster.students.column(StudentField::Email), -1, QStringLiteral("a slip"),
        QStringLiteral("ana@gmail.com")});
    list->edits()->setRoster(roster);
    const QModelIndex cell = window.table()->model()->index(0, RosterModel::EmailColumn);
    window.table()->setCurrentIndex(cell);
    const auto textsOfMenu = [&](const QModelIndex &index) {
        Q_EMIT window.table()->customContextMenuRequested(
            window.table()->visualRect(index).center());
        QStringList texts;
        auto *menu = window.table()->findChild<QMenu *>();
        if (!menu)
            return texts;
        for (QAction *action : menu->actions()) {
            texts += action->text().remove(u'&');
            if (texts.last().startsWith(QStringLiteral("Change to")))
                action->trigger();
        }
        delete menu;
        return texts;
    };
    QStringList texts = textsOfMenu(cell);
    QVERIFY(texts.contains(QStringLiteral("Change to “ana@gmail.com”")));
    QVERIFY(texts.contains(QStringLiteral("Leave out 1 row")));
    QCOMPARE(list->roster().students.text(0, StudentField::Email), QStringLiteral("ana@gmail.com"));
    texts = textsOfMenu(cell);
    QVERIFY(!texts.contains(QStringLiteral("Change to “ana@gmail.com”")));
    window.table()->selectAll();
    QVERIFY(textsOfMenu(cell).contains(QStringLiteral("Leave out 3 rows")));
    list->edits()->leaveOut({0, 1}, true);
    texts = textsOfMenu(cell);
    QVERIFY(texts.contains(QStringLiteral("Leave out 1 row")));
    QVERIFY(texts.contains(QStringLiteral("Take back 2 rows")));
}

void TestMainWindow::fillsDown()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    RosterTable *table = window.table();
    table->setCurrentIndex(table->model()->index(0, RosterModel::FamilyNameColumn));
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(list->roster().students.text(1, StudentField::FamilyName), QStringLiteral("Ito"));
    QCOMPARE(list->roster().students.text(2, StudentField::FamilyName), QStringLiteral("Sim"));
    QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(list->roster().students.text(1, StudentField::FamilyName), QStringLiteral("Roy"));
}

void TestMainWindow::replacesInTheBar()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    auto *bar = window.page()->findChild<ReplaceBar *>();
    QVERIFY(!bar->isVisible());
    QTest::keyClick(&*window, Qt::Key_H, Qt::ControlModifier);
    QVERIFY(bar->isVisible());
    const auto edits = bar->findChildren<QLineEdit *>();
    QLineEdit *find = edits.at(0);
    QLineEdit *with = edits.at(1);
    QVERIFY(find->hasFocus());
    QAbstractButton *replace = window.button(QStringLiteral("Replace all"));
    QVERIFY(!replace->isEnabled());
    QTest::keyClicks(find, QStringLiteral("GMIAL"));
    QTest::keyClick(find, Qt::Key_Return);
    QVERIFY(with->hasFocus());
    QTest::keyClicks(with, QStringLiteral("gmail"));
    const auto labels = bar->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
        [](const QLabel *label) { return label->text() == QStringLiteral("2 cells"); }));
    QTest::keyClick(with, Qt::Key_Return);
    QCOMPARE(list->roster().students.text(0, StudentField::Email), QStringLiteral("ana@gmail.com"));
    QCOMPARE(
        list->roster().students.text(2, StudentField::Email), QStringLiteral("cleo@gmail.com"));
    QCOMPARE(list->edits()->undoStack()->count(), 1);
    QVERIFY(!replace->isEnabled());
    QTest::keyClick(with, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QVERIFY(window.table()->hasFocus());
}

void TestMainWindow::correctedListIsNeverTheOpenedFile()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    const auto saveAs = [&](const QString &path) {
        window->activateWindow();
        QVERIFY(window.isActive());
        QTest::keyClick(&*window, Qt::Key_S, Qt::ControlModifier);
        auto *dialog = window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>();
        name->setText(path);
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(!window->findChild<QFileDialog *>());
    };
    saveAs(list->path());
    QTRY_VERIFY(window.message().contains(QStringLiteral("Choose another name")));
    saveAs(m_sample->path(QStringLiteral("better")));
    QTRY_VERIFY(window.message().contains(QStringLiteral("better.csv")));
    QVERIFY(QFile::exists(m_sample->path(QStringLiteral("better.csv"))));
}

void TestMainWindow::whatIsTypedCountsBeforeRegistering()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    QTest::keyClick(&*window, Qt::Key_F8);
    QTest::keyClick(window.table(), Qt::Key_F2);
    QTest::keyClicks(editor(window), QStringLiteral("0070006"));
    QTest::keyClick(&*window, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!list->isBusy());
    QCOMPARE(list->roster().students.text(1, StudentField::StudentId), QStringLiteral("0070006"));
    QTRY_COMPARE(list->state(), State::Planned);
    QTest::keyClick(&*window, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(list->model()->count(RowState::Registered), 3);
}

void TestMainWindow::copiedRowsAreATable()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(QStringLiteral("choir.csv"),
        "student_id,name\n0070005,Ana López\n0070006,Sophie Larsen\n")});
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
    window.table()->setFocus();
    QTest::keyClick(window.table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[1].split(u'\t').contains(QStringLiteral("0070006")));
    QVERIFY(lines[1].split(u'\t').contains(QStringLiteral("Larsen")));
}

void TestMainWindow::sortsAndSearchesWhileOutcomesArrive()
{
    const auto practice = openSchool(QStringLiteral("simulated:?latency=20ms&jitter=15ms"));
    ShownWindow window(**practice);
    window->openRosters({QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/go1-500.csv")});
    ClassList *list = window.lists().first();
    QTRY_COMPARE(list->state(), State::NoCourse);
    list->chooseCourse({QStringLiteral("PRACTICE"), {}});
    QTRY_COMPARE(list->state(), State::Planned);
    list->registerStudents();
    QTRY_VERIFY(list->progress().done > 0);
    window.table()->sortByColumn(RosterModel::FamilyNameColumn, Qt::DescendingOrder);
    window.search()->setText(QStringLiteral("munoz"));
    QTRY_COMPARE(list->state(), State::Finished);
    QTRY_VERIFY(!window.table()->proxy()->isArranging());
    const QAbstractItemModel *shown = window.table()->model();
    QVERIFY(shown->rowCount() > 0);
    QVERIFY(shown->rowCount() < 500);
    for (int row = 0; row < shown->rowCount(); ++row) {
        QVERIFY(shown->index(row, RosterModel::FamilyNameColumn)
                    .data()
                    .toString()
                    .startsWith(QStringLiteral("Muñoz")));
        QCOMPARE(shown->index(row, 0).data(RosterModel::RowStateRole).toInt(),
            static_cast<int>(RowState::Registered));
    }
    window.search()->clear();
    QTRY_COMPARE(shown->rowCount(), 500);
}

void TestMainWindow::pauseAndStopAreButtons()
{
    const auto practice = openSchool(QStringLiteral("simulated:?latency=50ms&jitter=30ms"));
    ShownWindow window(**practice);
    window->openRosters({QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/go1-500.csv")});
    ClassList *list = window.lists().first();
    QTRY_COMPARE(list->state(), State::NoCourse);
    list->chooseCourse({QStringLiteral("PRACTICE"), {}});
    QTRY_COMPARE(list->state(), State::Planned);
    QTest::mouseClick(window.button(QStringLiteral("Register")), Qt::LeftButton);
    QTest::mouseClick(window.button(QStringLiteral("Pause")), Qt::LeftButton);
    QTRY_COMPARE(list->state(), State::Paused);
    QVERIFY(window.button(QStringLiteral("Go on")));
    QTest::mouseClick(window.button(QStringLiteral("Stop")), Qt::LeftButton);
    QTRY_COMPARE(list->state(), State::Finished);
    QVERIFY(list->model()->count(RowState::NotAttempted) > 0);
    QVERIFY(window.button(QStringLiteral("Make report")));
}

void TestMainWindow::closingWhileStudentsAreRegisteredAsks()
{
    const auto practice = openSchool(QStringLiteral("simulated:?latency=50ms&jitter=30ms"));
    {
        ShownWindow window(**practice);
        window->openRosters({QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/go1-500.csv")});
        ClassList *list = window.lists().first();
        QTRY_COMPARE(list->state(), State::NoCourse);
        list->chooseCourse({QStringLiteral("PRACTICE"), {}});
        QTRY_COMPARE(list->state(), State::Planned);
        list->registerStudents();
        QVERIFY(!window->close());
        QVERIFY(window->isVisible());
        auto *question = window->findChild<QMessageBox *>();
        QVERIFY(question);
        QPushButton *stop = nullptr;
        const auto buttons = question->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text().remove(u'&') == QStringLiteral("Stop and close"))
                stop = button;
        }
        QVERIFY(stop);
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_VERIFY(!window->isVisible());
    }
    const auto runs = (*practice)->journal().runs();
    QCOMPARE(runs->size(), 1);
    QVERIFY(runs->first().state != RunState::Running);
}

void TestMainWindow::earlierRunOpensReadOnly()
{
    ShownWindow window(m_sample->school());
    window->openRosters({SampleSchool::sampleRoster()});
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
    window.lists().first()->registerStudents();
    auto *sidebar = window->findChild<Sidebar *>();
    QTRY_COMPARE(sidebar->topLevelItem(1)->childCount(), 1);
    QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {},
        sidebar->visualItemRect(sidebar->topLevelItem(1)->child(0)).center());
    QTRY_COMPARE(window.page()->list().state(), State::Earlier);
    QVERIFY(!window.page()->findChild<CourseChooser *>()->isVisible());
    QVERIFY(!window.button(QStringLiteral("Register 9")));
    QVERIFY(window.button(QStringLiteral("Make report")));
    QCOMPARE(window.table()->model()->rowCount(), 97);
}

void TestMainWindow::comesBackAsItWasLeft()
{
    const QString path = m_sample->write(QStringLiteral("chess.csv"), "student_id\n0070001\n");
    {
        ShownWindow window(m_sample->school());
        window->resize(1100, 700);
        window->openRosters({path});
        QTRY_COMPARE(window.lists().first()->state(), State::Planned);
        window.table()->setColumnWidth(RosterModel::EmailColumn, 123);
        QVERIFY(window->close());
    }
    ShownWindow window(m_sample->school());
    QCOMPARE(window->size(), QSize(1100, 700));
    QCOMPARE(window->listsOfLastTime(), QStringList{path});
    QVERIFY(window.button(QStringLiteral("chess.csv")));
    window->openRosters(window->listsOfLastTime());
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
    QCOMPARE(window.table()->columnWidth(RosterModel::EmailColumn), 123);
    // A list that is done with does not come back.
    window.lists().first()->registerStudents();
    QTRY_COMPARE(window.lists().first()->state(), State::Finished);
    QVERIFY(window->close());
    QVERIFY(window->listsOfLastTime().isEmpty());
}

void TestMainWindow::everythingHasNameAndKey()
{
    ShownWindow window(m_sample->school());
    window->openRosters({SampleSchool::sampleRoster()});
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
    const auto actions = window->findChild<QMenu *>()->actions();
    QVERIFY(actions.size() > 8);
    for (const QAction *action : actions)
        QVERIFY2(action->isSeparator() || action->menu() || !action->shortcut().isEmpty(),
            qPrintable(action->text()));
    const auto buttons = window->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        const bool speaks = button->text().size() > 1 || !button->accessibleName().isEmpty();
        // Qt's own, in line edits and scroll areas, are named by Qt.
        if (button->parent() && button->parent()->inherits("QLineEdit"))
            continue;
        QVERIFY2(speaks || !button->isVisible(), button->metaObject()->className());
    }
    for (const char *name : {"Students of the list", "Class lists and earlier runs", "Course"}) {
        const auto widgets = window->findChildren<QWidget *>();
        QVERIFY2(std::any_of(widgets.cbegin(), widgets.cend(),
                     [name](const QWidget *widget) {
                         return widget->accessibleName() == QLatin1StringView(name);
                     }),
            name);
    }
}

void TestMainWindow::noWordIsLeftHalfSingular()
{
    ShownWindow window(m_sample->school());
    window->openRosters({m_sample->write(
        QStringLiteral("choir.csv"), "student_id,given_name\n0070005,Ana\n,Ben\n")});
    ClassList *list = window.lists().first();
    QTRY_COMPARE(list->state(), State::Planned);
    QVERIFY(window.button(QStringLiteral("Register 1 student")));
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    QStringList texts;
    const auto labels = window->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts += label->text();
    const auto buttons = window->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons)
        texts += button->text();
    for (const QString &text : std::as_const(texts))
        QVERIFY2(!text.contains(QStringLiteral("(s)")), qPrintable(text));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
