// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chartpane.h"
#include "glance/figurebutton.h"
#include "glance/outcomebar.h"
#include "glance/seatsbar.h"
#include "glancestrip.h"
#include "glancetest.h"
#include "registrars/openschool.h"
#include "sidebar.h"

#include <QFile>
#include <QLabel>
#include <QTest>

#include <algorithm>

using namespace Rollbook;
using State = ClassList::State;

namespace
{

bool isLoaded(const char *library)
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    return maps.open(QIODevice::ReadOnly) && maps.readAll().contains(library);
}

} // namespace

/// What the strip tells of a run, and where it leads.
class TestGlanceStrip : public GlanceTest
{
    Q_OBJECT

private Q_SLOTS:
    void stripComesWithTheRun();
    void saysWhoDidNotGetInAndWhy();
    void reasonShowsItsRows();
    void allWellIsOneSentence();
    void manyStudentsAreToldOfToo();
    void runOfBeforeTellsTheSame();
    void runThatIsUndoneIsNotToldOf();
    void barSaysInWordsWhatItShows();
    void courseSaysHowFullItIs();
    void chartIsLoadedWhenItIsFirstOpened();
    void chartStaysOpenForTheNextList();
    void manyStatesKeepTheWindowNarrow();
};

void TestGlanceStrip::stripComesWithTheRun()
{
    ShownWindow window(m_sample->school());
    ClassList *list = planned(window, roster(), coding());
    QVERIFY(list);
    auto *strip = window.page()->findChild<GlanceStrip *>();
    QVERIFY(!strip->isVisible());
    const auto chip = [&] {
        return dynamic_cast<FigureButton *>(window.button(QStringLiteral("All")));
    };
    QVERIFY(chip() && !chip()->isLarge());
    list->registerStudents();
    QVERIFY(strip->isVisible());
    QVERIFY(chip()->isLarge());
    QTRY_COMPARE(list->state(), State::Finished);
    QVERIFY(strip->isVisible());
    // Planned again, nothing of the run is left to be taken for the plan.
    list->planAgain();
    QTRY_COMPARE(list->state(), State::Planned);
    QVERIFY(!strip->isVisible());
    QVERIFY(!chip()->isLarge());
}

void TestGlanceStrip::saysWhoDidNotGetInAndWhy()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    QString text = window.page()->findChild<GlanceStrip *>()->findChild<QLabel *>()->text();
    text.replace(QChar(QChar::Nbsp), u' ');
    for (const char *part : {"80 of 99 students are registered.", "5 wait for a seat",
             "14 did not get in:", "2 on hold: library book", "3 are in BIO at the same time",
             "2 stand in the list twice", "7 found no seat and no waiting-list place"})
        QVERIFY2(text.contains(QLatin1StringView(part)), qPrintable(text));
    // The most first.
    QVERIFY(text.indexOf(QStringLiteral("7 found")) < text.indexOf(QStringLiteral("3 are in")));
    QVERIFY(window.button(QStringLiteral("Make report")));
}

void TestGlanceStrip::reasonShowsItsRows()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    auto *label = window.page()->findChild<GlanceStrip *>()->findChild<QLabel *>();
    QVERIFY(label->textInteractionFlags() & Qt::LinksAccessibleByKeyboard);
    Q_EMIT label->linkActivated(QStringLiteral("0"));
    QTRY_COMPARE(window.table()->model()->rowCount(), 7);
    Q_EMIT label->linkActivated(QStringLiteral("waiting"));
    QTRY_COMPARE(window.table()->model()->rowCount(), 5);
}

void TestGlanceStrip::allWellIsOneSentence()
{
    ShownWindow window(m_sample->school());
    ClassList *list = planned(window,
        m_sample->write(QStringLiteral("choir.csv"), "student_id\n0070001\n0070002\n"),
        {QStringLiteral("CHOIR"), {}});
    QVERIFY(list);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    const auto *label = window.page()->findChild<GlanceStrip *>()->findChild<QLabel *>();
    QVERIFY(label->isVisible());
    QCOMPARE(label->text(), QStringLiteral("<b>All 2 students are registered.</b>"));
}

void TestGlanceStrip::manyStudentsAreToldOfToo()
{
    QByteArray text("student_id\n");
    for (int i = 0; i < 20'000; ++i)
        text += QByteArray::number(100'000 + i) + '\n';
    const PracticeSchool practice(
        QStringLiteral("simulated:?latency=0ms&jitter=0ms&capacity=19990&waitlist=4"));
    ShownWindow window(**practice);
    ClassList *list = planned(
        window, m_sample->write(QStringLiteral("all.csv"), text), {QStringLiteral("PRACTICE"), {}});
    QVERIFY(list);
    list->registerStudents();
    QTRY_COMPARE_WITH_TIMEOUT(list->state(), State::Finished, 60'000);
    const auto *label = window.page()->findChild<GlanceStrip *>()->findChild<QLabel *>();
    QTRY_VERIFY(label->isVisible());
    const QString told = QString(label->text()).replace(QChar(QChar::Nbsp), u' ');
    QVERIFY2(told.contains(QStringLiteral("6 found no seat")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("4 wait for a seat")), qPrintable(told));
}

void TestGlanceStrip::runOfBeforeTellsTheSame()
{
    QString before;
    {
        ShownWindow window(m_sample->school());
        QVERIFY(registered(window));
        before = window.page()->findChild<GlanceStrip *>()->findChild<QLabel *>()->text();
    }
    ShownWindow window(m_sample->school());
    const auto *sidebar = window->findChild<Sidebar *>();
    QTRY_COMPARE(sidebar->topLevelItem(1)->childCount(), 2);
    QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {},
        sidebar->visualItemRect(sidebar->topLevelItem(1)->child(0)).center());
    QTRY_COMPARE(window.page()->list().state(), State::Earlier);
    const auto *strip = window.page()->findChild<GlanceStrip *>();
    QVERIFY(strip->isVisible());
    QCOMPARE(strip->findChild<QLabel *>()->text(), before);
}

void TestGlanceStrip::runThatIsUndoneIsNotToldOf()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    const auto *strip = window.page()->findChild<GlanceStrip *>();
    list->previewUndo();
    QVERIFY(!strip->isVisible());
    QTRY_COMPARE(list->undo().phase, ClassList::UndoPhase::Previewed);
    list->leaveUndo();
    QVERIFY(strip->isVisible());
}

void TestGlanceStrip::barSaysInWordsWhatItShows()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    QTRY_COMPARE(window.page()->findChild<OutcomeBar *>()->accessibleName(),
        QStringLiteral("Registered: 80, Waiting list: 5, Not registered: 14"));
}

void TestGlanceStrip::courseSaysHowFullItIs()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    const auto *seats = window.page()->findChild<SeatsBar *>();
    QVERIFY(seats->isVisible());
    QTRY_COMPARE(seats->taken(), 80);
    QCOMPARE(seats->capacity(), 80);
}

void TestGlanceStrip::chartIsLoadedWhenItIsFirstOpened()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    QVERIFY(registered(window));
    QVERIFY(!isLoaded("libQt6Charts"));
    QVERIFY(!window.page()->findChild<ChartPane *>());
    QTest::keyClick(&*window, Qt::Key_G, Qt::ControlModifier);
    const auto *pane = window.page()->findChild<ChartPane *>();
    QVERIFY(pane && pane->isVisible());
    QTRY_VERIFY(pane->isUpToDate());
    QVERIFY(isLoaded("libQt6Charts"));
    QTest::keyClick(&*window, Qt::Key_G, Qt::ControlModifier);
    QVERIFY(!pane->isVisible());
}

void TestGlanceStrip::chartStaysOpenForTheNextList()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    QVERIFY(registered(window));
    QTest::keyClick(&*window, Qt::Key_G, Qt::ControlModifier);
    ClassList *choir =
        planned(window, m_sample->write(QStringLiteral("choir.csv"), "student_id\n0070001\n"),
            {QStringLiteral("CHOIR"), {}});
    QVERIFY(choir);
    const auto pages = window->findChildren<ListPage *>();
    const auto page = std::find_if(pages.cbegin(), pages.cend(),
        [choir](const ListPage *one) { return &one->list() == choir; });
    window->findChild<Sidebar *>()->select(*choir);
    QVERIFY(!(*page)->findChild<ChartPane *>());
    choir->registerStudents();
    QVERIFY((*page)->findChild<ChartPane *>()->isVisible());
    QTRY_COMPARE(choir->state(), State::Finished);
}

void TestGlanceStrip::manyStatesKeepTheWindowNarrow()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    const int least = window->minimumSizeHint().width();
    window->resize(least, 700);
    QTRY_VERIFY(window->minimumSizeHint().width() <= least);
    const auto *chip = dynamic_cast<FigureButton *>(window.button(QStringLiteral("All")));
    QVERIFY(chip);
    window->resize(1600, 800);
    QTRY_VERIFY(chip->isLarge());
}

QTEST_MAIN(TestGlanceStrip)
#include "tst_glancestrip.moc"
