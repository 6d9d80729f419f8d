// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historypagetest.h"
#include "pasthistory.h"
#include "sidebar.h"

#include <QApplication>
#include <QDateEdit>
#include <QHeaderView>
#include <QLabel>
#include <QTest>

#include <algorithm>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Finding runs in the history.
class TestHistoryPage : public HistoryPageTest
{
    Q_OBJECT

private Q_SLOTS:
    void showsAllRunsNewestFirst();
    void isNotThereBeforeItIsShown();
    void findsRunsWhileTyping();
    void answersWhoRegisteredAnaInMarch();
    void escapeShowsAllRunsAgain();
    void saysWhenNothingIsLikeThat();
    void sortsByClicksOnTheHeader();
    void headingOfTheSidebarLeadsHere();
    void newRunsAppear();
    void f5ReadsTheHistoryAgain();
    void chosenRowIsDrawnAlikeInAllCells();
};

void TestHistoryPage::showsAllRunsNewestFirst()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    QCOMPARE(lists(window),
        (QStringList{u"chess.ods"_s, u"grade9 late.xlsx"_s, u"chess.ods"_s, u"grade9.xlsx"_s}));
    QCOMPARE(column(window, u"Runs"_s, 3).mid(1), (QStringList{u"ines"_s, u"omar"_s, u"ines"_s}));
}

void TestHistoryPage::isNotThereBeforeItIsShown()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    QVERIFY(window->findChildren<HistoryTable *>().isEmpty());
    openHistory(window);
    QVERIFY(!window->findChildren<HistoryTable *>().isEmpty());
}

void TestHistoryPage::findsRunsWhileTyping()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    type(window, u"Search the history"_s, u"ART9 late"_s);
    QTRY_COMPARE(lists(window), QStringList{u"grade9 late.xlsx"_s});
    type(window, u"Search the history"_s, u"omar"_s);
    QTRY_COMPARE(lists(window), QStringList{u"chess.ods"_s});
    choose(window, u"Who registered"_s, u"ines"_s);
    QTRY_VERIFY(lists(window).isEmpty());
    type(window, u"Search the history"_s, u"grade"_s);
    QTRY_COMPARE(lists(window).size(), 2);
    choose(window, u"Outcome"_s, u"Waiting list"_s);
    QTRY_COMPARE(lists(window), QStringList{u"grade9.xlsx"_s});
}

void TestHistoryPage::answersWhoRegisteredAnaInMarch()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    type(window, u"Search a student in the history"_s, u"munoz"_s);
    choose(window, u"When"_s, u"Between two days…"_s);
    const auto days = window->findChildren<QDateEdit *>();
    QCOMPARE(days.size(), 2);
    days.first()->setDate(QDate(2026, 3, 1));
    days.last()->setDate(QDate(2026, 3, 31));
    QTRY_COMPARE(lists(window), (QStringList{u"chess.ods"_s, u"grade9.xlsx"_s}));
    const QString found = u"The student in these runs"_s;
    QCOMPARE(column(window, found, 1), (QStringList{u"Ana Muñoz"_s, u"Ana Muñoz"_s}));
    QCOMPARE(
        column(window, found, 4), (QStringList{u"chess.ods, row 2"_s, u"grade9.xlsx, row 1"_s}));
    QCOMPARE(column(window, found, 5), (QStringList{u"omar"_s, u"ines"_s}));
}

void TestHistoryPage::escapeShowsAllRunsAgain()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    type(window, u"Search the history"_s, u"late"_s);
    choose(window, u"Course"_s, u"ART9 (2026 Fall)"_s);
    QTRY_COMPARE(lists(window).size(), 1);
    QTest::keyClick(&*window, Qt::Key_Escape);
    QTRY_COMPARE(lists(window).size(), 4);
}

void TestHistoryPage::saysWhenNothingIsLikeThat()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    type(window, u"Search the history"_s, u"basket weaving"_s);
    QTRY_VERIFY(!table(window, u"Runs"_s));
    const auto labels = window->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(u"Nothing in the history"_s);
    }));
}

void TestHistoryPage::sortsByClicksOnTheHeader()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    const HistoryTable *runs = table(window, u"Runs"_s);
    const QHeaderView *header = runs->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
        {header->sectionViewportPosition(2) + 5, header->height() / 2});
    QCOMPARE(lists(window),
        (QStringList{u"chess.ods"_s, u"chess.ods"_s, u"grade9 late.xlsx"_s, u"grade9.xlsx"_s}));
}

void TestHistoryPage::headingOfTheSidebarLeadsHere()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    auto *sidebar = window->findChild<Sidebar *>();
    QTreeWidgetItem *heading = sidebar->topLevelItem(1);
    QTRY_COMPARE(heading->text(1), u"show all 4"_s);
    QTest::mouseClick(
        sidebar->viewport(), Qt::LeftButton, {}, sidebar->visualItemRect(heading).center());
    QTRY_COMPARE(lists(window).size(), 4);
}

void TestHistoryPage::newRunsAppear()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    window->openRosters({m_sample->write(u"CLUB9.csv"_s, "student_id\nS002\n")});
    ClassList *list = window.lists().last();
    QTRY_COMPARE(list->state(), ClassList::State::Planned);
    list->registerStudents();
    QTRY_COMPARE(list->state(), ClassList::State::Finished);
    QTest::keyClick(&*window, Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(lists(window).size(), 5);
    QCOMPARE(lists(window).first(), u"CLUB9.csv"_s);
}

void TestHistoryPage::f5ReadsTheHistoryAgain()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    QVERIFY(m_sample->school().undo().undo(pastId(1)));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
    QTRY_COMPARE(lists(window).size(), 5);
    QCOMPARE(column(window, u"Runs"_s, 7).last(), u"undone"_s);
}

void TestHistoryPage::chosenRowIsDrawnAlikeInAllCells()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    openHistory(window);
    clickRow(window, u"Runs"_s, 1);
    HistoryTable *runs = table(window, u"Runs"_s);
    runs->setFocus();
    const auto course = [runs] {
        return runs->viewport()->grab(runs->visualRect(runs->model()->index(1, 1))).toImage();
    };
    runs->setCurrentIndex(runs->model()->index(1, 1));
    const QImage asCurrent = course();
    runs->setCurrentIndex(runs->model()->index(1, 2));
    QCOMPARE(course(), asCurrent);
}

QTEST_MAIN(TestHistoryPage)
#include "tst_historypage.moc"
