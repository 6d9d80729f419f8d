// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "shownrows.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Rollbook;
using namespace Rollbook::Test;

/// What a search in the table finds, however it is typed.
class TestRosterSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsStudentsHoweverTheyAreTyped_data();
    void findsStudentsHoweverTheyAreTyped();
    void doesNotFindAcrossFields();
};

void TestRosterSearch::findsStudentsHoweverTheyAreTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");
    QTest::newRow("no accents") << QStringLiteral("munoz") << QStringLiteral("1");
    QTest::newRow("accents") << QStringLiteral("MUÑOZ") << QStringLiteral("1");
    QTest::newRow("two words, any order") << QStringLiteral("inigo peña") << QStringLiteral("1");
    QTest::newRow("part of an id") << QStringLiteral("0032") << QStringLiteral("0070032");
    QTest::newRow("cedilla") << QStringLiteral("sahin") << QStringLiteral("3");
    QTest::newRow("stroke") << QStringLiteral("soren") << QStringLiteral("4");
    QTest::newRow("stroke typed") << QStringLiteral("Sørensen") << QStringLiteral("4");
    QTest::newRow("sharp s") << QStringLiteral("strasse") << QStringLiteral("5");
    QTest::newRow("ligature") << QStringLiteral("aebert") << QStringLiteral("4");
    QTest::newRow("e-mail") << QStringLiteral("B.S@school") << QStringLiteral("5");
    QTest::newRow("taken apart in the file") << QStringLiteral("åberg") << QStringLiteral("6");
    QTest::newRow("dotless i") << QStringLiteral("yildiz") << QStringLiteral("6");
    QTest::newRow("blanks around") << QStringLiteral("  munoz\t ") << QStringLiteral("1");
    QTest::newRow("chinese") << QStringLiteral("周") << QStringLiteral("7");
    QTest::newRow("nobody") << QStringLiteral("munoz soren") << QString();
}

void TestRosterSearch::findsStudentsHoweverTheyAreTyped()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, found);
    RosterModel model;
    model.setRoster(classList({
        {QStringLiteral("1"), QStringLiteral("Muñoz Peña"), QStringLiteral("Íñigo"), {}},
        {QStringLiteral("0070032"), QStringLiteral("Smith"), QStringLiteral("Bob"), {}},
        {QStringLiteral("3"), QStringLiteral("Şahin"), QStringLiteral("Emre"), {}},
        {QStringLiteral("4"), QStringLiteral("Sørensen"), QStringLiteral("Æbert"), {}},
        {QStringLiteral("5"), QStringLiteral("Straße"), QStringLiteral("Béa"),
            QStringLiteral("b.s@School.example")},
        {QStringLiteral("6"), QStringLiteral("A\u030Aberg"), QStringLiteral("Yıldız"), {}},
        {QStringLiteral("7"), QStringLiteral("周"), QStringLiteral("明"), {}},
    }));
    RosterProxyModel proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    proxy.setSearchText(typed);
    QTRY_VERIFY(!proxy.isArranging());
    QCOMPARE(ids(proxy).join(u','), found);
    QCOMPARE(proxy.searchText(), typed);
    proxy.setSearchText({});
    QCOMPARE(proxy.rowCount(), 7);
}

void TestRosterSearch::doesNotFindAcrossFields()
{
    RosterModel model;
    model.setRoster(classList(
        {{QStringLiteral("12"), QStringLiteral("ab"), QStringLiteral("cd"), QStringLiteral("ef")},
            {QStringLiteral("34"), {}, {}, {}}}));
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    for (const auto *const text : {u"cdab", u"abcd", u"ef34", u"2cd"}) {
        proxy.setSearchText(QStringView(text).toString());
        QTRY_VERIFY(!proxy.isArranging());
        QCOMPARE(proxy.rowCount(), 0);
    }
}

QTEST_MAIN(TestRosterSearch)
#include "tst_rostersearch.moc"
