// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "shownrows.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>

using namespace Rollbook;
using namespace Rollbook::Test;
using namespace Qt::Literals::StringLiterals;

/// Rows by why they were not registered, and what else their outcomes say of them.
class TestRosterReasons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsReasonsAsOutcomesCome();
    void whatIsSaidOfOneRowIsOneReason();
    void forgetsThemWithTheOutcomes();
    void showsOnlyRowsWithTheReason();
    void goesWithChipsSearchAndSorting();
    void staysWhileOutcomesArrive();
    void outcomesThatComeMeanwhileAreNotMissed();
    void areLookedForInTheBackground();
    void saysHowOftenAndHowLong();
    void sortsByNumbers_data();
    void sortsByNumbers();

private:
    static QStringList told(const RosterModel &model);
};

QStringList TestRosterReasons::told(const RosterModel &model)
{
    QStringList texts;
    const auto reasons = model.reasons();
    for (const auto &[reason, count] : reasons)
        texts += u"%1 (%2)"_s.arg(reasonTitle(reason)).arg(count);
    texts.sort();
    return texts;
}

const RowReason NeedsGo0{ReasonCode::MissingPrerequisite, u"GO0"_s};

void TestRosterReasons::countsReasonsAsOutcomesCome()
{
    RosterModel model;
    model.setRoster(longClassList(8));
    QVERIFY(!model.hasReasons());
    model.beginRun();
    model.applyResults({seatFor(0, 1), rejectedRow(1, ReasonCode::MissingPrerequisite, u"GO0"_s),
        rejectedRow(2, ReasonCode::MissingPrerequisite, u"GO7"_s),
        rejectedRow(3, ReasonCode::MissingPrerequisite, u"GO0"_s),
        failedRow(4, ReasonCode::StoreBusy)});
    QCOMPARE(told(model),
        (QStringList{u"needs GO0 first (2)"_s, u"needs GO7 first (1)"_s,
            u"the school database was in use elsewhere; try again (1)"_s}));
    // Tried again.
    model.applyResults({seatFor(3, 2), rejectedRow(4, ReasonCode::MissingPrerequisite, u"GO0"_s)});
    QCOMPARE(told(model), (QStringList{u"needs GO0 first (2)"_s, u"needs GO7 first (1)"_s}));
    QCOMPARE(model.reason(1), NeedsGo0);
    QCOMPARE(model.reason(4), NeedsGo0);
    QCOMPARE(model.count(NeedsGo0), 2);
    QCOMPARE(model.reason(2)->argument, u"GO7"_s);
    QVERIFY(!model.reason(0));
}

void TestRosterReasons::whatIsSaidOfOneRowIsOneReason()
{
    RosterModel model;
    model.setRoster(longClassList(6));
    model.beginRun();
    model.applyResults({rejectedRow(0, ReasonCode::DuplicateRow, u"4"_s),
        rejectedRow(1, ReasonCode::DuplicateRow, u"5"_s),
        rejectedRow(2, ReasonCode::InvalidData, u"“x” is no date"_s),
        rejectedRow(3, ReasonCode::InvalidData, u"“y” is no date"_s)});
    QCOMPARE(told(model),
        (QStringList{
            u"same student as another row (2)"_s, u"something in the row is wrong (2)"_s}));
    QCOMPARE(model.reason(0), model.reason(1));
}

void TestRosterReasons::forgetsThemWithTheOutcomes()
{
    RosterModel model;
    model.setRoster(longClassList(4));
    model.setPlan({rejectedRow(0, ReasonCode::CourseFull)});
    QVERIFY(model.hasReasons());
    model.beginRun();
    QVERIFY(!model.hasReasons());
    model.applyResults({rejectedRow(1, ReasonCode::CourseFull)});
    model.endRun();
    model.setCorrected(model.roster(), {}, {1});
    QVERIFY(!model.hasReasons());
    QCOMPARE(model.count({ReasonCode::CourseFull, {}}), 0);
}

void TestRosterReasons::showsOnlyRowsWithTheReason()
{
    RosterModel model;
    RosterProxyModel proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    model.setRoster(longClassList(30));
    RegistrationResults results;
    for (int row = 0; row < 30; ++row)
        results += anyOutcome(row);
    model.beginRun();
    model.applyResults(results);
    proxy.setShownReason(NeedsGo0);
    QTRY_COMPARE(shownRows(proxy), (Rows{2, 8, 14, 20, 26}));
    proxy.setShownReason(std::nullopt);
    QTRY_COMPARE(proxy.rowCount(), 30);
}

void TestRosterReasons::goesWithChipsSearchAndSorting()
{
    RosterModel model;
    RosterProxyModel proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    model.setRoster(longClassList(30));
    RegistrationResults results;
    for (int row = 0; row < 30; ++row)
        results += anyOutcome(row);
    model.beginRun();
    model.applyResults(results);
    proxy.setShownReason(NeedsGo0);
    proxy.setSearchText(u"given1"_s);
    QTRY_COMPARE(shownRows(proxy), (Rows{14}));
    proxy.setSearchText({});
    proxy.sort(RosterModel::StudentIdColumn, Qt::DescendingOrder);
    QTRY_COMPARE(proxy.rowCount(), 5);
    QStringList sorted = ids(proxy);
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    QCOMPARE(ids(proxy), sorted);
    proxy.setShownStates({RowState::Failed});
    QTRY_COMPARE(proxy.rowCount(), 0);
    proxy.setShownStates({RowState::Rejected});
    QTRY_COMPARE(proxy.rowCount(), 5);
}

void TestRosterReasons::staysWhileOutcomesArrive()
{
    RosterModel model;
    RosterProxyModel proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    model.setRoster(longClassList(30));
    model.setPlan({rejectedRow(3, ReasonCode::CourseFull),
        rejectedRow(2, ReasonCode::MissingPrerequisite, u"GO0"_s)});
    proxy.setShownReason(NeedsGo0);
    QTRY_COMPARE(shownRows(proxy), (Rows{2}));
    model.beginRun();
    QTRY_COMPARE(proxy.rowCount(), 0);
    model.applyResults({rejectedRow(9, ReasonCode::CourseFull),
        rejectedRow(7, ReasonCode::MissingPrerequisite, u"GO0"_s)});
    QTRY_COMPARE(shownRows(proxy), (Rows{7}));
    model.applyResults({seatFor(7, 1)});
    QTRY_COMPARE(proxy.rowCount(), 0);
}

// While rows are looked through in the background, what they are looked up in changes.
void TestRosterReasons::outcomesThatComeMeanwhileAreNotMissed()
{
    constexpr int size = 20'000;
    RosterModel model;
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    model.setRoster(longClassList(size));
    model.beginRun();
    const auto settle = [&model](ReasonCode code) {
        RegistrationResults results;
        for (int row = 0; row < size; ++row)
            results += rejectedRow(row, row % 2 == 0 ? code : ReasonCode::CourseFull);
        model.applyResults(results);
    };
    settle(ReasonCode::NotOpenYet);
    proxy.setShownReason(RowReason{ReasonCode::CourseFull, {}});
    settle(ReasonCode::CourseFull);
    QTRY_COMPARE(proxy.rowCount(), size);
    settle(ReasonCode::NotOpenYet);
    QTRY_COMPARE(proxy.rowCount(), size / 2);
    QCOMPARE(
        model.reason(proxy.mapToSource(proxy.index(size / 2 - 1, 0)).row()), proxy.shownReason());
}

void TestRosterReasons::areLookedForInTheBackground()
{
    constexpr int size = 100'000;
    TextTable::Builder builder(1);
    for (int row = 0; row < size; ++row) {
        builder.appendCell(QByteArray::number(row));
        builder.endRow();
    }
    StudentList::FieldColumns columns = StudentList::noColumns();
    columns[static_cast<std::size_t>(StudentField::StudentId)] = 0;
    Roster roster;
    roster.students = StudentList(std::move(builder).finish(), columns);
    RosterModel model;
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    model.setRoster(roster);
    model.beginRun();
    RegistrationResults results;
    for (int row = 0; row < size; ++row)
        results += rejectedRow(row, row < size - 2 ? ReasonCode::CourseFull : ReasonCode::Hold);
    model.applyResults(results);
    proxy.setShownReason(RowReason{ReasonCode::Hold, {}});
    QVERIFY(proxy.isArranging());
    QCOMPARE(proxy.rowCount(), size); // nothing moves before all is found
    QTRY_COMPARE(shownRows(proxy), (Rows{size - 2, size - 1}));
    proxy.sort(RosterModel::ReasonColumn, Qt::DescendingOrder);
    QVERIFY(proxy.isArranging());
    QTRY_VERIFY(!proxy.isArranging());
}

void TestRosterReasons::saysHowOftenAndHowLong()
{
    RosterModel model;
    model.setRoster(longClassList(3));
    StudentRegistrationResult planned = seatFor(0, 1);
    planned.attempts = 0;
    model.setPlan({planned});
    QCOMPARE(text(model, 0, RosterModel::AttemptsColumn), QString());
    model.beginRun();
    StudentRegistrationResult twice = seatFor(1, 2);
    twice.attempts = 2;
    twice.durationMs = 1250;
    model.applyResults({seatFor(0, 1)});
    QVERIFY(!model.hasRetries());
    model.applyResults({twice, rejectedRow(2, ReasonCode::InvalidData)});
    QVERIFY(model.hasRetries());
    QCOMPARE(text(model, 1, RosterModel::AttemptsColumn), u"2"_s);
    QCOMPARE(text(model, 1, RosterModel::DurationColumn), u"1.25 s"_s);
    QCOMPARE(text(model, 1, RosterModel::RegisteredAtColumn),
        QLocale().toString(
            QDateTime::fromMSecsSinceEpoch(1'800'000'000'123), QLocale::ShortFormat));
    QCOMPARE(text(model, 2, RosterModel::AttemptsColumn), QString());
    QCOMPARE(text(model, 2, RosterModel::RegisteredAtColumn), QString());
}

void TestRosterReasons::sortsByNumbers_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<Rows>("rows");
    const Rows up{1, 2, 0, 3};
    const Rows down{3, 0, 1, 2}; // those without a number in the order of the list
    QTest::newRow("attempts") << int{RosterModel::AttemptsColumn} << Qt::AscendingOrder << up;
    QTest::newRow("most attempts")
        << int{RosterModel::AttemptsColumn} << Qt::DescendingOrder << down;
    QTest::newRow("time") << int{RosterModel::RegisteredAtColumn} << Qt::AscendingOrder << up;
    QTest::newRow("duration") << int{RosterModel::DurationColumn} << Qt::DescendingOrder << down;
}

void TestRosterReasons::sortsByNumbers()
{
    QFETCH(const int, column);
    QFETCH(const Qt::SortOrder, order);
    QFETCH(const Rows, rows);
    RosterModel model;
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    model.setRoster(longClassList(4));
    model.beginRun();
    StudentRegistrationResult some = seatFor(0, 1);
    some.attempts = 9;
    some.durationMs = 900;
    StudentRegistrationResult most = seatFor(3, 2);
    most.attempts = 10;
    most.durationMs = 1000;
    std::get<StudentRegistration>(most.outcome).registeredAtMs += 5;
    model.applyResults({some, most, rejectedRow(1, ReasonCode::InvalidData)});
    proxy.sort(column, order);
    QTRY_COMPARE(shownRows(proxy), rows);
}

QTEST_MAIN(TestRosterReasons)
#include "tst_rosterreasons.moc"
