// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/roster.h"

#include <QTest>

using namespace Rollbook;

/// What stands between the delimiters arrives as it was meant.
class TestDelimitedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCells_data();
    void readsCells();
    void findsTheDelimiter_data();
    void findsTheDelimiter();
    void unknownColumnsAreKept();
    void cellsBeyondTheHeaderAreToldOf();
    void readsManyRows();
};

void TestDelimitedText::readsCells_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("names");
    const QByteArray header("student_id,family_name\n");
    QTest::newRow("plain") << header + "1,Larsen\n2,Smith\n" << QStringList{"Larsen", "Smith"};
    QTest::newRow("no line break at the end") << header + "1,Larsen" << QStringList{"Larsen"};
    QTest::newRow("CR LF") << QByteArray("student_id,family_name\r\n1,Larsen\r\n2,Smith\r\n")
                           << QStringList{"Larsen", "Smith"};
    QTest::newRow("CR") << QByteArray("student_id,family_name\r1,Larsen\r2,Smith\r")
                        << QStringList{"Larsen", "Smith"};
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + header + "1,Larsen\n"
                                     << QStringList{"Larsen"};
    QTest::newRow("comma in quotes") << header + "1,\"Larsen, Jr.\"\n"
                                     << QStringList{"Larsen, Jr."};
    QTest::newRow("doubled quotes") << header + "1,\"Dwayne \"\"The Rock\"\"\"\n"
                                    << QStringList{"Dwayne \"The Rock\""};
    QTest::newRow("line break in quotes") << header + "1,\"Larsen\nSmith\"\n2,Petrov\n"
                                          << QStringList{"Larsen Smith", "Petrov"};
    QTest::newRow("quotation mark inside a word") << header + "1,O\"Hara\n2,Smith\n"
                                                  << QStringList{"O\"Hara", "Smith"};
    QTest::newRow("blanks around") << header + "1,  Larsen  \n" << QStringList{"Larsen"};
    QTest::newRow("blank rows") << header + "\n1,Larsen\n,\n  \n2,Smith\n\n"
                                << QStringList{"Larsen", "Smith"};
    QTest::newRow("blank rows above the header") << "\n\n" + header + "1,Larsen\n"
                                                 << QStringList{"Larsen"};
    QTest::newRow("short row") << header + "1\n2,Smith\n" << QStringList{"", "Smith"};
    QTest::newRow("not ASCII") << header + "1,Muñoz\n2,Şahin\n3,王\n"
                               << QStringList{"Muñoz", "Şahin", "王"};
}

void TestDelimitedText::readsCells()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, names);
    const auto roster = readRosterText(text, QStringLiteral("list"));
    QVERIFY2(roster, roster ? "" : qPrintable(roster.error().sentence));
    QStringList read;
    for (qint32 row = 0; row < roster->size(); ++row)
        read += roster->students.text(row, StudentField::FamilyName);
    QCOMPARE(read, names);
}

void TestDelimitedText::findsTheDelimiter_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("delimiter");
    QTest::newRow("comma") << QByteArray("student_id,name\n1,Ben\n") << ',';
    QTest::newRow("semicolon") << QByteArray("student_id;name\n1;Ben\n") << ';';
    QTest::newRow("tab") << QByteArray("student_id\tname\n1\tBen\n") << '\t';
    QTest::newRow("semicolon with commas in the cells")
        << QByteArray("student_id;name\n1;Larsen, Ben\n2;Smith, Ann\n") << ';';
    QTest::newRow("comma with semicolons in quotes")
        << QByteArray("student_id,name,\"notes; remarks; more\"\n1,Ben,\"a;b;c;d\"\n") << ',';
    QTest::newRow("one column") << QByteArray("student_id\n1\n") << ',';
}

void TestDelimitedText::findsTheDelimiter()
{
    QFETCH(const QByteArray, text);
    QFETCH(const char, delimiter);
    const auto roster = readRosterText(text, QStringLiteral("list"));
    QVERIFY(roster);
    QCOMPARE(roster->source.delimiter, delimiter);
    QCOMPARE(roster->students.text(0, StudentField::StudentId), QStringLiteral("1"));
}

void TestDelimitedText::unknownColumnsAreKept()
{
    const auto roster =
        readRosterText("shoe size;Student ID;favourite colour\n42;7;red\n", QStringLiteral("list"));
    QVERIFY(roster);
    QCOMPARE(roster->headers, (QStringList{"shoe size", "Student ID", "favourite colour"}));
    QCOMPARE(roster->students.text(0, StudentField::StudentId), QStringLiteral("7"));
    QCOMPARE(roster->students.table().text(0, 2).toString(), QStringLiteral("red"));
}

void TestDelimitedText::cellsBeyondTheHeaderAreToldOf()
{
    const auto roster =
        readRosterText("student_id,name\n1,Ben\n2,Larsen,Sophie\n", QStringLiteral("list"));
    QVERIFY(roster);
    QCOMPARE(roster->size(), 2);
    QCOMPARE(roster->problems.size(), 1);
    QCOMPARE(roster->problems.first().code, RosterProblem::Code::TooManyCells);
    QCOMPARE(roster->problems.first().row, 1);
    QVERIFY(roster->rejectedRows().isEmpty());
}

void TestDelimitedText::readsManyRows()
{
    QByteArray text("student_id,family_name\n");
    constexpr int count = 30'000;
    for (int i = 0; i < count; ++i)
        text += QByteArray::number(i) + ",\"Larsen, " + QByteArray::number(i) + "\"\n";
    const auto roster = readRosterText(text, QStringLiteral("list"));
    QVERIFY(roster);
    QCOMPARE(roster->size(), count);
    for (const int row : {0, 4'095, 4'096, 20'000, count - 1}) {
        QCOMPARE(roster->students.text(row, StudentField::FamilyName),
            QStringLiteral("Larsen, %1").arg(row));
    }
}

QTEST_APPLESS_MAIN(TestDelimitedText)
#include "tst_delimitedtext.moc"
