// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordinbytes.h"

#include <QTest>

using namespace Rollbook;

/// A word in text of any case: at every place, however many letters are looked at at once.
class TestWordInBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFoundAtEveryPlace_data();
    void isFoundAtEveryPlace();
    void isNoOtherWord_data();
    void isNoOtherWord();
    void hasLettersOfAnyCase();
};

void TestWordInBytes::isFoundAtEveryPlace_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("one letter") << QByteArray("m") << QByteArray("M");
    QTest::newRow("two letters") << QByteArray("mu") << QByteArray("mU");
    QTest::newRow("a name") << QByteArray("o'neill") << QByteArray("O'NeilL");
    QTest::newRow("numbers") << QByteArray("2010") << QByteArray("2010");
    QTest::newRow("other letters") << QByteArray("\xC3\xB1o") << QByteArray("\xC3\xB1O");
    const QByteArray longer(100, 'a');
    QTest::newRow("longer than what is looked at at once") << longer << longer.toUpper();
}

void TestWordInBytes::isFoundAtEveryPlace()
{
    QFETCH(const QByteArray, word);
    QFETCH(const QByteArray, written);
    for (int before = 0; before < 70; ++before) {
        for (const int behind : {0, 1, 15, 31, 70}) {
            const QByteArray text = QByteArray(before, '-') + written + QByteArray(behind, '-');
            QCOMPARE(findWord(text.cbegin(), text.cend(), word) - text.cbegin(), before);
        }
    }
}

void TestWordInBytes::isNoOtherWord_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray("a") << QByteArray();
    QTest::newRow("cut off") << QByteArray("cole") << QByteArray("Col");
    QTest::newRow("the same ends") << QByteArray("cole") << QByteArray("CaleCore");
    // Whose bits differ as those of capitals and small letters do.
    QTest::newRow("brackets") << QByteArray("{") << QByteArray("[[[[");
    QTest::newRow("an at sign") << QByteArray("`") << QByteArray("@@@@");
    QTest::newRow("brackets within") << QByteArray("a{b") << QByteArray("a[b");
    QTest::newRow("a number") << QByteArray("0") << QByteArray(1, '\x10');
}

void TestWordInBytes::isNoOtherWord()
{
    QFETCH(const QByteArray, word);
    QFETCH(const QByteArray, text);
    for (const int times : {1, 100}) {
        const QByteArray all = text.repeated(times);
        QVERIFY(findWord(all.cbegin(), all.cend(), word) == all.cend());
    }
}

void TestWordInBytes::hasLettersOfAnyCase()
{
    const QByteArray letters = "an1@";
    LetterBits expected{};
    for (const char letter : letters)
        expected[static_cast<std::size_t>(letter) / 64] |= quint64{1} << (letter % 64);
    LetterBits found{};
    for (const char *text : {"AnaNan", "1@", "\xC3\xB1"})
        addLettersOf(text, found);
    QCOMPARE(found, expected);
}

QTEST_APPLESS_MAIN(TestWordInBytes)
#include "tst_wordinbytes.moc"
