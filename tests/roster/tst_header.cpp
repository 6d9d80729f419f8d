// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/roster.h"

#include <QTest>

using namespace Rollbook;

/// The words above the columns are understood.
class TestHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRecognised_data();
    void isRecognised();
    void fullNamesAreSplit_data();
    void fullNamesAreSplit();
    void namesOfTheirOwnWinOverTheFullName();
    void valuesTellGradesFromCourses_data();
    void valuesTellGradesFromCourses();
    void whatPersonSaysOfGradesStands();
    void mappingOverridesTheGuess();
    void mappingToMissingColumnIsAnError();
};

void TestHeader::isRecognised_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("canonical") << QByteArray("student_id,given_name,family_name,email");
    QTest::newRow("any case") << QByteArray("STUDENT ID,Given NAME,family name,EMail");
    QTest::newRow("other words") << QByteArray("Student No.,First name,Surname,E-mail address");
    QTest::newRow("signs and blanks") << QByteArray(" Student-ID ,Given  name:,Family_Name,e-mail");
    QTest::newRow("quoted") << QByteArray("\"Student ID\",\"Forename\",\"Last Name\",\"Mail\"");
}

void TestHeader::isRecognised()
{
    QFETCH(const QByteArray, header);
    const auto roster =
        readRosterText(header + "\n007,Sophie,Larsen,s@example.org\n", QStringLiteral("list"));
    QVERIFY2(roster, roster ? "" : qPrintable(roster.error().sentence));
    const auto text = [&](StudentField field) { return roster->students.text(0, field); };
    QCOMPARE(text(StudentField::StudentId), QStringLiteral("007"));
    QCOMPARE(text(StudentField::GivenName), QStringLiteral("Sophie"));
    QCOMPARE(text(StudentField::FamilyName), QStringLiteral("Larsen"));
    QCOMPARE(text(StudentField::Email), QStringLiteral("s@example.org"));
}

void TestHeader::fullNamesAreSplit_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("family");
    QTest::newRow("given first") << QByteArray("Sophie Larsen") << "Sophie"
                                 << "Larsen";
    QTest::newRow("two given names") << QByteArray("Anna Sophie Larsen") << "Anna Sophie"
                                     << "Larsen";
    QTest::newRow("family first") << QByteArray("\"Muñoz Peña, Íñigo\"") << "Íñigo"
                                  << "Muñoz Peña";
    QTest::newRow("one word") << QByteArray("Sophie") << ""
                              << "Sophie";
    QTest::newRow("none") << QByteArray("") << ""
                          << "";
}

void TestHeader::fullNamesAreSplit()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QString, given);
    QFETCH(const QString, family);
    const auto roster = readRosterText("Name,ID\n" + name + ",1\n", QStringLiteral("list"));
    QVERIFY(roster);
    QCOMPARE(roster->students.text(0, StudentField::GivenName), given);
    QCOMPARE(roster->students.text(0, StudentField::FamilyName), family);
}

void TestHeader::namesOfTheirOwnWinOverTheFullName()
{
    const auto roster =
        readRosterText("ID,Name,Surname\n1,Sophie Larsen,Larsen-Smith\n", QStringLiteral("list"));
    QVERIFY(roster);
    QCOMPARE(roster->students.text(0, StudentField::FamilyName), QStringLiteral("Larsen-Smith"));
}

void TestHeader::valuesTellGradesFromCourses_data()
{
    struct Row {
        const char *name;
        const char *list;   // rows between semicolons, cells between commas
        const char *grade;  // of the first student
        const char *course; // likewise
    };
    static constexpr Row Rows[] = {
        {"compulsory school", "ID,Curso;1,1º ESO;2,4º ESO", "1º ESO", ""},
        {"with groups", "ID,Curso;1,3ºB;2,10ºA;3,1º ESO-C", "3ºB", ""},
        {"high school", "ID,Curso;1,2º Bachillerato;2,1º BACH. B", "2º Bachillerato", ""},
        {"primary school", "ID,Curso;1,6.º de Educación Primaria;2,1º EP",
            "6.º de Educación Primaria", ""},
        {"Latin America", "ID,Curso;1,1ro básico;2,2do medio;3,4to", "1ro básico", ""},
        {"in words", "ID,Curso;1,Primero de Bachillerato;2,Segundo A", "Primero de Bachillerato",
            ""},
        {"degree sign", "ID,Curso;1,1° A;2,2ª B", "1° A", ""},
        {"bare numbers", "ID,Curso;1,7;2,13", "7", ""},
        {"some missing", "ID,Curso;1,1º ESO;2,;3,2º ESO", "1º ESO", ""},
        {"above the group", "ID,Curso,Unidad;1,1º ESO,1ESOA", "1º ESO", ""},
        {"beside a sure grade", "ID,Grado,Curso;1,7,7B", "7", ""},
        {"beside the subject", "ID,Curso,Asignatura;1,1º ESO,MAT1", "1º ESO", "MAT1"},
        {"class of a year", "ID,Class;1,10A;2,Year 9", "10A", ""},
        {"codes", "ID,Curso;1,GO1;2,MAT2", "", "GO1"},
        {"titles", "ID,Curso;1,Inglés básico;2,Robótica", "", "Inglés básico"},
        {"one that is no grade", "ID,Curso;1,1º ESO;2,Robótica", "", "1º ESO"},
        {"more than there are grades", "ID,Curso;1,14;2,101", "", "14"},
        {"all missing", "ID,Curso;1,;2,", "", ""},
        {"a word that means the course", "ID,Asignatura;1,1", "", "1"},
        {"twice", "ID,Curso,Curso;1,1º ESO,GO1", "GO1", "1º ESO"},
    };
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("grade");
    QTest::addColumn<QString>("course");
    for (const Row &row : Rows) {
        QTest::newRow(row.name) << QByteArray(row.list).replace(';', '\n')
                                << QString::fromUtf8(row.grade) << QString::fromUtf8(row.course);
    }
}

void TestHeader::valuesTellGradesFromCourses()
{
    QFETCH(const QByteArray, list);
    QFETCH(const QString, grade);
    QFETCH(const QString, course);
    const auto roster = readRosterText(list + '\n', QStringLiteral("list"));
    QVERIFY2(roster, roster ? "" : qPrintable(roster.error().sentence));
    QCOMPARE(roster->students.text(0, StudentField::GradeLevel), grade);
    QCOMPARE(roster->students.text(0, StudentField::Course), course);
}

void TestHeader::whatPersonSaysOfGradesStands()
{
    RosterOptions options;
    options.mapping = {{StudentField::Course, QStringLiteral("Curso")}};
    const auto roster = readRosterText("ID,Curso\n1,1º ESO\n", QStringLiteral("list"), options);
    QVERIFY(roster);
    QCOMPARE(roster->students.text(0, StudentField::Course), QStringLiteral("1º ESO"));
    QVERIFY(!roster->students.hasField(StudentField::GradeLevel));
}

void TestHeader::mappingOverridesTheGuess()
{
    RosterOptions options;
    options.mapping = {{StudentField::StudentId, QStringLiteral("ticket")}};
    const auto roster =
        readRosterText("id,Ticket,name\n1,T7,Ben\n", QStringLiteral("list"), options);
    QVERIFY(roster);
    QCOMPARE(roster->students.text(0, StudentField::StudentId), QStringLiteral("T7"));
}

void TestHeader::mappingToMissingColumnIsAnError()
{
    RosterOptions options;
    options.mapping = {{StudentField::StudentId, QStringLiteral("ticket")}};
    const auto roster = readRosterText("id,name\n1,Ben\n", QStringLiteral("list"), options);
    QVERIFY(!roster);
    QCOMPARE(roster.error().code, ErrorCode::Usage);
    QVERIFY(roster.error().sentence.contains(QStringLiteral("“ticket”")));
    QVERIFY(roster.error().sentence.contains(QStringLiteral("id, name")));
}

QTEST_APPLESS_MAIN(TestHeader)
#include "tst_header.moc"
