// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "values/celltext.h"

#include <QTest>

using namespace Rollbook;

/// A cell says what people see in it.
class TestCellText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellIsCleaned_data();
    void cellIsCleaned();
    void rightCellCostsNothing_data();
    void rightCellCostsNothing();
    void identifierIsCleaned_data();
    void identifierIsCleaned();
    void cleaningTwiceChangesNothing_data();
    void cleaningTwiceChangesNothing();
    void hugeCellsAreCleaned();
};

void TestCellText::cellIsCleaned_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("blanks only") << QByteArray(" \t\u00A0\u3000\r\n") << QByteArray();
    QTest::newRow("blanks at the ends") << QByteArray("  Ana ") << QByteArray("Ana");
    QTest::newRow("one blank at the end") << QByteArray("Ana ") << QByteArray("Ana");
    QTest::newRow("no-break blanks")
        << QByteArray("\u00A0Ana\u00A0Mu\u00F1oz\u202F") << QByteArray("Ana Mu\u00F1oz");
    QTest::newRow("ideographic blank") << QByteArray("山田\u3000太郎") << QByteArray("山田 太郎");
    QTest::newRow("thin and figure blanks")
        << QByteArray("1\u2009000\u2007") << QByteArray("1 000");
    QTest::newRow("line break") << QByteArray("Ana\r\nMaria") << QByteArray("Ana Maria");
    QTest::newRow("line separator") << QByteArray("Ana\u2028Maria") << QByteArray("Ana Maria");
    QTest::newRow("doubled blanks") << QByteArray("Ana   Maria") << QByteArray("Ana Maria");
    QTest::newRow("tabs") << QByteArray("Ana\t\tMaria") << QByteArray("Ana Maria");
    QTest::newRow("soft hyphen") << QByteArray("Schmidt\u00ADberger")
                                 << QByteArray("Schmidtberger");
    QTest::newRow("zero-width space") << QByteArray("Ana\u200BMaria") << QByteArray("AnaMaria");
    QTest::newRow("unseen between blanks")
        << QByteArray("Ana \u200B Maria") << QByteArray("Ana Maria");
    QTest::newRow("byte order mark") << QByteArray("\uFEFFAna") << QByteArray("Ana");
    QTest::newRow("marks of direction")
        << QByteArray("\u200Eعلي\u200F\u202A\u202C\u2066\u2069") << QByteArray("علي");
    QTest::newRow("joiner between Latin letters")
        << QByteArray("Ana\u200DMaria\u200C") << QByteArray("AnaMaria");
    QTest::newRow("joiner of a Persian name")
        << QByteArray("علی\u200Cرضا") << QByteArray("علی\u200Cرضا");
    QTest::newRow("joiner behind a Persian name") << QByteArray("علی\u200C") << QByteArray("علی");
    QTest::newRow("joiner of a Hindi name") << QByteArray("क्\u200Dष") << QByteArray("क्\u200Dष");
    QTest::newRow("chosen form of a character")
        << QByteArray("辻\U000E0100") << QByteArray("辻\U000E0100");
    QTest::newRow("decomposed") << QByteArray("Mun\u0303oz") << QByteArray("Mu\u00F1oz");
    QTest::newRow("Hangul letters") << QByteArray("\u1100\u1161") << QByteArray("\uAC00");
    QTest::newRow("full width stays in names") << QByteArray("Ａｎａ") << QByteArray("Ａｎａ");
    QTest::newRow("control characters") << QByteArray("A\0n\x1B\x7F"
                                                      "a",
        6) << QByteArray("Ana");
    QTest::newRow("no UTF-8") << QByteArray("Mu\xF1oz") << QByteArray("Mu\uFFFDoz");
    QTest::newRow("cut short") << QByteArray("An\xC3") << QByteArray("An\uFFFD");
    QTest::newRow("surrogate in UTF-8")
        << QByteArray("\xED\xA0\x80") << QByteArray("\uFFFD\uFFFD\uFFFD");
}

void TestCellText::cellIsCleaned()
{
    QFETCH(const QByteArray, cell);
    QByteArray scratch("of the cell before");
    const QByteArray clean = cleanedCell(cell, scratch).toByteArray();
    QTEST(clean, "said");
}

void TestCellText::rightCellCostsNothing_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("letter") << QByteArray("a");
    QTest::newRow("words") << QByteArray("Ana Maria de la Cruz (2nd) ~");
    QTest::newRow("accents") << QByteArray("Íñigo Muñoz Peña");
    QTest::newRow("Chinese") << QByteArray("欧阳娜娜");
}

void TestCellText::rightCellCostsNothing()
{
    QFETCH(const QByteArray, cell);
    QByteArray scratch;
    const QByteArrayView said = cleanedCell(cell, scratch);
    QCOMPARE(static_cast<const void *>(said.data()), static_cast<const void *>(cell.constData()));
    QCOMPARE(said.size(), cell.size());
}

void TestCellText::identifierIsCleaned_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("leading zeros") << QByteArray("0070031") << QByteArray("0070031");
    QTest::newRow("case") << QByteArray("aB12") << QByteArray("aB12");
    QTest::newRow("apostrophe") << QByteArray("'0070031") << QByteArray("0070031");
    QTest::newRow("apostrophe only") << QByteArray("'") << QByteArray();
    QTest::newRow("apostrophe inside") << QByteArray("o'1") << QByteArray("o'1");
    QTest::newRow("formula") << QByteArray("=\"00123\"") << QByteArray("00123");
    QTest::newRow("formula with apostrophe") << QByteArray("=\"'00123\"") << QByteArray("00123");
    QTest::newRow("empty formula") << QByteArray("=\"\"") << QByteArray();
    QTest::newRow("half a formula") << QByteArray("=\"") << QByteArray("=\"");
    QTest::newRow("blanks inside") << QByteArray("12 345 678") << QByteArray("12345678");
    QTest::newRow("thin blanks inside") << QByteArray("12\u202F345") << QByteArray("12345");
    QTest::newRow("full width") << QByteArray("２０１１－Ａｂ") << QByteArray("2011-Ab");
    QTest::newRow("full-width formula") << QByteArray("＝＂００１＂") << QByteArray("001");
    QTest::newRow("unseen") << QByteArray("\u200E0070031\u200B") << QByteArray("0070031");
    QTest::newRow("other scripts") << QByteArray("Ж-07") << QByteArray("Ж-07");
    QTest::newRow("no UTF-8") << QByteArray("07\xFF") << QByteArray("07\uFFFD");
}

void TestCellText::identifierIsCleaned()
{
    QFETCH(const QByteArray, cell);
    QByteArray scratch("of the cell before");
    const QByteArray identifier = cleanedIdentifier(cell, scratch).toByteArray();
    QTEST(identifier, "said");
}

void TestCellText::cleaningTwiceChangesNothing_data()
{
    cellIsCleaned_data();
}

void TestCellText::cleaningTwiceChangesNothing()
{
    QFETCH(const QByteArray, said);
    QByteArray scratch;
    QCOMPARE(cleanedCell(said, scratch).toByteArray(), said);
}

void TestCellText::hugeCellsAreCleaned()
{
    constexpr qsizetype Size = 1 << 20;
    QByteArray scratch;
    QCOMPARE(cleanedCell(QByteArray(Size, ' '), scratch).size(), 0);
    QCOMPARE(cleanedCell(QByteArray(Size, '\xFF'), scratch).size(), 3 * Size);
    QCOMPARE(cleanedCell("\u200B" + QByteArray(Size, 'a'), scratch).size(), Size);
    // An accent upon an accent upon …
    const QByteArray accents = QByteArray("e") + QByteArray("\u0301").repeated(Size / 2);
    QVERIFY(cleanedCell(accents, scratch).size() <= accents.size());
    QCOMPARE(cleanedIdentifier(QByteArray("'") + QByteArray(Size, '0'), scratch).size(), Size);
}

QTEST_APPLESS_MAIN(TestCellText)
#include "tst_celltext.moc"
