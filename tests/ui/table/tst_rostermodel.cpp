// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "table/rostermodel.h"

#include <QAbstractItemModelTester>
#include <QBrush>
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
    void cellsAreEditableWhereThatMakesSense();
    void anEditIsAskedForAndComesBackAsAChange();
    void leftOutRowsStayThroughPlanAndRun();
    void correctedRowsKeepTheirPlan();
    void onlyChangedRowsLoseTheirOutcome();
    void staysConsistentUnderAnyOrderOfBatches_data();
    void staysConsistentUnderAnyOrderOfBatches();

private:
    static QString text(const RosterModel &model, int row, int column, int role = Qt::DisplayRole)
    {
        return model.index(row, column).data(role).toString();
    }
    static Roster listWithProblems();
};

Roster TestRosterModel::listWithProblems()
{
    Roster roster = longClassList(4);
    const auto error = RosterProblem::Severity::Error;
    const auto warning = RosterProblem::Severity::Warning;
    roster.problems = {
        {warning, RosterProblem::Code::SharedEmail, 0, 3, 2, QStringLiteral("shares its address")},
        {warning, RosterProblem::Code::MissingName, 1, 2, -1, QStringLiteral("has no given name")},
        {error, RosterProblem::Code::InvalidEmail, 1, 3, -1, QStringLiteral("is no address")},
        {error, RosterProblem::Code::DuplicateRow, 3, -1, 0, QStringLiteral("same as row 1")},
    };
    return roster;
}

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
    QCOMPARE(text(model, 0, RosterModel::ReasonColumn, Qt::ToolTipRole), explain(outcome));
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
    const QList<quint64> keys = model.reasonKeys();
    QCOMPARE(keys.at(0), keys.at(4));
    QVERIFY(keys.at(0) != keys.at(5));
    QVERIFY(keys.at(3) < keys.at(2)); // seat 2 before seat 12
    QVERIFY(keys.at(1) < keys.at(0) && keys.at(1) < keys.at(5));
}

void TestRosterModel::cellsAreEditableWhereThatMakesSense()
{
    RosterModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRoster(longClassList(5));
    model.applyResults({seatFor(0, 1), placeFor(1, 1), knownBefore(2),
        rejectedRow(3, ReasonCode::CourseFull), failedRow(4, ReasonCode::TimedOut)});
    const auto editable = [&model](int row, int column) {
        return model.flags(model.index(row, column)).testFlag(Qt::ItemIsEditable);
    };
    QVERIFY(!editable(3, RosterModel::EmailColumn));
    model.setEditable(true);
    for (const int row : {0, 1, 2})
        QVERIFY(!editable(row, RosterModel::EmailColumn));
    for (const int row : {3, 4}) {
        for (const int column : {RosterModel::StudentIdColumn, RosterModel::FamilyNameColumn,
                 RosterModel::GivenNameColumn, RosterModel::EmailColumn, RosterModel::GradeColumn})
            QVERIFY(editable(row, column));
        QVERIFY(!editable(row, RosterModel::StateColumn));
        QVERIFY(!editable(row, RosterModel::ReasonColumn));
        QVERIFY(!editable(row, RosterModel::CourseColumn)); // the list has none
    }
    QSignalSpy wanted(&model, &RosterModel::correctionWanted);
    QVERIFY(!model.setData(model.index(0, RosterModel::EmailColumn), QStringLiteral("x")));
    QVERIFY(!model.setData(model.index(3, RosterModel::StateColumn), QStringLiteral("x")));
    QVERIFY(!model.setData(
        model.index(3, RosterModel::EmailColumn), QStringLiteral("x"), Qt::DisplayRole));
    QVERIFY(wanted.isEmpty());
}

void TestRosterModel::anEditIsAskedForAndComesBackAsAChange()
{
    RosterModel model;
    const QAbstractItemModelTester tester(&model);
    Roster roster = listWithProblems();
    model.setRoster(roster);
    model.setEditable(true);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy wanted(&model, &RosterModel::correctionWanted);
    const QModelIndex cell = model.index(1, RosterModel::EmailColumn);
    const QString before = cell.data(Qt::EditRole).toString();
    QVERIFY(model.setData(cell, QStringLiteral("new@school.example")));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().at(0).toInt(), 1);
    QCOMPARE(wanted.first().at(1).value<StudentField>(), StudentField::Email);
    QCOMPARE(wanted.first().at(2).toString(), QStringLiteral("new@school.example"));
    QCOMPARE(cell.data().toString(), before);

    roster.students.correct(1, StudentField::Email, QStringLiteral("new@school.example"));
    roster.problems.remove(1, 2);
    model.setCorrected(roster, {}, {1});
    QCOMPARE(cell.data().toString(), QStringLiteral("new@school.example"));
    QCOMPARE(cell.data(Qt::EditRole).toString(), QStringLiteral("new@school.example"));
    QVERIFY(!cell.data(Qt::BackgroundRole).isValid());
    QCOMPARE(model.rowState(1), RowState::Ready);
    QCOMPARE(model.count(RowState::Problem), 1);
    QVERIFY(!changed.isEmpty());
    QVERIFY(changed.first().at(0).toModelIndex().row() <= 1);
    QVERIFY(changed.first().at(1).toModelIndex().row() >= 1);
    QVERIFY(reset.isEmpty() && layout.isEmpty());
}

void TestRosterModel::leftOutRowsStayThroughPlanAndRun()
{
    RosterModel model;
    const QAbstractItemModelTester tester(&model);
    const Roster roster = listWithProblems();
    model.setRoster(roster);
    model.setCorrected(roster, {0, 1}, {0, 1});
    QCOMPARE(model.count(RowState::LeftOut), 2); // with a problem or without
    QCOMPARE(text(model, 0, RosterModel::ReasonColumn), QStringLiteral("left out by you"));
    model.setPlan({seatFor(0, 1), seatFor(2, 2)});
    QCOMPARE(model.rowState(0), RowState::LeftOut);
    QCOMPARE(model.rowState(2), RowState::WillRegister);
    model.beginRun();
    QCOMPARE(model.rowState(0), RowState::LeftOut);
    QCOMPARE(model.count(RowState::Waiting), 1);
    model.applyResults({notAttemptedRow(0, ReasonCode::LeftOut), seatFor(2, 2)});
    model.endRun();
    QCOMPARE(model.rowState(0), RowState::LeftOut);
    model.setCorrected(roster, {1}, {0});
    QCOMPARE(model.rowState(0), RowState::Ready);
    QCOMPARE(model.rowState(2), RowState::Registered);
}

void TestRosterModel::correctedRowsKeepTheirPlan()
{
    RosterModel model;
    Roster roster = longClassList(3);
    model.setRoster(roster);
    model.setPlan({seatFor(0, 1), seatFor(1, 2), seatFor(2, 3)});
    roster.problems = {{RosterProblem::Severity::Error, RosterProblem::Code::DuplicateRow, 2, 0, 0,
        QStringLiteral("same as row 1")}};
    model.setCorrected(roster, {}, {0});
    QCOMPARE(model.rowState(0), RowState::WillRegister);
    QCOMPARE(model.rowState(1), RowState::WillRegister);
    QCOMPARE(model.rowState(2), RowState::Problem);
    roster.problems.clear();
    model.setCorrected(roster, {}, {});
    QCOMPARE(model.rowState(2), RowState::Ready);
    QVERIFY(!model.result(2));
}

void TestRosterModel::onlyChangedRowsLoseTheirOutcome()
{
    RosterModel model;
    const Roster roster = listWithProblems();
    model.setRoster(roster);
    model.beginRun();
    model.applyResults({seatFor(0, 1), rejectedRow(1, ReasonCode::InvalidData),
        failedRow(2, ReasonCode::TimedOut), rejectedRow(3, ReasonCode::DuplicateRow)});
    model.endRun();
    model.setCorrected(roster, {}, {2});
    QCOMPARE(model.rowState(0), RowState::Registered);
    QCOMPARE(model.rowState(1), RowState::Rejected);
    QCOMPARE(model.rowState(2), RowState::Ready);
    QVERIFY(!model.result(2));
    QCOMPARE(model.rowState(3), RowState::Rejected);
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
