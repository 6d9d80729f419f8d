// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"
#include "runbar.h"
#include "sampleschool.h"
#include "shownwindow.h"
#include "sidebar.h"
#include "undobar.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;
using State = ClassList::State;
using Phase = ClassList::UndoPhase;

/// Taking a run back in the window.
class TestWindowUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void asksBeforeItTakesAnybodyOut();
    void keepThemLeavesEverything();
    void tableAndSchoolFollow();
    void undoIsARunOfItsOwn();
    void earlierRunCanBeUndone();
    void offersFreeSeatsToThoseWhoWait();
    void whoChangedSinceStays();
    void previewEndsWithTheNextPlan();
    void runThatGaveNothingIsNotUndone();

private:
    ClassList *registered(ShownWindow &window, const QString &file, const QByteArray &ids) const;
    CourseSeats seats() const { return *m_sample->school().courses().find(u"TEST"_s, {}); }
    static QString words(const ShownWindow &window);
    static QString foot(const ShownWindow &window);
    static void press(const ShownWindow &window, const QString &text);

    std::unique_ptr<SampleSchool> m_sample;
};

void TestWindowUndo::init()
{
    m_sample = std::make_unique<SampleSchool>();
    Course course;
    course.code = u"TEST"_s;
    course.title = u"Test"_s;
    course.capacity = 3;
    course.waitlistCapacity = 5;
    QVERIFY(m_sample->school().courses().save({course}));
}

void TestWindowUndo::cleanup()
{
    backgroundThreads().waitForDone();
    m_sample.reset();
}

ClassList *TestWindowUndo::registered(
    ShownWindow &window, const QString &file, const QByteArray &ids) const
{
    window->openRosters({m_sample->write(file, "student_id\n" + ids)});
    ClassList *list = window.lists().last();
    if (!QTest::qWaitFor([list] { return list->state() == State::Planned; }))
        qFatal("The list is not planned.");
    list->registerStudents();
    if (!QTest::qWaitFor([list] { return list->state() == State::Finished; }))
        qFatal("The list is not registered.");
    return list;
}

// What the bar says.
QString TestWindowUndo::words(const ShownWindow &window)
{
    return window.page()->findChild<UndoBar *>()->findChild<QLabel *>()->text();
}

// What the foot of the list says.
QString TestWindowUndo::foot(const ShownWindow &window)
{
    return window.page()->findChild<RunBar *>()->findChild<QLabel *>()->text();
}

void TestWindowUndo::press(const ShownWindow &window, const QString &text)
{
    QTRY_VERIFY2(window.button(text), qPrintable(text));
    QTest::mouseClick(window.button(text), Qt::LeftButton);
}

void TestWindowUndo::asksBeforeItTakesAnybodyOut()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window, u"test.csv"_s, "1\n2\n3\n4\n5\n");
    QVERIFY(!window.page()->findChild<UndoBar *>()->isVisible());
    press(window, u"Undo this run"_s);
    QTRY_COMPARE(list->undo().phase, Phase::Previewed);
    QCOMPARE(words(window),
        u"5 students will be taken out of TEST and give back 3 seats and 2 places on the waiting "
        "list. Nothing is changed yet."_s);
    QVERIFY(window.button(u"Take 5 students out"_s));
    QVERIFY(!window.button(u"Undo this run"_s));
    // Nothing below says otherwise.
    QCOMPARE(foot(window), QString());
    const auto *report = qobject_cast<QPushButton *>(window.button(u"Make report"_s));
    QVERIFY(report && !report->isDefault());
    QCOMPARE(list->model()->count(RowState::WillTakeOut), 5);
    QCOMPARE(list->model()->index(3, RosterModel::ReasonColumn).data().toString(),
        u"will give back place 1 on the waiting list"_s);
    QCOMPARE(seats().seatsTaken, 3);
}

void TestWindowUndo::keepThemLeavesEverything()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window, u"test.csv"_s, "1\n2\n");
    press(window, u"Undo this run"_s);
    press(window, u"Keep them"_s);
    QCOMPARE(list->undo().phase, Phase::None);
    QCOMPARE(foot(window), u"Nothing is left to do. Make a report if you need one."_s);
    QCOMPARE(list->model()->count(RowState::Registered), 2);
    QCOMPARE(list->model()->index(1, RosterModel::ReasonColumn).data().toString(), u"seat 2"_s);
    QVERIFY(window.button(u"Undo this run"_s));
    QCOMPARE(seats().seatsTaken, 2);
}

void TestWindowUndo::tableAndSchoolFollow()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window, u"test.csv"_s, "1\n2\n");
    press(window, u"Undo this run"_s);
    press(window, u"Take 2 students out"_s);
    QTRY_COMPARE(list->undo().phase, Phase::Undone);
    QCOMPARE(words(window), u"2 students were taken out."_s);
    QCOMPARE(list->model()->count(RowState::TakenOut), 2);
    QCOMPARE(seats().seatsTaken, 0);
    QTRY_VERIFY([&window] {
        const auto labels = window.page()->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
            [](const QLabel *label) { return label->text().startsWith(u"0 of 3 seats taken"_s); });
    }());
    QVERIFY(!window.button(u"Undo this run"_s));
    QVERIFY(!window.button(u"Keep them"_s));
}

void TestWindowUndo::undoIsARunOfItsOwn()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window, u"test.csv"_s, "1\n2\n");
    press(window, u"Undo this run"_s);
    press(window, u"Take 2 students out"_s);
    auto *sidebar = window->findChild<Sidebar *>();
    QTRY_COMPARE(sidebar->topLevelItem(1)->childCount(), 2);
    QCOMPARE(sidebar->topLevelItem(1)->child(0)->text(0), u"Undone: TEST"_s);
    QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {},
        sidebar->visualItemRect(sidebar->topLevelItem(1)->child(0)).center());
    QTRY_VERIFY(&window.page()->list() != list);
    QTRY_COMPARE(window.page()->list().state(), State::Earlier);
    QTRY_COMPARE(window.page()->list().model()->count(RowState::TakenOut), 2);
    QVERIFY(!window.button(u"Undo this run"_s));
    QVERIFY(!window.button(u"Make report"_s));
}

void TestWindowUndo::earlierRunCanBeUndone()
{
    ShownWindow window(m_sample->school());
    registered(window, u"test.csv"_s, "1\n2\n");
    auto *sidebar = window->findChild<Sidebar *>();
    QTRY_COMPARE(sidebar->topLevelItem(1)->childCount(), 1);
    QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {},
        sidebar->visualItemRect(sidebar->topLevelItem(1)->child(0)).center());
    QTRY_COMPARE(window.page()->list().state(), State::Earlier);
    press(window, u"Undo this run"_s);
    press(window, u"Take 2 students out"_s);
    QTRY_COMPARE(window.page()->list().undo().phase, Phase::Undone);
    QCOMPARE(seats().seatsTaken, 0);
}

void TestWindowUndo::offersFreeSeatsToThoseWhoWait()
{
    ShownWindow window(m_sample->school());
    ClassList *first = registered(window, u"test.csv"_s, "1\n2\n3\n");
    registered(window, u"test later.csv"_s, "4\n5\n6\n7\n");
    window->findChild<Sidebar *>()->select(*first);
    press(window, u"Undo this run"_s);
    press(window, u"Take 3 students out"_s);
    QTRY_VERIFY(window.button(u"Move 3 students up"_s));
    QCOMPARE(words(window),
        u"3 students were taken out. 3 seats of TEST are free now; 4 students wait."_s);
    press(window, u"Move 3 students up"_s);
    QTRY_COMPARE(
        words(window), u"3 students were taken out. 3 students moved up from the waiting list."_s);
    QVERIFY(!window.button(u"Move"_s));
    QCOMPARE(seats().seatsTaken, 3);
    QCOMPARE(seats().waiting, 1);
}

void TestWindowUndo::whoChangedSinceStays()
{
    ShownWindow window(m_sample->school());
    ClassList *first = registered(window, u"test.csv"_s, "1\n2\n3\n");
    ClassList *second = registered(window, u"test later.csv"_s, "4\n5\n");
    Course more = seats().course;
    more.capacity = 4;
    QVERIFY(m_sample->school().courses().save({more}));
    QVERIFY(m_sample->school().waitingList().promote(more.ref()));
    QVERIFY(second != first);
    window->findChild<Sidebar *>()->select(*second);
    press(window, u"Undo this run"_s);
    QTRY_COMPARE(second->undo().phase, Phase::Previewed);
    QCOMPARE(words(window),
        u"1 student will be taken out of TEST and give back 1 place on the waiting list. 1 student "
        "stays as they are: 1 moved up to a seat. Nothing is changed yet."_s);
    QCOMPARE(second->model()->count(RowState::Stays), 1);
}

void TestWindowUndo::previewEndsWithTheNextPlan()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window, u"test.csv"_s, "1\n2\n");
    press(window, u"Undo this run"_s);
    QTRY_COMPARE(list->undo().phase, Phase::Previewed);
    press(window, u"Plan again"_s);
    QTRY_COMPARE(list->state(), State::Planned);
    QCOMPARE(list->undo().phase, Phase::None);
    QVERIFY(!window.page()->findChild<UndoBar *>()->isVisible());
    QCOMPARE(list->model()->count(RowState::WillBeAlready), 2);
}

void TestWindowUndo::runThatGaveNothingIsNotUndone()
{
    ShownWindow window(m_sample->school());
    registered(window, u"test.csv"_s, "1\n2\n");
    window->openRosters({m_sample->write(u"test again.csv"_s, "student_id\n1\n2\n")});
    ClassList *again = window.lists().last();
    QTRY_COMPARE(again->state(), State::Planned);
    again->registerStudents();
    again->previewUndo();
    QCOMPARE(again->undo().phase, Phase::None);
}

QTEST_MAIN(TestWindowUndo)
#include "tst_windowundo.moc"
