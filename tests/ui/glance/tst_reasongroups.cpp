// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glance/reasongroups.h"

#include <QSet>
#include <QTest>

using namespace Rollbook;

/// Why students did not get in, told together.
class TestReasonGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mostComeFirst();
    void argumentIsNamedWhereItIsTheSame();
    void everyReasonHasItsOwnWords();
    void rowsLeftOutHaveTheirOwnState();
};

void TestReasonGroups::mostComeFirst()
{
    StudentRegistrationResult in;
    in.outcome = StudentRegistration{};
    const auto groups = groupReasons({rejectedRow(0, ReasonCode::Hold), in,
        rejectedRow(2, ReasonCode::DuplicateRow, QStringLiteral("1")),
        rejectedRow(3, ReasonCode::DuplicateRow, QStringLiteral("2")),
        failedRow(4, ReasonCode::TimedOut)});
    QCOMPARE(groups.size(), 3);
    QCOMPARE(groups.at(0).code, ReasonCode::DuplicateRow);
    QCOMPARE(groups.at(0).count, 2);
    QCOMPARE(groups.at(1).count + groups.at(2).count, 2);
    QVERIFY(groupReasons({in}).isEmpty());
}

void TestReasonGroups::argumentIsNamedWhereItIsTheSame()
{
    const auto needs = [](int row, const char *course) {
        return rejectedRow(row, ReasonCode::MissingPrerequisite, QLatin1StringView(course));
    };
    QVERIFY(groupReasons({needs(0, "GO0"), needs(1, "GO0")})
                .constFirst()
                .sentence()
                .endsWith(QStringLiteral("GO0 first")));
    // Also where the first ones are the same again.
    const auto mixed = groupReasons({needs(0, "GO0"), needs(1, "ART"), needs(2, "GO0")});
    QCOMPARE(mixed.constFirst().count, 3);
    QVERIFY(mixed.constFirst().argument.isEmpty());
    QVERIFY(mixed.constFirst().sentence().endsWith(QStringLiteral("another course first")));
}

void TestReasonGroups::everyReasonHasItsOwnWords()
{
    QSet<QString> rejections;
    for (int i = 0; i <= static_cast<int>(ReasonCode::UnknownCourse); ++i) {
        const auto group = groupReasons({rejectedRow(0, static_cast<ReasonCode>(i))}).constFirst();
        QVERIFY2(group.sentence().startsWith(u'1'), qPrintable(group.sentence()));
        rejections += group.sentence();
    }
    QCOMPARE(rejections.size(), static_cast<int>(ReasonCode::UnknownCourse) + 1);
    for (int i = static_cast<int>(ReasonCode::StoreBusy); i < ReasonCodeCount; ++i) {
        const auto group = groupReasons({failedRow(0, static_cast<ReasonCode>(i))}).constFirst();
        QVERIFY2(group.sentence().startsWith(u'1'), qPrintable(group.sentence()));
    }
}

void TestReasonGroups::rowsLeftOutHaveTheirOwnState()
{
    QCOMPARE(groupReasons({notAttemptedRow(0, ReasonCode::LeftOut)}).constFirst().state(),
        RowState::LeftOut);
    QCOMPARE(groupReasons({notAttemptedRow(0, ReasonCode::Cancelled)}).constFirst().state(),
        RowState::NotAttempted);
    QCOMPARE(
        groupReasons({rejectedRow(0, ReasonCode::Hold)}).constFirst().state(), RowState::Rejected);
}

QTEST_GUILESS_MAIN(TestReasonGroups)
#include "tst_reasongroups.moc"
