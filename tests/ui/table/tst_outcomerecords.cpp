// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outcomerecords.h"

#include <QTest>

using namespace Rollbook;

/// Records that a worker looks at while outcomes come in.
class TestOutcomeRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasLentStaysAsItWas();
    void onlyWhatIsWrittenIsCopied();
    void lendingTwiceLendsBothStates();
    void anotherListForgetsWhatWasLent();

private:
    static constexpr int Rows = 20'000;
};

void TestOutcomeRecords::whatWasLentStaysAsItWas()
{
    OutcomeRecords records;
    records.reset(Rows);
    for (int row = 0; row < Rows; ++row)
        records.toWrite(row).number = row;
    const OutcomeRecords lent = records.lend();
    for (int row = 0; row < Rows; row += 3)
        records.toWrite(row).number = -1;
    for (int row = 0; row < Rows; ++row) {
        QCOMPARE(lent.at(row).number, row);
        QCOMPARE(records.at(row).number, row % 3 == 0 ? -1 : row);
    }
}

void TestOutcomeRecords::onlyWhatIsWrittenIsCopied()
{
    OutcomeRecords records;
    records.reset(Rows);
    for (int row = 0; row < Rows; ++row)
        records.toWrite(row).number = row;
    const OutcomeRecords lent = records.lend();
    records.toWrite(0).number = -1;
    QVERIFY(&records.at(0) != &lent.at(0));
    QCOMPARE(&records.at(Rows - 1), &lent.at(Rows - 1));
    const OutcomeRecord *copy = &records.at(0);
    records.toWrite(1).number = -1;
    QCOMPARE(&records.at(0), copy);
}

void TestOutcomeRecords::lendingTwiceLendsBothStates()
{
    OutcomeRecords records;
    records.reset(1);
    records.toWrite(0).number = 1;
    const OutcomeRecords first = records.lend();
    records.toWrite(0).number = 2;
    const OutcomeRecords second = records.lend();
    records.toWrite(0).number = 3;
    QCOMPARE(first.at(0).number, 1);
    QCOMPARE(second.at(0).number, 2);
    QCOMPARE(records.at(0).number, 3);
}

void TestOutcomeRecords::anotherListForgetsWhatWasLent()
{
    OutcomeRecords records;
    records.reset(Rows);
    records.toWrite(0).number = 1;
    const OutcomeRecords lent = records.lend();
    records.reset(Rows / 2);
    records.toWrite(0).number = 2;
    records.toWrite(Rows / 2 - 1).number = 3;
    QCOMPARE(lent.at(0).number, 1);
    QCOMPARE(records.at(Rows / 2 - 1).number, 3);
}

QTEST_GUILESS_MAIN(TestOutcomeRecords)
#include "tst_outcomerecords.moc"
