// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rostertable.h"
#include "table/rostermodel.h"
#include "table/rosterproxymodel.h"

#include <QStandardPaths>
#include <QTest>

using namespace Rollbook;

namespace
{

constexpr int Students = 200'000;
// More than a screen has cells, and next to nothing of all rows.
constexpr int MostAsked = 20'000;

/// Counts what it is asked.
class AskedModel : public RosterModel
{
public:
    QVariant data(const QModelIndex &index, int role) const override
    {
        ++asked;
        return RosterModel::data(index, role);
    }

    mutable int asked = 0;
};

Roster longList(const QList<int> &rowsWithProblem)
{
    TextTable::Builder builder(1);
    builder.reserve(Students, 8 * qsizetype{Students});
    for (int row = 0; row < Students; ++row) {
        builder.appendCell(QByteArray::number(20'000'000 + row));
        builder.endRow();
    }
    StudentList::FieldColumns columns = StudentList::noColumns();
    columns[static_cast<std::size_t>(StudentField::StudentId)] = 0;
    Roster roster;
    roster.students = StudentList(std::move(builder).finish(), columns);
    for (const int row : rowsWithProblem)
        roster.problems += {RosterProblem::Severity::Error, RosterProblem::Code::DuplicateRow, row,
            -1, 0, QStringLiteral("same as row 1")};
    return roster;
}

} // namespace

/// F8 in a list of a million students, where the next problem is far away or nowhere.
class TestNextProblem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isFoundWithoutAskingTheRows_data();
    void isFoundWithoutAskingTheRows();
    void nothingMovesWhereThereIsNone();
};

void TestNextProblem::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestNextProblem::isFoundWithoutAskingTheRows_data()
{
    QTest::addColumn<int>("sortColumn");
    QTest::addColumn<QString>("typed");
    QTest::newRow("as the list has them") << -1 << QString();
    QTest::newRow("sorted") << int{RosterModel::StudentIdColumn} << QString();
    QTest::newRow("searched") << -1 << QStringLiteral("20");
    QTest::newRow("sorted and searched")
        << int{RosterModel::StudentIdColumn} << QStringLiteral("20");
}

void TestNextProblem::isFoundWithoutAskingTheRows()
{
    QFETCH(const int, sortColumn);
    QFETCH(const QString, typed);
    AskedModel model;
    model.setRoster(longList({3, Students - 2}));
    RosterTable table(model);
    table.proxy()->sort(sortColumn);
    table.proxy()->setSearchText(typed);
    QTRY_VERIFY(!table.proxy()->isArranging());
    QCOMPARE(table.proxy()->rowCount(), Students);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    model.asked = 0;
    QList<int> rows;
    for (int time = 0; time < 3; ++time) {
        table.goToNextProblem();
        rows += table.currentIndex().row();
    }
    QCOMPARE(rows, (QList<int>{3, Students - 2, 3}));
    QVERIFY2(model.asked < MostAsked, qPrintable(QString::number(model.asked)));
}

void TestNextProblem::nothingMovesWhereThereIsNone()
{
    AskedModel model;
    model.setRoster(longList({}));
    RosterTable table(model);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const QModelIndex before = table.model()->index(7, RosterModel::StudentIdColumn);
    table.setCurrentIndex(before);
    model.asked = 0;
    table.goToNextProblem();
    QCOMPARE(table.currentIndex(), before);
    QCOMPARE(model.asked, 0);
}

QTEST_MAIN(TestNextProblem)
#include "tst_nextproblem.moc"
