// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "values/fullname.h"

#include <QTest>

using namespace Rollbook;

/// A whole name is split as the people who bear it would.
class TestFullName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nameIsSplit_data();
    void nameIsSplit();
    void hostileNamesAreSplit_data();
    void hostileNamesAreSplit();

private:
    static void plainNames();
    static void particles();
    static void suffixesAndHonorifics();
    static void capitals();
    static void eastAsianNames();
};

namespace
{

void name(const char *whole, const char *given, const char *family)
{
    QTest::newRow(whole) << QByteArray(whole) << QByteArray(given) << QByteArray(family);
}

} // namespace

void TestFullName::plainNames()
{
    name("Ben Larsen", "Ben", "Larsen");
    name("Ben  Larsen", "Ben", "Larsen");
    name("Larsen", "", "Larsen");
    name("", "", "");
    name("Muñoz Peña, Íñigo", "Íñigo", "Muñoz Peña");
    name("Larsen,Ben", "Ben", "Larsen");
    name("Larsen, Ben, Marie", "Ben, Marie", "Larsen");
    name("van den Berg, Jan", "Jan", "van den Berg");
    name("Larsen,", "", "Larsen");
    name(", Ben", "Ben", "");
    name(",", "", "");
    name("王，小明", "小明", "王");
    name("الحسن، علي", "علي", "الحسن");
    name("Íñigo Muñoz Peña", "Íñigo Muñoz", "Peña"); // undecidable
    name("Anna-Maria O'Hara", "Anna-Maria", "O'Hara");
    name("J. R. R. Tolkien", "J. R. R.", "Tolkien");
    name("علي الحسن", "علي", "الحسن");
    name("Иван Петров", "Иван", "Петров");
}

void TestFullName::particles()
{
    name("Vincent van Gogh", "Vincent", "van Gogh");
    name("Eva van der Berg", "Eva", "van der Berg");
    name("Jan Van Den Berg", "Jan", "Van Den Berg");
    name("Anke in 't Veld", "Anke", "in 't Veld");
    name("Marc-André ter Stegen", "Marc-André", "ter Stegen");
    name("van der Berg", "", "van der Berg");
    name("Ana de la Cruz", "Ana", "de la Cruz");
    name("Ana María del Río", "Ana María", "del Río");
    name("Luca della Robbia", "Luca", "della Robbia");
    name("Leonardo di Caprio", "Leonardo", "di Caprio");
    name("Maria dos Santos", "Maria", "dos Santos");
    name("Jean du Pont", "Jean", "du Pont");
    name("Marine Le Pen", "Marine", "Le Pen");
    name("Otto von der Leyen", "Otto", "von der Leyen");
    name("Karl zu Guttenberg", "Karl", "zu Guttenberg");
    name("Mohammed bin Salman", "Mohammed", "bin Salman");
    name("Ahmed bin Rashid al-Maktoum", "Ahmed bin Rashid", "al-Maktoum");
    name("Omar El Sayed", "Omar", "El Sayed");
    name("Ben O' Hara", "Ben", "O' Hara");
    name("Ben Mac Donald", "Ben", "Mac Donald");
    name("Eva St. John", "Eva", "St. John");
    name("José Ortega y Gasset", "José", "Ortega y Gasset");
    name("João da Costa e Silva", "João", "da Costa e Silva");
    name("Antoni Gaudí i Cornet", "Antoni", "Gaudí i Cornet");
    name("Van Morrison", "Van", "Morrison");
    name("Al Pacino", "Al", "Pacino");
    name("Le Thi Hoa", "Le Thi", "Hoa");
    name("de", "", "de");
    name("y Gasset", "", "y Gasset");
}

void TestFullName::suffixesAndHonorifics()
{
    name("Ben Larsen Jr.", "Ben", "Larsen Jr.");
    name("Ben van Dyke III", "Ben", "van Dyke III");
    name("Larsen Jr., Ben", "Ben", "Larsen Jr.");
    name("Larsen, Jr., Ben", "Ben", "Larsen, Jr.");
    name("Ben Larsen, Jr.", "Ben", "Larsen, Jr.");
    name("Larsen Jr.", "", "Larsen Jr.");
    name("Carlos Silva Neto", "Carlos", "Silva Neto");
    name("Ana Neto", "Ana", "Neto");
    name("Mr. Ben Larsen", "Ben", "Larsen");
    name("Mrs Eva van der Berg", "Eva", "van der Berg");
    name("Herr Dr. Otto Müller", "Otto", "Müller");
    name("Frau Müller", "", "Müller");
    name("SRA. Ana Peña", "Ana", "Peña");
    name("Peña, Sra. Ana", "Ana", "Peña");
    name("Dr. Larsen, Ben", "Ben", "Larsen");
    name("Frau", "", "Frau");
    name("Drew Larsen", "Drew", "Larsen");
}

void TestFullName::capitals()
{
    name("MUÑOZ PEÑA Íñigo", "Íñigo", "MUÑOZ PEÑA");
    name("Íñigo MUÑOZ PEÑA", "Íñigo", "MUÑOZ PEÑA");
    name("MUÑOZ de la PEÑA Íñigo", "Íñigo", "MUÑOZ de la PEÑA");
    name("van der BERG Jan Pieter", "Jan Pieter", "van der BERG");
    name("Jan van der BERG", "Jan", "van der BERG");
    name("LI Wei", "Wei", "LI");
    name("O'BRIEN Ben", "Ben", "O'BRIEN");
    name("McDONALD Ben Lee", "Ben Lee", "McDONALD");
    name("Ben LARSEN III", "Ben", "LARSEN III");
    name("BEN LARSEN", "BEN", "LARSEN");
    name("ANA MARIA DE LA CRUZ", "ANA MARIA", "DE LA CRUZ");
    name("ÖZTÜRK Ayşe", "Ayşe", "ÖZTÜRK");
    name("ИВАНОВ Пётр", "Пётр", "ИВАНОВ");
    name("A Larsen", "A", "Larsen");
}

void TestFullName::eastAsianNames()
{
    name("王小明", "小明", "王");
    name("李娜", "娜", "李");
    name("王", "", "王");
    name("欧阳娜娜", "娜娜", "欧阳");
    name("司马光", "光", "司马");
    name("諸葛亮", "亮", "諸葛");
    name("欧阳", "阳", "欧");
    name("王 小明", "小明", "王");
    name("山田\u3000太郎", "太郎", "山田");
    name("山田太郎", "太郎", "山田");
    name("佐々木一郎", "木一郎", "佐々"); // undecidable
    name("山田はな", "はな", "山田");
    name("さくら", "", "さくら");
    name("ジョン・スミス", "ジョン", "スミス");
    name("김민수", "민수", "김");
    name("남궁민수", "민수", "남궁");
    name("황보 혜정", "혜정", "황보");
    name("김 민수", "민수", "김");
    name("Nguyễn Thị Hoa", "Nguyễn Thị", "Hoa");
}

void TestFullName::nameIsSplit_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("family");
    plainNames();
    particles();
    suffixesAndHonorifics();
    capitals();
    eastAsianNames();
}

void TestFullName::nameIsSplit()
{
    QFETCH(const QByteArray, whole);
    const NameParts parts = splitFullName(whole);
    QTEST(parts.given.toByteArray(), "given");
    QTEST(parts.family.toByteArray(), "family");
}

void TestFullName::hostileNamesAreSplit_data()
{
    constexpr qsizetype Size = 1 << 20;
    QTest::addColumn<QByteArray>("whole");
    QTest::newRow("no UTF-8") << QByteArray("\xFF\xFE \xC3");
    QTest::newRow("cut short") << QByteArray("\xE7\x8E\x8B\xE5");
    QTest::newRow("one long word") << QByteArray(Size, 'a');
    QTest::newRow("many words") << QByteArray("a ").repeated(Size / 2);
    QTest::newRow("particles only") << QByteArray("de ").repeated(20);
    QTest::newRow("honorifics only") << QByteArray("Dr. ").repeated(Size / 4);
    QTest::newRow("conjunctions only") << QByteArray("y ").repeated(30);
    QTest::newRow("suffixes only") << QByteArray("Jr. ").repeated(20);
    QTest::newRow("commas") << QByteArray(Size, ',');
    QTest::newRow("long Chinese text") << QByteArray("王").repeated(Size / 3);
    QTest::newRow("suffix alone behind a comma") << QByteArray(", Jr.");
    QTest::newRow("suffix between commas") << QByteArray(",III,");
    QTest::newRow("NUL") << QByteArray("\0 \0", 3);
}

// What comes out lies in what went in.
void TestFullName::hostileNamesAreSplit()
{
    QFETCH(const QByteArray, whole);
    const NameParts parts = splitFullName(whole);
    for (const QByteArrayView part : {parts.given, parts.family}) {
        if (part.isEmpty())
            continue;
        QVERIFY(part.data() >= whole.constData());
        QVERIFY(part.data() + part.size() <= whole.constData() + whole.size());
    }
    QVERIFY(!parts.given.isEmpty() || !parts.family.isEmpty() || whole.count(',') == whole.size());
}

QTEST_APPLESS_MAIN(TestFullName)
#include "tst_fullname.moc"
