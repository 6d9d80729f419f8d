// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/comparisonmodel.h"
#include "history/eventsmodel.h"
#include "history/runsmodel.h"
#include "pasthistory.h"
#include "sampleschool.h"
#include "teststore.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What the tables of the history say.
class TestHistoryModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void runsSayWhatBecameOfThem();
    void runsAreSortedByWhatTheyMean();
    void eventsOfAStudentAreToldNewestFirst();
    void eventsFollowTheRunsThatWereFound();
    void comparisonShowsBothOutcomes();
    void comparisonShowsOneDifference();

private:
    RunComparison comparison()
    {
        return compareRuns(*m_sample.school().journal().run(pastId(1)),
            *m_sample.school().journal().run(pastId(3)));
    }

    SampleSchool m_sample;
};

namespace
{

// A row's words from one column to another, separated by " | ".
QString words(const QAbstractItemModel &model, int row, int from, int to)
{
    QStringList cells;
    for (int column = from; column <= to; ++column)
        cells += model.index(row, column).data().toString();
    return cells.join(u" | "_s);
}

} // namespace

void TestHistoryModels::initTestCase()
{
    makePast(m_sample.school());
}

void TestHistoryModels::runsSayWhatBecameOfThem()
{
    RunsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRuns(m_sample.school().history().find({})->runs);
    QCOMPARE(model.rowCount(), 4);
    const auto told = [&model](int row) {
        return words(model, row, RunsModel::RegisteredColumn, RunsModel::StateColumn);
    };
    QCOMPARE(told(0), u"– | – | – | took 2 students out"_s);
    QCOMPARE(told(1), u"1 | – | 1 | finished"_s);
    QCOMPARE(told(2), u"2 | – | – | undone"_s);
    QCOMPARE(told(3), u"2 | 1 | 1 | finished"_s);
    QCOMPARE(words(model, 3, RunsModel::CourseColumn, RunsModel::PersonColumn),
        u"ART9 (2026 Fall) | grade9.xlsx | ines"_s);
    model.setRuns({});
    QCOMPARE(model.rowCount(), 0);
}

void TestHistoryModels::runsAreSortedByWhatTheyMean()
{
    RunsModel model;
    model.setRuns(m_sample.school().history().find({})->runs);
    const auto key = [&model](int row, int column) {
        return model.index(row, column).data(RunsModel::SortRole);
    };
    QVERIFY(key(0, RunsModel::WhenColumn).toInt() > key(1, RunsModel::WhenColumn).toInt());
    QVERIFY(
        key(3, RunsModel::RegisteredColumn).toInt() > key(1, RunsModel::RegisteredColumn).toInt());
}

void TestHistoryModels::eventsOfAStudentAreToldNewestFirst()
{
    EventsModel model;
    const QAbstractItemModelTester tester(&model);
    const Student ana = student(u"S001"_s);
    model.setEvents(eventsOf({ana, *m_sample.school().history().ofStudent(ana), {}}));
    QStringList told;
    for (int row = 0; row < model.rowCount(); ++row)
        told += words(model, row, EventsModel::StudentColumn, EventsModel::ListColumn);
    QCOMPARE(told,
        (QStringList{u"Ana Muñoz | Taken out again: gave back seat 2 | CLUB9 (2026 Fall) | "
                     "chess.ods, row 2"_s,
            u"Ana Muñoz | Already registered: had seat 1 already | ART9 (2026 Fall) | "
            "grade9 late.xlsx, row 2"_s,
            u"Ana Muñoz | Registered: seat 2 | CLUB9 (2026 Fall) | chess.ods, row 2"_s,
            u"Ana Muñoz | Registered: seat 1 | ART9 (2026 Fall) | grade9.xlsx, row 1"_s}));
    // Who registered Ana in March?
    QCOMPARE(model.index(2, EventsModel::PersonColumn).data().toString(), u"omar"_s);
    QCOMPARE(model.index(3, EventsModel::PersonColumn).data().toString(), u"ines"_s);
}

void TestHistoryModels::eventsFollowTheRunsThatWereFound()
{
    RunFilter filter;
    filter.student = u"roy"_s;
    EventsModel model;
    model.setEvents(eventsIn(m_sample.school().history().find(filter)->runs));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(words(model, 0, EventsModel::StudentColumn, EventsModel::WhatColumn),
        u"Dora Roy | Not registered: the course is full and no waiting-list place is left"_s);
    QCOMPARE(words(model, 1, EventsModel::StudentColumn, EventsModel::WhatColumn),
        u"Ben Roy | Registered: seat 2"_s);
}

void TestHistoryModels::comparisonShowsBothOutcomes()
{
    ComparisonModel model;
    const QAbstractItemModelTester tester(&model);
    model.setComparison(comparison());
    QStringList told;
    for (int row = 0; row < model.rowCount(); ++row) {
        told += model.index(row, ComparisonModel::StudentColumn).data().toString() + u": "_s
            + words(model, row, ComparisonModel::DifferenceColumn, ComparisonModel::SecondColumn);
    }
    QCOMPARE(told.size(), 4);
    QCOMPARE(told.at(0), u"Ben Roy: Only in the first | Registered: seat 2 | not in the list"_s);
    QCOMPARE(told.at(3),
        u"Ana Muñoz: The same | Registered: seat 1 | Already registered: had seat 1 already"_s);
}

void TestHistoryModels::comparisonShowsOneDifference()
{
    ComparisonModel model;
    ComparisonFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&filter);
    model.setComparison(comparison());
    QCOMPARE(filter.rowCount(), 4);
    filter.setShown(RunDifference::Same);
    QCOMPARE(filter.rowCount(), 2);
    filter.setShown(RunDifference::OtherOutcome);
    QCOMPARE(filter.rowCount(), 0);
    filter.setShown(std::nullopt);
    QCOMPARE(filter.rowCount(), 4);
}

QTEST_MAIN(TestHistoryModels)
#include "tst_historymodels.moc"
