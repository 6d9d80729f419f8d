// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "domain/searchtext.h"
#include "foundrows.h"
#include "searchmemory.h"
#include "shownrows.h"
#include "tablethreads.h"

#include <QTest>

using namespace Rollbook;
using namespace Rollbook::Test;

namespace
{

// Long enough for several threads, and to look ahead.
constexpr int Many = 60'001;

Roster manyStudents()
{
    static const QStringList families{QStringLiteral("Muñoz Peña"), QStringLiteral("O'Neill"),
        QStringLiteral("Anand"), QStringLiteral("Åkerman"), QStringLiteral("Nan"),
        QStringLiteral("周"), QStringLiteral("Lane-Mann")};
    static const QStringList givens{QStringLiteral("Ann"), QStringLiteral("Íñigo"),
        QStringLiteral("Zoë"), QStringLiteral("Hannah"), QStringLiteral("Bo")};
    QList<Student> students;
    for (int i = 0; i < Many; ++i) {
        Student one;
        one.studentId = QString::number(i);
        one.familyName = families.at(i % families.size());
        one.givenName = givens.at(i % givens.size());
        students += one;
    }
    Roster roster;
    roster.students = StudentList::fromStudents(students);
    return roster;
}

} // namespace

/// What is found with the next letter before it is typed.
class TestSearchMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nextLettersAreWhatASearchFinds_data();
    void nextLettersAreWhatASearchFinds();
    void knowsWhatWasTypedAndWhatComesNext();
    void forgetsWhatWasTypedLongAgo();
    void findsTheSameHoweverItIsTyped();
    void findsWhatWasCorrectedMeanwhile();
};

void TestSearchMemory::nextLettersAreWhatASearchFinds_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"", "a", "an", "ann", "o'", "e-m", "12", "bo an"})
        QTest::addRow("“%s”", typed) << QString::fromLatin1(typed);
}

void TestSearchMemory::nextLettersAreWhatASearchFinds()
{
    QFETCH(const QString, typed);
    const Roster roster = manyStudents();
    const SearchIndex index(roster.students, {});
    const QList<QByteArray> words = foldedWords(typed);
    RowSet among(Many);
    if (words.isEmpty())
        among.insertAll();
    else
        among = rowsWithAll(index, words, Many);
    QList<QByteArray> longer = words.isEmpty() ? QList<QByteArray>{{}} : words;
    const QByteArray word = longer.constLast();
    const NextLetters next = index.nextLetters(among, word, {});
    QVERIFY(!next.empty());
    for (char letter = '!'; letter <= '~'; ++letter) {
        if (letter >= 'A' && letter <= 'Z')
            continue; // nobody searches for them: what is typed is folded
        longer.last() = word + letter;
        const RowSet expected = rowsWithAll(index, longer, Many);
        const auto found = next.find(letter);
        QCOMPARE(found != next.cend(), expected.count() > 0);
        QVERIFY2(found == next.cend() || *found->second == expected, longer.constLast());
    }
}

void TestSearchMemory::knowsWhatWasTypedAndWhatComesNext()
{
    const QList<QByteArray> an{"bo", "an"};
    RowSet some(100);
    some.insert(7);
    SearchMemory memory;
    QVERIFY(!memory.find(an));
    memory.remember(an, some);
    QVERIFY(memory.find(an) == some);
    QVERIFY(!memory.hasLookedAhead(an));
    memory.lookedAhead(an, {{'n', std::make_shared<const RowSet>(some)}}, 100);
    QVERIFY(memory.hasLookedAhead(an));
    QVERIFY(memory.find({"bo", "ann"}) == some);
    QVERIFY(memory.find({"bo", "ana"}) == RowSet(100));
    QVERIFY(!memory.find({"bo", "an", "a"}));
    QVERIFY(!memory.find({"bo", "an\xC3\xA9"}));
    QVERIFY(!memory.find({"ann"}));
    QVERIFY(!memory.hasLookedAhead({}));
    memory.lookedAhead({}, {{'x', std::make_shared<const RowSet>(some)}}, 100);
    QVERIFY(memory.hasLookedAhead({}) && memory.hasLookedAhead(an));
    QVERIFY(memory.find({"x"}) == some);
}

void TestSearchMemory::forgetsWhatWasTypedLongAgo()
{
    SearchMemory memory;
    for (int i = 0; i < 100; ++i)
        memory.remember({QByteArray::number(i)}, RowSet(64));
    QVERIFY(memory.find({"99"}));
    QVERIFY(!memory.find({"1"}));
}

// With and without the time to look ahead, forwards and back.
void TestSearchMemory::findsTheSameHoweverItIsTyped()
{
    const Roster roster = manyStudents();
    const SearchIndex index(roster.students, {});
    RosterModel model;
    model.setRoster(roster);
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.prepareSearch();
    int step = 0;
    for (const char *typed : {"a", "an", "ann", "an", "and", "an", "a", "ak", "", "m", "mu", "mun",
             "mun 1", "mun 12", "mun", "", "o", "o'", "o'n bo", "o'n b", "周", ""}) {
        if (++step % 3 != 0) {
            tableThreads().waitForDone();
            QCoreApplication::sendPostedEvents();
        }
        const QString text = QString::fromUtf8(typed);
        proxy.setSearchText(text);
        QTRY_VERIFY(!proxy.isArranging());
        const QList<QByteArray> words = foldedWords(text);
        const int expected = static_cast<int>(rowsWithAll(index, words, Many).count());
        QCOMPARE(proxy.rowCount(), expected);
    }
}

void TestSearchMemory::findsWhatWasCorrectedMeanwhile()
{
    Roster roster = manyStudents();
    RosterModel model;
    model.setRoster(roster);
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.setSearchText(QStringLiteral("xylo"));
    QTRY_VERIFY(!proxy.isArranging());
    QCOMPARE(proxy.rowCount(), 0);
    tableThreads().waitForDone();
    QCoreApplication::sendPostedEvents();
    roster.students.correct(5, StudentField::GivenName, QStringLiteral("Xylon"));
    model.setCorrected(roster, {}, {5});
    proxy.setSearchText({});
    QTRY_VERIFY(!proxy.isArranging());
    proxy.setSearchText(QStringLiteral("xylo"));
    QTRY_VERIFY(!proxy.isArranging());
    QCOMPARE(proxy.rowCount(), 1);
}

QTEST_MAIN(TestSearchMemory)
#include "tst_searchmemory.moc"
