// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rankedrows.h"
#include "roworder.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Rollbook;

using Rows = QList<int>;

namespace
{

RowSet setOf(int all, const Rows &rows)
{
    RowSet set(static_cast<std::size_t>(all));
    for (const int row : rows)
        set.insert(static_cast<std::size_t>(row));
    return set;
}

Rows everyNth(int all, int n)
{
    Rows rows;
    for (int row = 0; row < all; row += n)
        rows += row;
    return rows;
}

} // namespace

/// Which rows a filter shows, by their number and the other way round.
class TestRankedRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersRows_data();
    void numbersRows();
    void isTheSameWithTheSameRows();
    void findsRowsInAnotherOrder();
};

void TestRankedRows::numbersRows_data()
{
    QTest::addColumn<int>("all");
    QTest::addColumn<Rows>("rows");
    QTest::newRow("no list") << 0 << Rows();
    QTest::newRow("none") << 200 << Rows();
    QTest::newRow("all") << 200 << everyNth(200, 1);
    QTest::newRow("the first") << 200 << Rows{0};
    QTest::newRow("the last") << 200 << Rows{199};
    QTest::newRow("both sides of a word") << 200 << Rows{63, 64, 127, 128};
    QTest::newRow("many empty words between") << 10'000 << Rows{1, 5'000, 9'999};
    QTest::newRow("every third") << 1'000 << everyNth(1'000, 3);
}

void TestRankedRows::numbersRows()
{
    QFETCH(const int, all);
    QFETCH(const Rows, rows);
    const RankedRows ranked(setOf(all, rows));
    QCOMPARE(ranked.count(), static_cast<int>(rows.size()));
    Rows byNumber;
    for (int number = 0; number < ranked.count(); ++number)
        byNumber += ranked.at(number);
    QCOMPARE(byNumber, rows);
    for (int row = 0; row < all; ++row)
        QCOMPARE(ranked.numberOf(row), static_cast<int>(rows.indexOf(row)));
}

void TestRankedRows::isTheSameWithTheSameRows()
{
    const RankedRows some(setOf(200, {1, 70}));
    QVERIFY(some == RankedRows(setOf(200, {1, 70})));
    QVERIFY(some != RankedRows(setOf(200, {1, 71})));
}

void TestRankedRows::findsRowsInAnotherOrder()
{
    constexpr int All = 200'001; // more than one thread looks at, and no whole number of words
    std::vector<qint32> backwards(All);
    std::iota(backwards.rbegin(), backwards.rend(), 0);
    const RowOrder order(backwards);
    QCOMPARE(order.rowAt(0), All - 1);
    QCOMPARE(order.placeOf(0), All - 1);
    Rows expected;
    const Rows rows = everyNth(All, 7);
    std::transform(rows.crbegin(), rows.crend(), std::back_inserter(expected),
        [](int row) { return All - 1 - row; });
    Rows places;
    order.placesOf(setOf(All, rows)).forEach([&places](std::size_t place) {
        places += static_cast<int>(place);
    });
    QCOMPARE(places, expected);
}

QTEST_APPLESS_MAIN(TestRankedRows)
#include "tst_rankedrows.moc"
