// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "detailpanel.h"
#include "domain/backgroundthreads.h"
#include "emptypage.h"
#include "overviewpage.h"
#include "readingpanel.h"
#include "sampleschool.h"
#include "shownwindow.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Rollbook;
using State = ClassList::State;

/// The window as a whole: what it remembers, its names, keys and words.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatNobodyHasSeenYetIsNotMade();
    void comesBackAsItWasLeft();
    void everythingHasNameAndKey();
    void noWordIsLeftHalfSingular();

private:
    std::unique_ptr<SampleSchool> m_sample;
};

void TestMainWindow::init()
{
    m_sample = std::make_unique<SampleSchool>();
}

void TestMainWindow::cleanup()
{
    backgroundThreads().waitForDone();
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
    window.openAllParts();
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
    window.openAllParts();
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
