// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "htmltablereader.h"
#include "keptrows.h"

#include <QTest>

#include <ctime>

using namespace Rollbook;

namespace
{

// Of the processor, so that a busy machine does not matter; what is quadratic takes minutes.
constexpr double MostSeconds = 20;

double secondsSince(std::clock_t begin)
{
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

} // namespace

/// The table that people see in a mail or spreadsheet arrives as its rows.
class TestHtmlTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesRows_data();
    void givesRows();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void stopsWhenNothingMoreIsWanted();
    void endsWithHostileInput_data();
    void endsWithHostileInput();
    void isRecognised_data();
    void isRecognised();
    void readsManyRows();

private:
    static QString manyAttributes(int count);
};

void TestHtmlTable::givesRows_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("rows");
    QTest::newRow("plain")
        << "<table><tr><th>id</th><th>name</th></tr><tr><td>007</td><td>Núria</td></tr></table>"
        << "id|name\n007|Núria";
    QTest::newRow("unclosed cells and rows") << "<TABLE><TR><TD>id<TD>name<TR><TD>1<TD>Bo</TABLE>"
                                             << "id|name\n1|Bo";
    QTest::newRow("cut off") << "<table><tr><td>id<td>name<tr><td>1<td>B"
                             << "id|name\n1|B";
    QTest::newRow("head, body and foot")
        << "<table><caption>List</caption><colgroup><col></colgroup><thead><tr><th>id</thead>"
           "<tbody><tr><td>1</tbody><tfoot><tr><td>2</tfoot></table>"
        << "id\n1\n2";
    QTest::newRow("white space is folded") << "<table><tr><td>\n  Ana\n   María \t</td><td>  "
                                              "</td><td>x&nbsp;</td></tr></table>"
                                           << "Ana María||x";
    QTest::newRow("breaks and blocks are blanks")
        << "<table><tr><td>Ana<br>Ruiz</td><td><p>a</p><p>b</p></td></tr></table>"
        << "Ana Ruiz|a b";
    QTest::newRow("markup inside of a word")
        << "<table><tr><td>R<b>ui</b>z <a href='x'>ana@example.org</a></td></tr></table>"
        << "Ruiz ana@example.org";
    QTest::newRow("entities")
        << "<table><tr><td>O&#39;Hara &amp; Núñez &eacute; &euro;</td></tr></table>"
        << "O'Hara & Núñez é €";
    QTest::newRow("scripts and styles are not text")
        << "<table><tr><td>1<script>var x = '<td>';</script><style>td{}</style></td></tr></table>"
        << "1";
    QTest::newRow("over columns") << "<table><tr><td colspan=3>Class 9B</td></tr><tr><td>1</td><td "
                                     "colspan='2'>x</td><td>y</td></tr></table>"
                                  << "Class 9B\n1|x||y";
    QTest::newRow("over rows")
        << "<table><tr><td rowspan=2>9B</td><td>1</td></tr><tr><td>2</td></tr><tr><td>9C</"
           "td><td>3</td></tr></table>"
        << "9B|1\n|2\n9C|3";
    QTest::newRow("over rows and columns")
        << "<table><tr><td>a</td><td rowspan=2 colspan=2>b</td><td>c</td></tr>"
           "<tr><td>d</td><td>e</td></tr></table>"
        << "a|b||c\nd|||e";
    QTest::newRow("over rows at the end")
        << "<table><tr><td>a</td><td rowspan=2>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</"
           "td></tr></table>"
        << "a|b\nc\nd|e";
    QTest::newRow("a span that is no number")
        << "<table><tr><td colspan=x rowspan=-1>a</td><td>b</td></tr></table>"
        << "a|b";
    QTest::newRow("blank row") << "<table><tr><td>id</td></tr><tr></tr><tr><td> "
                                  "</td></tr><tr><td>1</td></tr></table>"
                               << "id\n\n\n1";
    QTest::newRow("the larger of two")
        << "<table><tr><td>logo</td></tr></table><p>Dear all,</p><table><tr><td>id</"
           "td></tr><tr><td>1</td></tr></table><table><tr><td>bye</td></tr></table>"
        << "id\n1";
    QTest::newRow("inside of a layout table")
        << "<table><tr><td>Dear all, <table><tr><td>id</td></tr><tr><td>1</td></tr></"
           "table> bye</td></tr></table>"
        << "id\n1";
    QTest::newRow("around a small table")
        << "<table><tr><td>id</td><td>name</td></tr><tr><td>1</td><td>Bo<table><tr><td>x</"
           "td></tr></table></td></tr></table>"
        << "id|name\n1|Bo";
    QTest::newRow("from Excel")
        << "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head>"
           "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\">"
           "<style><!-- td {mso-number-format:General;} .x1 {mso-number-format:\"\\@\";} "
           "--></style>"
           "</head><body><!--StartFragment--><table border=0><col width=64>"
           "<tr height=20><td class=x1>id</td><td>Größe</td></tr>\r\n<![if !supportMisaligned]>"
           "<tr><td class=x1 x:num=\"7\">007</td><td x:num=\"1.5\">1,5</td></tr><![endif]>"
           "</table><!--EndFragment--></body></html>"
        << "id|Größe\n007|1,5";
    QTest::newRow("from Google Sheets")
        << "<meta charset='utf-8'><google-sheets-html-origin><style>td {}</style><table><colgroup>"
           "<col></colgroup><tbody><tr><td data-sheets-value='{\"1\":3,\"3\":7}'>007</td>"
           "<td>é</td></tr></tbody></table>"
        << "007|é";
    QTest::newRow("a NUL")
        << QStringLiteral("<table><tr><td>a%1b</td><td>c</td></tr></table>").arg(QChar(u'\0'))
        << "a b|c";
}

void TestHtmlTable::givesRows()
{
    QFETCH(const QString, html);
    QFETCH(const QString, rows);
    KeptRows kept;
    const auto read = readHtmlTable(html.toUtf8(), QStringLiteral("mail"), kept);
    QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
    QCOMPARE(kept.text(), rows);
    QVERIFY(looksLikeHtmlTable(html.toUtf8()));
}

void TestHtmlTable::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("part");
    QTest::newRow("no table") << "<p>Hello</p>"
                              << "no table with text";
    QTest::newRow("nothing") << ""
                             << "no table with text";
    QTest::newRow("a table without text") << "<table><tr><td></td></tr></table>"
                                          << "no table with text";
    QTest::newRow("too many columns")
        << "<table><tr>" + QStringLiteral("<td>x").repeated(2001) + "</table>"
        << "more than 2000 columns";
    QTest::newRow("too many columns by spans")
        << "<table><tr><td colspan=1000>a<td colspan=1000>b<td>c</table>"
        << "more than 2000 columns";
    QTest::newRow("nested without end")
        << QStringLiteral("<table><tr><td>").repeated(10'000) << "too deeply nested";
}

void TestHtmlTable::saysWhatIsWrong()
{
    QFETCH(const QString, html);
    QFETCH(const QString, part);
    KeptRows kept;
    const auto read = readHtmlTable(html.toUtf8(), QStringLiteral("mail"), kept);
    QVERIFY(!read);
    QVERIFY2(read.error().sentence.contains(u"“mail”"), qPrintable(read.error().sentence));
    QVERIFY2(read.error().sentence.contains(part), qPrintable(read.error().sentence));
    QVERIFY(kept.rows.isEmpty());
}

void TestHtmlTable::stopsWhenNothingMoreIsWanted()
{
    KeptRows kept(2);
    QVERIFY(
        readHtmlTable("<table><tr><td>1<tr><td>2<tr><td>3</table>", QStringLiteral("mail"), kept));
    QCOMPARE(kept.text(), QStringLiteral("1\n2"));
}

QString TestHtmlTable::manyAttributes(int count)
{
    QString attributes;
    for (int number = 0; number < count; ++number)
        attributes += QStringLiteral(" a%1=1").arg(number);
    return attributes;
}

void TestHtmlTable::endsWithHostileInput_data()
{
    QTest::addColumn<QString>("html");
    QTest::newRow("a million rows and more")
        << "<table>" + QStringLiteral("<tr><td>x").repeated(1'000'001);
    QTest::newRow("spans that multiply")
        << "<table>" + QStringLiteral("<tr><td colspan=1000>a<td colspan=999>b").repeated(100'000);
    QTest::newRow("rows that are taken from above") << "<table><tr>"
            + QStringLiteral("<td rowspan=65534>a").repeated(1999)
            + QStringLiteral("<tr><td>b").repeated(60'000);
    QTest::newRow("deep, with ends that fit nothing")
        << QStringLiteral("<b><i>").repeated(500'000) + QStringLiteral("</u>").repeated(500'000);
    QTest::newRow("a tag with many attributes")
        << "<table" + manyAttributes(200'000) + "><tr><td>1";
    QTest::newRow("one behind a stray quotation mark")
        << "<table \"" + manyAttributes(200'000) + "\"><tr><td>1";
    QTest::newRow("many such tags")
        << QString("<table" + manyAttributes(2'000) + "><tr><td>1</table>").repeated(500);
    QTest::newRow("one huge cell") << "<table><tr><td>" + QString(20'000'000, u'x') + "</table>";
    QTest::newRow("entities that name each other")
        << "<!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><p>&b;</p>";
    QTest::newRow("external entity")
        << "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><p>&e;</p>";
}

void TestHtmlTable::endsWithHostileInput()
{
    QFETCH(const QString, html);
    const std::clock_t begin = std::clock();
    CountedRows counted;
    const auto read = readHtmlTable(html.toUtf8(), QStringLiteral("mail"), counted);
    QVERIFY(!read);
    QVERIFY(!read.error().sentence.isEmpty());
    QCOMPARE(counted.rows, 0);
    QVERIFY(secondsSince(begin) < MostSeconds);
}

void TestHtmlTable::isRecognised_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isHtml");
    QTest::newRow("fragment") << QByteArray("<table>") << true;
    QTest::newRow("page") << QByteArray("\n<!DOCTYPE html><html><body><TABLE border=1>") << true;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF<html><table\n>") << true;
    QTest::newRow("page without a table") << QByteArray("<html><body>") << false;
    QTest::newRow("another element") << QByteArray("<tablet>") << false;
    QTest::newRow("cut off") << QByteArray("<table") << false;
    QTest::newRow("CSV") << QByteArray("id,note\n1,<table>\n") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestHtmlTable::isRecognised()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isHtml);
    QCOMPARE(looksLikeHtmlTable(bytes), isHtml);
}

void TestHtmlTable::readsManyRows()
{
    constexpr int count = 50'000;
    const QString html = "<html><body><table><tr><td>id</td><td>name</td></tr>"
        + QStringLiteral("<tr><td>1</td><td><font>Ana</font></td></tr>\n").repeated(count)
        + "</table></body></html>";
    CountedRows counted;
    QVERIFY(readHtmlTable(html.toUtf8(), QStringLiteral("mail"), counted));
    QCOMPARE(counted.rows, count + 1);
    QCOMPARE(counted.cells, 2 * (count + 1));
}

QTEST_APPLESS_MAIN(TestHtmlTable)
#include "tst_htmltable.moc"
