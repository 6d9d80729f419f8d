// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clubrun.h"
#include "detailpanel.h"
#include "history/studentpage.h"
#include "school/coursespage.h"
#include "table/rosterproxymodel.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What is told of a student beside the table, and what its buttons do.
class TestDetailPanel : public ClubRunTest
{
    Q_OBJECT

private Q_SLOTS:
    void keyOpensAndClosesThem();
    void doubleClickOnStateOpensThem();
    void areOpenAndWideAsTheyWereLeft();
    void tellWhoWhyAndWhatToDo();
    void showUnknownColumnsOfTheFile();
    void followTheCurrentRow();
    void countSeveralStudents();
    void tryAgainFromTheButton();
    void leaveOutAndTakeBackFromTheButton();
    void correctingSendsTheStudentAgain();
    void givingUpACorrectionSendsNobody();
    void leadToTheCourse();
    void leadToEverythingAboutTheStudent();
    void tellWhatWasBeforeACorrection();
    void linkInTheRowOpensThem();
    void linkInTheRowOpensTheCellThatIsWrong();
    void everythingInThemHasAName();

private:
    static DetailPanel *open(ShownWindow &window, int row);
    static QString told(const ShownWindow &window);
    static bool says(const ShownWindow &window, const QString &words)
    {
        return QTest::qWaitFor([&] { return told(window).contains(words); });
    }
    static QPushButton *buttonOf(const DetailPanel &panel, const QString &words);
    static void shoot(ShownWindow &window, const QString &name);
};

DetailPanel *TestDetailPanel::open(ShownWindow &window, int row)
{
    window.table()->selectionModel()->setCurrentIndex(window.table()->model()->index(row, 0),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    window.table()->setFocus();
    DetailPanel *panel = window.page()->details();
    if (!panel->isVisible())
        QTest::keyClick(&*window, Qt::Key_F4);
    return panel;
}

QString TestDetailPanel::told(const ShownWindow &window)
{
    QStringList texts;
    const auto labels = window.page()->details()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts += label->text();
    }
    return texts.join(u'\n');
}

QPushButton *TestDetailPanel::buttonOf(const DetailPanel &panel, const QString &words)
{
    const auto buttons = panel.findChildren<QPushButton *>();
    const auto found = std::find_if(buttons.cbegin(), buttons.cend(), [&](QPushButton *button) {
        return button->isVisible() && button->text().remove(u'&').startsWith(words);
    });
    return found == buttons.cend() ? nullptr : *found;
}

// To be looked at by people.
void TestDetailPanel::shoot(ShownWindow &window, const QString &name)
{
    QVERIFY(QDir().mkpath(u"screenshots"_s));
    QTest::qWait(0); // for the layout
    QVERIFY(window->grab().save(u"screenshots/"_s + name + u".png"_s));
}

void TestDetailPanel::keyOpensAndClosesThem()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    const DetailPanel *panel = window.page()->details();
    QVERIFY(!panel->isVisible());
    QTest::keyClick(&*window, Qt::Key_F4);
    QVERIFY(panel->isVisible());
    QVERIFY(window.button(u"Details"_s)->isChecked());
    QTest::keyClick(&*window, Qt::Key_F4);
    QVERIFY(!panel->isVisible());
    QTest::mouseClick(window.button(u"Details"_s), Qt::LeftButton);
    QVERIFY(panel->isVisible());
    QTest::mouseClick(window.button(u"×"_s), Qt::LeftButton);
    QVERIFY(!panel->isVisible());
    QVERIFY(!window.button(u"Details"_s)->isChecked());
}

void TestDetailPanel::doubleClickOnStateOpensThem()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    RosterTable *table = window.table();
    const QPoint place =
        table->visualRect(table->model()->index(1, RosterModel::StateColumn)).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
    QVERIFY(window.page()->details()->isVisible());
    QVERIFY(says(window, u"Ben Roy"_s));
}

void TestDetailPanel::areOpenAndWideAsTheyWereLeft()
{
    int width = 0;
    {
        ShownWindow window(m_sample->school());
        window->resize(1280, 800);
        QVERIFY(registered(window));
        const DetailPanel *panel = open(window, 0);
        auto *splitter = qobject_cast<QSplitter *>(panel->parentWidget());
        QVERIFY(splitter);
        QSplitterHandle *handle = splitter->handle(1);
        QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
        QTest::mouseMove(handle, handle->rect().center() - QPoint(60, 0));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->rect().center() - QPoint(60, 0));
        width = panel->width();
        QVERIFY(window->close());
    }
    ShownWindow window(m_sample->school());
    window->resize(1280, 800);
    window->openRosters({m_sample->write(u"other.csv"_s, Club)});
    QTRY_VERIFY(isRead(*window.lists().first()));
    QTRY_VERIFY(window.page()->details()->isVisible());
    QCOMPARE(window.page()->details()->width(), width);
}

void TestDetailPanel::tellWhoWhyAndWhatToDo()
{
    ShownWindow window(m_sample->school());
    window->resize(1280, 800);
    QVERIFY(registered(window));
    const DetailPanel *panel = open(window, 1);
    QVERIFY(says(window, u"Ben Roy"_s));
    QVERIFY(says(window, u"Row 2 of 5"_s));
    QVERIFY(says(window, u"Not registered"_s));
    QVERIFY(says(window, u"Has a hold: library book."_s));
    QVERIFY(says(window, u"The school registers nobody who has a hold."_s));
    QVERIFY(says(window, u"have it lifted, then try again"_s));
    QVERIFY(says(window, u"Sent once; the answer took less than a second."_s));
    QVERIFY(says(window, u"0080002"_s));
    QVERIFY(buttonOf(*panel, u"Try this student again"_s));
    QVERIFY(!buttonOf(*panel, u"Correct"_s));
    shoot(window, u"details-rejected"_s);
    open(window, 0);
    QVERIFY(says(window, u"Seat 1."_s));
    QVERIFY(says(window, u"Has the seat since"_s));
    QVERIFY(!told(window).contains(u"What to do"_s));
    QVERIFY(!buttonOf(*panel, u"Try"_s));
    QVERIFY(!buttonOf(*panel, u"Leave out"_s));
}

void TestDetailPanel::showUnknownColumnsOfTheFile()
{
    ShownWindow window(m_sample->school());
    window->openRosters({m_sample->write(u"club.csv"_s,
        "student_id,given_name,family_name,Locker,Bus <line>\n0080001,Ana,Ito,17,<b>4</b>\n")});
    QTRY_VERIFY(isRead(*window.lists().first()));
    open(window, 0);
    QVERIFY(says(window, u"Locker"_s));
    QVERIFY(says(window, u"Bus &lt;line&gt;"_s));
    QVERIFY(says(window, u"&lt;b&gt;4&lt;/b&gt;"_s));
    QVERIFY(says(window, u"Not sent to the school yet."_s));
}

void TestDetailPanel::followTheCurrentRow()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    open(window, 0);
    QVERIFY(says(window, u"Ana Ito"_s));
    QTest::keyClick(window.table(), Qt::Key_Down);
    QVERIFY(says(window, u"Ben Roy"_s));
    window.table()->clearSelection();
    QVERIFY(says(window, u"Choose a student in the table"_s));
}

void TestDetailPanel::countSeveralStudents()
{
    ShownWindow window(m_sample->school());
    window->resize(1280, 800);
    QVERIFY(registered(window));
    const DetailPanel *panel = open(window, 0);
    QTest::keyClick(window.table(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(says(window, u"5 students chosen"_s));
    const QString all = told(window);
    QVERIFY(all.contains(u"Registered</td><td>2"_s));
    QVERIFY(all.contains(u"Not registered</td><td>3"_s));
    QVERIFY(buttonOf(*panel, u"Try the 3 selected students again"_s));
    shoot(window, u"details-several"_s);
}

void TestDetailPanel::tryAgainFromTheButton()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    const DetailPanel *panel = open(window, 1);
    QVERIFY(says(window, u"Has a hold"_s));
    setHold({});
    QTest::mouseClick(buttonOf(*panel, u"Try this student again"_s), Qt::LeftButton);
    QTRY_COMPARE(list->model()->rowState(1), RowState::Registered);
    QVERIFY(says(window, u"Sent 2 times"_s));
    QVERIFY(says(window, u"Seat 3."_s));
    QCOMPARE(list->model()->rowState(3), RowState::Rejected);
}

void TestDetailPanel::leaveOutAndTakeBackFromTheButton()
{
    ShownWindow window(m_sample->school());
    window->openRosters({m_sample->write(u"club.csv"_s, Club)});
    ClassList *list = window.lists().first();
    QTRY_VERIFY(isRead(*list));
    const DetailPanel *panel = open(window, 2);
    QVERIFY(says(window, u"Cleo Sim"_s));
    QTest::mouseClick(buttonOf(*panel, u"Leave out 1 row"_s), Qt::LeftButton);
    QVERIFY(says(window, u"Left out by you."_s));
    QVERIFY(says(window, u"Take the row back"_s));
    QTest::mouseClick(buttonOf(*panel, u"Take back 1 row"_s), Qt::LeftButton);
    QTRY_VERIFY(!list->edits()->leftOut().contains(2));
}

void TestDetailPanel::correctingSendsTheStudentAgain()
{
    ShownWindow window(m_sample->school());
    window->resize(1280, 800);
    ClassList *list = registered(window,
        "student_id,given_name,family_name,email\n0080001,Ana,Ito,ana@example.org\n"
        ",Ben,Roy,\n0080003,Cleo,Sim,cleo@example.org\n");
    QVERIFY(list);
    QCOMPARE(list->model()->rowState(1), RowState::Rejected);
    const DetailPanel *panel = open(window, 1);
    QTRY_VERIFY(buttonOf(*panel, u"Correct and try again"_s));
    shoot(window, u"details-correct"_s);
    QTest::mouseClick(buttonOf(*panel, u"Correct and try again"_s), Qt::LeftButton);
    QCOMPARE(window.table()->currentIndex().column(), int(RosterModel::StudentIdColumn));
    QTest::keyClicks(QApplication::focusWidget(), u"0080009"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(list->model()->rowState(1), RowState::Registered);
    QTRY_COMPARE(list->state(), ClassList::State::Finished);
    QCOMPARE(recorded(*list).students.text(1, StudentField::StudentId), u"0080009"_s);
}

void TestDetailPanel::givingUpACorrectionSendsNobody()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window,
        "student_id,given_name,family_name,email\n0080001,Ana,Ito,ana@example.org\n"
        ",Ben,Roy,\n");
    QVERIFY(list);
    const DetailPanel *panel = open(window, 1);
    QTRY_VERIFY(buttonOf(*panel, u"Correct and try again"_s));
    QTest::mouseClick(buttonOf(*panel, u"Correct and try again"_s), Qt::LeftButton);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    // Corrected later, by itself.
    list->edits()->correct({1, StudentField::StudentId, u"0080009"_s});
    QTRY_COMPARE(list->model()->rowState(1), RowState::WillRegister);
    QVERIFY(says(window, u"Changed since it was sent."_s));
    QCOMPARE(list->state(), ClassList::State::Finished);
    QCOMPARE(list->model()->rowState(1), RowState::WillRegister);
}

void TestDetailPanel::leadToTheCourse()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    const DetailPanel *panel = open(window, 1);
    QVERIFY(says(window, u"Ben Roy"_s));
    QTest::mouseClick(buttonOf(*panel, u"Open the course"_s), Qt::LeftButton);
    const auto *page = window->findChild<CoursesPage *>();
    QTRY_VERIFY(page->isVisible());
    const auto *table = page->findChild<QTableView *>();
    QTRY_VERIFY(table->currentIndex().isValid());
    QTRY_COMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), club().code);
}

void TestDetailPanel::leadToEverythingAboutTheStudent()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    const DetailPanel *panel = open(window, 1);
    QTest::keyClick(window.table(), Qt::Key_Down);
    QVERIFY(says(window, u"Cleo Sim"_s));
    QTest::mouseClick(buttonOf(*panel, u"Everything about this student"_s), Qt::LeftButton);
    const auto *page = window->findChild<StudentPage *>();
    QTRY_VERIFY(page && page->isVisible());
    const auto *events = page->findChild<QTableView *>();
    QTRY_COMPARE(events->model()->rowCount(), 1);
}

void TestDetailPanel::tellWhatWasBeforeACorrection()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    open(window, 1);
    list->edits()->correct({1, StudentField::StudentId, u"0080077"_s});
    QVERIFY(says(window, u"Changed since it was sent. Before: has a hold: library book."_s));
    QVERIFY(says(window, u"0080077"_s));
}

void TestDetailPanel::linkInTheRowOpensThem()
{
    ShownWindow window(m_sample->school());
    window->resize(1280, 800);
    QVERIFY(registered(window));
    RosterTable *table = window.table();
    const QRect cell = table->visualRect(table->model()->index(3, RosterModel::ReasonColumn));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center() - QPoint(20, 0));
    QVERIFY(!window.page()->details()->isVisible());
    shoot(window, u"details-link"_s);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
        {cell.right() - 2 * table->fontMetrics().averageCharWidth(), cell.center().y()});
    QVERIFY(window.page()->details()->isVisible());
    QVERIFY(says(window, u"Dan Poe"_s));
    // By key, too; where there is nothing to help with, Enter goes on.
    QTest::keyClick(&*window, Qt::Key_F4);
    table->setCurrentIndex(table->model()->index(2, RosterModel::ReasonColumn));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(!window.page()->details()->isVisible());
    QCOMPARE(table->currentIndex().row(), 3);
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(window.page()->details()->isVisible());
}

void TestDetailPanel::linkInTheRowOpensTheCellThatIsWrong()
{
    ShownWindow window(m_sample->school());
    window->resize(1280, 800);
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(
        u"club.csv"_s, "student_id,given_name,family_name\n0080001,Ana,Ito\n,Ben,Roy\n")});
    ClassList *list = window.lists().first();
    QTRY_VERIFY(isRead(*list));
    RosterTable *table = window.table();
    const QRect cell = table->visualRect(table->model()->index(1, RosterModel::ReasonColumn));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
        {cell.right() - 2 * table->fontMetrics().averageCharWidth(), cell.center().y()});
    QCOMPARE(table->currentIndex().column(), int{RosterModel::StudentIdColumn});
    QTest::keyClicks(QApplication::focusWidget(), u"0080009"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(list->model()->count(RowState::Problem), 0);
}

void TestDetailPanel::everythingInThemHasAName()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    const DetailPanel *panel = open(window, 1);
    QVERIFY(says(window, u"Ben Roy"_s));
    QVERIFY(!panel->accessibleName().isEmpty());
    const auto buttons = panel->findChildren<QAbstractButton *>();
    QVERIFY(buttons.size() >= 6);
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible())
            QVERIFY(!button->accessibleName().isEmpty() || button->text().size() > 1);
    }
    QVERIFY(!told(window).contains(u"(s)"_s));
}

QTEST_MAIN(TestDetailPanel)
#include "tst_detailpanel.moc"
