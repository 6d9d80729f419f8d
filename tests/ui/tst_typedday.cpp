// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/typedday.h"

#include <QLocale>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Days as people write them where they live.
class TestTypedDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void isTakenAsItIsWrittenThere_data();
    void isTakenAsItIsWrittenThere();
    void whatIsShownIsTaken_data();
    void whatIsShownIsTaken();
    void keptTextThatIsNoDateStays();
};

void TestTypedDay::isTakenAsItIsWrittenThere_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDate>("day");
    const QLocale german(QLocale::German, QLocale::Germany);
    const QLocale american(QLocale::English, QLocale::UnitedStates);
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    const QLocale swedish(QLocale::Swedish, QLocale::Sweden);
    const QDate day(2026, 11, 3);
    QTest::newRow("ISO anywhere") << german << u"2026-11-03"_s << day;
    QTest::newRow("German") << german << u"03.11.2026"_s << day;
    QTest::newRow("German without zeros") << german << u"3.11.2026"_s << day;
    QTest::newRow("German, two digits") << german << u" 3.11.26 "_s << day;
    QTest::newRow("a birthday of the last century") << german << u"3.11.85"_s << QDate(1985, 11, 3);
    QTest::newRow("American") << american << u"11/3/2026"_s << day;
    QTest::newRow("American, two digits") << american << u"11/3/26"_s << day;
    QTest::newRow("British") << british << u"03/11/2026"_s << day;
    QTest::newRow("Swedish") << swedish << u"2026-11-03"_s << day;
    QTest::newRow("no such day") << german << u"31.11.2026"_s << QDate();
    QTest::newRow("no such month") << american << u"13/3/2026"_s << QDate();
    QTest::newRow("words") << american << u"soon"_s << QDate();
    QTest::newRow("nothing") << american << QString() << QDate();
}

void TestTypedDay::isTakenAsItIsWrittenThere()
{
    QFETCH(const QLocale, locale);
    QFETCH(const QString, typed);
    QFETCH(const QDate, day);
    QLocale::setDefault(locale);
    QCOMPARE(typedDay(typed, 2026), day);
}

void TestTypedDay::whatIsShownIsTaken_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"C", "en_US", "en_GB", "de_DE", "fr_FR", "es_ES", "pt_BR", "tr_TR",
             "sv_SE", "pl_PL", "ja_JP", "zh_CN", "ru_RU", "nl_NL", "fi_FI"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestTypedDay::whatIsShownIsTaken()
{
    QFETCH(const QString, name);
    QLocale::setDefault(QLocale(name));
    for (const QDate day : {QDate(2026, 11, 3), QDate(1999, 1, 31), QDate(2012, 2, 29)}) {
        const QString shown = dayText(day);
        QVERIFY2(shown.contains(QString::number(day.year())), qPrintable(shown));
        QCOMPARE(typedDay(shown, 2026), day);
    }
    QCOMPARE(dayText({}), QString());
}

void TestTypedDay::keptTextThatIsNoDateStays()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(keptDayText(u"2011-04-05"_s), u"05.04.2011"_s);
    QCOMPARE(keptDayText(u"spring 2011"_s), u"spring 2011"_s);
    QCOMPARE(keptDayText({}), QString());
}

QTEST_MAIN(TestTypedDay)
#include "tst_typedday.moc"
