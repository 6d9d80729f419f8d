// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "shownrows.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Rollbook;
using namespace Rollbook::Test;

/// The order of the rows by each kind of column.
class TestRosterSorting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsAsPeopleDo_data();
    void sortsAsPeopleDo();
    void sortsByState();
    void sortsByReason();
    void sortsByCourse();
    void keysTellTheOrder_data();
    void keysTellTheOrder();
};

void TestRosterSorting::sortsAsPeopleDo_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QString>("expected");
    QTest::newRow("numbers by value") << int{RosterModel::StudentIdColumn} << Qt::AscendingOrder
                                      << QStringLiteral("2,9,10,A7,A10");
    QTest::newRow("numbers, largest first")
        << int{RosterModel::StudentIdColumn} << Qt::DescendingOrder
        << QStringLiteral("A10,A7,10,9,2");
    QTest::newRow("accents and case do not part names")
        << int{RosterModel::FamilyNameColumn} << Qt::AscendingOrder
        << QStringLiteral("10,9,A10,2,A7");
    QTest::newRow("same text stays in the order of the list") << int{
        RosterModel::GivenNameColumn} << Qt::AscendingOrder << QStringLiteral("A7,10,2,9,A10");
    QTest::newRow("same text, other way round")
        << int{RosterModel::GivenNameColumn} << Qt::DescendingOrder
        << QStringLiteral("A10,2,9,A7,10");
}

void TestRosterSorting::sortsAsPeopleDo()
{
    QFETCH(const int, column);
    QFETCH(const Qt::SortOrder, order);
    QFETCH(const QString, expected);
    RosterModel model;
    model.setRoster(classList({
        {QStringLiteral("A7"), QStringLiteral("Zhou"), QStringLiteral("Ann"), {}},
        {QStringLiteral("10"), QStringLiteral("Abel"), QStringLiteral("Ann"), {}},
        {QStringLiteral("2"), QStringLiteral("Smith"), QStringLiteral("Bob"), {}},
        {QStringLiteral("9"), QStringLiteral("Åberg"), QStringLiteral("Bob"), {}},
        {QStringLiteral("A10"), QStringLiteral("muñoz"), QStringLiteral("Eve"), {}},
    }));
    RosterProxyModel proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    proxy.sort(column, order);
    QTRY_VERIFY(!proxy.isArranging());
    QCOMPARE(ids(proxy).join(u','), expected);
    proxy.sort(-1);
    QCOMPARE(ids(proxy), ids(model));
}

void TestRosterSorting::sortsByState()
{
    RosterModel model;
    model.setRoster(longClassList(4));
    model.applyResults({seatFor(0, 1), failedRow(1, ReasonCode::StoreBusy), placeFor(3, 1)});
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.sort(RosterModel::StateColumn);
    QTRY_VERIFY(!proxy.isArranging());
    QCOMPARE(shownRows(proxy), Rows({2, 0, 3, 1}));
}

void TestRosterSorting::sortsByReason()
{
    RosterModel model;
    model.setRoster(longClassList(5));
    model.applyResults({seatFor(0, 12), rejectedRow(1, ReasonCode::Hold), seatFor(2, 3),
        rejectedRow(3, ReasonCode::CourseFull), rejectedRow(4, ReasonCode::Hold)});
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.sort(RosterModel::ReasonColumn);
    QTRY_VERIFY(!proxy.isArranging());
    QCOMPARE(shownRows(proxy), Rows({2, 0, 3, 1, 4}));
}

void TestRosterSorting::sortsByCourse()
{
    RosterModel model;
    model.setRoster(longClassList(3));
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    const QList<CourseRef> courses{{QStringLiteral("GO1"), {}}, {QStringLiteral("ART"), {}}};
    model.setCourses(CourseAssignment(courses, {0, 1, 0}));
    proxy.sort(RosterModel::CourseColumn);
    QTRY_COMPARE(shownRows(proxy), Rows({1, 0, 2}));
    model.setCourses(CourseAssignment(courses, {0, 0, 1}));
    QTRY_COMPARE(shownRows(proxy), Rows({2, 0, 1}));
}

void TestRosterSorting::keysTellTheOrder_data()
{
    QTest::addColumn<int>("column");
    for (int column = 0; column < RosterModel::ColumnCount; ++column)
        QTest::addRow("%d", column) << column;
}

// Whoever sorts the model by its role gets the order that the table has.
void TestRosterSorting::keysTellTheOrder()
{
    QFETCH(const int, column);
    RosterModel model;
    model.setRoster(classList({
        {QStringLiteral("A7"), QStringLiteral("Zhou"), QStringLiteral("Ann"), {}},
        {QStringLiteral("10"), QStringLiteral("Abel"), QStringLiteral("Émile"), {}},
        {QStringLiteral("2"), QStringLiteral("Smith"), QStringLiteral("Bob"), {}},
        {QStringLiteral("9"), QStringLiteral("Åberg"), QStringLiteral("Bob"), {}},
    }));
    model.setCourses(CourseAssignment(
        {CourseRef{QStringLiteral("GO10"), {}}, CourseRef{QStringLiteral("GO9"), {}}},
        {0, 1, 0, 1}));
    model.applyResults({seatFor(0, 12), failedRow(1, ReasonCode::StoreBusy), seatFor(2, 3)});
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.sort(column);
    QTRY_VERIFY(!proxy.isArranging());
    for (int row = 1; row < proxy.rowCount(); ++row) {
        const QVariant before = proxy.index(row - 1, column).data(RosterModel::SortKeyRole);
        const QVariant key = proxy.index(row, column).data(RosterModel::SortKeyRole);
        const QPartialOrdering order = QVariant::compare(before, key);
        QVERIFY2(order == QPartialOrdering::Less || order == QPartialOrdering::Equivalent,
            qPrintable(QString::number(row)));
    }
    QVERIFY(proxy.index(0, column).data(RosterModel::SortKeyRole).isValid());
}

QTEST_MAIN(TestRosterSorting)
#include "tst_rostersorting.moc"
