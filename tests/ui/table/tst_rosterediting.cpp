// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "shownrows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Rollbook;
using namespace Rollbook::Test;

/// Cells of a list that are typed over, rows that are corrected or left out.
class TestRosterEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreEditableWhereThatMakesSense();
    void anEditIsAskedForAndComesBackAsAChange();
    void leftOutRowsStayThroughPlanAndRun();
    void correctedRowsKeepTheirPlan();
    void onlyChangedRowsLoseTheirOutcome();
};

void TestRosterEditing::cellsAreEditableWhereThatMakesSense()
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

void TestRosterEditing::anEditIsAskedForAndComesBackAsAChange()
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

void TestRosterEditing::leftOutRowsStayThroughPlanAndRun()
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

void TestRosterEditing::correctedRowsKeepTheirPlan()
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

void TestRosterEditing::onlyChangedRowsLoseTheirOutcome()
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

QTEST_MAIN(TestRosterEditing)
#include "tst_rosterediting.moc"
