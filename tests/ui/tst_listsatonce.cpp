// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"
#include "heldcourses.h"
#include "registerall.h"
#include "sampleschool.h"
#include "shownwindow.h"
#include "sidebar.h"
#include "teststore.h"

#include <QAction>
#include <QSignalSpy>

using namespace Rollbook;
using namespace Qt::StringLiterals;
using State = ClassList::State;

/// All lists of a window registered in a school on a server: beside each other where that changes
/// nothing, else in their order.
class TestListsAtOnce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void listsWithNothingInCommonGoOnBesideEachOther();
    void listsForOneCourseGoInTheirOrder();
    void listsThatNameAStudentGoInTheirOrder();
    void notMoreGoOnThanTheSchoolCarries();
    void stopEndsAllThatAreAtWork();
    void whoStopsOneListStopsWhatFollows();
    void correctedListWaitsForAllBeforeIt();
    void listForAnotherCourseWaitsForAllBeforeIt();
    void closedListHidesNobody();

private:
    /// A list of S<first> … in the window, planned for a course.
    ClassList *plannedList(
        ShownWindow &window, const QString &course, int students, int first) const;

    const SampleSchool m_language; // and settings
    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<School> m_school;
    std::unique_ptr<HeldCourses> m_colleague;
    QTemporaryDir m_folder;
};

namespace
{

int countOf(const ClassList *list, RegistrationStatus status)
{
    return list->results().run.counts[status];
}

bool areAll(const QList<ClassList *> &lists, State state)
{
    return std::all_of(lists.cbegin(), lists.cend(),
        [state](const ClassList *list) { return list->state() == state; });
}

// The one that is shown.
void closeList(ShownWindow &window)
{
    const auto actions = window->actions();
    for (QAction *action : actions) {
        if (action->shortcuts().contains(QKeySequence(Qt::CTRL | Qt::Key_W)))
            action->trigger();
    }
}

} // namespace

void TestListsAtOnce::init()
{
    m_store = std::make_unique<TestStore>(u"postgresql"_s);
    m_school = m_store->open();
    QList<Course> courses{course(u"SLOW"_s, 3, 2), course(u"FAST"_s)};
    for (int number = 1; number <= 10; ++number)
        courses += course(u"C%1"_s.arg(number));
    QVERIFY(m_school->courses().save(courses));
    m_colleague = std::make_unique<HeldCourses>(m_store->url());
}

void TestListsAtOnce::cleanup()
{
    m_colleague.reset();
    backgroundThreads().waitForDone();
    m_school.reset();
}

ClassList *TestListsAtOnce::plannedList(
    ShownWindow &window, const QString &course, int students, int first) const
{
    QByteArray text("student_id\n");
    for (int i = first; i < first + students; ++i)
        text += QStringLiteral("S%1\n").arg(i, 3, 10, QLatin1Char('0')).toUtf8();
    const QString path = m_folder.filePath(u"list %1.csv"_s.arg(window.lists().size() + 1));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("The list cannot be written.");
    file.close();
    window->openRosters({path});
    ClassList *list = window.lists().last();
    if (QTest::qWaitFor([list] { return list->state() == State::NoCourse; }))
        list->chooseCourse({course, {}});
    return QTest::qWaitFor([list] { return list->state() == State::Planned; }) ? list : nullptr;
}

void TestListsAtOnce::listsWithNothingInCommonGoOnBesideEachOther()
{
    ShownWindow window(*m_school);
    const ClassList *slow = plannedList(window, u"SLOW"_s, 3, 1);
    const ClassList *fast = plannedList(window, u"FAST"_s, 3, 11);
    QVERIFY(slow && fast);
    const QString title = window->windowTitle();
    auto *all = window->findChild<RegisterAll *>();
    QVERIFY(
        window.button(u"Register all"_s)->toolTip().startsWith(u"From top to bottom, several"_s));
    QSignalSpy ended(all, &RegisterAll::ended);
    QStringList said;
    connect(all, &RegisterAll::changed, this, [&] {
        if (slow->isBusy() && fast->isBusy())
            said += all->whyNot();
    });
    QVERIFY(m_colleague->hold(u"SLOW"_s));
    all->start();
    QCOMPARE(all->whyNot(), u"List 1 of 2: list 1.csv"_s);
    QTRY_COMPARE(fast->state(), State::Finished);
    QVERIFY(slow->isBusy());
    QVERIFY(said.contains(u"0 of 2 lists done, 2 at work"_s));
    QCOMPARE(all->whyNot(), u"1 of 2 lists done, 1 at work"_s);
    QCOMPARE(window->windowTitle(), u"50 % – "_s + title);
    QVERIFY(all->isRunning());
    QCOMPARE(all->current(), slow);
    QCOMPARE(ended.size(), 0);
    QVERIFY(m_colleague->letGo());
    QTRY_COMPARE(slow->state(), State::Finished);
    QVERIFY(!all->isRunning());
    QCOMPARE(ended.size(), 1);
    QCOMPARE(window->windowTitle(), title);
    QCOMPARE(countOf(slow, RegistrationStatus::Registered), 3);
    QCOMPARE(countOf(fast, RegistrationStatus::Registered), 3);
}

void TestListsAtOnce::listsForOneCourseGoInTheirOrder()
{
    ShownWindow window(*m_school);
    const ClassList *first = plannedList(window, u"SLOW"_s, 2, 1);
    const ClassList *second = plannedList(window, u"slow"_s, 2, 11);
    const ClassList *third = plannedList(window, u"SLOW"_s, 3, 21);
    const ClassList *other = plannedList(window, u"FAST"_s, 2, 31);
    QVERIFY(first && second && third && other);
    auto *all = window->findChild<RegisterAll *>();
    int most = 0;
    connect(all, &RegisterAll::changed, this,
        [&] { most = qMax(most, first->isBusy() + second->isBusy() + third->isBusy()); });
    QVERIFY(m_colleague->hold(u"SLOW"_s));
    all->start();
    QTRY_COMPARE(other->state(), State::Finished);
    QCOMPARE(all->atWork().size(), 1);
    QVERIFY(first->isBusy());
    QVERIFY(m_colleague->letGo());
    QTRY_VERIFY(!all->isRunning());
    QVERIFY(areAll(window.lists(), State::Finished));
    QCOMPARE(most, 1);
    QCOMPARE(countOf(first, RegistrationStatus::Registered), 2);
    QCOMPARE(countOf(second, RegistrationStatus::Registered), 1);
    QCOMPARE(countOf(second, RegistrationStatus::Waitlisted), 1);
    QCOMPARE(countOf(third, RegistrationStatus::Waitlisted), 1);
    QCOMPARE(countOf(third, RegistrationStatus::Rejected), 2);
    QVERIFY(second->results().run.startedAt >= first->results().run.endedAt);
    QVERIFY(third->results().run.startedAt >= second->results().run.endedAt);
}

void TestListsAtOnce::listsThatNameAStudentGoInTheirOrder()
{
    ShownWindow window(*m_school);
    const ClassList *first = plannedList(window, u"SLOW"_s, 3, 1);
    const ClassList *same = plannedList(window, u"FAST"_s, 3, 3);
    const ClassList *other = plannedList(window, u"C1"_s, 3, 11);
    QVERIFY(first && same && other);
    auto *all = window->findChild<RegisterAll *>();
    QVERIFY(m_colleague->hold(u"SLOW"_s));
    all->start();
    QTRY_COMPARE(other->state(), State::Finished);
    QVERIFY(first->isBusy());
    QVERIFY(!same->isBusy());
    QVERIFY(m_colleague->letGo());
    QTRY_VERIFY(!all->isRunning());
    QCOMPARE(countOf(same, RegistrationStatus::Registered), 3);
    QVERIFY(same->results().run.startedAt >= first->results().run.endedAt);
}

void TestListsAtOnce::notMoreGoOnThanTheSchoolCarries()
{
    ShownWindow window(*m_school);
    for (int number = 1; number <= 10; ++number)
        QVERIFY(plannedList(window, u"C%1"_s.arg(number), 1, number));
    auto *all = window->findChild<RegisterAll *>();
    QCOMPARE(all->atOnce(), 4);
    qsizetype most = 0;
    connect(all, &RegisterAll::changed, this, [&] { most = qMax(most, all->atWork().size()); });
    QVERIFY(m_colleague->hold(u"C%"_s));
    all->start();
    QTRY_COMPARE(all->atWork().size(), 4);
    QCOMPARE(all->whyNot(), u"0 of 10 lists done, 4 at work"_s);
    QVERIFY(m_colleague->letGo());
    QTRY_VERIFY(!all->isRunning());
    QVERIFY(areAll(window.lists(), State::Finished));
    QCOMPARE(most, 4);
    for (const ClassList *list : window.lists())
        QCOMPARE(countOf(list, RegistrationStatus::Registered), 1);
}

void TestListsAtOnce::stopEndsAllThatAreAtWork()
{
    ShownWindow window(*m_school);
    const ClassList *first = plannedList(window, u"C1"_s, 3, 1);
    const ClassList *second = plannedList(window, u"C2"_s, 3, 11);
    const ClassList *third = plannedList(window, u"C1"_s, 3, 21);
    QVERIFY(first && second && third);
    auto *all = window->findChild<RegisterAll *>();
    QSignalSpy ended(all, &RegisterAll::ended);
    QVERIFY(m_colleague->hold(u"C%"_s));
    all->start();
    QTRY_COMPARE(all->atWork().size(), 2);
    QVERIFY(window.button(u"Stop all"_s)->toolTip().contains(u"that have not begun"_s));
    QTest::mouseClick(window.button(u"Stop all"_s), Qt::LeftButton);
    QTRY_VERIFY(!all->isRunning());
    QCOMPARE(ended.size(), 1);
    QCOMPARE(first->results().run.state, RunState::Cancelled);
    QCOMPARE(second->results().run.state, RunState::Cancelled);
    QVERIFY(third->results().results.isEmpty());
    QVERIFY(m_colleague->letGo());
}

void TestListsAtOnce::whoStopsOneListStopsWhatFollows()
{
    ShownWindow window(*m_school);
    ClassList *first = plannedList(window, u"C1"_s, 3, 1);
    const ClassList *second = plannedList(window, u"C2"_s, 3, 11);
    const ClassList *third = plannedList(window, u"C2"_s, 3, 21);
    QVERIFY(first && second && third);
    auto *all = window->findChild<RegisterAll *>();
    QVERIFY(m_colleague->hold(u"C%"_s));
    all->start();
    QTRY_COMPARE(all->atWork().size(), 2);
    first->stop();
    QTRY_COMPARE(first->state(), State::Finished);
    QVERIFY(second->isBusy());
    QVERIFY(m_colleague->letGo());
    QTRY_VERIFY(!all->isRunning());
    QCOMPARE(countOf(second, RegistrationStatus::Registered), 3);
    QVERIFY(third->results().results.isEmpty());
}

void TestListsAtOnce::correctedListWaitsForAllBeforeIt()
{
    ShownWindow window(*m_school);
    const ClassList *first = plannedList(window, u"SLOW"_s, 3, 1);
    ClassList *corrected = plannedList(window, u"SLOW"_s, 2, 11);
    const ClassList *after = plannedList(window, u"FAST"_s, 2, 12); // S012 is in both
    QVERIFY(first && corrected && after);
    auto *all = window->findChild<RegisterAll *>();
    QVERIFY(m_colleague->hold(u"SLOW"_s));
    all->start();
    // Without that student the lists would have nothing in common.
    corrected->edits()->leaveOut({1}, true);
    QTRY_COMPARE(corrected->state(), State::Planned);
    QCOMPARE(all->atWork().size(), 1);
    QVERIFY(m_colleague->letGo());
    QTRY_VERIFY(!all->isRunning());
    QVERIFY(areAll(window.lists(), State::Finished));
    QCOMPARE(countOf(corrected, RegistrationStatus::Waitlisted), 1);
    QVERIFY(corrected->results().run.startedAt >= first->results().run.endedAt);
    QVERIFY(after->results().run.startedAt >= corrected->results().run.endedAt);
}

void TestListsAtOnce::listForAnotherCourseWaitsForAllBeforeIt()
{
    ShownWindow window(*m_school);
    const ClassList *first = plannedList(window, u"SLOW"_s, 3, 1);
    ClassList *changed = plannedList(window, u"SLOW"_s, 2, 11);
    QVERIFY(first && changed);
    auto *all = window->findChild<RegisterAll *>();
    QVERIFY(m_colleague->hold(u"SLOW"_s));
    all->start();
    changed->chooseCourse({u"FAST"_s, {}});
    QTRY_COMPARE(changed->state(), State::Planned);
    QVERIFY(first->isBusy());
    QCOMPARE(all->atWork().size(), 1);
    QVERIFY(m_colleague->letGo());
    QTRY_VERIFY(!all->isRunning());
    QCOMPARE(countOf(changed, RegistrationStatus::Registered), 2);
    QVERIFY(changed->results().run.startedAt >= first->results().run.endedAt);
}

void TestListsAtOnce::closedListHidesNobody()
{
    ShownWindow window(*m_school);
    const ClassList *first = plannedList(window, u"SLOW"_s, 3, 1);
    ClassList *second = plannedList(window, u"SLOW"_s, 1, 11);
    const ClassList *third = plannedList(window, u"SLOW"_s, 1, 21);
    const ClassList *other = plannedList(window, u"FAST"_s, 1, 31);
    QVERIFY(first && second && third && other);
    auto *all = window->findChild<RegisterAll *>();
    QVERIFY(m_colleague->hold(u"SLOW"_s));
    all->start();
    window->findChild<Sidebar *>()->select(*second);
    closeList(window);
    QTRY_COMPARE(window.lists().size(), 3);
    QTRY_COMPARE(other->state(), State::Finished);
    QVERIFY(!third->isBusy());
    QVERIFY(m_colleague->letGo());
    QTRY_VERIFY(!all->isRunning());
    QCOMPARE(countOf(third, RegistrationStatus::Waitlisted), 1);
    QVERIFY(third->results().run.startedAt >= first->results().run.endedAt);
}

QTEST_MAIN(TestListsAtOnce)
#include "tst_listsatonce.moc"
