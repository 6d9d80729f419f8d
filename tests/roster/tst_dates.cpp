// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "values/dates.h"

#include <QTest>

using namespace Rollbook;

Q_DECLARE_METATYPE(Rollbook::DateOrder)

/// Dates are read as those who wrote them meant them.
class TestDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dateIsRead_data();
    void dateIsRead();
    void noDateIsRead_data();
    void noDateIsRead();
    void monthsAreKnownInManyLanguages_data();
    void monthsAreKnownInManyLanguages();
    void shortYearIsThatOfAStudent_data();
    void shortYearIsThatOfAStudent();
    void columnDecidesTheOrder_data();
    void columnDecidesTheOrder();
};

namespace
{

constexpr auto Iso = DateOrder::Iso;
constexpr auto DayFirst = DateOrder::DayFirst;
constexpr auto MonthFirst = DateOrder::MonthFirst;
constexpr auto Undecided = DateOrder::Undecided;

void date(const QByteArray &cell, DateOrder order, const QDate &meant)
{
    QTest::addRow("%s, order %d", cell.constData(), static_cast<int>(order))
        << cell << order << meant;
}

void noDate(const QByteArray &cell, DateOrder order)
{
    QTest::addRow("%s, order %d", cell.left(40).constData(), static_cast<int>(order))
        << cell << order;
}

} // namespace

void TestDates::dateIsRead_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<DateOrder>("order");
    QTest::addColumn<QDate>("meant");
    const QDate day(2011, 2, 28);
    for (const char *cell : {"2011-02-28", "2011-2-28", "2011/02/28", "2011.02.28.", "20110228",
             " 2011-02-28 ", "2011-02-28T00:00:00", "2011-02-28 00:00:00.000",
             "2011-02-28T23:00:00Z", "2011-02-28t00:00:00+02:00", "28.02.2011", "28. 2. 2011",
             "28/02/2011", "28/02-2011", "28//02/2011", "28-02-2011", "28/2/11", "28.2.11",
             "28/02/2011 00:00", "28/02/2011 12:30 PM", "28 Feb 2011", "28-Feb-2011", "28-FEB-11",
             "Feb 28, 2011", "February 28th, 2011", "Feb. 28 2011", "28. Februar 2011",
             "28 février 2011", "28 fevrier 2011", "28 de febrero de 2011",
             "28 de fevereiro de 2011", "28 febbraio 2011", "28 februari 2011", "28 lutego 2011",
             "28 Şubat 2011", "28 فبراير 2011", "Monday, 28 February 2011",
             "lunes, 28 de febrero de 2011", "Montag, 28.02.2011",
             "segunda-feira, 28 de fevereiro de 2011", "2011 Feb 28", "28 Feb 2011 10:15",
             "28 Feb 2011, 10:15:00", "2011年2月28日", "2011年02月28日 00:00", "2011년 2월 28일",
             "２０１１年２月２８日", "٢٨/٠٢/٢٠١١", "٢٨\u200F/٠٢\u200F/٢٠١١", "40602"}) {
        date(cell, DayFirst, day);
        date(cell, Undecided, day);
    }
    date("02/28/2011", MonthFirst, day);
    date("2/28/11", MonthFirst, day);
    date("02/28/2011 12:00:00 AM", Iso, day);
    date("28 Feb 2011", MonthFirst, day);
    date("03/04/2011", DayFirst, QDate(2011, 4, 3));
    date("03/04/2011", MonthFirst, QDate(2011, 3, 4));
    date("03.04.2011", Undecided, QDate(2011, 4, 3));
    date("03.04.2011", MonthFirst, QDate(2011, 3, 4));
    date("05/05/2011", Undecided, QDate(2011, 5, 5));
    date("1er mars 2011", Iso, QDate(2011, 3, 1));
    date("1º de março de 2011", Iso, QDate(2011, 3, 1));
    date("29/02/2012", DayFirst, QDate(2012, 2, 29));
    date("20000", Iso, QDate(1954, 10, 3));
    date("60000", Iso, QDate(2064, 4, 8));
}

void TestDates::dateIsRead()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const DateOrder, order);
    const auto read = readDate(cell, order);
    QVERIFY(read);
    QTEST(*read, "meant");
}

void TestDates::noDateIsRead_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<DateOrder>("order");
    for (const char *cell : {"", " ", "last May", "2011", "Feb 2011", "28/02", "2011-02-30",
             "30 Feb 2011", "29/02/2011", "0011-02-28", "31/12/1899", "2200-01-01", "28/02/011",
             "28/02/20111", "28/02/2011 banana", "28/02/2011 12", "28/02/2011:", "2011-02-28x",
             "2011-02-28 2011-02-28", "1.2.3.4", "19999", "60001", "123456", "20111332",
             "28 Foo 2011", "Feb Mar 2011", "28 Feb Mar 2011", "28 2011 Feb", "Feb 28 29 2011", "/",
             "-", "--", "../..", "2011-02-", "2011年", "年月日", ":", "T:", "99999999999999999999",
             "28/99999999999999999999/2011", "13/13/2011", "00/01/2011", "28/\xFF/2011", "\xFF\xFE",
             "2011-02\xC2"}) {
        noDate(cell, DayFirst);
        noDate(cell, Undecided);
    }
    noDate("03/04/2011", Iso);
    noDate("03/04/2011", Undecided);
    noDate("02/28/2011", DayFirst);
    noDate("28/02/2011", MonthFirst);
    noDate(QByteArray(1 << 20, '1'), DayFirst);
    noDate(QByteArray("1/").repeated(1 << 19), DayFirst);
    noDate(QByteArray("Feb ").repeated(1 << 18), DayFirst);
    noDate(QByteArray("28\0/02/2011", 11), DayFirst);
}

void TestDates::noDateIsRead()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const DateOrder, order);
    QVERIFY(!readDate(cell, order));
}

void TestDates::monthsAreKnownInManyLanguages_data()
{
    QTest::addColumn<QStringList>("months");
    const auto language = [](const char *name, const QString &months) {
        QTest::newRow(name) << months.split(u' ');
    };
    language("English",
        "January February March April May June July August September October November December");
    language("English, short", "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec");
    language("Spanish",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");
    language("French",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre");
    language("German",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember");
    language("Portuguese",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro");
    language("Italian",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
        "dicembre");
    language("Dutch",
        "januari februari maart april mei juni juli augustus september oktober november december");
    language("Polish",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
        "listopada grudnia");
    language(
        "Turkish", "OCAK ŞUBAT MART NİSAN MAYIS HAZİRAN TEMMUZ AĞUSTOS EYLÜL EKİM KASIM ARALIK");
    language(
        "Arabic", "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر");
}

void TestDates::monthsAreKnownInManyLanguages()
{
    QFETCH(const QStringList, months);
    QCOMPARE(months.size(), 12);
    for (int month = 1; month <= 12; ++month) {
        const QByteArray cell = ("7 " + months.at(month - 1) + " 2011").toUtf8();
        const auto read = readDate(cell, Iso);
        QVERIFY2(read, cell.constData());
        QCOMPARE(*read, QDate(2011, month, 7));
    }
}

void TestDates::shortYearIsThatOfAStudent_data()
{
    QTest::addColumn<int>("age");
    QTest::addColumn<int>("read");
    QTest::newRow("youngest") << 3 << 3;
    QTest::newRow("pupil") << 14 << 14;
    QTest::newRow("oldest") << 102 << 102;
    QTest::newRow("too young to be one") << 2 << 102;
    QTest::newRow("not born") << -1 << 99;
}

void TestDates::shortYearIsThatOfAStudent()
{
    QFETCH(const int, age);
    QFETCH(const int, read);
    const int thisYear = QDate::currentDate().year();
    const int year = thisYear - age;
    const auto date = readDate(
        QStringLiteral("28/2/%1").arg(year % 100, 2, 10, QLatin1Char('0')).toUtf8(), DayFirst);
    QVERIFY(date);
    QCOMPARE(thisYear - date->year(), read);
}

void TestDates::columnDecidesTheOrder_data()
{
    QTest::addColumn<QByteArrayList>("cells");
    QTest::addColumn<DateOrder>("order");
    QTest::addColumn<bool>("undecidable");
    const auto column = [](const char *name, const QByteArrayList &cells, DateOrder order,
                            bool undecidable = false) {
        QTest::newRow(name) << cells << order << undecidable;
    };
    column("empty", {}, Iso);
    column("ISO", {"2011-02-28", "2011-03-04", ""}, Iso);
    column("in words", {"28 Feb 2011", "Feb 3, 2011"}, Iso);
    column("no dates", {"tomorrow", "1/2", "\xFF"}, Iso);
    column("day and month alike", {"05/05/2011"}, Iso);
    column("day first", {"03/04/2011", "28/02/2011", "01/02/2011"}, DayFirst);
    column("month first", {"03/04/2011", "02/28/2011", "01/02/2011"}, MonthFirst);
    column("with a time behind", {"2/28/2011 0:00", "03/04/2011 0:00"}, MonthFirst);
    column("all either way", {"03/04/2011", "01/02/2011"}, Undecided, true);
    column("dots are day first", {"03.04.2011", "01.02.2011"}, DayFirst);
    column("unless they are not", {"03.04.2011", "02.28.2011"}, MonthFirst);
    column("the most win", {"28/02/2011", "27/02/2011", "02/26/2011"}, DayFirst);
    column("as many of both", {"28/02/2011", "02/26/2011"}, Undecided);
    column("as many of both, and one to ask about", {"28/02/2011", "02/26/2011", "03/04/2011"},
        Undecided, true);
    column("neither can be a month", {"28/28/2011", "03/04/2011"}, Undecided, true);
    column("numbers", {"40602", "20110228"}, Iso);
}

void TestDates::columnDecidesTheOrder()
{
    QFETCH(const QByteArrayList, cells);
    DateColumn column;
    for (const QByteArray &cell : cells)
        column.add(cell);
    QTEST(column.order(), "order");
    QTEST(column.isUndecidable(), "undecidable");
}

QTEST_APPLESS_MAIN(TestDates)
#include "tst_dates.moc"
