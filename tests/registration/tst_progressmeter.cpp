// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "progressmeter.h"

#include <QTest>

using namespace Rollbook;

class TestProgressMeter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNothingAtTheStart();
    void estimatesTheRestFromTheSpeed();
    void forgetsWhatWasBeforeAPause();
};

void TestProgressMeter::knowsNothingAtTheStart()
{
    ProgressMeter meter;
    meter.restart(0);
    QCOMPARE(meter.rowsPerSecond(), 0.0);
    QVERIFY(!meter.millisecondsFor(100));
}

void TestProgressMeter::estimatesTheRestFromTheSpeed()
{
    ProgressMeter meter;
    meter.restart(0);
    int done = 0;
    while (meter.rowsPerSecond() <= 0)
        meter.update(++done);
    const auto left = meter.millisecondsFor(done);
    QVERIFY(left);
    // As much again takes as long again.
    QCOMPARE(*left, static_cast<qint64>(1000.0 * done / meter.rowsPerSecond()));
    QCOMPARE(meter.millisecondsFor(0), 0);
}

void TestProgressMeter::forgetsWhatWasBeforeAPause()
{
    ProgressMeter meter;
    meter.restart(0);
    int done = 0;
    while (meter.rowsPerSecond() <= 0)
        meter.update(++done);
    meter.restart(done);
    QCOMPARE(meter.rowsPerSecond(), 0.0);
}

QTEST_APPLESS_MAIN(TestProgressMeter)
#include "tst_progressmeter.moc"
