// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonreader.h"
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

/// JSON becomes the rows that people see in it, and broken JSON says where it is broken.
class TestJsonRoster : public QObject
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
    void readsManyEntries();
};

void TestJsonRoster::givesRows_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("rows");
    QTest::newRow("array of objects")
        << QByteArray(R"([{"student_id":"007","name":"Núria"},{"student_id":"008","name":"Bo"}])")
        << "student_id|name\n007|Núria\n008|Bo";
    QTest::newRow("keys in the order of the text")
        << QByteArray(R"([{"z":1,"a":2},{"m":3,"a":4}])") << "z|a|m\n1|2|\n|4|3";
    QTest::newRow("byte order mark and blanks")
        << QByteArray("\xEF\xBB\xBF\r\n [ {\"id\" : 1} ] \r\n") << "id\n1";
    QTest::newRow("list in an object")
        << QByteArray(R"({"school":"X","year":2026,"students":[{"id":1}],"tags":["a"]})")
        << "id\n1";
    QTest::newRow("students before other lists")
        << QByteArray(R"({"teachers":[{"id":9}],"Students":[{"id":1}],"rooms":[{"id":7}]})")
        << "id\n1";
    QTest::newRow("a list that is empty does not count")
        << QByteArray(R"({"removed":[],"users":[{"id":1}]})") << "id\n1";
    QTest::newRow("large integer")
        << QByteArray(R"([{"id":9007199254740993},{"id":18446744073709551615},{"id":-3}])")
        << "id\n9007199254740993\n18446744073709551615\n-3";
    QTest::newRow("integer beyond 64 bits")
        << QByteArray(R"([{"id":123456789012345678901234567890}])")
        << "id\n123456789012345678901234567890";
    QTest::newRow("exponents") << QByteArray(R"([{"id":1.2e5},{"id":12E-2},{"id":3e0}])")
                               << "id\n120000\n0.12\n3";
    QTest::newRow("fractions") << QByteArray(R"([{"id":12.50},{"id":12.00},{"id":0.1}])")
                               << "id\n12.50\n12\n0.1";
    QTest::newRow("strings stay as they are")
        << QByteArray(R"([{"id":"1.2E+05","note":" a \"b\" \u00e9\ud83d\ude00 "}])")
        << "id|note\n1.2E+05| a \"b\" é😀 ";
    QTest::newRow("true, false and null")
        << QByteArray(R"([{"id":1,"a":true,"b":false,"c":null}])") << "id|a|b|c\n1|true|false|";
    QTest::newRow("nested once") << QByteArray(
        R"([{"name":{"given":"Ana","family":"Ruiz"},"id":1},{"id":2,"name":{"given":"Bo"}}])")
                                 << "name.given|name.family|id\nAna|Ruiz|1\nBo||2";
    QTest::newRow("nested deeper is left out")
        << QByteArray(R"([{"id":1,"a":{"b":{"c":2},"d":3},"e":[{"f":4}],"g":[[5]]}])")
        << "id|a.d\n1|3";
    QTest::newRow("lists of values") << QByteArray(
        R"([{"id":1,"mail":["a@example.org","b@example.org"],"x":{"y":[1,2,3]},"n":[]}])")
                                     << "id|mail|x.y\n1|a@example.org; b@example.org|1; 2; 3";
    QTest::newRow("the second of two equal keys") << QByteArray(R"([{"id":1,"id":2}])") << "id\n2";
    QTest::newRow("empty entry") << QByteArray(R"([{"id":1,"b":2},{},{"id":3}])")
                                 << "id|b\n1|2\n|\n3|";
}

void TestJsonRoster::givesRows()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, rows);
    KeptRows kept;
    const auto read = readJson(json, QStringLiteral("list.json"), kept);
    QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
    QCOMPARE(kept.text(), rows);
    QVERIFY(looksLikeJson(json));
}

void TestJsonRoster::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("part");
    QTest::newRow("broken in line 3")
        << QByteArray("[\n{\"id\": 1},\n{\"id\" 2}\n]\n") << "broken in line 3";
    QTest::newRow("cut off") << QByteArray("[\n{\"id\": 1},\n{\"id\":") << "broken in line 3";
    QTest::newRow("something behind") << QByteArray("[{\"id\": 1}]\n\nhello") << "broken in line 3";
    QTest::newRow("leading zero") << QByteArray("[{\"id\": 007}]") << "broken in line 1";
    QTest::newRow("not UTF-8") << QByteArray("[{\"id\": \"\xF1\"}]") << "broken in line 1";
    QTest::newRow("number too large") << QByteArray("[{\"id\": 1e999}]") << "broken in line 1";
    QTest::newRow("empty") << QByteArray() << "broken in line 1";
    QTest::newRow("empty list") << QByteArray("[]") << "without a list of students";
    QTest::newRow("no list") << QByteArray(R"({"id":1})") << "without a list of students";
    QTest::newRow("list of values") << QByteArray("[1,2]") << "without a list of students";
    QTest::newRow("list too deep")
        << QByteArray(R"({"data":{"rows":[{"id":1}]}})") << "without a list of students";
    QTest::newRow("several lists")
        << QByteArray(R"({"pupils":[{"id":1}],"staff":[{"id":2}]})") << "(pupils, staff)";
    QTest::newRow("not all are objects")
        << QByteArray(R"([{"id":1},{"id":2},["x","y"],{"id":3}])") << "entry 3";
}

void TestJsonRoster::saysWhatIsWrong()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, part);
    KeptRows kept;
    const auto read = readJson(json, QStringLiteral("list.json"), kept);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::NotARoster);
    QVERIFY2(read.error().sentence.contains(u"“list.json”"), qPrintable(read.error().sentence));
    QVERIFY2(read.error().sentence.contains(part), qPrintable(read.error().sentence));
    QVERIFY(kept.rows.isEmpty());
}

void TestJsonRoster::stopsWhenNothingMoreIsWanted()
{
    KeptRows kept(2);
    QVERIFY(readJson(R"([{"id":1},{"id":2},{"id":3}])", QStringLiteral("list.json"), kept));
    QCOMPARE(kept.text(), QStringLiteral("id\n1"));
}

void TestJsonRoster::endsWithHostileInput_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("deep arrays") << QByteArray(2'000'000, '[');
    QByteArray deep("[");
    for (int i = 0; i < 300'000; ++i)
        deep += "{\"a\":";
    QTest::newRow("deep objects") << deep;
    QByteArray wide("[{");
    for (int i = 0; i < 1'000'000; ++i)
        wide += "\"k" + QByteArray::number(i) + "\":1,";
    QTest::newRow("a million keys") << wide + "\"end\":1}]";
    QByteArray lists("{");
    for (int i = 0; i < 300'000; ++i)
        lists += "\"k" + QByteArray::number(i) + "\":[{\"id\":1}],";
    QTest::newRow("very many lists") << lists + "\"end\":1}";
    QTest::newRow("zeros") << QByteArray(1'000'000, '\0');
    QTest::newRow("long number") << "[{\"id\":1e" + QByteArray(1'000'000, '9') + "}]";
}

void TestJsonRoster::endsWithHostileInput()
{
    QFETCH(const QByteArray, json);
    const std::clock_t begin = std::clock();
    CountedRows counted;
    const auto read = readJson(json, QStringLiteral("list.json"), counted);
    QVERIFY(!read);
    QVERIFY(!read.error().sentence.isEmpty());
    QVERIFY(secondsSince(begin) < MostSeconds);
}

void TestJsonRoster::isRecognised_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isJson");
    QTest::newRow("array") << QByteArray("[{\"id\":1}]") << true;
    QTest::newRow("array over lines") << QByteArray("\n[\r\n\t{") << true;
    QTest::newRow("object") << QByteArray("{\"students\":[]}") << true;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("CSV") << QByteArray("student_id,name\n1,\"[x]\"\n") << false;
    QTest::newRow("CSV with a bracket") << QByteArray("[id],name\n1,x\n") << false;
    QTest::newRow("HTML") << QByteArray("<table>") << false;
    QTest::newRow("brace only") << QByteArray("{") << false;
}

void TestJsonRoster::isRecognised()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isJson);
    QCOMPARE(looksLikeJson(bytes), isJson);
}

void TestJsonRoster::readsManyEntries()
{
    constexpr int count = 50'000;
    QByteArray json("[");
    for (int i = 0; i < count; ++i) {
        json += "{\"student_id\":\"" + QByteArray::number(i)
            + "\",\"given_name\":\"Ana\",\"family_name\":\"Ruiz\",\"year\":9},\n";
    }
    json += "{\"student_id\":\"last\"}]";
    CountedRows counted;
    QVERIFY(readJson(json, QStringLiteral("list.json"), counted));
    QCOMPARE(counted.rows, count + 2);
    QCOMPARE(counted.cells, (count + 2) * 4);
}

QTEST_APPLESS_MAIN(TestJsonRoster)
#include "tst_jsonroster.moc"
