// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/searchtext.h"
#include "searchhits.h"

#include "classlist.h"
#include "searchindex.h"
#include "table/rostermodel.h"
#include "table/rosterproxymodel.h"
#include "table/rosterview.h"
#include "table/statestyle.h"

#include <QApplication>
#include <QDir>
#include <QTest>

#include <cstdlib>

using namespace Rollbook;
using namespace Rollbook::Test;
using namespace Qt::Literals::StringLiterals;

namespace
{

// Colours are rounded on their way into a picture.
bool isNearly(const QColor &one, const QColor &other)
{
    return std::abs(one.red() - other.red()) <= 1 && std::abs(one.green() - other.green()) <= 1
        && std::abs(one.blue() - other.blue()) <= 1;
}

} // namespace

/// Where what was searched for is marked.
class TestSearchHits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksWhatIsFound_data();
    void marksWhatIsFound();
    void theTableShowsThem_data();
    void theTableShowsThem();
    void allLinesOfACellStandInOne();
};

void TestSearchHits::marksWhatIsFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("marked"); // in brackets
    QTest::newRow("case") << u"Smith"_s << u"smi"_s << u"[Smi]th"_s;
    QTest::newRow("composed accent")
        << u"Mu\u00F1oz Pe\u00F1a"_s << u"munoz"_s << u"[Mu\u00F1oz] Pe\u00F1a"_s;
    QTest::newRow("accent as a mark") << u"Mun\u0303oz"_s << u"mun"_s << u"[Mun\u0303]oz"_s;
    QTest::newRow("several marks") << u"a\u0323\u0302b"_s << u"a"_s << u"[a\u0323\u0302]b"_s;
    QTest::newRow("letter that becomes two") << u"Stra\u00DFe"_s << u"ss"_s << u"Stra[\u00DF]e"_s;
    QTest::newRow("after a letter that becomes two")
        << u"Stra\u00DFer"_s << u"er"_s << u"Stra\u00DF[er]"_s;
    QTest::newRow("half of a letter") << u"\u00C6bel"_s << u"eb"_s << u"[\u00C6b]el"_s;
    QTest::newRow("twice") << u"Anna Hanna"_s << u"anna"_s << u"[Anna] H[anna]"_s;
    QTest::newRow("two words") << u"0070031"_s << u"007 31"_s << u"[007]00[31]"_s;
    QTest::newRow("overlapping") << u"banana"_s << u"bana nana"_s << u"[banana]"_s;
    QTest::newRow("repeating") << u"anana"_s << u"ana"_s << u"[anana]"_s;
    QTest::newRow("none") << u"Smith"_s << u"zhou"_s << u"Smith"_s;
    QTest::newRow("Arabic") << u"\u0645\u062D\u0645\u062F \u0639\u0644\u064A"_s
                            << u"\u0639\u0644\u064A"_s
                            << u"\u0645\u062D\u0645\u062F [\u0639\u0644\u064A]"_s;
    QTest::newRow("Arabic with vowels") << u"\u0645\u064F\u062D\u064E\u0645"_s << u"\u0645\u062D"_s
                                        << u"[\u0645\u064F\u062D\u064E]\u0645"_s;
    QTest::newRow("beyond the first plane")
        << u"\U00020BB7\u91CE\u5BB6"_s << u"\u91CE"_s << u"\U00020BB7[\u91CE]\u5BB6"_s;
    QTest::newRow("Hangul") << u"\uAE40\uBBFC\uC218"_s << u"\uBBFC"_s << u"\uAE40[\uBBFC]\uC218"_s;
    QTest::newRow("mark without a letter") << u"\u0301ab"_s << u"b"_s << u"\u0301a[b]"_s;
}

void TestSearchHits::marksWhatIsFound()
{
    QFETCH(const QString, text);
    QFETCH(const QString, words);
    QFETCH(const QString, marked);
    QList<QByteArray> folded;
    for (const QString &word : words.split(u' '))
        folded += foldedForSearch(word);
    QString shown = text;
    const QList<TextPart> hits = searchHits(text, folded);
    for (auto hit = hits.crbegin(); hit != hits.crend(); ++hit) {
        shown.insert(hit->from + hit->length, u']');
        shown.insert(hit->from, u'[');
    }
    QCOMPARE(shown, marked);
}

void TestSearchHits::theTableShowsThem_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("selected");
    QTest::newRow("light") << false << false;
    QTest::newRow("light, selected") << false << true;
    QTest::newRow("dark") << true << false;
    QTest::newRow("dark, selected") << true << true;
}

void TestSearchHits::theTableShowsThem()
{
    QFETCH(const bool, dark);
    QFETCH(const bool, selected);
    RosterModel model;
    model.setRoster(classList(
        {{u"0070031"_s, u"Mu\u00F1oz Pe\u00F1a"_s, u"\u00CD\u00F1igo"_s, u"i@school.example"_s},
            {u"0070032"_s, u"\u0645\u062D\u0645\u062F \u0645\u0646\u0648\u0632 Munoz"_s,
                u"Stra\u00DFer"_s, u"munoz@school.example"_s},
            {u"0070033"_s, u"A very long family name that ends in munoz"_s, u"Bob"_s,
                u"bob@munoz.example"_s}}));
    RosterProxyModel proxy;
    proxy.setSourceModel(&model);
    RosterView view;
    view.setModel(&proxy);
    QPalette palette = QApplication::palette();
    if (dark) {
        palette.setColor(QPalette::Base, QColor(30, 30, 30));
        palette.setColor(QPalette::Text, QColor(230, 230, 230));
    }
    view.setPalette(palette);
    view.resize(800, 200);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    if (selected)
        view.selectAll();
    const auto marks = [&] {
        const QColor mark = searchHitColors(view.palette(), selected).background;
        const QImage image = view.viewport()->grab().toImage();
        int points = 0;
        const QRect cell =
            view.visualRect(proxy.index(0, RosterModel::FamilyNameColumn)).adjusted(3, 5, -3, -5);
        for (int y = cell.top(); y <= cell.bottom(); ++y) {
            for (int x = cell.left(); x <= cell.right(); ++x)
                points += isNearly(image.pixelColor(x, y), mark) ? 1 : 0;
        }
        return points;
    };
    const int before = marks();
    proxy.setSearchText(u"munoz"_s);
    QTRY_VERIFY(!proxy.isArranging());
    QVERIFY(QDir().mkpath(u"screenshots"_s));
    QVERIFY(view.grab().save(u"screenshots/hits-%1.png"_s.arg(
        QString::fromLatin1(QTest::currentDataTag()).remove(u',').replace(u' ', u'-'))));
    const int after = marks();
    QVERIFY2(after > before + 20, qPrintable(u"%1, %2 before"_s.arg(after).arg(before)));
    proxy.setSearchText({});
    QTRY_COMPARE(marks(), before);
}

void TestSearchHits::allLinesOfACellStandInOne()
{
    const auto shown = [](const QString &name) {
        RosterModel model;
        model.setRoster(classList({{u"0070031"_s, name, u"Bob"_s, {}}}));
        RosterProxyModel proxy;
        proxy.setSourceModel(&model);
        RosterView view;
        view.setModel(&proxy);
        view.resize(800, 100);
        return view.grab().toImage();
    };
    QVERIFY(shown(u"Lee"_s) != shown(u"Lee Roy"_s));
    QCOMPARE(shown(u"Lee\nRoy"_s), shown(u"Lee Roy"_s));
}

QTEST_MAIN(TestSearchHits)
#include "tst_searchhits.moc"
