// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "shownrows.h"
#include "table/alikesearch.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Rollbook;
using namespace Rollbook::Test;
using namespace Qt::Literals::StringLiterals;
using Alike = AlikeSearch::Alike;

/// Rows that are like another one, wherever the table has them.
class TestAlikeSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void findsRowsInTheSameState();
    void findsRowsWithTheSameReason();
    void rowsWithoutReasonAreAlikeInTheirState();
    void findsThemWhereTheyAreShown();
    void isNotMisledByRowsThatMoveMeanwhile();
    void findsOnlyWhatWasLastLookedFor();
    void findsNothingOnceCanceled();
    void findsNothingInAnotherList();
    void scatteredRowsAreFoundOnceSorted_data();
    void scatteredRowsAreFoundOnceSorted();
    void outcomesThatComeMeanwhileDoNoHarm();

private:
    struct Table {
        explicit Table(int size);

        /// The rows of the list that were found last.
        Rows foundRows() const;

        RosterModel model;
        RosterProxyModel proxy;
        AlikeSearch search{proxy};
        QSignalSpy found{&search, &AlikeSearch::found};
        QSignalSpy sortingWanted{&search, &AlikeSearch::sortingWanted};
    };

    std::unique_ptr<Table> m_table;
};

TestAlikeSearch::Table::Table(int size)
{
    proxy.setSourceModel(&model);
    model.setRoster(longClassList(size));
    model.beginRun();
    RegistrationResults results;
    for (int row = 0; row < size; ++row)
        results += anyOutcome(row);
    model.applyResults(results);
}

Rows TestAlikeSearch::Table::foundRows() const
{
    Rows rows;
    const auto ranges =
        found.isEmpty() ? QList<RowRange>() : found.last().first().value<QList<RowRange>>();
    for (const auto &[first, last] : ranges) {
        for (int row = first; row <= last; ++row)
            rows.push_back(proxy.mapToSource(proxy.index(row, 0)).row());
    }
    return rows;
}

void TestAlikeSearch::init()
{
    m_table = std::make_unique<Table>(24);
}

void TestAlikeSearch::cleanup()
{
    m_table.reset();
}

void TestAlikeSearch::findsRowsInTheSameState()
{
    m_table->search.begin(4, Alike::InState);
    QTRY_COMPARE(m_table->found.size(), 1);
    QCOMPARE(m_table->foundRows(), (Rows{4, 5, 10, 11, 16, 17, 22, 23}));
    const auto ranges = m_table->found.last().first().value<QList<RowRange>>();
    QCOMPARE(ranges.first(), RowRange(4, 5));
    QVERIFY(!m_table->search.isGoingOn());
}

void TestAlikeSearch::findsRowsWithTheSameReason()
{
    m_table->model.applyResults({rejectedRow(8, ReasonCode::CourseFull),
        rejectedRow(14, ReasonCode::MissingPrerequisite, u"GO7"_s)});
    m_table->search.begin(20, Alike::InReason);
    QTRY_COMPARE(m_table->found.size(), 1);
    QCOMPARE(m_table->foundRows(), (Rows{2, 20}));
}

void TestAlikeSearch::rowsWithoutReasonAreAlikeInTheirState()
{
    m_table->model.endRun();
    m_table->model.setCorrected(m_table->model.roster(), {3, 9}, {3, 9});
    m_table->search.begin(9, Alike::InReason);
    QTRY_COMPARE(m_table->found.size(), 1);
    QCOMPARE(m_table->foundRows(), (Rows{3, 9}));
    m_table->search.begin(6, Alike::InReason);
    QTRY_COMPARE(m_table->found.size(), 2);
    QCOMPARE(m_table->foundRows(), (Rows{0, 6, 12, 18}));
}

void TestAlikeSearch::findsThemWhereTheyAreShown()
{
    m_table->proxy.setSearchText(u"smith"_s);
    m_table->proxy.sort(RosterModel::StudentIdColumn, Qt::DescendingOrder);
    QTRY_VERIFY(!m_table->proxy.isArranging());
    m_table->search.begin(4, Alike::InState);
    QTRY_COMPARE(m_table->found.size(), 1);
    Rows rows = m_table->foundRows();
    std::sort(rows.begin(), rows.end());
    QCOMPARE(rows, (Rows{4, 11, 22}));
}

void TestAlikeSearch::isNotMisledByRowsThatMoveMeanwhile()
{
    m_table->search.begin(2, Alike::InReason);
    m_table->proxy.sort(RosterModel::FamilyNameColumn);
    // Looked at before the rows moved, or after that; never as if they had not.
    QTRY_VERIFY(!m_table->proxy.isArranging());
    QTRY_VERIFY(!m_table->search.isGoingOn());
    m_table->search.begin(2, Alike::InReason);
    m_table->proxy.sort(-1);
    QTRY_VERIFY(!m_table->search.isGoingOn());
    QCOMPARE(m_table->foundRows(), (Rows{2, 8, 14, 20}));
}

void TestAlikeSearch::findsOnlyWhatWasLastLookedFor()
{
    m_table->search.begin(1, Alike::InState);
    m_table->search.begin(3, Alike::InState);
    QTRY_VERIFY(!m_table->search.isGoingOn());
    QCOMPARE(m_table->found.size(), 1);
    QCOMPARE(m_table->foundRows(), (Rows{3, 9, 15, 21}));
}

void TestAlikeSearch::findsNothingOnceCanceled()
{
    m_table->search.begin(1, Alike::InState);
    m_table->search.cancel();
    QVERIFY(!m_table->search.isGoingOn());
    // What is looked for after it comes after it.
    m_table->search.begin(3, Alike::InState);
    QTRY_COMPARE(m_table->found.size(), 1);
    QCOMPARE(m_table->foundRows(), (Rows{3, 9, 15, 21}));
}

void TestAlikeSearch::findsNothingInAnotherList()
{
    m_table->search.begin(1, Alike::InState);
    m_table->model.endRun();
    m_table->model.setRoster(longClassList(8));
    QVERIFY(!m_table->search.isGoingOn());
    m_table->search.begin(1, Alike::InState);
    QTRY_COMPARE(m_table->found.size(), 1);
    QCOMPARE(m_table->foundRows(), (Rows{0, 1, 2, 3, 4, 5, 6, 7}));
}

void TestAlikeSearch::scatteredRowsAreFoundOnceSorted_data()
{
    QTest::addColumn<Alike>("alike");
    QTest::addColumn<int>("column");
    QTest::newRow("state") << Alike::InState << int(RosterModel::StateColumn);
    QTest::newRow("reason") << Alike::InReason << int(RosterModel::ReasonColumn);
}

void TestAlikeSearch::scatteredRowsAreFoundOnceSorted()
{
    QFETCH(const Alike, alike);
    QFETCH(const int, column);
    constexpr int size = (AlikeSearch::MostRanges + 1) * 6;
    Table table(size);
    table.search.begin(2, alike);
    QTRY_COMPARE(table.sortingWanted.size(), 1);
    QCOMPARE(table.sortingWanted.first().first().toInt(), column);
    QVERIFY(table.found.isEmpty());
    QVERIFY(table.search.isGoingOn());
    table.proxy.sort(column);
    QTRY_COMPARE(table.found.size(), 1);
    QCOMPARE(table.found.first().first().value<QList<RowRange>>().size(), 1);
    QCOMPARE(table.foundRows().size(), std::size_t{size / 6});
    QCOMPARE(table.sortingWanted.size(), 1);
}

void TestAlikeSearch::outcomesThatComeMeanwhileDoNoHarm()
{
    constexpr int size = (AlikeSearch::MostRanges + 1) * 6;
    Table table(size);
    table.proxy.sort(RosterModel::StateColumn);
    QTRY_VERIFY(!table.proxy.isArranging());
    // Every second of those in the same state is in another one now, and still stands there.
    RegistrationResults results;
    for (int row = 4; row < size; row += 6)
        results += failedRow(row, ReasonCode::StoreBusy);
    table.model.applyResults(results);
    table.search.begin(5, Alike::InState);
    QTRY_COMPARE(table.found.size(), 1);
    QCOMPARE(table.foundRows().size(), std::size_t{size / 6});
    QVERIFY(table.sortingWanted.isEmpty());
}

QTEST_GUILESS_MAIN(TestAlikeSearch)
#include "tst_alikesearch.moc"
