// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/orderfence.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Nobody overtakes a row that a passing fault held up.
class TestOrderFence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRoundBack();
    void letsOtherRunsBy();
    void whatNeverPassesKeepsNobodyBack();
    void leftoverOfAnEarlierRoundOpensNothing();
};

namespace
{

const RegistrationError Busy{RegistrationStatus::Failed, ReasonCode::StoreBusy, {}};

RegistrationBatch batch(int round, const QString &run = u"run"_s)
{
    RegistrationBatch batch;
    batch.run.id = run;
    batch.round = round;
    return batch;
}

} // namespace

void TestOrderFence::keepsTheRoundBack()
{
    OrderFence fence;
    QVERIFY(!fence.faultBefore(batch(3)));
    fence.close(batch(3), Busy);
    QCOMPARE(fence.faultBefore(batch(3))->code, ReasonCode::StoreBusy);
    QCOMPARE(fence.faultBefore(batch(2))->code, ReasonCode::StoreBusy);
    QVERIFY(!fence.faultBefore(batch(4)));
    QVERIFY(!fence.faultBefore(batch(4)));
}

void TestOrderFence::letsOtherRunsBy()
{
    OrderFence fence;
    fence.close(batch(3), Busy);
    QVERIFY(!fence.faultBefore(batch(3, u"another"_s)));
    QVERIFY(fence.faultBefore(batch(3)));
}

void TestOrderFence::whatNeverPassesKeepsNobodyBack()
{
    OrderFence fence;
    fence.close(batch(3), {RegistrationStatus::Failed, ReasonCode::StoreFault, {}});
    QVERIFY(!fence.faultBefore(batch(3)));
}

// Where a run has several lanes, one may still be at what was sent before the run was taken up
// again.
void TestOrderFence::leftoverOfAnEarlierRoundOpensNothing()
{
    OrderFence fence;
    fence.close(batch(4), Busy);
    fence.close(batch(3), Busy);
    QVERIFY(fence.faultBefore(batch(4)));
    QVERIFY(!fence.faultBefore(batch(5)));
}

QTEST_GUILESS_MAIN(TestOrderFence)
#include "tst_orderfence.moc"
