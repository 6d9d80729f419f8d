// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "shownrows.h"

#include <QTest>

using namespace Rollbook;
using namespace Rollbook::Test;

namespace
{

constexpr int Many = 300;

using States = QList<RowState>;

const States NotRegistered{RowState::Problem, RowState::WillReject, RowState::Rejected,
    RowState::Failed, RowState::NotAttempted};
const States Mendable{RowState::Ready, RowState::WillRegister, RowState::WillWait};

Roster listToMend()
{
    Roster roster = longClassList(Many);
    for (int row = 5; row < Many; row += 70)
        roster.problems += {RosterProblem::Severity::Warning, RosterProblem::Code::SharedEmail, row,
            3, 2, QStringLiteral("shares its address")};
    for (int row = 60; row < Many; row += 90)
        roster.problems += {RosterProblem::Severity::Error, RosterProblem::Code::InvalidEmail, row,
            3, -1, QStringLiteral("is no address")};
    std::sort(roster.problems.begin(), roster.problems.end(),
        [](const RosterProblem &one, const RosterProblem &other) { return one.row < other.row; });
    return roster;
}

// As people would look: row by row.
int lookedUp(const RosterProxyModel &proxy, int from)
{
    const RosterModel &model = *proxy.rosterModel();
    for (int step = 0; step < proxy.rowCount(); ++step) {
        const int shown = (from + step) % proxy.rowCount();
        const int row = proxy.mapToSource(proxy.index(shown, 0)).row();
        const RowState state = model.rowState(row);
        const QList<RosterProblem> &problems = model.roster().problems;
        const bool isWarned = std::any_of(problems.cbegin(), problems.cend(),
            [row](const RosterProblem &problem) { return problem.row == row; });
        if (NotRegistered.contains(state) || (isWarned && Mendable.contains(state)))
            return shown;
    }
    return -1;
}

bool isFoundFromEverywhere(const RosterProxyModel &proxy)
{
    for (int from = 0; from <= proxy.rowCount(); ++from) {
        if (proxy.nextToLookAt(from) != lookedUp(proxy, from))
            return false;
    }
    return true;
}

RegistrationResults everyThirdIsRefused()
{
    RegistrationResults results;
    for (int row = 0; row < Many; ++row)
        results += row % 3 == 1 && row > 100 ? rejectedRow(row, ReasonCode::CourseFull)
                                             : seatFor(row, row + 1);
    return results;
}

} // namespace

/// The next row that people are to look at is known, whatever state the rows are in and however
/// they stand.
class TestRowsToLookAt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheNextAsPeopleWouldLook_data();
    void isTheNextAsPeopleWouldLook();
    void followsWhatIsCorrectedAndLeftOut();
    void isNoneWhereAllIsWell();
    void isEachWhereNothingIsWell();
};

void TestRowsToLookAt::isTheNextAsPeopleWouldLook_data()
{
    QTest::addColumn<int>("sortColumn");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("onlyRefused");
    QTest::newRow("as the list has them") << -1 << QString() << false;
    QTest::newRow("sorted") << static_cast<int>(RosterModel::FamilyNameColumn) << QString()
                            << false;
    QTest::newRow("searched") << -1 << QStringLiteral("smi") << false;
    QTest::newRow("sorted and searched")
        << static_cast<int>(RosterModel::StudentIdColumn) << QStringLiteral("given1") << false;
    QTest::newRow("only those") << -1 << QString() << true;
    QTest::newRow("nobody shown") << -1 << QStringLiteral("xylo") << false;
}

void TestRowsToLookAt::isTheNextAsPeopleWouldLook()
{
    QFETCH(const int, sortColumn);
    QFETCH(const QString, typed);
    QFETCH(const bool, onlyRefused);
    RosterModel model;
    model.setRoster(listToMend());
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.sort(sortColumn, Qt::DescendingOrder);
    proxy.setSearchText(typed);
    if (onlyRefused)
        proxy.setShownStates({RowState::Problem, RowState::Rejected});
    const auto standsAndIsFound = [&proxy] {
        return !proxy.isArranging() && isFoundFromEverywhere(proxy);
    };
    QTRY_VERIFY(standsAndIsFound());
    model.setPlan(everyThirdIsRefused());
    QTRY_VERIFY(standsAndIsFound());
    model.beginRun();
    QTRY_VERIFY(standsAndIsFound());
    model.applyResults(everyThirdIsRefused());
    model.endRun();
    QTRY_VERIFY(standsAndIsFound());
    UndoResult back;
    back.row = 103;
    back.status = UndoStatus::Withdrawn;
    model.showUndo({back}, false);
    QTRY_VERIFY(standsAndIsFound());
}

void TestRowsToLookAt::followsWhatIsCorrectedAndLeftOut()
{
    Roster roster = listToMend();
    RosterModel model;
    model.setRoster(roster);
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    QCOMPARE(proxy.nextToLookAt(0), 5);
    roster.problems.removeFirst();
    model.setCorrected(roster, {}, {5});
    QCOMPARE(proxy.nextToLookAt(0), 60);
    model.setCorrected(roster, {60}, {});
    QCOMPARE(proxy.nextToLookAt(0), 75);
    QVERIFY(isFoundFromEverywhere(proxy));
}

void TestRowsToLookAt::isNoneWhereAllIsWell()
{
    RosterModel model;
    RosterProxyModel proxy;
    QCOMPARE(proxy.nextToLookAt(0), -1);
    proxy.setSourceModel(&model);
    QCOMPARE(proxy.nextToLookAt(0), -1);
    model.setRoster(longClassList(Many));
    QCOMPARE(proxy.nextToLookAt(0), -1);
    QCOMPARE(proxy.nextToLookAt(Many), -1);
    proxy.sort(RosterModel::FamilyNameColumn);
    QTRY_VERIFY(!proxy.isArranging());
    QCOMPARE(proxy.nextToLookAt(Many / 2), -1);
}

void TestRowsToLookAt::isEachWhereNothingIsWell()
{
    Roster roster = longClassList(Many);
    for (int row = 0; row < Many; ++row)
        roster.problems += {RosterProblem::Severity::Error, RosterProblem::Code::InvalidEmail, row,
            3, -1, QStringLiteral("is no address")};
    RosterModel model;
    model.setRoster(roster);
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    for (int row = 0; row < Many; ++row)
        QCOMPARE(proxy.nextToLookAt(row), row);
    QCOMPARE(proxy.nextToLookAt(Many), 0);
}

QTEST_MAIN(TestRowsToLookAt)
#include "tst_rowstolookat.moc"
