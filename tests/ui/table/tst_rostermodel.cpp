// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "domain/advice.h"
#include "shownrows.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QIcon>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <numeric>

using namespace Rollbook;
using namespace Rollbook::Test;

Q_DECLARE_METATYPE(Rollbook::RosterModel::Column)

class TestRosterModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheStudentsOfTheList();
    void marksRowsAndCellsWithProblems();
    void showsTheCourse();
    void keepsOutcomesExactly_data();
    void keepsOutcomesExactly();
    void namesEveryState();
    void aPlanShowsWhatWouldHappen();
    void aPlanLeavesProblemsAsTheyAre();
    void clearingThePlanBringsTheListBack();
    void aRunTakesRowsFromToDoToTheirOutcome();
    void aLongPlanIsCompleteInTheEnd();
    void showsAnEarlierRun();
    void tellsTheFirstOutcomeAtOnce();
    void tellsAtMostOncePerFrame();
    void theEndOfARunTellsWhatIsLeft();
    void rowsOutsideTheListAreIgnored();
    void sameReasonsHaveNeighbouringKeys();
    void staysConsistentUnderAnyOrderOfBatches_data();
    void staysConsistentUnderAnyOrderOfBatches();
};

void TestRosterModel::showsTheStudentsOfTheList()
{
    RosterModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRoster(classList({{QStringLiteral("0070031"), QStringLiteral("Muñoz Peña"),
        QStringLiteral("Íñigo"), QStringLiteral("i@school.example")}}));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(text(model, 0, RosterModel::StateColumn), rowStateTitle(RowState::Ready));
    QCOMPARE(text(model, 0, RosterModel::StudentIdColumn), QStringLiteral("0070031"));
    QCOMPARE(text(model, 0, RosterModel::FamilyNameColumn), QStringLiteral("Muñoz Peña"));
    QCOMPARE(text(model, 0, RosterModel::GivenNameColumn), QStringLiteral("Íñigo"));
    QCOMPARE(text(model, 0, RosterModel::EmailColumn), QStringLiteral("i@school.example"));
    QCOMPARE(text(model, 0, RosterModel::GradeColumn), QString());
    QCOMPARE(text(model, 0, RosterModel::ReasonColumn), QString());
    for (int column = 0; column < RosterModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
    QVERIFY(!(model.flags(model.index(0, RosterModel::FamilyNameColumn)) & Qt::ItemIsEditable));
}

void TestRosterModel::marksRowsAndCellsWithProblems()
{
    RosterModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRoster(listWithProblems());
    QCOMPARE(model.count(RowState::Problem), 2);
    QCOMPARE(model.count(RowState::Ready), 2);
    QCOMPARE(model.rowState(0), RowState::Ready); // a warning keeps nobody out
    QCOMPARE(model.rowState(1), RowState::Problem);
    QCOMPARE(model.rowState(3), RowState::Problem);

    const QString reason = text(model, 1, RosterModel::ReasonColumn);
    QVERIFY(reason.contains(QStringLiteral("has no given name")));
    QVERIFY(reason.contains(QStringLiteral("is no address")));
    QCOMPARE(
        text(model, 1, RosterModel::EmailColumn, Qt::ToolTipRole), QStringLiteral("is no address"));
    QCOMPARE(text(model, 1, RosterModel::EmailColumn, Qt::AccessibleDescriptionRole),
        QStringLiteral("is no address"));
    QCOMPARE(text(model, 1, RosterModel::StateColumn, Qt::AccessibleDescriptionRole), reason);

    const auto marked = [&model](int row, int column) {
        const QModelIndex index = model.index(row, column);
        return index.data(Qt::BackgroundRole).isValid()
            && !index.data(Qt::DecorationRole).value<QIcon>().isNull();
    };
    QVERIFY(marked(1, RosterModel::EmailColumn));
    QVERIFY(marked(1, RosterModel::GivenNameColumn));
    QVERIFY(marked(0, RosterModel::EmailColumn));
    QVERIFY(!marked(1, RosterModel::FamilyNameColumn));
    QVERIFY(!marked(3, RosterModel::EmailColumn));
    QVERIFY(!marked(2, RosterModel::EmailColumn));
}

void TestRosterModel::showsTheCourse()
{
    RosterModel model;
    model.setRoster(longClassList(3));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setCourses(CourseAssignment(CourseRef{QStringLiteral("GO1"), QStringLiteral("2026")}));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(text(model, 2, RosterModel::CourseColumn), QStringLiteral("GO1"));

    model.setCourses(
        CourseAssignment({{QStringLiteral("GO1"), {}}, {QStringLiteral("ART"), {}}}, {1, -1, 0}));
    QCOMPARE(text(model, 0, RosterModel::CourseColumn), QStringLiteral("ART"));
    QCOMPARE(text(model, 1, RosterModel::CourseColumn), QString());
    QCOMPARE(text(model, 2, RosterModel::CourseColumn), QStringLiteral("GO1"));
}

void TestRosterModel::keepsOutcomesExactly_data()
{
    QTest::addColumn<StudentRegistrationResult>("outcome");
    QTest::addColumn<RowState>("state");
    StudentRegistrationResult slow = seatFor(0, 79);
    slow.attempts = 5;
    slow.durationMs = 1'000'000;
    QTest::newRow("seat") << seatFor(0, 79) << RowState::Registered;
    QTest::newRow("seat after many attempts") << slow << RowState::Registered;
    QTest::newRow("place") << placeFor(0, 2) << RowState::Waitlisted;
    QTest::newRow("held before 1970") << knownBefore(0) << RowState::AlreadyRegistered;
    QTest::newRow("rejected") << rejectedRow(0, ReasonCode::Hold, QStringLiteral("fees"))
                              << RowState::Rejected;
    QTest::newRow("failed") << failedRow(0, ReasonCode::TimedOut) << RowState::Failed;
    QTest::newRow("not attempted")
        << notAttemptedRow(0, ReasonCode::Cancelled) << RowState::NotAttempted;
    QTest::newRow("left out") << notAttemptedRow(0, ReasonCode::LeftOut) << RowState::LeftOut;
}

void TestRosterModel::keepsOutcomesExactly()
{
    QFETCH(const StudentRegistrationResult, outcome);
    QFETCH(const RowState, state);
    RosterModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRoster(longClassList(2));
    model.beginRun();
    QVERIFY(!model.result(0));
    model.applyResults({outcome});
    QCOMPARE(model.rowState(0), state);
    QCOMPARE(model.count(state), 1);
    QCOMPARE(model.count(RowState::Waiting), 1);
    QVERIFY(model.result(0) == outcome);
    QVERIFY(!model.result(1));
    QCOMPARE(text(model, 0, RosterModel::StateColumn), rowStateTitle(state));
    QCOMPARE(text(model, 0, RosterModel::ReasonColumn), explain(outcome));
    const RegistrationError *error = outcome.error();
    QCOMPARE(text(model, 0, RosterModel::ReasonColumn, Qt::ToolTipRole),
        error ? explain(outcome) + u'\n' + whatToDo(*error) : explain(outcome));
    QCOMPARE(model.index(0, 3).data(RosterModel::RowStateRole).toInt(), static_cast<int>(state));
}

void TestRosterModel::namesEveryState()
{
    for (int state = 0; state < RowStateCount; ++state)
        QVERIFY(!rowStateTitle(static_cast<RowState>(state)).isEmpty());
}

void TestRosterModel::aPlanShowsWhatWouldHappen()
{
    RosterModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRoster(longClassList(5));
    const RegistrationResults plan{
        seatFor(0, 1), placeFor(1, 1), knownBefore(2), rejectedRow(3, ReasonCode::CourseFull)};
    model.setPlan(plan);
    QCOMPARE(model.rowState(0), RowState::WillRegister);
    QCOMPARE(model.rowState(1), RowState::WillWait);
    QCOMPARE(model.rowState(2), RowState::WillBeAlready);
    QCOMPARE(model.rowState(3), RowState::WillReject);
    QCOMPARE(model.rowState(4), RowState::Ready);
    for (int row = 0; row < 4; ++row)
        QCOMPARE(text(model, row, RosterModel::ReasonColumn), explainPlanned(plan.at(row)));

    model.setPlan({seatFor(4, 9)}); // a new plan replaces the old one
    QCOMPARE(model.count(RowState::Ready), 4);
    QCOMPARE(model.rowState(4), RowState::WillRegister);
}

void TestRosterModel::aPlanLeavesProblemsAsTheyAre()
{
    RosterModel model;
    model.setRoster(listWithProblems());
    model.setPlan({seatFor(0, 1), seatFor(1, 2), seatFor(2, 3)});
    QCOMPARE(model.rowState(1), RowState::Problem);
    QVERIFY(!model.result(1));
    QVERIFY(text(model, 1, RosterModel::ReasonColumn).contains(QStringLiteral("is no address")));
    QCOMPARE(model.count(RowState::Problem), 2);
    QCOMPARE(model.count(RowState::WillRegister), 2);
}

void TestRosterModel::clearingThePlanBringsTheListBack()
{
    RosterModel model;
    model.setRoster(listWithProblems());
    model.setPlan({seatFor(0, 1), seatFor(2, 2)});
    model.clearPlan();
    QCOMPARE(model.count(RowState::Ready), 2);
    QCOMPARE(model.count(RowState::Problem), 2);
    QVERIFY(!model.result(0));
}

void TestRosterModel::aRunTakesRowsFromToDoToTheirOutcome()
{
    RosterModel model;
    const QAbstractItemModelTester tester(&model);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setRoster(listWithProblems());
    model.setPlan({seatFor(0, 1), seatFor(2, 2)});
    QCOMPARE(reset.size(), 1);
    model.beginRun();
    QVERIFY(model.isRunning());
    QCOMPARE(model.count(RowState::Waiting), 2);
    QCOMPARE(model.count(RowState::Problem), 2);
    QVERIFY(!model.result(0));
    model.applyResults({rejectedRow(1, ReasonCode::InvalidData, QStringLiteral("is no address")),
        rejectedRow(3, ReasonCode::DuplicateRow, QStringLiteral("1"))});
    QCOMPARE(model.count(RowState::Problem), 0);
    QCOMPARE(model.count(RowState::Rejected), 2);
    model.applyResults({seatFor(2, 1), seatFor(0, 2)});
    model.endRun();
    QVERIFY(!model.isRunning());
    QCOMPARE(model.count(RowState::Registered), 2);
    QCOMPARE(model.count(RowState::Waiting), 0);
    QCOMPARE(reset.size(), 1);
}

void TestRosterModel::aLongPlanIsCompleteInTheEnd()
{
    constexpr int size = 50'000;
    RosterModel model;
    model.setRoster(longClassList(size));
    RegistrationResults plan;
    for (int row = 0; row < size; ++row)
        plan += anyOutcome(row);
    model.setPlan(plan);
    QTRY_COMPARE(model.count(RowState::Ready), 0);
    for (int row = 0; row < size; row += 997)
        QVERIFY(model.result(row) == plan.at(row));

    model.setPlan(plan);
    model.beginRun(); // while it still comes in: nothing of it may arrive after this
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.applyResults({seatFor(0, 1)});
    QVERIFY(changed.wait());
    QCOMPARE(model.count(RowState::Waiting), size - 1);
}

void TestRosterModel::showsAnEarlierRun()
{
    constexpr int size = 40'000;
    RegisterStudentsResults earlier;
    earlier.run.rosterName = QStringLiteral("choir.ods");
    earlier.students = longClassList(size).students;
    earlier.courses = CourseAssignment(CourseRef{QStringLiteral("GO1"), {}});
    for (int row = 0; row < size; ++row)
        earlier.results += anyOutcome(row);
    RosterModel model;
    const QAbstractItemModelTester tester(&model);
    model.setResults(earlier);
    QTRY_COMPARE(model.count(RowState::Ready), 0);
    QCOMPARE(model.roster().name, QStringLiteral("choir.ods"));
    QCOMPARE(text(model, 3, RosterModel::CourseColumn), QStringLiteral("GO1"));
    QCOMPARE(text(model, size - 1, RosterModel::ReasonColumn), explain(anyOutcome(size - 1)));
    QCOMPARE(model.rowState(size - 2), settledState(anyOutcome(size - 2).status()));
}

void TestRosterModel::tellsTheFirstOutcomeAtOnce()
{
    RosterModel model;
    model.setRoster(longClassList(10));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy counts(&model, &RosterModel::countsChanged);
    model.applyResults({seatFor(7, 1), seatFor(3, 2)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(counts.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 3);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 7);

    model.applyResults({seatFor(1, 3)});
    model.applyResults({seatFor(9, 4)});
    QCOMPARE(changed.size(), 1);                       // not yet told …
    QCOMPARE(model.rowState(9), RowState::Registered); // … but known
    QVERIFY(changed.wait());
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.at(1).at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.at(1).at(1).toModelIndex().row(), 9);
    QCOMPARE(counts.size(), 2);
}

void TestRosterModel::tellsAtMostOncePerFrame()
{
    constexpr int size = 50;
    RosterModel model;
    model.setRoster(longClassList(size));
    model.beginRun();
    QElapsedTimer clock;
    clock.start();
    QList<qint64> told;
    connect(&model, &QAbstractItemModel::dataChanged, this,
        [&told, &clock] { told += clock.nsecsElapsed(); });
    int applied = 0;
    QTimer outcomes;
    connect(&outcomes, &QTimer::timeout, this, [&] {
        model.applyResults({seatFor(applied % size, 1)});
        ++applied;
    });
    outcomes.start(0);
    QTRY_VERIFY(told.size() >= 8);
    QVERIFY(applied > told.size());
    for (qsizetype i = 1; i < told.size(); ++i)
        QVERIFY2(told.at(i) - told.at(i - 1) >= 15'000'000, "two changes within one frame");
}

void TestRosterModel::theEndOfARunTellsWhatIsLeft()
{
    RosterModel model;
    model.setRoster(longClassList(3));
    model.beginRun();
    model.applyResults({seatFor(0, 1)});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.applyResults({seatFor(1, 2)});
    model.endRun();
    QCOMPARE(changed.size(), 1);
    model.endRun();
    QCOMPARE(changed.size(), 1);
}

void TestRosterModel::rowsOutsideTheListAreIgnored()
{
    RosterModel model;
    model.setRoster(longClassList(2));
    model.beginRun();
    model.applyResults({seatFor(-1, 1), seatFor(2, 1)});
    QCOMPARE(model.count(RowState::Waiting), 2);
    QCOMPARE(model.rowCount(), 2);
}

void TestRosterModel::sameReasonsHaveNeighbouringKeys()
{
    RosterModel model;
    model.setRoster(longClassList(6));
    model.applyResults({rejectedRow(0, ReasonCode::MissingPrerequisite, QStringLiteral("GO0")),
        rejectedRow(1, ReasonCode::CourseFull), seatFor(2, 12), seatFor(3, 2),
        rejectedRow(4, ReasonCode::MissingPrerequisite, QStringLiteral("GO0")),
        rejectedRow(5, ReasonCode::MissingPrerequisite, QStringLiteral("ART"))});
    QList<quint64> keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys += model.index(row, RosterModel::ReasonColumn)
                    .data(RosterModel::SortKeyRole)
                    .toULongLong();
    QCOMPARE(keys.at(0), keys.at(4));
    QVERIFY(keys.at(0) != keys.at(5));
    QVERIFY(keys.at(3) < keys.at(2)); // seat 2 before seat 12
    QVERIFY(keys.at(1) < keys.at(0) && keys.at(1) < keys.at(5));
}

void TestRosterModel::staysConsistentUnderAnyOrderOfBatches_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestRosterModel::staysConsistentUnderAnyOrderOfBatches()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    RosterModel model;
    const QAbstractItemModelTester tester(&model);
    for (int list = 0; list < 4; ++list) {
        const int size = random.bounded(0, 400);
        model.setRoster(longClassList(size));
        QList<int> rows(size);
        std::iota(rows.begin(), rows.end(), 0);
        std::shuffle(rows.begin(), rows.end(), random);
        model.beginRun();
        for (int next = 0; next < size;) {
            RegistrationResults batch;
            const int end = qMin(size, next + random.bounded(1, 60));
            for (; next < end; ++next)
                batch += anyOutcome(rows.at(next));
            model.applyResults(batch);
            QCOMPARE(model.count(RowState::Waiting), size - next);
        }
        model.endRun();
        int total = 0;
        for (int state = 0; state < RowStateCount; ++state)
            total += model.count(static_cast<RowState>(state));
        QCOMPARE(total, size);
        for (int row = 0; row < size; ++row)
            QVERIFY(model.result(row) == anyOutcome(row));
    }
}

QTEST_MAIN(TestRosterModel)
#include "tst_rostermodel.moc"
