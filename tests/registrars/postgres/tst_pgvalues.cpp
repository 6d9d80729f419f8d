// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pgtestdatabase.h"

#include <QTest>

#include <limits>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Values come back from the server as they were given to it.
class TestPgValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textComesBackAsItWas_data();
    void textComesBackAsItWas();
    void zeroCharacterIsReplaced();
    void nullIsNotEmpty();
    void numbersComeBackAsTheyWere_data();
    void numbersComeBackAsTheyWere();
    void trueIsOne();
    void everyByteComesBack_data();
    void everyByteComesBack();
    void thousandsOfElementsGoAtOnce();
    void elementsCanBeNull();
    void noElementsAreAnArray();
};

namespace
{

const QString Database = PostgresCluster::Superuser;

const std::string &longText()
{
    static const std::string text(1 << 20, 'x');
    return text;
}

QByteArray everyByte()
{
    QByteArray bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes.append(static_cast<char>(byte));
    return bytes;
}

} // namespace

void TestPgValues::textComesBackAsItWas_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("not ASCII") << u"Zo\u00eb \u0141ukasz \u6f22\u5b57 \U0001F393 \u0645"_s;
    QTest::newRow("combined") << u"e\u0301"_s;
    QTest::newRow("quotes") << u"O'Neill \"Tip\" ''"_s;
    QTest::newRow("backslashes") << u"\\x41 \\ \\\\ \\0"_s;
    QTest::newRow("parameters") << u"$1 ?1 %s"_s;
    QTest::newRow("lines") << u"a\r\nb\tc\u2028"_s;
    QTest::newRow("braces") << u"{a,NULL,\"b\"}"_s;
    QTest::newRow("long") << QString::fromStdString(longText());
}

void TestPgValues::textComesBackAsItWas()
{
    QFETCH(QString, text);
    PgConnection connection(addressOf(Database));
    QCOMPARE(first(connection.execute("SELECT $1", {PgParameter(text.toStdString())})), text);
    PgArray array(PgArray::Element::Text);
    array.addText(text.toStdString());
    QCOMPARE(first(connection.execute("SELECT ($1)[1]", {array})), text);
}

void TestPgValues::zeroCharacterIsReplaced()
{
    using namespace std::string_view_literals;
    PgConnection connection(addressOf(Database));
    QCOMPARE(first(connection.execute("SELECT $1", {"\0a\0"sv})), u"\uFFFDa\uFFFD"_s);
    PgArray array(PgArray::Element::Text);
    array.addText("b\0"sv);
    QCOMPARE(first(connection.execute("SELECT ($1)[1]", {array})), u"b\uFFFD"_s);
}

void TestPgValues::nullIsNotEmpty()
{
    PgConnection connection(addressOf(Database));
    const PgResult answer = connection.execute("SELECT $1::text, $2::text, $3::bytea, $4::bytea",
        {PgParameter(), std::string_view(), PgParameter(), PgParameter::borrowed({})});
    QVERIFY(answer.isNull(0, 0));
    QVERIFY(!answer.isNull(0, 1));
    QVERIFY(answer.isNull(0, 2));
    QVERIFY(!answer.isNull(0, 3));
    QCOMPARE(answer.number(0, 0), 0);
    QVERIFY(answer.text(0, 0).empty());
    QVERIFY(answer.bytes(0, 3).isEmpty());
}

void TestPgValues::numbersComeBackAsTheyWere_data()
{
    QTest::addColumn<qint64>("number");
    QTest::newRow("nought") << qint64{0};
    QTest::newRow("negative") << qint64{-1};
    QTest::newRow("greatest") << std::numeric_limits<qint64>::max();
    QTest::newRow("least") << std::numeric_limits<qint64>::min();
}

void TestPgValues::numbersComeBackAsTheyWere()
{
    QFETCH(qint64, number);
    PgConnection connection(addressOf(Database));
    PgArray array(PgArray::Element::BigInt);
    array.addNumber(number);
    const PgResult answer =
        connection.execute("SELECT $1::bigint, ($2)[1], sum($1::bigint), 'a'", {number, array});
    for (int column = 0; column < 3; ++column) {
        QCOMPARE(answer.number(0, column), number);
        QVERIFY(answer.isNumber(column));
    }
    QVERIFY(!answer.isNumber(3));
}

void TestPgValues::trueIsOne()
{
    PgConnection connection(addressOf(Database));
    const PgResult answer =
        connection.execute("SELECT $1::boolean, $2::boolean", {qint64{1}, qint64{0}});
    QCOMPARE(answer.number(0, 0), 1);
    QCOMPARE(answer.number(0, 1), 0);
}

void TestPgValues::everyByteComesBack_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("hex") << u"hex"_s;
    QTest::newRow("of old servers") << u"escape"_s;
}

void TestPgValues::everyByteComesBack()
{
    QFETCH(QString, format);
    PgConnection connection(addressOf(Database));
    connection.execute(
        "SELECT set_config('bytea_output', $1, false)", {PgParameter(format.toStdString())});
    const QByteArray bytes = everyByte();
    const PgResult answer =
        connection.execute("SELECT $1::bytea, length($1::bytea)", {PgParameter::borrowed(bytes)});
    QCOMPARE(answer.bytes(0, 0), bytes);
    QCOMPARE(answer.number(0, 1), 256);
}

void TestPgValues::thousandsOfElementsGoAtOnce()
{
    PgConnection connection(addressOf(Database));
    PgArray numbers(PgArray::Element::BigInt, 10'000);
    PgArray rows(PgArray::Element::Int, 10'000);
    PgArray texts(PgArray::Element::Text, 10'000);
    for (int row = 0; row < 10'000; ++row) {
        numbers.addNumber(qint64{row} << 32);
        rows.addNumber(-row);
        texts.addText("student " + std::to_string(row));
    }
    const PgResult answer = connection.execute(
        "SELECT count(*) FROM unnest($1, $2, $3) WITH ORDINALITY AS t(number, row, text, n)"
        " WHERE number = (n - 1) << 32 AND row = 1 - n AND text = 'student ' || (n - 1)",
        {numbers, rows, texts});
    QCOMPARE(answer.number(0, 0), 10'000);
}

void TestPgValues::elementsCanBeNull()
{
    PgConnection connection(addressOf(Database));
    PgArray texts(PgArray::Element::Text);
    texts.addText("");
    texts.addNull();
    texts.addText("NULL");
    PgArray numbers(PgArray::Element::Int);
    numbers.addNull();
    numbers.addNumber(7);
    QCOMPARE(first(connection.execute("SELECT $1::text || $2::text", {texts, numbers})),
        u"{\"\",NULL,\"NULL\"}{NULL,7}"_s);
}

void TestPgValues::noElementsAreAnArray()
{
    PgConnection connection(addressOf(Database));
    const PgResult answer = connection.execute(
        "SELECT cardinality($1), count(u) FROM unnest($1) u", {PgArray(PgArray::Element::Text)});
    QCOMPARE(answer.number(0, 0), 0);
    QCOMPARE(answer.number(0, 1), 0);
}

QTEST_GUILESS_MAIN(TestPgValues)
#include "tst_pgvalues.moc"
