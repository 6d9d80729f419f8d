// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delimitedreader.h"
#include "delimitedscanner.h"

#include <QRandomGenerator>
#include <QTest>

#include <csv.h>

using namespace Rollbook;

namespace
{

using Rows = QList<QByteArrayList>;

class KeptRows : public RowSink
{
public:
    explicit KeptRows(qsizetype most = -1)
        : m_most(most)
    {
    }
    bool addRow(std::span<const QByteArrayView> cells) override
    {
        QByteArrayList row;
        for (const QByteArrayView cell : cells)
            row += cell.toByteArray();
        rows += row;
        return rows.size() != m_most;
    }

    Rows rows;

private:
    qsizetype m_most;
};

Rows readByScanner(QByteArrayView text, char delimiter, bool &closed)
{
    Rows rows;
    DelimitedScanner scanner(text, delimiter);
    for (;;) {
        const DelimitedScanner::Found found = scanner.next();
        closed = found != DelimitedScanner::Found::QuoteNotClosed;
        if (found != DelimitedScanner::Found::Row)
            return rows;
        QByteArrayList row;
        for (const QByteArrayView cell : scanner.cells())
            row += cell.toByteArray();
        // libcsv does not tell of them.
        if (!row.isEmpty())
            rows += row;
    }
}

Rows readByLibcsv(const QByteArray &text, char delimiter, bool &closed)
{
    struct Taken {
        Rows rows;
        QByteArrayList row;
    } taken;
    const auto cell = [](void *bytes, std::size_t size, void *to) {
        static_cast<Taken *>(to)->row +=
            QByteArray(static_cast<const char *>(bytes), static_cast<qsizetype>(size));
    };
    const auto endRow = [](int, void *to) {
        auto *into = static_cast<Taken *>(to);
        into->rows += std::exchange(into->row, {});
    };
    csv_parser parser{};
    csv_init(&parser, 0);
    csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
    csv_parse(&parser, text.data(), static_cast<std::size_t>(text.size()), cell, endRow, &taken);
    csv_set_opts(&parser, CSV_STRICT | CSV_STRICT_FINI);
    closed = csv_fini(&parser, cell, endRow, &taken) == 0;
    csv_free(&parser);
    return taken.rows;
}

} // namespace

/// The rows and cells of delimited text arrive as they were meant, whatever else is in the file.
class TestDelimitedRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRows_data();
    void readsRows();
    void findsTheDelimiter_data();
    void findsTheDelimiter();
    void stopsWhenNothingMoreIsWanted();
    void namesThePlaceOfAnError_data();
    void namesThePlaceOfAnError();
    void isNotHeldUpByOneHugeLine_data();
    void isNotHeldUpByOneHugeLine();
    void readsAsLibcsvDoes();
    void survivesRandomBytes();
};

void TestDelimitedRows::readsRows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Rows>("rows");
    QTest::newRow("nothing") << QByteArray() << Rows{};
    QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << Rows{{"a", "b"}, {"1", "2"}};
    QTest::newRow("no line break at the end")
        << QByteArray("a,b\n1,2") << Rows{{"a", "b"}, {"1", "2"}};
    QTest::newRow("CR LF") << QByteArray("a,b\r\n1,2\r\n") << Rows{{"a", "b"}, {"1", "2"}};
    QTest::newRow("CR") << QByteArray("a,b\r1,2\r") << Rows{{"a", "b"}, {"1", "2"}};
    QTest::newRow("line ends mixed") << QByteArray("a,b\r1,2\n3,4\r\n5,6")
                                     << Rows{{"a", "b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}};
    QTest::newRow("comma in quotes")
        << QByteArray("a,b\n1,\"x, y\"\n") << Rows{{"a", "b"}, {"1", "x, y"}};
    QTest::newRow("doubled quotes") << QByteArray("a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n")
                                    << Rows{{"a", "b"}, {"say \"hi\"", "\""}};
    QTest::newRow("many doubled quotes in a row")
        << QByteArray("\"\"\"a\"\"\",b,\"\"\"c\"\"\",d\n") << Rows{{"\"a\"", "b", "\"c\"", "d"}};
    QTest::newRow("line breaks in quotes") << QByteArray("a,b\n1,\"x\r\ny\n\rz\"\n2,w\n")
                                           << Rows{{"a", "b"}, {"1", "x\r\ny\n\rz"}, {"2", "w"}};
    QTest::newRow("quotation mark in a word")
        << QByteArray("a,b\n1,O\"Hara\n") << Rows{{"a", "b"}, {"1", "O\"Hara"}};
    QTest::newRow("forgotten to double") << QByteArray("a,b\n1,\"the \"rock\" himself\"\n")
                                         << Rows{{"a", "b"}, {"1", "the \"rock\" himself"}};
    QTest::newRow("blanks around")
        << QByteArray(" a , b\t\n 1 , \" x \" \n") << Rows{{"a", "b"}, {"1", " x "}};
    QTest::newRow("blank lines are rows without cells") << QByteArray(
        "\r\n\na,b\n  \n,\n1,2\n\n") << Rows{{}, {}, {"a", "b"}, {}, {"", ""}, {"1", "2"}, {}};
    QTest::newRow("ragged") << QByteArray("a,b,c\n1\n1,2,3,4\n,,\n")
                            << Rows{{"a", "b", "c"}, {"1"}, {"1", "2", "3", "4"}, {"", "", ""}};
    QTest::newRow("not ASCII") << QByteArray("a,b\nMuñoz,王\n")
                               << Rows{{"a", "b"}, {"Muñoz", "王"}};
    QTest::newRow("NUL bytes are text") << QByteArray("a,b\n1\0"
                                                      "2,\"\0\"\n",
        11)
                                        << Rows{{"a", "b"},
                                               {QByteArray("1\0"
                                                           "2",
                                                    3),
                                                   QByteArray("\0", 1)}};
    QTest::newRow("empty cells by tabs") << QByteArray("a\tb\tc\n\t\tx\n1\t\t\n")
                                         << Rows{{"a", "b", "c"}, {"", "", "x"}, {"1", "", ""}};
    QTest::newRow("sep= is no row")
        << QByteArray("sep=;\r\na;b\r\n1;2\r\n") << Rows{{"a", "b"}, {"1", "2"}};
    QTest::newRow("sep= against the look")
        << QByteArray("SEP=|\na,b|c,d\n1,2|3,4\n") << Rows{{"a,b", "c,d"}, {"1,2", "3,4"}};
    QTest::newRow("sep= alone") << QByteArray("sep=;") << Rows{};
    QTest::newRow("a header that only begins so")
        << QByteArray("sep=;x,b\n1,2\n") << Rows{{"sep=;x", "b"}, {"1", "2"}};
}

void TestDelimitedRows::readsRows()
{
    QFETCH(const QByteArray, text);
    QFETCH(const Rows, rows);
    KeptRows kept;
    const auto read = readDelimited(text, QStringLiteral("list"), kept);
    QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
    QCOMPARE(kept.rows, rows);
}

void TestDelimitedRows::findsTheDelimiter_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("delimiter");
    QTest::newRow("comma") << QByteArray("id,name\n1,Ben\n") << ',';
    QTest::newRow("semicolon") << QByteArray("id;name\n1;Ben\n") << ';';
    QTest::newRow("tab") << QByteArray("id\tname\n1\tBen\n") << '\t';
    QTest::newRow("bar") << QByteArray("id|name\n1|Ben\n") << '|';
    QTest::newRow("one column") << QByteArray("id\n1\n") << ',';
    QTest::newRow("header alone") << QByteArray("id;name") << ';';
    QTest::newRow("nothing") << QByteArray() << ',';
    QTest::newRow("semicolon in a title above commas")
        << QByteArray("Class list; autumn\n\nid,name,mail\n1,Ben,b@x\n2,Ann,a@x\n") << ',';
    QTest::newRow("commas in a title above semicolons")
        << QByteArray("School, Street 1, 12345 City, autumn\nid;name\n1;Ben\n2;Ann\n") << ';';
    QTest::newRow("names with a comma between semicolons")
        << QByteArray("id;name\n1;Larsen, Ben\n2;Smith, Ann\n3;Berg, Ida\n") << ';';
    QTest::newRow("names and cities with commas between semicolons")
        << QByteArray("id;name;home\n1;Larsen, Ben;Oslo, N\n2;Smith, Ann;Bath, GB\n") << ';';
    QTest::newRow("decimal commas between semicolons")
        << QByteArray("id;mark;weight\n1;1,5;2,0\n2;1,7;3,5\n3;2,0;4,5\n") << ';';
    QTest::newRow("commas between tabs")
        << QByteArray("id\tname\n1\tLarsen, Ben\n2\tSmith, Ann\n") << '\t';
    QTest::newRow("semicolons in quotes between commas")
        << QByteArray("id,name,\"notes; remarks; more\"\n1,Ben,\"a;b;c;d\"\n2,Ann,\"a;b;c;d\"\n")
        << ',';
    QTest::newRow("semicolons in some notes between commas")
        << QByteArray("id,name,notes\n1,Ben,late; ill\n2,Ann,\n3,Ida,ill; late; ill\n") << ',';
    QTest::newRow("quoted cells with line breaks between semicolons")
        << QByteArray("\"id\";\"name\"\n\"1\";\"Ben,\nBerg\"\n\"2\";\"Ann,\nSmith\"\n") << ';';
    QTest::newRow("ragged commas")
        << QByteArray("id,name,mail\n1,Ben\n2,Ann,a@x\n3,Ida,i@x,tall\n4,Tom,t@x\n") << ',';
    QTest::newRow("many commas below a long sample")
        << "id;name\n" + QByteArray("1;Ben\n").repeated(60) + QByteArray("a,b,c\n").repeated(9'999)
        << ';';
    QTest::newRow("said") << QByteArray("sep=^\nid^a;b\n1^c;d\n") << '^';
}

void TestDelimitedRows::findsTheDelimiter()
{
    QFETCH(const QByteArray, text);
    QFETCH(const char, delimiter);
    KeptRows kept;
    const auto read = readDelimited(text, QStringLiteral("list"), kept);
    QVERIFY(read);
    QCOMPARE(*read, delimiter);
}

void TestDelimitedRows::stopsWhenNothingMoreIsWanted()
{
    KeptRows kept(2);
    // What is beyond is not even looked at.
    const auto read = readDelimited("a;b\n1;2\n3;\"4\n", QStringLiteral("list"), kept);
    QVERIFY(read);
    QCOMPARE(*read, ';');
    QCOMPARE(kept.rows, (Rows{{"a", "b"}, {"1", "2"}}));
}

void TestDelimitedRows::namesThePlaceOfAnError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("what");
    const QByteArray million(1'100'000, 'x');
    QTest::newRow("quotation mark never closed")
        << QByteArray("Title\n\nid,name\n1,\"Larsen\n2,Smith\n") << "row 4 of the file, column 2"
        << "never closed";
    QTest::newRow("in the first cell") << QByteArray("\"") << "row 1 of the file, column 1"
                                       << "never closed";
    QTest::newRow("swallows more than a million letters")
        << "id,name\n1,\"Larsen\n" + QByteArray("2,Smith\n").repeated(200'000)
        << "row 2 of the file, column 2"
        << "more than a million letters";
    QTest::newRow("a million letters") << "id,name\n1," + million + "\n2,Smith\n"
                                       << "row 2 of the file, column 2"
                                       << "more than a million letters";
    QTest::newRow("a million letters in quotes") << "id,name\n1,\"" + million + "\"\n2,Smith\n"
                                                 << "row 2 of the file, column 2"
                                                 << "more than a million letters";
    QTest::newRow("a million quotation marks")
        << "id,name\n1," + QByteArray(3'000'000, '"') + "\n2,Smith\n"
        << "row 2 of the file, column 2"
        << "more than a million letters";
    QTest::newRow("too many columns") << "id,name\n1,2\n" + QByteArray(5'000, ',') + "\n"
                                      << "row 3"
                                      << "more than 2000 columns";
}

void TestDelimitedRows::namesThePlaceOfAnError()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, place);
    QFETCH(const QString, what);
    KeptRows kept;
    // A name that would be taken for a place marker, were the sentence filled in piece by piece.
    const auto read = readDelimited(text, QStringLiteral("list %2 %3.csv"), kept);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::NotARoster);
    const QString sentence = read.error().sentence;
    QVERIFY2(sentence.contains(QStringLiteral("“list %2 %3.csv”")), qPrintable(sentence));
    QVERIFY2(sentence.contains(place), qPrintable(sentence));
    QVERIFY2(sentence.contains(what), qPrintable(sentence));
}

void TestDelimitedRows::isNotHeldUpByOneHugeLine_data()
{
    QTest::addColumn<char>("letter");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("x") << 'x' << false;
    QTest::newRow("comma") << ',' << false;
    QTest::newRow("quotation mark") << '"' << false;
    QTest::newRow("blank") << ' ' << true;
    QTest::newRow("NUL") << '\0' << false;
    QTest::newRow("line break") << '\n' << true;
}

void TestDelimitedRows::isNotHeldUpByOneHugeLine()
{
    QFETCH(const char, letter);
    QFETCH(const bool, isRead);
    const QByteArray text(100'000'000, letter);
    struct : RowSink {
        bool addRow(std::span<const QByteArrayView> /*cells*/) override { return true; }
    } sink;
    // Whatever looks at a letter again for each other one would not end before the test is ended.
    const auto read = readDelimited(text, QStringLiteral("list"), sink);
    QCOMPARE(read.has_value(), isRead);
}

void TestDelimitedRows::readsAsLibcsvDoes()
{
    QRandomGenerator random(2026);
    static constexpr std::array<char, 4> delimiters{',', ';', '\t', '|'};
    static constexpr std::array<char, 16> letters{
        '"', '"', '"', '"', ',', ',', ';', '\t', '|', '\n', '\r', ' ', 'a', 'b', '\0', '\xC3'};
    int unclosed = 0;
    for (int round = 0; round < 60'000; ++round) {
        QByteArray text;
        const auto size = static_cast<qsizetype>(random.bounded(80));
        for (qsizetype i = 0; i < size; ++i) {
            // Every other text has cells that are longer than what is scanned in one step.
            const bool plain = round / 4 % 2 == 1 && random.bounded(16) != 0;
            text += plain ? 'a' : letters[random.bounded(static_cast<quint32>(letters.size()))];
        }
        const char delimiter = delimiters[static_cast<std::size_t>(round) % delimiters.size()];
        bool closed = true;
        bool closedForLibcsv = true;
        const Rows rows = readByScanner(text, delimiter, closed);
        Rows expected = readByLibcsv(text, delimiter, closedForLibcsv);
        QVERIFY2(closed == closedForLibcsv, text.toPercentEncoding().constData());
        QVERIFY2(rows == expected, text.toPercentEncoding().constData());
        unclosed += closed ? 0 : 1;
    }
    QVERIFY(unclosed > 1'000 && unclosed < 59'000);
}

void TestDelimitedRows::survivesRandomBytes()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 3'000; ++round) {
        QByteArray text(static_cast<qsizetype>(random.bounded(2'000)), Qt::Uninitialized);
        for (char &byte : text)
            byte = static_cast<char>(random.bounded(256));
        KeptRows kept;
        const auto read = readDelimited(text, QStringLiteral("list"), kept);
        QVERIFY(read || !read.error().sentence.isEmpty());
        qsizetype bytes = 0;
        for (const QByteArrayList &row : std::as_const(kept.rows)) {
            for (const QByteArray &cell : row)
                bytes += cell.size();
        }
        QVERIFY(bytes <= text.size());
    }
}

QTEST_APPLESS_MAIN(TestDelimitedRows)
#include "tst_delimitedrows.moc"
