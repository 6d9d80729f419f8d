// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chartpane.h"
#include "glance/figurebutton.h"
#include "glance/outcomebar.h"
#include "glance/seatsbar.h"
#include "glancestrip.h"
#include "sampleschool.h"
#include "shownwindow.h"
#include "sidebar.h"
#include "table/rosterproxymodel.h"
#include "ui/theme.h"
#include "windowpicture.h"

#include <QFile>
#include <QImage>
#include <QLabel>
#include <QTest>
#include <QThreadPool>

#include <algorithm>

using namespace Rollbook;
using State = ClassList::State;

namespace
{

CourseRef coding()
{
    return {QStringLiteral("CODE"), QStringLiteral("2026 Fall")};
}

bool isLoaded(const char *library)
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    return maps.open(QIODevice::ReadOnly) && maps.readAll().contains(library);
}

} // namespace

/// A run as the window shows it at a glance: a list of which some get in and
/// some do not, for several reasons.
class TestGlanceStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

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
    void looksFinished_data();
    void looksFinished();

private:
    void makeSchool();
    QString roster() const;
    ClassList *planned(ShownWindow &window, const QString &path, const CourseRef &course);
    ClassList *registered(ShownWindow &window);
    void shoot(ShownWindow &window, const QString &state, const QString &theme);
    void shootFilters(ShownWindow &window, const QString &theme);

    std::unique_ptr<SampleSchool> m_sample;
};

void TestGlanceStrip::init()
{
    m_sample = std::make_unique<SampleSchool>();
    makeSchool();
}

void TestGlanceStrip::cleanup()
{
    QThreadPool::globalInstance()->waitForDone();
    m_sample.reset();
}

// 80 seats and 5 places; two students on hold, three in another course at the
// same time.
void TestGlanceStrip::makeSchool()
{
    Course course;
    course.code = coding().code;
    course.term = coding().term;
    course.title = QStringLiteral("Creative coding");
    course.capacity = 80;
    course.waitlistCapacity = 5;
    course.meets = *parseMeetings(QStringLiteral("Mon 10:00-11:30"));
    QVERIFY(m_sample->school().courses().save({course}));
    QList<StudentRecord> records;
    for (const QString &id : {QStringLiteral("0070014"), QStringLiteral("0070021")}) {
        StudentRecord record;
        record.student.studentId = id;
        record.hold = QStringLiteral("library book");
        records += record;
    }
    QVERIFY(m_sample->school().students().save(records));
    ClassList biology(m_sample->school());
    biology.load(
        m_sample->write(QStringLiteral("bio.csv"), "student_id\n0070003\n0070008\n0070031\n"));
    QTRY_COMPARE(biology.state(), State::NoCourse);
    biology.chooseCourse({QStringLiteral("BIO"), {}});
    QTRY_COMPARE(biology.state(), State::Planned);
    biology.registerStudents();
    QTRY_COMPARE(biology.state(), State::Finished);
    QCOMPARE(biology.results().run.counts[RegistrationStatus::Registered], 3);
}

QString TestGlanceStrip::roster() const
{
    QFile sample(SampleSchool::sampleRoster());
    if (!sample.open(QIODevice::ReadOnly))
        return {};
    return m_sample->write(QStringLiteral("grade9-coding.csv"),
        sample.readAll().trimmed()
            + "\n0070002,Brennan,Begoña,begona.brennan2@example.org,,9\n"
              "0070004,Moreau,Emre,emre.moreau4@example.org,,9\n");
}

ClassList *TestGlanceStrip::planned(
    ShownWindow &window, const QString &path, const CourseRef &course)
{
    window->resize(1280, 800);
    window->openRosters({path});
    ClassList *list = window.lists().constLast();
    const bool isRead = QTest::qWaitFor(
        [list] { return list->state() == State::NoCourse || list->state() == State::Planned; });
    if (!isRead)
        return nullptr;
    list->chooseCourse(course);
    return QTest::qWaitFor([list] { return list->state() == State::Planned; }) ? list : nullptr;
}

ClassList *TestGlanceStrip::registered(ShownWindow &window)
{
    ClassList *list = planned(window, roster(), coding());
    if (!list)
        return nullptr;
    list->registerStudents();
    return QTest::qWaitFor([list] { return list->state() == State::Finished; }) ? list : nullptr;
}

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

// More than are looked through at once.
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

void TestGlanceStrip::shoot(ShownWindow &window, const QString &state, const QString &theme)
{
    QTest::qWait(0);
    QVERIFY(!keepPicture(*window, state, theme).isNull());
}

void TestGlanceStrip::shootFilters(ShownWindow &window, const QString &theme)
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

void TestGlanceStrip::looksFinished_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<QString>("name");
    QTest::newRow("light") << Theme::Light << QStringLiteral("light");
    QTest::newRow("dark") << Theme::Dark << QStringLiteral("dark");
}

// The pictures are looked at by people.
void TestGlanceStrip::looksFinished()
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
    list->registerStudents();
    QTRY_VERIFY(list->progress().done > 200);
    QVERIFY(window.page()->findChild<ChartPane *>()->isVisible());
    const auto *pane = window.page()->findChild<ChartPane *>();
    list->pause();
    QTRY_COMPARE(list->state(), State::Paused);
    QTRY_VERIFY(pane->isUpToDate());
    list->resume();
    QTRY_COMPARE(list->state(), State::Running);
    shoot(window, QStringLiteral("glance-running"), name);
    QTRY_COMPARE(list->state(), State::Finished);
    QTRY_VERIFY(pane->isUpToDate());
    shoot(window, QStringLiteral("glance-full"), name);
    applyTheme(Theme::System);
}

QTEST_MAIN(TestGlanceStrip)
#include "tst_glancestrip.moc"
