// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/groupsize.h"

#include <QTest>

using Rollbook::GroupSize;

namespace
{

/// What a disk and a processor make of a transaction.
struct Disk {
    qint64 rowUs = 0;
    qint64 syncUs = 0;

    qint64 totalUs(int rows) const { return rows * rowUs + syncUs; }
};

void use(GroupSize &group, const Disk &disk, int times)
{
    for (int i = 0; i < times; ++i)
        group.learn(group.rows(), disk.totalUs(group.rows()), disk.syncUs);
}

} // namespace

class TestGroupSize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settlesForDisk_data();
    void settlesForDisk();
    void followsDisk();
    void oneSlowCommitDecidesLittle();
    void learnsNothingFromFewRows();
};

void TestGroupSize::settlesForDisk_data()
{
    QTest::addColumn<qint64>("rowUs");
    QTest::addColumn<qint64>("syncUs");
    QTest::addColumn<int>("shortestMs");
    QTest::addColumn<int>("longestMs");
    // As many rows as are ever taken together, though that takes less time.
    QTest::newRow("memory") << qint64{2} << qint64{0} << 8 << 8;
    QTest::newRow("good disk") << qint64{10} << qint64{200} << 40 << 41;
    QTest::newRow("usual disk") << qint64{10} << qint64{5'000} << 45 << 55;
    // A fifth of the time for the disk.
    QTest::newRow("old disk") << qint64{30} << qint64{30'000} << 140 << 160;
    QTest::newRow("busy disk") << qint64{100} << qint64{200'000} << 490 << 510;
    // The fewest rows, though that takes longer.
    QTest::newRow("stick") << qint64{1'000} << qint64{400'000} << 500 << 500;
}

void TestGroupSize::settlesForDisk()
{
    QFETCH(qint64, rowUs);
    QFETCH(qint64, syncUs);
    QFETCH(int, shortestMs);
    QFETCH(int, longestMs);
    const Disk disk{rowUs, syncUs};
    GroupSize group;
    use(group, disk, 20);
    const int settled = group.rows();
    QVERIFY(settled >= GroupSize::Fewest);
    QVERIFY(settled <= GroupSize::Most);
    QVERIFY2(disk.totalUs(settled) >= shortestMs * 1000, qPrintable(QString::number(settled)));
    QVERIFY2(disk.totalUs(settled) <= longestMs * 1000, qPrintable(QString::number(settled)));
    use(group, disk, 1);
    QVERIFY(qAbs(group.rows() - settled) <= 1);
}

void TestGroupSize::followsDisk()
{
    GroupSize group;
    use(group, {10, 200}, 20);
    const int quick = group.rows();
    use(group, {500, 30'000}, 20);
    QVERIFY(group.rows() < quick);
    use(group, {10, 200}, 20);
    QVERIFY(qAbs(group.rows() - quick) <= 1);
}

void TestGroupSize::oneSlowCommitDecidesLittle()
{
    GroupSize group;
    use(group, {10, 200}, 20);
    const int before = group.rows();
    group.learn(before, 60'000'000, 100);
    QVERIFY(group.rows() >= before / 2);
}

void TestGroupSize::learnsNothingFromFewRows()
{
    GroupSize group;
    const int before = group.rows();
    for (int i = 0; i < 100; ++i)
        group.learn(1, 8'000, 7'000);
    QCOMPARE(group.rows(), before);
    group.learn(0, 0, 0);
    QCOMPARE(group.rows(), before);
}

QTEST_APPLESS_MAIN(TestGroupSize)

#include "tst_groupsize.moc"
