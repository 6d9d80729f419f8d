// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headerfinder.h"

#include <QTest>

using namespace Rollbook;

namespace
{

// Rows by lines, cells by bars.
QList<QStringList> rowsOf(const QString &text)
{
    QList<QStringList> rows;
    const auto lines = text.split(u'\n');
    for (const QString &line : lines)
        rows += line.isEmpty() ? QStringList() : line.split(u'|');
    return rows;
}

} // namespace

/// The header's row is found among what a file begins with, and not where there is none.
class TestHeaderFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFound_data();
    void isFound();
    void aStudentFarBelowIsNoHeader();
    void repeatedHeadersAreRecognised_data();
    void repeatedHeadersAreRecognised();
    void hostileRowsAreNoTrouble();
};

void TestHeaderFinder::isFound_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, int expected, const char *rows) {
        QTest::newRow(name) << QString::fromUtf8(rows) << expected;
    };
    row("first row", 0, "ID|Name|Email\n1|Ann Lee|a@x.org\n2|Ben King|b@x.org");
    row("title", 1, "Class list 9B\nID|Name|Email\n1|Ann Lee|a@x.org");
    row("merged title", 1,
        "Liste des élèves — 3e B|||\nNom|Prénom|Né(e) le|Classe\nDurand|Zoé|2011-01-02|3B");
    row("title, date, blank", 3,
        "Springfield High School\nPrinted 2026-09-01\n\nStudent ID|First Name|Last "
        "Name\n007|Ann|Lee\n008|Ben|King");
    row("blank rows first", 2, "\n||\nID|Name\n1|Ann\n2|Ben");
    row("column letters", 1, "A|B|C\nID|Name|Grade\n1|Ann|9\n2|Ben|9");
    row("column numbers", 1, "1|2|3\nID|Name|Grade\n1|Ann|9\n2|Ben|9");
    row("title and letters", 2, "Roster||\nA|B|C\nID|Name|Grade\n1|Ann|9\n2|Ben|9");
    row("pairs above", 4,
        "School:|Hill High|\nClass:|9B|\nTeacher:|Ms Ray|\n||\nStudent "
        "No|Name|Email\n1|Ann|a@x.org\n2|Ben|b@x.org");
    row("pairs above a narrow header", 3,
        "School|Hill High\nClass|9B\nYear|2026\nName|Email\nAnn|a@x.org\nBen|b@x.org");
    row("pairs in one row", 1, "Class|9B|Teacher|Ms Ray\nNo|Name\n1|Ann\n2|Ben\n3|Eve");
    row("a small table above", 3,
        "School|Class|Year\nHill High|9B|2026\n\nID|First name|Last "
        "name|Email\n1|Ann|Lee|a@x.org\n2|Ben|King|b@x.org");
    row("group row", 1,
        "Student|||Contact|\nID|First name|Last name|Email|Phone\n1|Ann|Lee|a@x.org|555 "
        "1\n2|Ben|King|b@x.org|555 2");
    row("group row, merged cells repeated", 1,
        "Student|Student|Contact|Contact\nID|Name|Email|Phone\n1|Ann|a@x.org|5551\n2|Ben|b@x.org|"
        "5552");
    row("second language below", 1,
        "Student ID|Name|Class\n学号|姓名|班级\n1|王伟|三班\n2|李娜|三班");
    row("Spanish", 2,
        "IES Miguel de Cervantes\nCurso 2026/27\nNº "
        "Expediente|Apellidos|Nombre|Correo\n0012|Peña|Íñigo|i@x.es");
    row("German", 1,
        "Klassenliste 9b, Stand "
        "1.9.2026\nNachname|Vorname|Klasse|Geburtsdatum\nMüller|Jörg|9b|01.02.2011");
    row("Chinese", 1, "三年级二班学生名单||\n学号|姓名|性别\n20260101|王伟|男\n20260102|李娜|女");
    row("Japanese", 2, "令和8年度 名簿\n\n出席番号|氏名|備考\n1|佐藤 葵|\n2|鈴木 蓮|");
    row("Arabic", 1, "مدرسة النور\nرقم الطالب|اسم الطالب|الصف\n1001|سارة علي|9\n1002|عمر خالد|9");
    row("Turkish", 1,
        "9/B SINIF LİSTESİ\nS.No|Öğrenci No|Adı|Soyadı\n1|123|Ayşe|Yılmaz\n2|124|Ali|Kaya");
    row("mistyped words", 1, "List\nStudnet ID|Surnmae|Emial\n1|Lee|a@x.org");
    row("one column of addresses", 0, "Email\na@x.org\nb@x.org");
    row("one column of ids below a title", 1, "Class 9\nStudent ID\n1001\n1002\n1003");
    row("unknown words above values", 0, "Ticket|Qualle|Wert\nT7|Anna|12\nT8|Ben|13");
    row("unknown words, title above", 1, "Kartei||\nTicket|Qualle|Wert\nT7|Anna|12\nT8|Ben|13");
    row("grade book", 1,
        "Algebra 1\nID|Name|Quiz 1|Quiz 2|Quiz 3|Quiz 4|Quiz 5|Quiz "
        "6\n1|Ann|9|9|8|7|8|9\n2|Ben|7|7|8|7|8|9");
    row("attendance, days as numbers", 1,
        "September\nID|Name|1|2|3|4|5|6|7\n1|Ann Lee|x|x|||x|x|x\n2|Ben King|x||x|x|x|x|x");
    row("template with few cells filled", 0,
        "username|firstname|lastname|email|idnumber|city|phone|department|address\n|Ann|Lee|a@x."
        "org|||||\n|Ben|Ray|b@x.org|||||");
    row("no students yet", 0, "Student ID|First name|Last name");
    row("title, no students yet", 1, "Class 9B\nStudent ID|First name|Last name");
    row("blank row below the header", 0, "ID|Name|Email\n||\n1|Ann|a@x.org\n2|Ben|b@x.org");
    row("next class further down", 1,
        "Class 9A\nID|Name\n1|Ann\n2|Ben\n3|Eve\n4|Kim\n\nClass "
        "9B\nID|Name|Email\n5|Tom|t@x.org\n6|Uli|u@x.org");
    row("same header on the next page", 1,
        "Page 1\nID|Name\n1|Ann\n2|Ben\nPage 2\nID|Name\n3|Eve\n4|Kim");
    row("students named as headers are", 0,
        "ID|First name|Last name\n1|Max|Born\n2|Grade|Name\n3|Note|Form\n4|Ann|Lee");
    row("names only", 0, "First name|Last name\nAnn|Lee\nBen|King\nEve|Ray");
    row("text above many columns", 2,
        "Please do not change the order of the columns\nQuestions: "
        "office@school.example\nID|Name|Email\n1|Ann|a@x.org");
    row("no header: address", -1, "1001|Ann|Lee|a@x.org\n1002|Ben|King|b@x.org");
    row("no header: number and names", -1, "1001|Ann|Lee\n1002|Ben|King\n1003|Eve|Ray");
    row("no header: addresses only", -1, "a@x.org\nb@x.org");
    row("no header: ids only", -1, "1001\n1002\n1003");
    row("no header: title above", -1, "Class list\n1001|Ann|Lee|a@x.org\n1002|Ben|King|b@x.org");
    row("no header: title of a header's word", -1,
        "Students\n1001|Ann|Lee|a@x.org\n1002|Ben|King|b@x.org");
    row("no header: named as headers are", -1,
        "1001|Max|Born|m@x.org\n1002|Note|Name|n@x.org\n1003|Eve|Ray|e@x.org");
    row("no header: letters and digits", -1, "A1001|Ann|Lee\nA1002|Ben|King\nA1003|Eve|Ray");
    row("no header: one student", -1, "1001|Ann|Lee|a@x.org");
    row("no header: names", -1, "Ann|Lee\nBen|King\nEve|Ray");
    row("nothing", -1, "");
    row("blanks", -1, "||\n\n | | ");
}

void TestHeaderFinder::isFound()
{
    QFETCH(const QString, rows);
    QFETCH(const int, expected);
    const HeaderPlace place = findHeader(rowsOf(rows));
    QCOMPARE(place.row, expected);
    QCOMPARE(place.found, expected >= 0);
}

void TestHeaderFinder::aStudentFarBelowIsNoHeader()
{
    QList<QStringList> rows{{QStringLiteral("Kz"), QStringLiteral("Wer"), QStringLiteral("Wo")}};
    for (int student = 1; student < 60; ++student)
        rows += {QStringLiteral("K%1").arg(student), QStringLiteral("Ann"), QStringLiteral("Ort")};
    rows[40] = {QStringLiteral("K40"), QStringLiteral("Name"), QStringLiteral("Email")};
    QVERIFY(findHeader(rows).row != 40);
    rows[0] = {QStringLiteral("ID"), QStringLiteral("Name"), QStringLiteral("Ort")};
    QCOMPARE(findHeader(rows).row, 0);
    rows[40] = {QStringLiteral("Name"), QStringLiteral("Email"), QStringLiteral("Student ID")};
    QCOMPARE(findHeader(rows).row, 0);
}

void TestHeaderFinder::repeatedHeadersAreRecognised_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<bool>("same");
    QTest::newRow("equal") << "Student ID|Name|E-mail" << true;
    QTest::newRow("other case and signs") << "STUDENT-ID|name:|Email" << true;
    QTest::newRow("blank cells at the end") << "Student ID|Name|E-mail||  " << true;
    QTest::newRow("a student") << "1|Ann Lee|a@x.org" << false;
    QTest::newRow("a student of that name") << "Student ID|Name|n@x.org" << false;
    QTest::newRow("cut short") << "Student ID|Name" << false;
    QTest::newRow("one more") << "Student ID|Name|E-mail|Phone" << false;
    QTest::newRow("other order") << "Name|Student ID|E-mail" << false;
    QTest::newRow("blank") << "" << false;
}

void TestHeaderFinder::repeatedHeadersAreRecognised()
{
    QFETCH(const QString, row);
    QFETCH(const bool, same);
    const QStringList header{
        QStringLiteral("Student ID"), QStringLiteral("Name"), QStringLiteral("E-mail")};
    QCOMPARE(isSameHeader(header, row.split(u'|')), same);
    QCOMPARE(isSameHeader({}, {}), false);
    QCOMPARE(isSameHeader({QString()}, {QString()}), false);
}

void TestHeaderFinder::hostileRowsAreNoTrouble()
{
    QCOMPARE(findHeader({}).found, false);
    QCOMPARE(findHeader({QStringList()}).found, false);
    const QStringList wide(1'000'000, QStringLiteral("Studnet Nubmer"));
    QVERIFY(findHeader({wide, wide, wide}).row <= 2);
    const QString endless = QStringLiteral("name ").repeated(1'000'000);
    QCOMPARE(findHeader({{endless, endless}}).found, false);
    const QStringList odd{QString(QChar::Null), QString(QChar(0xDC00)), QStringLiteral("\t\r\n")};
    QCOMPARE(findHeader({odd, odd, odd}).found, false);
}

QTEST_APPLESS_MAIN(TestHeaderFinder)
#include "tst_headerfinder.moc"
