// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/sequel.h"

#include "domain/listcolumns.h"
#include "domain/sequelmark.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// How rows that were sent back are known when they come back, and the columns that they have.
class TestSequel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markComesBackFromItsText();
    void otherTextIsNoMark_data();
    void otherTextIsNoMark();
    void rowsAreFound();
    void addedAndCopiedRowsAreOfTheirOwn();
    void listOfSeveralRunsIsNoSequel();
    void ordinaryListIsNoSequel();
    void guardIsTakenAwayAgain_data();
    void guardIsTakenAwayAgain();
    void columnsSayWhatTheFileSays();
    void correctedNameIsPutTogether();
    void columnsAboutAnEarlierRunAreLeftOut();

private:
    static Roster read(const QByteArray &text)
    {
        return readRosterText(text, u"back.csv"_s).value_or(Roster());
    }
};

void TestSequel::markComesBackFromItsText()
{
    const SequelMark mark{u"20260303-081502123-a1b2c3d4"_s, 16};
    QCOMPARE(mark.text(), u"20260303-081502123-a1b2c3d4 / 17"_s);
    QVERIFY(SequelMark::fromText(mark.text()) == mark);
    QVERIFY(SequelMark::fromText(u" 20260303-081502123-a1b2c3d4/17 "_s) == mark);
}

void TestSequel::otherTextIsNoMark_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "17", "20260303-081502123-a1b2c3d4", "yes / 1",
             "20260303-081502123-a1b2c3d4 / 0", "20260303-081502123-a1b2c3d4 / 99999999999"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestSequel::otherTextIsNoMark()
{
    QFETCH(const QString, text);
    QVERIFY(!SequelMark::fromText(text));
}

void TestSequel::rowsAreFound()
{
    const auto sequel = sequelIn(read("student_id,Why not registered,Rollbook\n"
                                      "7,on hold,20260303-081502123-a1b2c3d4 / 17\n"
                                      "9,full,20260303-081502123-a1b2c3d4 / 3\n"));
    QVERIFY(sequel);
    QCOMPARE(sequel->runId, u"20260303-081502123-a1b2c3d4"_s);
    QCOMPARE(sequel->rows, QList<qint32>({16, 2}));
    QCOMPARE(sequel->added(), 0);
}

void TestSequel::addedAndCopiedRowsAreOfTheirOwn()
{
    const auto sequel = sequelIn(read("student_id,Why,Rollbook\n"
                                      "7,,20260303-081502123-a1b2c3d4 / 17\n"
                                      "8,,\n"
                                      "9,,20260303-081502123-a1b2c3d4 / 17\n"));
    QVERIFY(sequel);
    QCOMPARE(sequel->rows, QList<qint32>({16, -1, -1}));
    QCOMPARE(sequel->added(), 2);
}

void TestSequel::listOfSeveralRunsIsNoSequel()
{
    QVERIFY(!sequelIn(read("student_id,Why,Rollbook\n"
                           "7,,20260303-081502123-a1b2c3d4 / 1\n"
                           "8,,20260304-081502123-a1b2c3d4 / 1\n")));
}

void TestSequel::ordinaryListIsNoSequel()
{
    QVERIFY(!mayBeSequel(read("student_id,name\n7,Ana Ito\n")));
    const Roster other = read("student_id,Rollbook\n7,yes\n");
    QVERIFY(mayBeSequel(other));
    QVERIFY(!sequelIn(other));
}

void TestSequel::guardIsTakenAwayAgain_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("was");
    QTest::newRow("phone") << u"'+34 600"_s << u"+34 600"_s;
    QTest::newRow("formula") << u"'=1+1"_s << u"=1+1"_s;
    QTest::newRow("name") << u"'t Hart"_s << u"'t Hart"_s;
    QTest::newRow("apostrophe") << u"'"_s << u"'"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestSequel::guardIsTakenAwayAgain()
{
    QFETCH(const QString, cell);
    QTEST(withoutFormulaGuard(cell), "was");
}

void TestSequel::columnsSayWhatTheFileSays()
{
    Roster roster = read("Room,Number,Bus stop,First name,Last name,Course\n"
                         "12,0070001,sits in front,Ana,Ito,go1\n");
    roster.students.correct(0, StudentField::FamilyName, u"Itō"_s);
    const ListColumns columns = ListColumns::of(roster.headers, roster.students);
    QStringList cells;
    for (int column = 0; column < columns.columns().size(); ++column)
        cells += QString::fromUtf8(columns.cell(roster.students, 0, column));
    QCOMPARE(cells,
        QStringList({u"12"_s, u"0070001"_s, u"sits in front"_s, u"Ana"_s, u"Itō"_s, u"go1"_s}));
    QCOMPARE(columns.columns().at(2).header, u"Bus stop"_s);
}

void TestSequel::correctedNameIsPutTogether()
{
    Roster roster = read("student_id,name\n7,\"García López, Ana\"\n");
    const ListColumns columns = ListColumns::of(roster.headers, roster.students);
    QCOMPARE(columns.cell(roster.students, 0, 1), QByteArray("García López, Ana"));
    roster.students.correct(0, StudentField::GivenName, u"Anaïs"_s);
    QCOMPARE(columns.cell(roster.students, 0, 1), QByteArray("García López, Anaïs"));
}

void TestSequel::columnsAboutAnEarlierRunAreLeftOut()
{
    const Roster roster = read("student_id,Room,Why not registered,Rollbook\n"
                               "7,12,on hold,20260303-081502123-a1b2c3d4 / 17\n");
    const ListColumns columns = ListColumns::of(roster.headers, roster.students);
    QCOMPARE(columns.columns().size(), 2);
    QCOMPARE(columns.columns().last().header, u"Room"_s);
}

QTEST_GUILESS_MAIN(TestSequel)
#include "tst_sequel.moc"
