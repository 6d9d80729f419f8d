// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"
#include "faultyschool.h"
#include "replacebar.h"
#include "runbar.h"
#include "sampleschool.h"
#include "shownwindow.h"
#include "sidebar.h"
#include "windowstates.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <private/qguiapplication_p.h>
#include <qpa/qplatformaccessibility.h>
#include <qpa/qplatformintegration.h>

#include <algorithm>
#include <atomic>

using namespace Rollbook;
using State = ClassList::State;
using namespace std::chrono_literals;

namespace
{

// What a screen reader reads out by itself: notifications that come up.
QStringList &heard()
{
    static QStringList sentences;
    return sentences;
}

QList<QObject *> &speakers()
{
    static QList<QObject *> objects;
    return objects;
}

// The same, asked for later: a screen reader is a program of its own.
QStringList heardLate()
{
    QStringList sentences;
    for (QObject *speaker : std::as_const(speakers()))
        sentences += QAccessible::queryAccessibleInterface(speaker)->text(QAccessible::Name);
    return sentences;
}

void beginToListen()
{
    heard().clear();
    speakers().clear();
}

void listen(QAccessibleEvent *event)
{
    const QAccessibleInterface *face = event->accessibleInterface();
    const bool comesUp = event->type() == QAccessible::ObjectShow && face
        && face->role() == QAccessible::Notification;
    // Orca reads out each title that the active window gets.
    const bool isTitled =
        event->type() == QAccessible::NameChanged && face && face->role() == QAccessible::Window;
    if (!comesUp && !isTitled)
        return;
    heard() += face->text(QAccessible::Name);
    speakers() += event->object();
}

/// Goes when nothing uses it any more that lists have started.
class FaultySchoolOfLists : public FaultySchool
{
public:
    using FaultySchool::FaultySchool;
    ~FaultySchoolOfLists() override { backgroundThreads().waitForDone(); }
    Q_DISABLE_COPY_MOVE(FaultySchoolOfLists)
};

QByteArray students(int count)
{
    QByteArray list = "student_id,given_name\n";
    for (int i = 0; i < count; ++i)
        list += QByteArray::number(8'100'000 + i) + ",Ana\n";
    return list;
}

} // namespace

/// What a secretary hears who does not see the window, whatever has the focus.
class TestAnnouncements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void runIsHeardFromTheListToTheEnd();
    void longRunIsToldNowAndThen();
    void quickRunIsToldOnlyWhenItBeginsAndEnds();
    void schoolThatIsGoneIsHeardOnce();
    void stoppedRunSaysSo();
    void nothingIsSaidAgainWhenAPageComesBack();
    void runOfAListBehindAnotherTellsItsEndByName();
    void correctionThatChangesNothingIsNotTold();
    void problemIsHeardOnceEachTime();
    void takingARunBackIsHeard();
    void interruptedRunIsHeard();
    void cellsToMendAreHeardWhenThereAreMore();
    void whatWouldBeReplacedIsHeardAfterTheLastLetter();

private:
    ClassList *planned(ShownWindow &window, const QByteArray &text,
        const QString &course = QStringLiteral("CHOIR"));

    std::unique_ptr<SampleSchool> m_sample;
    QAccessible::UpdateHandler m_before = nullptr;
};

void TestAnnouncements::initTestCase()
{
    // As if a screen reader had asked for the program.
    QGuiApplicationPrivate::platformIntegration()->accessibility()->setActive(true);
    QVERIFY(QAccessible::isActive());
    m_before = QAccessible::installUpdateHandler(listen);
}

void TestAnnouncements::cleanupTestCase()
{
    QAccessible::installUpdateHandler(m_before);
}

void TestAnnouncements::init()
{
    m_sample = std::make_unique<SampleSchool>();
    beginToListen();
}

void TestAnnouncements::cleanup()
{
    m_sample.reset();
}

ClassList *TestAnnouncements::planned(
    ShownWindow &window, const QByteArray &text, const QString &course)
{
    window->openRosters(
        {m_sample->write(QStringLiteral("list%1.csv").arg(window.lists().size()), text)});
    ClassList *list = window.lists().constLast();
    const bool isRead = QTest::qWaitFor(
        [list] { return list->state() == State::NoCourse || list->state() == State::Planned; });
    if (!isRead)
        return nullptr;
    list->chooseCourse({course, {}});
    return QTest::qWaitFor([list] { return list->state() == State::Planned; }) ? list : nullptr;
}

void TestAnnouncements::runIsHeardFromTheListToTheEnd()
{
    ShownWindow window(m_sample->school());
    ClassList *list = planned(window, "student_id\n0070001\n0070002\n0070001\n");
    QVERIFY(list);
    QTRY_COMPARE(heard().constLast(),
        QStringLiteral("2 students can be registered. 1 row will be left out. Nothing is changed "
                       "yet."));
    beginToListen();
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(heard(),
        QStringList({QStringLiteral("Registering has begun."),
            QStringLiteral("Registering has ended: 2 registered, 1 not registered. Next: make a "
                           "report for those who did not get in, or correct them in the table.")}));
}

void TestAnnouncements::longRunIsToldNowAndThen()
{
    const PracticeSchool practice(QStringLiteral("simulated:?latency=20ms&jitter=15ms"));
    ShownWindow window(**practice);
    ClassList *list = planned(window, students(5000), QStringLiteral("PRACTICE"));
    QVERIFY(list);
    window.page()->findChild<RunBar *>()->setTellEvery(50ms);
    beginToListen();
    QElapsedTimer took;
    took.start();
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    const qint64 most = took.elapsed() / 50;
    QCOMPARE(heard().takeFirst(), QStringLiteral("Registering has begun."));
    QVERIFY(heard().takeLast().startsWith(QStringLiteral("Registering has ended: ")));
    QVERIFY(!heard().isEmpty());
    QVERIFY2(heard().size() <= most, qPrintable(heard().join(u'\n')));
    for (const QString &one : std::as_const(heard()))
        QVERIFY2(one.contains(QStringLiteral(" of 5,000")) && !one.contains(u'·'), qPrintable(one));
}

void TestAnnouncements::quickRunIsToldOnlyWhenItBeginsAndEnds()
{
    ShownWindow window(m_sample->school());
    ClassList *list = planned(window, students(500));
    QVERIFY(list);
    beginToListen();
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    QVERIFY2(heard().size() <= 2, qPrintable(heard().join(u'\n')));
    QCOMPARE(heardLate(), heard());
}

void TestAnnouncements::schoolThatIsGoneIsHeardOnce()
{
    std::atomic<bool> isGone = true;
    FaultySchoolOfLists school(
        m_sample->school(), [&isGone](const RegistrationBatch &) -> std::optional<InjectedFault> {
            if (!isGone)
                return std::nullopt;
            return InjectedFault{
                {RegistrationStatus::Failed, ReasonCode::Throttled, QStringLiteral("3600")}};
        });
    ShownWindow window(school);
    ClassList *list = planned(window, "student_id\n0070005\n0070006\n");
    QVERIFY(list);
    beginToListen();
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Waiting);
    const auto *foot = window.page()->findChild<RunBar *>()->findChild<QLabel *>();
    const QString before = foot->text();
    QTRY_VERIFY(foot->text() != before);
    QCOMPARE(heard().size(), 2);
    QVERIFY2(heard().constLast().startsWith(QStringLiteral(
                 "0 of 2, The school asks to be left alone for a while. Waiting for it; trying")),
        qPrintable(heard().constLast()));
    isGone = false;
    list->resume();
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(heard().constLast(),
        QStringLiteral("Registering has ended: 2 registered. Nothing is left to do. Make a report "
                       "if you need one."));
    QVERIFY2(heard().size() <= 4, qPrintable(heard().join(u'\n')));
}

void TestAnnouncements::stoppedRunSaysSo()
{
    FaultySchoolOfLists school(
        m_sample->school(), [](const RegistrationBatch &) -> std::optional<InjectedFault> {
            return InjectedFault{
                {RegistrationStatus::Failed, ReasonCode::Throttled, QStringLiteral("3600")}};
        });
    ShownWindow window(school);
    ClassList *list = planned(window, "student_id\n0070005\n0070006\n");
    QVERIFY(list);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Waiting);
    list->stop();
    QTRY_COMPARE(list->state(), State::Finished);
    QVERIFY2(heard().constLast().startsWith(QStringLiteral(
                 "Registering was stopped: 0 registered, 2 not registered. Next: try those again")),
        qPrintable(heard().constLast()));
}

void TestAnnouncements::runOfAListBehindAnotherTellsItsEndByName()
{
    ShownWindow window(m_sample->school());
    ClassList *behind = planned(window, "student_id\n0070001\n");
    QVERIFY(behind);
    QVERIFY(planned(window, "student_id\n0070002\n"));
    beginToListen();
    behind->registerStudents();
    QTRY_COMPARE(behind->state(), State::Finished);
    QCOMPARE(heard().size(), 1);
    QVERIFY2(
        heard().first().startsWith(QStringLiteral("list0: Registering has ended: 1 registered.")),
        qPrintable(heard().first()));
}

void TestAnnouncements::nothingIsSaidAgainWhenAPageComesBack()
{
    ShownWindow window(m_sample->school());
    ClassList *list = planned(window, "student_id\n0070001\n");
    QVERIFY(list);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    ListPage *page = window.page();
    QVERIFY(planned(window, "student_id\n0070002\n"));
    QVERIFY(!page->isVisible());
    beginToListen();
    window->findChild<Sidebar *>()->select(*list);
    QTRY_VERIFY(page->isVisible());
    QCOMPARE(heard(), QStringList());
}

void TestAnnouncements::correctionThatChangesNothingIsNotTold()
{
    ShownWindow window(m_sample->school());
    ClassList *list = planned(window, "student_id,given_name\n0070001,Ana\n");
    QVERIFY(list);
    beginToListen();
    QSignalSpy steps(list, &ClassList::stateChanged);
    list->edits()->correct({0, StudentField::GivenName, QStringLiteral("Ann")});
    QTRY_VERIFY(steps.size() >= 2);
    QTRY_COMPARE(list->state(), State::Planned);
    QCOMPARE(heard(), QStringList());
}

void TestAnnouncements::problemIsHeardOnceEachTime()
{
    ShownWindow window(m_sample->school());
    ClassList *list = planned(window, "student_id\n0070001\n");
    QVERIFY(list);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    // A folder that is not there.
    for (int time = 0; time < 2; ++time) {
        beginToListen();
        window.page()->makeReport();
        QVERIFY(window.makeReport(m_sample->path(QStringLiteral("gone/report.csv"))));
        QTRY_COMPARE(heard(),
            QStringList({QStringLiteral("Making the report “report.csv”…"), window.message()}));
        QVERIFY(window.message().contains(QStringLiteral("could not be written")));
        QTRY_VERIFY(!window->findChild<ReportDialog *>());
    }
    beginToListen();
    window.page()->makeReport();
    QVERIFY(window.makeReport(m_sample->path(QStringLiteral("report.csv"))));
    QTRY_COMPARE(heard().size(), 2);
    QVERIFY(heard().last().startsWith(QStringLiteral("The report is saved: ")));
    QVERIFY(!heard().last().contains(u'<'));
}

void TestAnnouncements::takingARunBackIsHeard()
{
    ShownWindow window(m_sample->school());
    ClassList *list = planned(window, "student_id\n0070001\n0070002\n");
    QVERIFY(list);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    // Whoever asks again is answered again.
    for (int time = 0; time < 2; ++time) {
        list->leaveUndo();
        beginToListen();
        list->previewUndo();
        QTRY_COMPARE(list->undo().phase, ClassList::UndoPhase::Previewed);
        QCOMPARE(heard().size(), 1);
        QVERIFY2(heard().first().startsWith(QStringLiteral("2 students will be taken out of "))
                && heard().first().endsWith(QStringLiteral("Nothing is changed yet.")),
            qPrintable(heard().first()));
    }
    beginToListen();
    list->undoRun();
    QTRY_COMPARE(list->undo().phase, ClassList::UndoPhase::Undone);
    QTRY_VERIFY(!heard().isEmpty());
    QVERIFY2(heard().first().startsWith(QStringLiteral("2 students were taken out.")),
        qPrintable(heard().first()));
}

void TestAnnouncements::interruptedRunIsHeard()
{
    WindowInState window(QStringLiteral("interrupted run"));
    QTRY_VERIFY(!heard().isEmpty());
    QCOMPARE(heard().size(), 1);
    QVERIFY2(heard().first().contains(QStringLiteral("“Grade 9.xlsx”"))
            && heard().first().contains(QStringLiteral("60 of 97 students are not done")),
        qPrintable(heard().first()));
}

void TestAnnouncements::cellsToMendAreHeardWhenThereAreMore()
{
    ShownWindow window(m_sample->school());
    ClassList *list = planned(window,
        "student_id,given_name,email\n"
        "0070001,Ana,ana@gmial.com\n0070002,Bo,bo@gmial.com\n0070003,Cy,cy@example.org\n");
    QVERIFY(list);
    const auto ofMending = [] { return heard().filter(QStringLiteral("can be mended")); };
    QTRY_COMPARE(ofMending().size(), 1);
    QVERIFY2(ofMending().first().startsWith(QStringLiteral("2 cells can be mended: "))
            && ofMending().first().endsWith(QStringLiteral(" (2)")),
        qPrintable(ofMending().first()));
    beginToListen();
    list->edits()->correct({0, StudentField::Email, QStringLiteral("ana@gmail.com")});
    QTRY_COMPARE(list->edits()->fixes().size(), 1);
    QTRY_COMPARE(list->state(), State::Planned);
    QCOMPARE(ofMending(), QStringList());
    list->edits()->correct({0, StudentField::Email, QStringLiteral("ana@gmial.com")});
    QTRY_COMPARE(ofMending().size(), 1);
}

void TestAnnouncements::whatWouldBeReplacedIsHeardAfterTheLastLetter()
{
    ShownWindow window(m_sample->school());
    ClassList *list =
        planned(window, "student_id,given_name\n0070001,Ana\n0070002,Anne\n0070003,Bo\n");
    QVERIFY(list);
    window.page()->findAndReplace();
    auto *bar = window.page()->findChild<ReplaceBar *>();
    QTRY_VERIFY(bar->isVisible());
    const QList<QLineEdit *> edits = bar->findChildren<QLineEdit *>();
    beginToListen();
    QTest::keyClicks(edits.first(), QStringLiteral("An"));
    QTRY_COMPARE(heard(), QStringList{QStringLiteral("2 cells can be replaced.")});
    beginToListen();
    QTest::keyClicks(edits.last(), QStringLiteral("En"));
    QTest::keyClick(edits.last(), Qt::Key_Return);
    QTRY_COMPARE(heard(), QStringList{QStringLiteral("2 cells were replaced.")});
    QCOMPARE(list->roster().students.text(1, StudentField::GivenName), QStringLiteral("Enne"));
}

QTEST_MAIN(TestAnnouncements)
#include "tst_announcements.moc"
