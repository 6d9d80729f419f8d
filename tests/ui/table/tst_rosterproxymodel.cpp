// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "shownrows.h"

#include <QAbstractItemModelTester>
#include <QCollator>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Rollbook;
using namespace Rollbook::Test;

class TestRosterProxyModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAWishItIsTheList();
    void showsOnlyTheChosenStates();
    void rowsFallIntoPlaceWhileOutcomesArrive();
    void theLastWishWins();
    void selectionAndCurrentRowSurvive();
    void aRowThatIsHiddenIsNotSelected();
    void anotherListStartsOver();
    void passesChangesOn();
    void correctedCellsStayAndAreFound();
    void editsGoToTheRowThatIsSeen();
    void keepsItsHeadersWhenNothingIsFound();
    void theModelMayGoFirst();
    void canBeDestroyedWhileArranging();
    void agreesWithAPlainSortAndFilter_data();
    void agreesWithAPlainSortAndFilter();

private:
    static Rows expectedRows(const RosterModel &model, const RosterProxyModel &proxy);
};

// The same by the simplest means.
Rows TestRosterProxyModel::expectedRows(const RosterModel &model, const RosterProxyModel &proxy)
{
    QCollator collator{QLocale(QLocale::English)};
    collator.setNumericMode(true);
    const int column = proxy.sortColumn();
    const auto text = [&model, column](
                          int row) { return model.index(row, column).data().toString(); };
    const auto key = [&model, column](int row) {
        return model.index(row, column).data(RosterModel::SortKeyRole).toULongLong();
    };
    const auto less = [&](int one, int other) {
        if (proxy.sortOrder() == Qt::DescendingOrder)
            std::swap(one, other);
        if (column == RosterModel::StateColumn)
            return model.rowState(one) < model.rowState(other);
        if (column >= RosterModel::AttemptsColumn)
            return key(one) < key(other);
        return collator.compare(text(one), text(other)) < 0;
    };
    Rows rows(static_cast<std::size_t>(model.rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    std::erase_if(rows, [&](int row) {
        const bool state =
            proxy.shownStates().isEmpty() || proxy.shownStates().contains(model.rowState(row));
        bool found = proxy.searchText().isEmpty();
        for (int field = RosterModel::StudentIdColumn; field <= RosterModel::EmailColumn; ++field)
            found |= model.index(row, field)
                         .data()
                         .toString()
                         .contains(proxy.searchText(), Qt::CaseInsensitive);
        const bool reason = !proxy.shownReason() || model.reason(row) == proxy.shownReason();
        return !state || !found || !reason;
    });
    if (column >= 0)
        std::stable_sort(rows.begin(), rows.end(), less);
    return rows;
}

void TestRosterProxyModel::withoutAWishItIsTheList()
{
    RosterModel model;
    RosterProxyModel proxy;
    const QAbstractItemModelTester tester(&proxy);
    QCOMPARE(proxy.rowCount(), 0);
    proxy.setSourceModel(&model);
    model.setRoster(longClassList(20));
    QCOMPARE(ids(proxy), ids(model));
    QCOMPARE(proxy.mapFromSource(model.index(7, 3)), proxy.index(7, 3));
    QCOMPARE(proxy.mapToSource(proxy.index(7, 3)), model.index(7, 3));
    QVERIFY(!proxy.isArranging());
}

void TestRosterProxyModel::showsOnlyTheChosenStates()
{
    RosterModel model;
    RosterProxyModel proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    model.setRoster(longClassList(60));
    model.applyResults([] {
        RegistrationResults results;
        for (int row = 0; row < 60; ++row)
            results += anyOutcome(row);
        return results;
    }());
    QSignalSpy arranged(&proxy, &RosterProxyModel::arranged);
    proxy.setShownStates({RowState::Waitlisted, RowState::Failed});
    QVERIFY(arranged.wait());
    QCOMPARE(proxy.rowCount(), 20);
    QCOMPARE(shownRows(proxy), expectedRows(model, proxy));
    QVERIFY(!proxy.mapFromSource(model.index(1, 0)).isValid());

    proxy.setShownStates({}); // at once: nothing has to be worked out
    QCOMPARE(proxy.rowCount(), 60);
    QCOMPARE(arranged.size(), 2);
}

void TestRosterProxyModel::rowsFallIntoPlaceWhileOutcomesArrive()
{
    constexpr int size = 900;
    RosterModel model;
    RosterProxyModel proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    model.setRoster(longClassList(size));
    proxy.setShownStates({RowState::Waiting, RowState::Rejected});
    proxy.sort(RosterModel::StateColumn, Qt::DescendingOrder);
    model.beginRun();
    QTRY_COMPARE(proxy.rowCount(), size);
    for (int row = 0; row < size; row += 300) {
        RegistrationResults results;
        for (int next = row; next < row + 300; ++next)
            results += anyOutcome(next);
        model.applyResults(results);
        QTRY_COMPARE(shownRows(proxy), expectedRows(model, proxy));
    }
    model.endRun();
    QCOMPARE(proxy.rowCount(), size / 6);
}

void TestRosterProxyModel::theLastWishWins()
{
    RosterModel model;
    RosterProxyModel proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    model.setRoster(longClassList(5000));
    QSignalSpy arranged(&proxy, &RosterProxyModel::arranged);
    for (const auto *const typed : {u"s", u"sm", u"smi", u"smit", u"smith"})
        proxy.setSearchText(QStringView(typed).toString());
    proxy.sort(RosterModel::EmailColumn);
    QVERIFY(proxy.isArranging());
    QVERIFY(arranged.wait());
    QCOMPARE(arranged.size(), 1);
    QVERIFY(!proxy.isArranging());
    QCOMPARE(shownRows(proxy), expectedRows(model, proxy));

    proxy.setSearchText(QStringLiteral("zhou"));
    proxy.setSearchText({});
    proxy.sort(-1); // while the other still goes on
    QCOMPARE(proxy.rowCount(), 5000);
    QVERIFY(!proxy.isArranging());
    proxy.setShownStates({RowState::Ready}); // has to wait for it, and comes after it
    QTRY_VERIFY(!proxy.isArranging());
    QCOMPARE(proxy.rowCount(), 5000);
}

void TestRosterProxyModel::selectionAndCurrentRowSurvive()
{
    RosterModel model;
    model.setRoster(longClassList(500));
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    QTableView view;
    view.setModel(&proxy);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    const auto select = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    for (const int row : {4, 250, 251})
        view.selectionModel()->select(proxy.index(row, 0), select);
    view.selectionModel()->setCurrentIndex(proxy.index(251, 2), QItemSelectionModel::NoUpdate);
    const auto selected = [&] {
        QList<int> rows;
        for (const QModelIndex &index : view.selectionModel()->selectedRows())
            rows += proxy.mapToSource(index).row();
        std::sort(rows.begin(), rows.end());
        return rows;
    };
    const auto stands = [&] {
        return selected() == QList<int>({4, 250, 251})
            && proxy.mapToSource(view.currentIndex()) == model.index(251, 2);
    };
    QVERIFY(stands());
    proxy.sort(RosterModel::StudentIdColumn, Qt::DescendingOrder);
    QTRY_VERIFY(!proxy.isArranging());
    QCOMPARE(shownRows(proxy), expectedRows(model, proxy));
    QVERIFY(stands());
    model.beginRun();
    model.applyResults({seatFor(4, 1), seatFor(250, 2), seatFor(251, 3), seatFor(252, 4)});
    proxy.setShownStates({RowState::Registered});
    QTRY_COMPARE(proxy.rowCount(), 4);
    QVERIFY(stands());
    proxy.setShownStates({});
    proxy.sort(-1);
    QCOMPARE(proxy.rowCount(), 500);
    QVERIFY(stands());
}

void TestRosterProxyModel::aRowThatIsHiddenIsNotSelected()
{
    RosterModel model;
    model.setRoster(longClassList(10));
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    QItemSelectionModel selection(&proxy);
    selection.select(proxy.index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    model.applyResults({seatFor(5, 1)});
    proxy.setShownStates({RowState::Registered});
    QTRY_COMPARE(proxy.rowCount(), 1);
    QVERIFY(!selection.hasSelection());
}

void TestRosterProxyModel::anotherListStartsOver()
{
    RosterModel model;
    RosterProxyModel proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    model.setRoster(longClassList(3000));
    proxy.setSearchText(QStringLiteral("smith"));
    proxy.sort(RosterModel::StudentIdColumn);
    model.setRoster(longClassList(70)); // while the first is still arranged
    QTRY_VERIFY(!proxy.isArranging());
    QCOMPARE(shownRows(proxy), expectedRows(model, proxy));
    model.setRoster({});
    QTRY_VERIFY(!proxy.isArranging());
    QCOMPARE(proxy.rowCount(), 0);
}

void TestRosterProxyModel::passesChangesOn()
{
    RosterModel model;
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    model.setRoster(longClassList(30));
    proxy.sort(RosterModel::StudentIdColumn);
    QTRY_VERIFY(!proxy.isArranging());
    QSignalSpy changed(&proxy, &QAbstractItemModel::dataChanged);
    model.applyResults({seatFor(11, 1)});
    QCOMPARE(changed.size(), 1);
    const QModelIndex place = proxy.mapFromSource(model.index(11, RosterModel::StateColumn));
    QCOMPARE(changed.at(0).at(0).toModelIndex(), place);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), place.row());
    QCOMPARE(place.data().toString(), rowStateTitle(RowState::Registered));
}

void TestRosterProxyModel::correctedCellsStayAndAreFound()
{
    RosterModel model;
    Roster roster = longClassList(40);
    model.setRoster(roster);
    RosterProxyModel proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    proxy.sort(RosterModel::FamilyNameColumn);
    QTRY_VERIFY(!proxy.isArranging());
    proxy.setSearchText(QStringLiteral("quetzal"));
    QTRY_COMPARE(proxy.rowCount(), 0);
    proxy.setSearchText({});
    QTRY_COMPARE(proxy.rowCount(), 40);
    const Rows before = shownRows(proxy);

    roster.students.correct(7, StudentField::FamilyName, QStringLiteral("Quetzal"));
    QSignalSpy moved(&proxy, &QAbstractItemModel::layoutChanged);
    QSignalSpy reset(&proxy, &QAbstractItemModel::modelReset);
    model.setCorrected(roster, {}, {7});
    QTest::qWait(0);
    QCOMPARE(shownRows(proxy), before);
    QVERIFY(moved.isEmpty() && reset.isEmpty());
    const int place = proxy.mapFromSource(model.index(7, 0)).row();
    QCOMPARE(proxy.index(place, RosterModel::FamilyNameColumn).data().toString(),
        QStringLiteral("Quetzal"));

    proxy.setSearchText(QStringLiteral("quetzal"));
    QTRY_COMPARE(shownRows(proxy), Rows{7});
    proxy.setSearchText({});
    QTRY_COMPARE(proxy.rowCount(), 40);
    QTRY_COMPARE(shownRows(proxy), expectedRows(model, proxy));
}

void TestRosterProxyModel::editsGoToTheRowThatIsSeen()
{
    RosterModel model;
    model.setRoster(longClassList(40));
    model.setEditable(true);
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.sort(RosterModel::StudentIdColumn, Qt::DescendingOrder);
    QTRY_VERIFY(!proxy.isArranging());
    QSignalSpy wanted(&model, &RosterModel::correctionWanted);
    const QModelIndex cell = proxy.index(3, RosterModel::EmailColumn);
    QVERIFY(cell.flags() & Qt::ItemIsEditable);
    QVERIFY(proxy.setData(cell, QStringLiteral("x@school.example")));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toInt(), proxy.mapToSource(cell).row());
    QVERIFY(wanted.first().first().toInt() != 3);
}

void TestRosterProxyModel::keepsItsHeadersWhenNothingIsFound()
{
    RosterModel model;
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    model.setRoster(longClassList(3));
    proxy.setSearchText(QStringLiteral("nobody of that name"));
    QTRY_COMPARE(proxy.rowCount(), 0);
    for (int column = 0; column < RosterModel::ColumnCount; ++column)
        QCOMPARE(
            proxy.headerData(column, Qt::Horizontal), model.headerData(column, Qt::Horizontal));
    proxy.setSearchText({});
    QCOMPARE(proxy.headerData(2, Qt::Vertical).toInt(), 3);
}

void TestRosterProxyModel::theModelMayGoFirst()
{
    RosterProxyModel proxy;
    const QAbstractItemModelTester tester(&proxy);
    {
        RosterModel model;
        proxy.setSourceModel(&model);
        model.setRoster(longClassList(100));
        proxy.sort(RosterModel::EmailColumn);
        QTRY_VERIFY(!proxy.isArranging());
        QCOMPARE(proxy.rowCount(), 100);
        proxy.setSearchText(QStringLiteral("smith"));
    }
    QCOMPARE(proxy.rowCount(), 0);
    QCOMPARE(proxy.rosterModel(), nullptr);
}

void TestRosterProxyModel::canBeDestroyedWhileArranging()
{
    RosterModel model;
    model.setRoster(longClassList(20'000));
    for (int i = 0; i < 5; ++i) {
        RosterProxyModel proxy;
        proxy.setSourceModel(&model);
        proxy.setSearchText(QStringLiteral("smith"));
        proxy.sort(RosterModel::EmailColumn);
    }
}

void TestRosterProxyModel::agreesWithAPlainSortAndFilter_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestRosterProxyModel::agreesWithAPlainSortAndFilter()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    RosterModel model;
    RosterProxyModel proxy;
    const QAbstractItemModelTester modelTester(&model);
    const QAbstractItemModelTester proxyTester(&proxy);
    proxy.setSourceModel(&model);
    const QStringList searches{{}, QStringLiteral("smith"), QStringLiteral("7001"),
        QStringLiteral("given1"), QStringLiteral("@school.example")};
    const QList<RowStateSet> filters{{}, {RowState::Ready, RowState::Waiting},
        {RowState::Registered}, {RowState::Rejected, RowState::Failed}};
    const QList<std::optional<RowReason>> reasons{{}, {},
        RowReason{ReasonCode::MissingPrerequisite, QStringLiteral("GO0")},
        RowReason{ReasonCode::StoreBusy, {}}};
    model.setRoster(longClassList(400));
    for (int step = 0; step < 60; ++step) {
        switch (random.bounded(7)) {
        case 0:
            proxy.setSearchText(searches.at(random.bounded(searches.size())));
            break;
        case 1:
            proxy.setShownStates(filters.at(random.bounded(filters.size())));
            break;
        case 2:
            proxy.sort(random.bounded(-1, int{RosterModel::ColumnCount}),
                random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        case 3:
            model.beginRun();
            break;
        case 4:
            proxy.setShownReason(reasons.at(random.bounded(reasons.size())));
            break;
        default: {
            RegistrationResults results;
            for (int i = random.bounded(1, 80); i > 0; --i)
                results += anyOutcome(random.bounded(400));
            model.applyResults(results);
        }
        }
        if (step % 5 == 4)
            QTRY_COMPARE(shownRows(proxy), expectedRows(model, proxy));
    }
}

QTEST_MAIN(TestRosterProxyModel)
#include "tst_rosterproxymodel.moc"
