// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "registrars/openschool.h"
#include "sampleschool.h"

#include <QSignalSpy>
#include <QTest>

using namespace Rollbook;
using State = ClassList::State;

/// A list whose run was stopped before the school had answered for all of it.
class TestStoppedList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsInDoubtBecomeTrue();
    void rowsInDoubtAreTriedAgain();
    void planIsMadeAgainWhenTheyAreKnown();
    void mayGoAway();
};

namespace
{

constexpr int Rows = 500;

/// Stopped when some answers have come and others are on their way.
struct StoppedList {
    StoppedList()
        : school(QStringLiteral("simulated:?latency=500ms&jitter=200ms"))
        , list(std::make_unique<ClassList>(**school))
        , ends(list.get(), &ClassList::runEnded)
    {
        list->load(QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/go1-500.csv"));
        QTRY_COMPARE(list->state(), State::NoCourse);
        list->chooseCourse({QStringLiteral("PRACTICE"), {}});
        QTRY_COMPARE(list->state(), State::Planned);
        list->registerStudents();
        QTRY_VERIFY(list->progress().done > 0);
        list->stop();
        QTRY_COMPARE(list->state(), State::Finished);
    }
    int count(RowState state) const { return list->model()->count(state); }

    PracticeSchool school;
    std::unique_ptr<ClassList> list;
    QSignalSpy ends;
};

} // namespace

void TestStoppedList::rowsInDoubtBecomeTrue()
{
    const StoppedList stopped;
    const ClassList &list = *stopped.list;
    const int inDoubt = stopped.count(RowState::Failed);
    const int registered = stopped.count(RowState::Registered);
    const int notSent = stopped.count(RowState::NotAttempted);
    QVERIFY(inDoubt > 0);
    QCOMPARE(inDoubt + registered + notSent, Rows);
    QCOMPARE(list.rowsToTryAgain(), inDoubt + notSent);
    // What is not known cannot be taken back.
    QVERIFY(!list.canUndo());

    QTRY_VERIFY(list.canUndo());
    QCOMPARE(stopped.count(RowState::Failed), 0);
    QCOMPARE(stopped.count(RowState::Registered), registered + inDoubt);
    QCOMPARE(list.results().run.counts[RegistrationStatus::Registered], registered + inDoubt);
    QCOMPARE(list.rowsToTryAgain(), notSent);
    QCOMPARE(list.state(), State::Finished);
    QCOMPARE(stopped.ends.count(), 2);
    const auto recorded = (*stopped.school)->journal().run(list.results().run.id);
    QVERIFY(recorded);
    QCOMPARE(recorded->run.counts, list.results().run.counts);
}

void TestStoppedList::rowsInDoubtAreTriedAgain()
{
    const StoppedList stopped;
    QVERIFY(stopped.count(RowState::Failed) > 0);
    const QString id = stopped.list->results().run.id;
    stopped.list->tryAgain();
    QVERIFY(stopped.list->isBusy());
    QTRY_COMPARE(stopped.list->state(), State::Finished);
    QCOMPARE(stopped.list->results().run.id, id);
    QVERIFY(!stopped.list->problem());
    QCOMPARE(stopped.count(RowState::Registered), Rows);
    QCOMPARE((*stopped.school)->journal().runs()->size(), 1);
}

void TestStoppedList::planIsMadeAgainWhenTheyAreKnown()
{
    const StoppedList stopped;
    QVERIFY(stopped.count(RowState::Failed) > 0);
    stopped.list->planAgain();
    QTRY_COMPARE(stopped.list->state(), State::Planned);
    QTRY_COMPARE(stopped.ends.count(), 2);
    QTRY_COMPARE(stopped.list->state(), State::Planned);
    QCOMPARE(stopped.count(RowState::Registered), 0);
    QCOMPARE(stopped.count(RowState::WillBeAlready) + stopped.count(RowState::WillRegister), Rows);
}

void TestStoppedList::mayGoAway()
{
    StoppedList stopped;
    const QString id = stopped.list->results().run.id;
    const int registered = stopped.count(RowState::Registered);
    stopped.list.reset();
    // The run can be opened and gone on with.
    const auto recorded = (*stopped.school)->journal().run(id);
    QVERIFY(recorded);
    QCOMPARE(recorded->run.state, RunState::Cancelled);
    QVERIFY(recorded->run.counts[RegistrationStatus::Registered] >= registered);
    QVERIFY(!(*stopped.school)->journal().isInWork(id));
    ClassList again(**stopped.school);
    again.goOn(*recorded);
    QTRY_COMPARE(again.state(), State::Earlier);
    QCOMPARE(again.results().run.counts[RegistrationStatus::Registered], Rows);
}

QTEST_MAIN(TestStoppedList)
#include "tst_stoppedlist.moc"
