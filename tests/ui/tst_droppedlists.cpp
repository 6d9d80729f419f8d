// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"
#include "droppedfiles.h"
#include "overviewpage.h"
#include "sampleschool.h"
#include "shownwindow.h"
#include "sidebar.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>

#include <memory>

using namespace Rollbook;
using State = ClassList::State;

/// How class lists come into the window: dropped, pasted, or not at all.
class TestDroppedLists : public QObject
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

private:
    std::unique_ptr<SampleSchool> m_sample;
};

void TestDroppedLists::init()
{
    m_sample = std::make_unique<SampleSchool>();
}

void TestDroppedLists::cleanup()
{
    backgroundThreads().waitForDone();
    m_sample.reset();
}

void TestDroppedLists::droppedListIsPlannedForItsCourse()
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

void TestDroppedLists::severalDroppedListsStandSideBySide()
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

void TestDroppedLists::nothingInTheWindowCatchesADrop()
{
    ShownWindow window(m_sample->school());
    window->openRosters({SampleSchool::sampleRoster(),
        m_sample->write(QStringLiteral("chess.csv"), "student_id\n1\n")});
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
    window.openAllParts();
    QTest::keyClick(&*window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(window->findChild<OverviewPage *>()->isVisible());
    const auto widgets = window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets)
        QVERIFY2(!widget->acceptDrops() || widget->isWindow(), widget->metaObject()->className());
}

void TestDroppedLists::pastedTableBecomesList()
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

void TestDroppedLists::pasteInSearchStaysThere()
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

void TestDroppedLists::wrongFileLeavesTheWindowAsItWas()
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

void TestDroppedLists::wrongFileBesideListSaysSoThere()
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

QTEST_MAIN(TestDroppedLists)
#include "tst_droppedlists.moc"
