// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clubrun.h"
#include "sidebar.h"
#include "ui/theme.h"

#include <QDir>
#include <QMenu>
#include <QPainter>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;
using State = ClassList::State;

/// Rows of a run that has ended, tried again from the table as they are.
class TestTryAgain : public ClubRunTest
{
    Q_OBJECT

private Q_SLOTS:
    void heldStudentIsTriedAgainOnceTheHoldIsLifted();
    void selectionIsTriedAgain();
    void rowsAreTriedAgainOfAnEarlierRun();
    void menuSaysWhyNot_data();
    void menuSaysWhyNot();
    void keySaysWhyNot();
    void looks_data();
    void looks();
};

void TestTryAgain::heldStudentIsTriedAgainOnceTheHoldIsLifted()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    QCOMPARE(list->model()->count(RowState::Rejected), 3);
    const QStringList before = told(list->results());
    setHold({});
    selectRows(window, {1});
    QAction *action = menuAction(window, 1);
    QVERIFY(action);
    QCOMPARE(action->text().remove(u'&'), u"Try this student again"_s);
    QVERIFY(action->isEnabled());
    QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    action->trigger();
    QVERIFY(list->isBusy());
    // The others are seen as they are all the while.
    QCOMPARE(list->model()->rowState(0), RowState::Registered);
    QCOMPARE(list->model()->rowState(3), RowState::Rejected);
    QTRY_COMPARE(list->state(), State::Finished);
    QStringList wanted = before;
    wanted[1] = u"0080002: seat 3 (2)"_s;
    QCOMPARE(told(list->results()), wanted);
    QCOMPARE(told(recorded(*list)), wanted);
    QCOMPARE(list->model()->rowState(1), RowState::Registered);
    QCOMPARE(list->model()->count(RowState::Rejected), 2);
    QCOMPARE(m_sample->school().journal().runs()->size(), 1);
}

void TestTryAgain::selectionIsTriedAgain()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    setHold({});
    selectRows(window, {0, 1, 3, 4});
    const QAction *action = menuAction(window, 1);
    QVERIFY(action);
    QCOMPARE(action->text().remove(u'&'), u"Try the 3 selected students again"_s);
    delete window.table()->findChild<QMenu *>();
    pressTryAgain(window);
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(told(recorded(*list)),
        QStringList({u"0080001: seat 1 (1)"_s, u"0080002: seat 3 (2)"_s, u"0080003: seat 2 (1)"_s,
            u"0080004: seat 4 (2)"_s, u"0080005: seat 5 (2)"_s}));
    QVERIFY(window.page()->list().results().run.counts
        == m_sample->school().journal().runs()->first().counts);
}

void TestTryAgain::rowsAreTriedAgainOfAnEarlierRun()
{
    QString id;
    {
        ShownWindow first(m_sample->school());
        const ClassList *list = registered(first);
        QVERIFY(list);
        id = list->results().run.id;
    }
    setHold({});
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    auto *sidebar = window->findChild<Sidebar *>();
    QTRY_COMPARE(sidebar->topLevelItem(1)->childCount(), 1);
    QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {},
        sidebar->visualItemRect(sidebar->topLevelItem(1)->child(0)).center());
    QTRY_VERIFY(window.page() && window.page()->list().state() == State::Earlier);
    selectRows(window, {4});
    pressTryAgain(window);
    const ClassList &list = window.page()->list();
    QTRY_VERIFY(list.state() == State::Earlier && !list.isBusy());
    QTRY_COMPARE(list.model()->rowState(4), RowState::Registered);
    QTRY_COMPARE(m_sample->school().journal().run(id)->results.at(4).attempts, 2);
    QCOMPARE(list.model()->rowState(3), RowState::Rejected);
}

void TestTryAgain::menuSaysWhyNot_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("has a seat") << 0 << u"has a seat"_s;
    QTest::newRow("wrong in the list") << 5 << u"Correct it first"_s;
}

void TestTryAgain::menuSaysWhyNot()
{
    QFETCH(const int, row);
    QFETCH(const QString, sentence);
    ShownWindow window(m_sample->school());
    const ClassList *list = registered(window, QByteArray(Club) + ",Finn,Moe\n");
    QVERIFY(list);
    selectRows(window, {row});
    const QAction *action = menuAction(window, row);
    QVERIFY(action);
    QVERIFY(!action->isEnabled());
    QVERIFY2(action->toolTip().contains(sentence), qPrintable(action->toolTip()));
}

void TestTryAgain::keySaysWhyNot()
{
    ShownWindow window(m_sample->school());
    const ClassList *list = registered(window);
    QVERIFY(list);
    selectRows(window, {0});
    pressTryAgain(window);
    QVERIFY(!list->isBusy());
    QVERIFY2(window.message().contains(u"has a seat"_s), qPrintable(window.message()));
}

void TestTryAgain::looks_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

// Pictures for people.
void TestTryAgain::looks()
{
    QFETCH(const Theme, theme);
    applyTheme(theme);
    const QDir folder(u"screenshots"_s);
    QVERIFY(folder.mkpath(u"."_s));
    QByteArray list = Club;
    for (int row = 6; row < 30; ++row)
        list += u"00800%1,Given %1,Family %1\n"_s.arg(row, 2, 10, QLatin1Char('0')).toUtf8();
    ShownWindow window(m_sample->school());
    window->resize(1280, 800);
    ClassList *club = registered(window, list + ",Finn,Moe\n");
    QVERIFY(club);
    const auto shoot = [&](const QString &state) {
        QTest::qWait(0);
        QPixmap picture = window->grab();
        if (auto *menu = window.table()->findChild<QMenu *>()) {
            QPainter(&picture).drawPixmap(window->mapFromGlobal(menu->pos()), menu->grab());
            delete menu;
        }
        const QString scale = qFuzzyCompare(window->devicePixelRatioF(), 1)
            ? QString()
            : u"-%1x"_s.arg(window->devicePixelRatioF());
        const QString look = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(picture.save(folder.filePath(u"10-%1-%2%3.png"_s.arg(state, look, scale))));
    };
    selectRows(window, {1, 3, 4});
    QVERIFY(menuAction(window, 4));
    shoot(u"try-again-menu"_s);
    selectRows(window, {0});
    QVERIFY(menuAction(window, 0));
    shoot(u"try-again-not"_s);
    window.table()->setCurrentIndex(
        window.table()->model()->index(3, RosterModel::StudentIdColumn));
    club->edits()->correct({3, StudentField::StudentId, u"0080044"_s});
    QTRY_COMPARE(club->model()->rowState(3), RowState::WillRegister);
    QVERIFY(menuAction(window, 3));
    shoot(u"corrected"_s);
    applyTheme(Theme::System);
}

QTEST_MAIN(TestTryAgain)
#include "tst_tryagain.moc"
