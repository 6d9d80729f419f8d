// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/listcolumnscodec.h"

#include "registrars/openschool.h"
#include "teststore.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// How the columns of a list are kept with its run.
class TestListColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comeBackAsTheyWere_data();
    void comeBackAsTheyWere();
    void damageLosesThemOnly();
    void areKeptWithTheRun();
    void runOfAnOlderRollbookHasNone();
};

namespace
{

StudentList students()
{
    TextTable::Builder table(4);
    const QList<QByteArray> cells{"Büro 1", "S001", "Ana", "=1+1", "", "S002", "Ben", "a\nb"};
    for (qsizetype i = 0; i < cells.size(); ++i) {
        table.appendCell(cells.at(i));
        if (i % 4 == 3)
            table.endRow();
    }
    StudentList::FieldColumns columns = StudentList::noColumns();
    columns[static_cast<std::size_t>(StudentField::StudentId)] = 1;
    columns[static_cast<std::size_t>(StudentField::GivenName)] = 2;
    return {std::move(table).finish(), columns};
}

} // namespace

void TestListColumns::comeBackAsTheyWere_data()
{
    QTest::addColumn<QStringList>("headers");
    QTest::newRow("none") << QStringList();
    QTest::newRow("all") << QStringList({u"Room"_s, u"Number"_s, u"Vorname"_s, QString()});
    QTest::newRow("only those of a student, and one more") << QStringList({u"Room"_s, u"Number"_s});
}

void TestListColumns::comeBackAsTheyWere()
{
    QFETCH(const QStringList, headers);
    const StudentList list = students();
    const ListColumns columns = ListColumns::of(headers, list);
    const ListColumns read = decodeListColumns(encodeListColumns(columns));
    QCOMPARE(read.columns(), columns.columns());
    for (int row = 0; row < list.size(); ++row) {
        for (int column = 0; column < headers.size(); ++column)
            QCOMPARE(read.cell(list, row, column), columns.cell(list, row, column));
    }
}

void TestListColumns::damageLosesThemOnly()
{
    const QByteArray good = encodeListColumns(
        ListColumns::of({u"Room"_s, u"Number"_s, u"Vorname"_s, u"x"_s}, students()));
    for (qsizetype size = 0; size < good.size(); ++size)
        QVERIFY(decodeListColumns(good.first(size)).isEmpty());
    QByteArray bomb = good;
    for (int i = 1; i <= 4; ++i)
        bomb[i] = '\xff';
    QVERIFY(decodeListColumns(bomb).isEmpty());
}

void TestListColumns::areKeptWithTheRun()
{
    const TestStore store(u"sqlite"_s);
    for (const QString &url : {store.url(), u"simulated:?latency=1ms"_s}) {
        const auto school = *openSchool(url);
        RunRoster roster;
        roster.students = students();
        roster.courses = CourseAssignment(course(u"GO1"_s).ref());
        roster.columns =
            ListColumns::of({u"Room"_s, u"Number"_s, u"Vorname"_s, u"x"_s}, roster.students);
        const Run run = Run::begin(u"list.csv"_s, roster.courses, {});
        QVERIFY(school->journal().begin(run, roster));
        const auto kept = school->journal().columns(run.id);
        QVERIFY(kept);
        QCOMPARE(kept->columns(), roster.columns.columns());
        QCOMPARE(kept->cell(roster.students, 0, 0), QByteArray("Büro 1"));
        school->journal().leave(run);
    }
}

void TestListColumns::runOfAnOlderRollbookHasNone()
{
    const TestStore store(u"sqlite"_s);
    const auto school = store.open();
    const auto columns = school->journal().columns(u"20200101-000000000-00000000"_s);
    QVERIFY(columns);
    QVERIFY(columns->isEmpty());
}

QTEST_GUILESS_MAIN(TestListColumns)
#include "tst_listcolumns.moc"
