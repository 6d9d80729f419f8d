// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/searchtext.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What a person types finds what was meant.
class TestSearchText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWords_data();
    void findsWords();
    void wordsAreThoseBetweenBlanks_data();
    void wordsAreThoseBetweenBlanks();
    void foldsUtf8AsItFoldsText_data();
    void foldsUtf8AsItFoldsText();
};

void TestSearchText::findsWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("found");
    const auto add = [](const char *name, const QString &typed, const QString &one,
                         const QString &other,
                         bool found) { QTest::newRow(name) << typed << one << other << found; };
    add("nothing typed", {}, u"Ana"_s, u"Ito"_s, true);
    add("only blanks", u"  "_s, u"Ana"_s, u"Ito"_s, true);
    add("case", u"ANA"_s, u"ana"_s, {}, true);
    add("accents in the text", u"munoz"_s, u"Muñoz"_s, {}, true);
    add("accents in the word", u"Muñoz"_s, u"MUNOZ"_s, {}, true);
    add("letters that Unicode does not take apart", u"soren lodz"_s, u"Søren"_s, u"Łódź"_s, true);
    add("each word somewhere", u"ito ana"_s, u"Ana"_s, u"Ito"_s, true);
    add("one word nowhere", u"ana roy"_s, u"Ana"_s, u"Ito"_s, false);
    add("no word across two texts", u"anaito"_s, u"Ana"_s, u"Ito"_s, false);
    add("part of a word", u"nito"_s, u"Benito"_s, {}, true);
    add("Greek", u"νικοσ"_s, u"ΝΊΚΟΣ"_s, {}, true);
}

void TestSearchText::findsWords()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const bool, found);
    const SearchWords words(typed);
    QCOMPARE(words.areIn({QStringView(one), QStringView(other)}), found);
    const QByteArray utf8One = one.toUtf8();
    const QByteArray utf8Other = other.toUtf8();
    QByteArray buffer;
    QCOMPARE(words.areIn({QUtf8StringView(utf8One), QUtf8StringView(utf8Other)}, buffer), found);
}

void TestSearchText::wordsAreThoseBetweenBlanks_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QList<QByteArray>>("words");
    QTest::newRow("nothing") << QString() << QList<QByteArray>();
    QTest::newRow("as typed, not by length")
        << u"a Muñoz be"_s << QList<QByteArray>({"a", "munoz", "be"});
    QTest::newRow("several blanks") << u"  ana   ito "_s << QList<QByteArray>({"ana", "ito"});
    QTest::newRow("a tab, as pasted from a table")
        << u"ana\tito"_s << QList<QByteArray>({"ana", "ito"});
    QTest::newRow("a blank that does not break")
        << u"ana\u00a0ito"_s << QList<QByteArray>({"ana", "ito"});
    QTest::newRow("a mark alone") << u"ana \u0301"_s << QList<QByteArray>({"ana"});
}

void TestSearchText::wordsAreThoseBetweenBlanks()
{
    QFETCH(const QString, typed);
    QFETCH(const QList<QByteArray>, words);
    QCOMPARE(foldedWords(typed), words);
}

void TestSearchText::foldsUtf8AsItFoldsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("ASCII") << u"Ana O'Neil-Smith 17"_s;
    QTest::newRow("Spanish") << u"Íñigo Muñoz Peña"_s;
    QTest::newRow("Turkish") << u"Şule İpek Gökçe Yıldız"_s;
    QTest::newRow("German") << u"Jürgen GROẞ Weiß"_s;
    QTest::newRow("Vietnamese") << u"Nguyễn Thị Hương"_s;
    QTest::newRow("marks of their own") << u"Mun\u0303oz"_s;
    QTest::newRow("Chinese") << u"李小龙"_s;
    QTest::newRow("beyond 16 bits") << u"𝔄na"_s;
    for (char16_t code = 0x80; code < 0x250; ++code)
        QTest::addRow("U+%04X", code) << u"a"_s + QChar(code) + u"z"_s;
}

void TestSearchText::foldsUtf8AsItFoldsText()
{
    QFETCH(const QString, text);
    const QByteArray utf8 = text.toUtf8();
    QByteArray folded("before");
    appendFoldedForSearch(folded, QUtf8StringView(utf8));
    QCOMPARE(folded, "before" + foldedForSearch(text));
}

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_searchtext.moc"
