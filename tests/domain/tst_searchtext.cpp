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

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_searchtext.moc"
