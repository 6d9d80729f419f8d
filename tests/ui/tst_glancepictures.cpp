// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chartpane.h"
#include "glancestrip.h"
#include "glancetest.h"
#include "registrars/openschool.h"
#include "ui/theme.h"
#include "windowpicture.h"

#include <QLabel>
#include <QTest>

using namespace Rollbook;
using State = ClassList::State;

/// A run at a glance as it looks, while it goes on and after.
class TestGlancePictures : public GlanceTest
{
    Q_OBJECT

private Q_SLOTS:
    void looksFinished_data();
    void looksFinished();

private:
    void shoot(ShownWindow &window, const QString &state, const QString &theme);
    void shootFilters(ShownWindow &window, const QString &theme);
};

void TestGlancePictures::looksFinished_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<QString>("name");
    QTest::newRow("light") << Theme::Light << QStringLiteral("light");
    QTest::newRow("dark") << Theme::Dark << QStringLiteral("dark");
}

void TestGlancePictures::looksFinished()
{
    QFETCH(const Theme, theme);
    QFETCH(const QString, name);
    applyTheme(theme);
    {
        ShownWindow window(m_sample->school());
        QVERIFY(window.isActive());
        QVERIFY(registered(window));
        window.table()->goToNextProblem();
        shoot(window, QStringLiteral("glance-finished"), name);
        shootFilters(window, name);
        QTest::keyClick(&*window, Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(window.page()->findChild<ChartPane *>()->isUpToDate());
        shoot(window, QStringLiteral("glance-chart"), name);
    }
    const PracticeSchool practice(
        QStringLiteral("simulated:?latency=600ms&jitter=500ms&failures=0.05&seed=4"
                       "&capacity=300&waitlist=40"));
    ShownWindow window(**practice);
    QVERIFY(window.isActive());
    ClassList *list = planned(window, QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/go1-500.csv"),
        {QStringLiteral("PRACTICE"), {}});
    QVERIFY(list);
    // At once: the rest may come while a test that only looks now and then does not.
    const auto pauseInBetween = connect(list, &ClassList::progressChanged, list, [list] {
        if (list->progress().done > 200)
            list->pause();
    });
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Paused);
    disconnect(pauseInBetween);
    const auto *pane = window.page()->findChild<ChartPane *>();
    QVERIFY(pane->isVisible());
    QTRY_VERIFY(pane->isUpToDate());
    list->resume();
    QTRY_COMPARE(list->state(), State::Running);
    shoot(window, QStringLiteral("glance-running"), name);
    QTRY_COMPARE(list->state(), State::Finished);
    QTRY_VERIFY(pane->isUpToDate());
    shoot(window, QStringLiteral("glance-full"), name);
    applyTheme(Theme::System);
}

void TestGlancePictures::shootFilters(ShownWindow &window, const QString &theme)
{
    const int all = window.table()->model()->rowCount();
    Q_EMIT window.page()->findChild<GlanceStrip *>()->findChild<QLabel *>()->linkActivated(
        QStringLiteral("0"));
    QTRY_COMPARE(window.table()->model()->rowCount(), 7);
    shoot(window, QStringLiteral("glance-reason"), theme);
    QTest::keyClick(&*window, Qt::Key_Escape);
    QTRY_COMPARE(window.table()->model()->rowCount(), all);
    QTest::keyClick(&*window, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(window.search(), QStringLiteral("garcia"));
    QTRY_VERIFY(window.table()->model()->rowCount() < all);
    shoot(window, QStringLiteral("glance-search"), theme);
    window.search()->clear();
    QTRY_COMPARE(window.table()->model()->rowCount(), all);
}

void TestGlancePictures::shoot(ShownWindow &window, const QString &state, const QString &theme)
{
    QTest::qWait(0);
    QVERIFY(!keepPicture(*window, state, theme).isNull());
}

QTEST_MAIN(TestGlancePictures)
#include "tst_glancepictures.moc"
