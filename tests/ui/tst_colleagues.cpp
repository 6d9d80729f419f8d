// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "announcement.h"
#include "domain/backgroundthreads.h"
#include "faultyschool.h"
#include "meanwhilebar.h"
#include "registerall.h"
#include "sampleschool.h"
#include "shownwindow.h"
#include "teststore.h"
#include "windowpicture.h"

#include <QLabel>

using namespace Rollbook;
using namespace Qt::StringLiterals;
using State = ClassList::State;

/// A window on a school that colleagues use at the same time.
class TestColleagues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void planFollowsWhatColleaguesDo();
    void planThatIsOldBeforeItIsThereIsMadeAgain();
    void whatAColleagueTookIsSaidUntilTheListIsChanged();
    void whoTookTheLastSeatMeanwhileIsSeenInTheOutcome();
    void lastSeatThatWasTakenIsSaidWhileTheRunGoesOn();
    void ownSeatsAreNotTakenForAColleagues();
    void ownRunIsNotTakenForAColleaguesWhereItIsPlanned();
    void courseThatWasMadeSmallerIsNotTakenForFuller();

private:
    /// A list of S001 … in a window, planned for GO1.
    ClassList *plannedList(ShownWindow &window, int students, int first = 1);
    void colleagueRegisters(int students, int first);

    const SampleSchool m_language; // and settings
    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<School> m_mine;
    std::unique_ptr<School> m_colleagues;
    QTemporaryDir m_folder;
};

namespace
{

MeanwhileBar *barOf(ShownWindow &window, const ClassList *list)
{
    const auto pages = window->findChildren<ListPage *>();
    for (const ListPage *page : pages) {
        if (&page->list() == list)
            return page->findChild<MeanwhileBar *>();
    }
    return nullptr;
}

/// A school in which something happens when the next plan is made, before it is there.
class EventfulSchool : public FaultySchool
{
public:
    explicit EventfulSchool(School &school)
        : FaultySchool(school, [](const RegistrationBatch &) { return std::nullopt; })
        , m_registrar(school.registrar())
    {
    }
    Registrar &registrar() override { return m_registrar; }
    void happen(const std::function<void()> &event) { m_registrar.event = event; }

private:
    class EventfulRegistrar : public FaultyRegistrar
    {
    public:
        explicit EventfulRegistrar(Registrar &registrar)
            : FaultyRegistrar(registrar, [](const RegistrationBatch &) { return std::nullopt; })
        {
        }
        QFuture<RegistrationResults> plan(const RegistrationBatch &batch) override
        {
            QFuture<RegistrationResults> planned = FaultyRegistrar::plan(batch);
            planned.waitForFinished();
            if (event)
                std::exchange(event, {})();
            return planned;
        }
        std::function<void()> event;
    };

    EventfulRegistrar m_registrar;
};

// What stands on the page of the list, empty where there is nothing to say.
QString said(ShownWindow &window, const ClassList *list)
{
    const MeanwhileBar *bar = barOf(window, list);
    return bar->isHidden() ? QString() : bar->accessibleName();
}

} // namespace

void TestColleagues::init()
{
    m_store = std::make_unique<TestStore>(u"postgresql"_s);
    m_mine = m_store->open();
    m_colleagues = m_store->open();
    QVERIFY(m_mine->courses().save({course(u"GO1"_s, 3, 2)}));
}

void TestColleagues::cleanup()
{
    backgroundThreads().waitForDone();
    m_mine.reset();
    m_colleagues.reset();
}

ClassList *TestColleagues::plannedList(ShownWindow &window, int students, int first)
{
    QByteArray text("student_id\n");
    for (int i = first; i < first + students; ++i)
        text += QStringLiteral("S%1\n").arg(i, 3, 10, QLatin1Char('0')).toUtf8();
    const QString path = m_folder.filePath(u"GO1 from %1.csv"_s.arg(first));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("The list cannot be written.");
    file.close();
    window->openRosters({path});
    ClassList *list = window.lists().last();
    if (QTest::qWaitFor([list] { return list->state() == State::NoCourse; }, 2'000))
        list->chooseCourse(course(u"GO1"_s).ref());
    return list;
}

// Until the window listens nothing is heard; then what had happened is.
void TestColleagues::colleagueRegisters(int students, int first)
{
    const CourseAssignment go1(course(u"GO1"_s).ref());
    QCOMPARE(registerAll(*m_colleagues, numberedStudents(students, first), go1).size(), students);
}

void TestColleagues::planFollowsWhatColleaguesDo()
{
    ShownWindow window(*m_mine);
    ClassList *list = plannedList(window, 3);
    QTRY_COMPARE(list->state(), State::Planned);
    QTRY_COMPARE(list->model()->count(RowState::WillRegister), 3);

    colleagueRegisters(2, 50);
    QVERIFY(QTest::qWaitFor(
        [&] {
            static_cast<void>(m_colleagues->courses().save({course(u"GO1"_s, 3, 2)}));
            return list->model()->count(RowState::WillRegister) == 1;
        },
        30'000));
    QTRY_COMPARE(list->model()->count(RowState::WillWait), 2);
    QTRY_COMPARE(list->rowsToRegister(), 3);
    const QString taken =
        u"A colleague registered students in About GO1 meanwhile. It has 1 seat left. "
        "2 students will be on the waiting list instead."_s;
    QTRY_COMPARE(said(window, list), taken);
    QTRY_COMPARE(barOf(window, list)->findChild<Announcement *>()->words(), taken);
    QTest::qWait(0); // for the layout
    QVERIFY(!keepPictureOf(*window, u"4-colleague-took-seats"_s, u"light"_s).isNull());

    QCOMPARE(m_colleagues->places()
                 .withdraw(*m_colleagues->places().ofCourse(course(u"GO1"_s).ref()))
                 ->withdrawn.size(),
        2);
    QTRY_COMPARE(list->model()->count(RowState::WillRegister), 3);
    QTRY_COMPARE(said(window, list), QString());
}

void TestColleagues::planThatIsOldBeforeItIsThereIsMadeAgain()
{
    EventfulSchool school(*m_mine);
    ShownWindow window(school);
    ClassList *list = plannedList(window, 3);
    QTRY_COMPARE(list->state(), State::Planned);
    school.happen([&] {
        colleagueRegisters(2, 50);
        list->planForChangedSchool();
    });
    list->planAgain();
    QTRY_COMPARE(list->state(), State::Planned);
    QTRY_COMPARE(list->model()->count(RowState::WillRegister), 1);
    QTRY_VERIFY(said(window, list).contains(u"It has 1 seat left."_s));
}

void TestColleagues::whatAColleagueTookIsSaidUntilTheListIsChanged()
{
    ShownWindow window(*m_mine);
    ClassList *list = plannedList(window, 3);
    QTRY_COMPARE(list->state(), State::Planned);
    colleagueRegisters(1, 50);
    QVERIFY(QTest::qWaitFor(
        [&] {
            static_cast<void>(m_colleagues->courses().save({course(u"GO1"_s, 3, 2)}));
            return said(window, list).contains(u"It has 2 seats left. 1 student will be"_s);
        },
        30'000));
    // What is taken later comes on top of it.
    colleagueRegisters(1, 51);
    QTRY_VERIFY(said(window, list).contains(u"It has 1 seat left. 2 students will be"_s));
    list->edits()->correct({0, StudentField::GivenName, u"Ann"_s});
    QTRY_COMPARE(said(window, list), QString());
    QTRY_COMPARE(list->state(), State::Planned);
    colleagueRegisters(1, 52);
    QTRY_VERIFY(
        said(window, list)
            .endsWith(u"Its last seat is taken. 1 student will be on the waiting list instead. "
                      "1 student will not be registered."_s));
    QTest::mouseClick(barOf(window, list)->findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(said(window, list), QString());
}

// As planned as could be: what counts is what the course is like when its turn comes.
void TestColleagues::whoTookTheLastSeatMeanwhileIsSeenInTheOutcome()
{
    ShownWindow window(*m_mine);
    ClassList *list = plannedList(window, 3);
    QTRY_COMPARE(list->state(), State::Planned);
    colleagueRegisters(2, 50);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(list->model()->count(RowState::Registered), 1);
    QCOMPARE(list->model()->count(RowState::Waitlisted), 2);
    QCOMPARE(m_colleagues->courses().find(u"GO1"_s)->seatsTaken, 3);
    const QString taken = u"A colleague took the last seat of About GO1 meanwhile. "
                          "2 students are on the waiting list instead."_s;
    QTRY_COMPARE(said(window, list), taken);
    QCOMPARE(barOf(window, list)->findChild<Announcement *>()->words(), taken);
    // Whoever is taken out waits no more.
    list->previewUndo();
    QTRY_COMPARE(list->undo().phase, ClassList::UndoPhase::Previewed);
    QCOMPARE(said(window, list), taken);
    list->undoRun();
    QTRY_COMPARE(list->undo().phase, ClassList::UndoPhase::Undone);
    QCOMPARE(said(window, list), QString());
}

void TestColleagues::lastSeatThatWasTakenIsSaidWhileTheRunGoesOn()
{
    std::atomic<bool> isGone = true;
    FaultySchool school(
        *m_mine, [&isGone](const RegistrationBatch &batch) -> std::optional<InjectedFault> {
            if (batch.rows.first() == 0 || !isGone)
                return std::nullopt;
            return InjectedFault{{RegistrationStatus::Failed, ReasonCode::Throttled, u"3600"_s}};
        });
    const int students = m_mine->registrar().capabilities().batchSize + 1;
    QVERIFY(m_mine->courses().save({course(u"GO1"_s, students - 1, 2)}));
    ShownWindow window(school);
    ClassList *list = plannedList(window, students);
    QTRY_COMPARE(list->state(), State::Planned);
    QTRY_COMPARE(list->model()->count(RowState::WillWait), 1);
    colleagueRegisters(3, students + 1);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Waiting);
    QTRY_COMPARE(said(window, list),
        u"A colleague took the last seat of About GO1 meanwhile. 2 students are on the waiting "
        "list instead. 1 student was not registered."_s);
    isGone = false;
    list->resume();
    QTRY_COMPARE(list->state(), State::Finished);
    QTRY_COMPARE(said(window, list),
        u"A colleague took the last seat of About GO1 meanwhile. 2 students are on the waiting "
        "list instead. 2 students were not registered."_s);
}

void TestColleagues::ownSeatsAreNotTakenForAColleagues()
{
    // Nobody is heard here: the second list still has its first plan when its turn comes.
    FaultySchool school(*m_mine, [](const RegistrationBatch &) { return std::nullopt; });
    ShownWindow window(school);
    ClassList *first = plannedList(window, 3);
    QTRY_COMPARE(first->state(), State::Planned);
    ClassList *second = plannedList(window, 3, 11);
    QTRY_COMPARE(second->state(), State::Planned);
    window->findChild<RegisterAll *>()->start();
    QTRY_COMPARE(second->state(), State::Finished);
    QTRY_COMPARE(said(window, second),
        u"There were fewer seats in About GO1 than planned. 2 students are on the waiting list "
        "instead. 1 student was not registered."_s);
    QCOMPARE(said(window, first), QString());
}

void TestColleagues::ownRunIsNotTakenForAColleaguesWhereItIsPlanned()
{
    ShownWindow window(*m_mine);
    ShownWindow colleagues(*m_colleagues);
    const ClassList *mine = plannedList(window, 1);
    ClassList *first = plannedList(colleagues, 3, 11);
    const ClassList *second = plannedList(colleagues, 1, 21);
    for (const ClassList *list : std::initializer_list<const ClassList *>{mine, first, second})
        QTRY_COMPARE(list->state(), State::Planned);
    first->registerStudents();
    QTRY_COMPARE(first->state(), State::Finished);
    const QString consequence =
        u" Its last seat is taken. 1 student will be on the waiting list instead."_s;
    QVERIFY(QTest::qWaitFor(
        [&] {
            static_cast<void>(m_colleagues->courses().save({course(u"GO1"_s, 3, 2)}));
            return !said(window, mine).isEmpty() && !said(colleagues, second).isEmpty();
        },
        30'000));
    QCOMPARE(said(window, mine),
        u"A colleague registered students in About GO1 meanwhile."_s + consequence);
    QCOMPARE(said(colleagues, second),
        u"There are fewer seats in About GO1 than before."_s + consequence);
    QCOMPARE(said(colleagues, first), QString());
}

void TestColleagues::courseThatWasMadeSmallerIsNotTakenForFuller()
{
    ShownWindow window(*m_mine);
    ClassList *list = plannedList(window, 3);
    QTRY_COMPARE(list->state(), State::Planned);
    QVERIFY(m_colleagues->courses().save({course(u"GO1"_s, 1, 2)}));
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    QTRY_COMPARE(said(window, list),
        u"There were fewer seats in About GO1 than planned. "
        "2 students are on the waiting list instead."_s);
}

QTEST_MAIN(TestColleagues)
#include "tst_colleagues.moc"
