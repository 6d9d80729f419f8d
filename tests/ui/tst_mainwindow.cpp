// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "coursechooser.h"
#include "detailpanel.h"
#include "droppedfiles.h"
#include "emptypage.h"
#include "overviewpage.h"
#include "readingpanel.h"
#include "registrars/openschool.h"
#include "sampleschool.h"
#include "shownwindow.h"
#include "sidebar.h"
#include "table/rosterproxymodel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>

using namespace Rollbook;
using State = ClassList::State;

/// What a person does in the window: with the mouse, the keyboard, the clipboard.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatNobodyHasSeenYetIsNotMade();
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
    void copiedRowsAreATable();
    void sortsAndSearchesWhileOutcomesArrive();
    void pauseAndStopAreButtons();
    void closingWhileStudentsAreRegisteredAsks();
    void earlierRunOpensReadOnly();
    void comesBackAsItWasLeft();
    void everythingHasNameAndKey();
    void noWordIsLeftHalfSingular();

private:
    std::unique_ptr<SampleSchool> m_sample;
};

namespace
{

// Of the list that is shown: all that is made when it is first needed.
void openAllParts(const ShownWindow &window)
{
    window.page()->showOrHideDetails();
    window.page()->findChild<QToolButton *>(QStringLiteral("source"))->setChecked(true);
}

} // namespace

void TestMainWindow::init()
{
    m_sample = std::make_unique<SampleSchool>();
}

void TestMainWindow::cleanup()
{
    QThreadPool::globalInstance()->waitForDone();
    m_sample.reset();
}

void TestMainWindow::whatNobodyHasSeenYetIsNotMade()
{
    MainWindow window(m_sample->school());
    window.openRosters({SampleSchool::sampleRoster()});
    window.show();
    const auto *page = window.findChild<ListPage *>();
    QVERIFY(page->isVisible());
    QTRY_COMPARE(page->list().state(), State::Planned);
    QVERIFY(!window.findChild<EmptyPage *>());
    QVERIFY(!window.findChild<OverviewPage *>());
    QVERIFY(!window.findChild<DetailPanel *>());
    QVERIFY(!window.findChild<ReadingPanel *>());
    QTest::keyClick(&window, Qt::Key_F4);
    QVERIFY(window.findChild<DetailPanel *>()->isVisible());
    QTest::keyClick(&window, Qt::Key_F4);
    QTest::keyClick(&window, Qt::Key_W, Qt::ControlModifier);
    QVERIFY(window.findChild<EmptyPage *>()->isVisible());
    QVERIFY(!window.findChild<OverviewPage *>());
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
    window->openRosters({SampleSchool::sampleRoster(),
        m_sample->write(QStringLiteral("chess.csv"), "student_id\n1\n")});
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
    openAllParts(window);
    QTest::keyClick(&*window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(window->findChild<OverviewPage *>()->isVisible());
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
        "student_id,given_name\n9970005,Ana\n,Ben\n9970006,Sophie\n9970005,Ana\n")});
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
    QList<int> rows;
    for (int time = 0; time < 3; ++time) {
        QTest::keyClick(&*window, Qt::Key_F8);
        rows += window.table()->currentIndex().row();
        QVERIFY(window.table()->hasFocus());
    }
    QCOMPARE(rows, (QList<int>{1, 3, 1}));
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
    const PracticeSchool practice(QStringLiteral("simulated:?latency=20ms&jitter=15ms"));
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
    const PracticeSchool practice(QStringLiteral("simulated:?latency=50ms&jitter=30ms"));
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
    const PracticeSchool practice(QStringLiteral("simulated:?latency=50ms&jitter=30ms"));
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
    openAllParts(window);
    const auto menus = window->findChildren<QMenu *>();
    QVERIFY(menus.size() > 5);
    for (const QMenu *menu : menus) {
        const auto actions = menu->actions();
        for (const QAction *action : actions)
            QVERIFY2(action->isSeparator() || action->menu() || !action->shortcut().isEmpty(),
                qPrintable(action->text()));
    }
    const auto buttons = window->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        const bool speaks = button->text().size() > 1 || !button->accessibleName().isEmpty();
        // Qt's own, in line edits and scroll areas, are named by Qt.
        if (button->parent() && button->parent()->inherits("QLineEdit"))
            continue;
        QVERIFY2(speaks || !button->isVisible(), button->metaObject()->className());
    }
    for (const char *name :
        {"Students of the list", "Class lists, earlier runs and the school", "Course"}) {
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
    openAllParts(window);
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
