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
