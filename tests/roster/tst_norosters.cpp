// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/roster.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <string_view>

using namespace Rollbook;
using namespace std::string_view_literals;

/// Files that are no class list give a clear answer, whatever is in them.
class TestNoRosters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentSaysWhy_data();
    void contentSaysWhy();
    void missingFileSaysSo();
    void folderSaysSo();
    void longCellEndsTheReading();
    void anyBytesGiveAnAnswer();
    void cutOffAnywhereGivesAnAnswer();
};

void TestNoRosters::contentSaysWhy_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << "is empty";
    QTest::newRow("byte order mark alone") << QByteArray("\xEF\xBB\xBF") << "is empty";
    QTest::newRow("blank lines") << QByteArray("\n \r\n,,\n") << "is empty";
    QTest::newRow("header alone") << QByteArray("student_id,name\n\n") << "no students below it";
    QTest::newRow("no identifier")
        << QByteArray("name,shoe size\nBen,42\n") << "the columns found are: name, shoe size";
    QTest::newRow("quotation mark") << QByteArray("ID,Name\n1,\"Ben\n2,Ann\n")
                                    << "row 2 of the file, column 2, a quotation mark is opened";
    QTest::newRow("zeros") << QByteArray("ID,Name\n1,B\0n\n", 15) << "is not a text file";
    QTest::newRow("workbook") << QByteArray("PK\x03\x04...") << "damaged";
    QTest::newRow("old workbook") << QByteArray("\xD0\xCF\x11\xE0...") << "old Excel workbook";
    QTest::newRow("PDF") << QByteArray("%PDF-1.7") << "PDF document";
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n") << "picture";
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEI\0", 4) << "the columns found are: I";
    QTest::newRow("too many columns") << QByteArray(20'000, ',') + "\n"
                                      << "columns";
}

void TestNoRosters::contentSaysWhy()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, says);
    const auto roster = readRosterText(text, QStringLiteral("list.csv"));
    QVERIFY(!roster);
    QCOMPARE(roster.error().code, ErrorCode::NotARoster);
    QVERIFY2(roster.error().sentence.contains(QStringLiteral("“list.csv”")),
        qPrintable(roster.error().sentence));
    QVERIFY2(roster.error().sentence.contains(says), qPrintable(roster.error().sentence));
}

void TestNoRosters::missingFileSaysSo()
{
    const QTemporaryDir folder;
    const auto roster = readRoster(folder.filePath(QStringLiteral("lost.csv")));
    QVERIFY(!roster);
    QCOMPARE(roster.error().code, ErrorCode::FileUnreadable);
    QVERIFY(roster.error().sentence.contains(QStringLiteral("lost.csv")));
}

void TestNoRosters::folderSaysSo()
{
    const QTemporaryDir folder;
    const auto roster = readRoster(folder.path());
    QVERIFY(!roster);
    QCOMPARE(roster.error().code, ErrorCode::FileUnreadable);
    QVERIFY(roster.error().sentence.contains(QStringLiteral("is a folder")));
}

void TestNoRosters::longCellEndsTheReading()
{
    const auto roster = readRosterText(
        "ID,Name\n1,Ben\n2," + QByteArray(3'000'000, 'x') + "\n", QStringLiteral("list"));
    QVERIFY(!roster);
    QCOMPARE(roster.error().code, ErrorCode::NotARoster);
    QVERIFY2(roster.error().sentence.contains(QStringLiteral("row 3 of the file, column 2")),
        qPrintable(roster.error().sentence));
}

void TestNoRosters::anyBytesGiveAnAnswer()
{
    QRandomGenerator random(1);
    constexpr auto alphabet = "\",;\t\n\r\xC3\xB1\xFF\0 aID1@."sv;
    for (int time = 0; time < 3'000; ++time) {
        QByteArray text = time % 2 == 0 ? QByteArray("ID,Name\n") : QByteArray();
        const int size = random.bounded(200);
        for (int i = 0; i < size; ++i)
            text += alphabet[random.bounded(static_cast<quint32>(alphabet.size()))];
        const auto roster = readRosterText(text, QStringLiteral("list"));
        if (roster)
            QVERIFY(roster->size() > 0);
        else
            QVERIFY(!roster.error().sentence.isEmpty());
    }
}

void TestNoRosters::cutOffAnywhereGivesAnAnswer()
{
    QFile file(QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/go1-500.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.read(1'200);
    qint32 before = 0;
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto roster = readRosterText(whole.first(size), QStringLiteral("list"));
        if (!roster)
            continue;
        QVERIFY(roster->size() >= before);
        before = roster->size();
    }
    QVERIFY(before > 5);
}

QTEST_APPLESS_MAIN(TestNoRosters)
#include "tst_norosters.moc"
