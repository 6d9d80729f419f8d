// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/roster.h"

#include <QTest>

using namespace Rollbook;
using Code = RosterProblem::Code;
using Severity = RosterProblem::Severity;

Q_DECLARE_METATYPE(Rollbook::RosterProblem::Code)
Q_DECLARE_METATYPE(Rollbook::RosterProblem::Severity)

/// Each problem of a list is found, and told by row and column.
class TestRosterCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void problemNamesItsPlace_data();
    void problemNamesItsPlace();
    void goodListHasNoProblems_data();
    void goodListHasNoProblems();
    void allProblemsOfARowAreTold();
    void onlyErrorsKeepARowFromBeingSent();
    void duplicateNamesTheOtherRow();
    void mistakeHasAFix_data();
    void mistakeHasAFix();
    void datesAreReadAsTheColumnHasThem_data();
    void datesAreReadAsTheColumnHasThem();
    void correctedDateHasAFix();
    void problemsAreInRowOrder();
    void correctedLettersAreNotLost();
    void manyAlikeRowsAreChecked();
    void otherNameInSchoolIsTold_data();
    void otherNameInSchoolIsTold();
    void schoolIsAskedAboutNamedIdsOnly();

private:
    static void suspectedMistakes();
};

void TestRosterCheck::problemNamesItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<Code>("code");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("sentence");
    suspectedMistakes();
    QTest::newRow("no identifier")
        << QByteArray("Name,ID\nBen,1\nAnn,\n") << Severity::Error << Code::NoIdentifier << 1 << 1
        << "Row 2, column “ID”: no student ID and no e-mail address; write one of them.";
    QTest::newRow("duplicate by id")
        << QByteArray("Name,ID\nBen,1\nAnn,2\nBen,1\n") << Severity::Error << Code::DuplicateRow
        << 2 << 1 << "Row 3, column “ID”: the same student as in row 1.";
    QTest::newRow("duplicate by address, whatever its case")
        << QByteArray("Name,Mail\nBen,b@x.org\nBen,B@X.org\n") << Severity::Error
        << Code::DuplicateRow << 1 << 1 << "Row 2, column “Mail”: the same student as in row 1.";
    QTest::newRow("bad address that identifies")
        << QByteArray("Name,Mail\nBen,b at x\n") << Severity::Error << Code::InvalidEmail << 0 << 1
        << "Row 1, column “Mail”: “b at x” is not an e-mail address.";
    QTest::newRow("bad address beside an id")
        << QByteArray("ID,Name,Mail\n1,Ben,b@x\n") << Severity::Warning << Code::InvalidEmail << 0
        << 2 << "Row 1, column “Mail”: “b@x” is not an e-mail address.";
    QTest::newRow("shared address")
        << QByteArray("ID,Name,Mail\n1,Ben,b@x.org\n2,Ann,b@x.org\n") << Severity::Warning
        << Code::SharedEmail << 1 << 2
        << "Row 2, column “Mail”: the same e-mail address as in row 1, but another student ID.";
    QTest::newRow("no such day")
        << QByteArray("ID,Name,Born\n1,Ben,2011-02-30\n") << Severity::Warning << Code::InvalidDate
        << 0 << 2 << "Row 1, column “Born”: “2011-02-30” is not a date; write it like 2011-02-28.";
    QTest::newRow("date in words")
        << QByteArray("ID,Name,Born\n1,Ben,last May\n") << Severity::Warning << Code::InvalidDate
        << 0 << 2 << "Row 1, column “Born”: “last May” is not a date; write it like 2011-02-28.";
    QTest::newRow("no name") << QByteArray("ID,Surname\n1,\n") << Severity::Warning
                             << Code::MissingName << 0 << 1
                             << "Row 1, column “Surname”: the name is missing.";
    QTest::newRow("no name column")
        << QByteArray("ID\n1\n") << Severity::Warning << Code::MissingName << 0 << -1
        << "Row 1: the name is missing.";
    QTest::newRow("no whole name")
        << QByteArray("ID,Name\n1,\n") << Severity::Warning << Code::MissingName << 0 << 1
        << "Row 1, column “Name”: the name is missing.";
    QTest::newRow("no course") << QByteArray("ID,Name,Course\n1,Ben,\n2,Ann,GO1\n")
                               << Severity::Error << Code::NoCourse << 0 << 2
                               << "Row 1, column “Course”: the course is missing.";
}

void TestRosterCheck::suspectedMistakes()
{
    QTest::newRow("slip of a well-known domain")
        << QByteArray("ID,Name,Mail\n1,Ben,b@x.org\n2,Ann,ann@gmial.com\n") << Severity::Warning
        << Code::SuspiciousEmail << 1 << 2
        << "Row 2, column “Mail”: “gmial.com” is perhaps meant to be “gmail.com”.";
    QTest::newRow("same name and birth date, another ID")
        << QByteArray("ID,First,Last,Born\n1,Íñigo,Muñoz-Peña,2011-02-28\n2,Ann,Lee,2011-02-28\n"
                      "3,INIGO,munoz pena,2011-02-28\n")
        << Severity::Warning << Code::SameNameAndBirthDate << 2 << 2
        << "Row 3, column “Last”: the same name and birth date as in row 1.";
    QTest::newRow("same name and birth date, composed otherwise")
        << QByteArray("ID,Last,Born\n1,Muñoz,2011-02-28\n2,Mun\u0303oz,2011-02-28\n")
        << Severity::Warning << Code::SameNameAndBirthDate << 1 << 1
        << "Row 2, column “Last”: the same name and birth date as in row 1.";
    QTest::newRow("same whole name and birth date, another address")
        << QByteArray("Mail,Name,Born\na@x.org,Ann Lee,2011-02-28\nb@x.org,Ann Lee,2011-02-28\n")
        << Severity::Warning << Code::SameNameAndBirthDate << 1 << 1
        << "Row 2, column “Name”: the same name and birth date as in row 1.";
    QTest::newRow("same name and birth date in another course")
        << QByteArray("ID,Last,Born,Course\n1,Lee,2011-02-28,GO1\n1,Lee,2011-02-28,ART\n"
                      "2,Lee,2011-02-28,ART\n")
        << Severity::Warning << Code::SameNameAndBirthDate << 2 << 1
        << "Row 3, column “Last”: the same name and birth date as in row 1.";
    QTest::newRow("dates of an order that nobody can tell")
        << QByteArray("ID,Name,Born\n1,Ben,2011-02-28\n2,Ann,03/04/2011\n3,Eve,01/02/2011\n")
        << Severity::Warning << Code::AmbiguousDate << 1 << 2
        << "Row 2, column “Born”: “03/04/2011” can be read day first or month first; write it "
           "like 2011-02-28.";
    QTest::newRow("lost letters") << QByteArray("ID,Name\n1,Mu\uFFFDoz\n") << Severity::Warning
                                  << Code::BrokenLetters << 0 << 1
                                  << "Row 1, column “Name”: letters in it were lost; choose "
                                     "another encoding or write it anew.";
    QTest::newRow("lost letters of an ID")
        << QByteArray("ID,Name\n1,Ben\n\uFFFD2,Ann\n") << Severity::Error << Code::BrokenLetters
        << 1 << 0
        << "Row 2, column “ID”: letters in it were lost; choose another encoding or write it anew.";
    QTest::newRow("lost letters of a note")
        << QByteArray("ID,Name,Notes\n1,Ben,caf\uFFFD\n") << Severity::Warning
        << Code::BrokenLetters << 0 << 2
        << "Row 1, column “Notes”: letters in it were lost; choose another encoding or write it "
           "anew.";
    QTest::newRow("long ID") << QByteArray("ID,Name\n") + QByteArray(65, '1') + ",Ben\n"
                             << Severity::Error << Code::LongText << 0 << 0
                             << "Row 1, column “ID”: longer than any student ID; at most 64 "
                                "characters are one.";
    QTest::newRow("long name") << QByteArray("ID,Last\n1,") + QByteArray(1 << 20, 'n') + "\n"
                               << Severity::Warning << Code::LongText << 0 << 1
                               << "Row 1, column “Last”: longer than any name; at most 200 "
                                  "characters are one.";
}

void TestRosterCheck::problemNamesItsPlace()
{
    QFETCH(const QByteArray, text);
    const auto roster = readRosterText(text, QStringLiteral("list"));
    QVERIFY(roster);
    QCOMPARE(roster->problems.size(), 1);
    const RosterProblem &problem = roster->problems.first();
    QTEST(problem.severity, "severity");
    QTEST(problem.code, "code");
    QTEST(problem.row, "row");
    QTEST(problem.column, "column");
    QTEST(problem.sentence(roster->headers), "sentence");
}

void TestRosterCheck::goodListHasNoProblems_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("ids") << QByteArray("ID,Name\n1,Ben\n2,Ben\n");
    QTest::newRow("addresses") << QByteArray("Mail,Name\nb.o'hara+x@mail.example.org,Ben\n");
    QTest::newRow("ids that differ by leading zeros") << QByteArray("ID,Name\n7,Ben\n07,Ann\n");
    QTest::newRow("a student in two courses")
        << QByteArray("ID,Name,Course\n1,Ben,GO1\n1,Ben,ART\n");
    QTest::newRow("course column without a course")
        << QByteArray("ID,Name,Course\n1,Ben,\n2,Ann, \n");
    QTest::newRow("dates") << QByteArray("ID,Name,Born\n1,Ben,2012-02-29\n2,Ann,\n");
    QTest::newRow("long names and IDs that are not too long") << QByteArray("ID,Last\n")
            + QByteArray("ñ").repeated(64) + ',' + QByteArray("ñ").repeated(200) + '\n';
    QTest::newRow("same birth date, another name")
        << QByteArray("ID,Name,Born\n1,Ben Lee,2012-02-29\n2,Ann Lee,2012-02-29\n");
    QTest::newRow("same name, another birth date")
        << QByteArray("ID,Name,Born\n1,Ann Lee,2012-02-28\n2,Ann Lee,2012-02-29\n3,Ann Lee,\n");
    QTest::newRow("names that differ by letters, not by accents")
        << QByteArray("ID,Last,Born\n1,किम,2012-02-29\n2,कम,2012-02-29\n3,Ли,2012-02-29\n");
    QTest::newRow("internationalised address") << QByteArray("Mail,Name\níñigo@münchen.de,Ben\n");
}

void TestRosterCheck::goodListHasNoProblems()
{
    QFETCH(const QByteArray, text);
    const auto roster = readRosterText(text, QStringLiteral("list"));
    QVERIFY(roster);
    QVERIFY2(roster->problems.isEmpty(),
        roster->problems.isEmpty() ? "" : qPrintable(roster->problems.first().what));
}

void TestRosterCheck::allProblemsOfARowAreTold()
{
    const auto roster =
        readRosterText("ID,Name,Mail,Born\n1,,nowhere,yesterday\n", QStringLiteral("list"));
    QVERIFY(roster);
    QSet<Code> codes;
    for (const RosterProblem &problem : roster->problems)
        codes += problem.code;
    QCOMPARE(codes, (QSet<Code>{Code::MissingName, Code::InvalidEmail, Code::InvalidDate}));
}

void TestRosterCheck::onlyErrorsKeepARowFromBeingSent()
{
    const auto roster = readRosterText(
        "ID,Name,Mail\n1,Ben,nowhere\n,Ann,\n1,Ben,\n,Eve,e@x.org\n", QStringLiteral("list"));
    QVERIFY(roster);
    const auto rejected = roster->rejectedRows();
    QCOMPARE(rejected.size(), 2);
    QCOMPARE(rejected.value(1).code, ReasonCode::InvalidData);
    QCOMPARE(rejected.value(1).status, RegistrationStatus::Rejected);
    QCOMPARE(rejected.value(2).code, ReasonCode::DuplicateRow);
}

void TestRosterCheck::duplicateNamesTheOtherRow()
{
    const auto roster =
        readRosterText("ID,Name\n1,Ben\n2,Ann\n1,Ben\n1,Ben\n", QStringLiteral("list"));
    QVERIFY(roster);
    QCOMPARE(roster->problems.size(), 2);
    QCOMPARE(roster->problems[0].otherRow, 0);
    QCOMPARE(roster->problems[1].row, 3);
    QCOMPARE(roster->problems[1].otherRow, 0);
}

void TestRosterCheck::mistakeHasAFix_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Code>("code");
    QTest::addColumn<QString>("fix");
    const auto mail = [](const char *address, Code code, const char *fix) {
        QTest::newRow(address) << QByteArray("ID,Name,Mail\n1,Ben,\"") + address + "\"\n"
                               << code << QString::fromUtf8(fix);
    };
    mail("ben@gmial.com", Code::SuspiciousEmail, "ben@gmail.com");
    mail("Ben.L@YAHOO.CM", Code::SuspiciousEmail, "Ben.L@yahoo.com");
    mail("ben@gmail,com", Code::InvalidEmail, "ben@gmail.com");
    mail("ben.gmail.com", Code::InvalidEmail, "ben@gmail.com");
    mail("ben@@x.org", Code::InvalidEmail, "ben@x.org");
    mail("nowhere", Code::InvalidEmail, "");
    const auto born = [](const char *date, Code code, const char *fix, const char *more = "") {
        QTest::newRow(date) << QByteArray("ID,Name,Born\n1,Ben,\"") + date + "\"\n" + more << code
                            << QString::fromUtf8(fix);
    };
    born("2011-02-30", Code::InvalidDate, "");
    born("03/04/2011", Code::AmbiguousDate, "");
    born("02/28/2011", Code::InvalidDate, "2011-02-28", "2,Ann,27/02/2011\n3,Eve,26/02/2011\n");
}

void TestRosterCheck::mistakeHasAFix()
{
    QFETCH(const QByteArray, text);
    const auto roster = readRosterText(text, QStringLiteral("list"));
    QVERIFY(roster);
    QVERIFY(!roster->problems.isEmpty());
    const RosterProblem &problem = roster->problems.first();
    QCOMPARE(problem.row, 0);
    QTEST(problem.code, "code");
    QTEST(problem.fix.value_or(QString()), "fix");
}

void TestRosterCheck::datesAreReadAsTheColumnHasThem_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::newRow("short") << QByteArray("1,Ben,2011-2-28\n");
    QTest::newRow("full stops") << QByteArray("1,Ben,28.02.2011\n");
    QTest::newRow("words") << QByteArray("1,Ben,\"Feb 28, 2011\"\n");
    QTest::newRow("day first elsewhere") << QByteArray("1,Ben,28/02/2011\n2,Ann,04/05/2011\n");
    QTest::newRow("month first elsewhere") << QByteArray("1,Ben,02/28/2011\n2,Ann,04/05/2011\n");
}

void TestRosterCheck::datesAreReadAsTheColumnHasThem()
{
    QFETCH(const QByteArray, rows);
    const auto roster = readRosterText("ID,Name,Born\n" + rows, QStringLiteral("list"));
    QVERIFY(roster);
    QVERIFY(roster->problems.isEmpty());
    QCOMPARE(roster->students.text(0, StudentField::BirthDate), QStringLiteral("2011-02-28"));
}

void TestRosterCheck::correctedDateHasAFix()
{
    auto roster = readRosterText("ID,Name,Born\n1,Ben,2011-02-27\n", QStringLiteral("list"));
    QVERIFY(roster);
    roster->students.correct(0, StudentField::BirthDate, QStringLiteral("28.2.2011"));
    const QList<RosterProblem> problems = checkRoster(*roster);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().code, Code::InvalidDate);
    QCOMPARE(problems.first().fix.value_or(QString()), QStringLiteral("2011-02-28"));
}

void TestRosterCheck::problemsAreInRowOrder()
{
    const auto roster = readRosterText(
        "ID,Name,Born\n1,Ben,03/04/2011\n1,Ben,\n2,,2011-2-28\n2,,\n", QStringLiteral("list"));
    QVERIFY(roster);
    QList<int> rows;
    for (const RosterProblem &problem : roster->problems)
        rows += problem.row;
    QCOMPARE(rows, (QList<int>{0, 1, 2, 2, 3, 3}));
}

void TestRosterCheck::correctedLettersAreNotLost()
{
    auto roster = readRosterText("ID,Last\n1,Mu\uFFFDoz\n", QStringLiteral("list"));
    QVERIFY(roster);
    roster->students.correct(0, StudentField::FamilyName, QStringLiteral("Muñoz"));
    QVERIFY(checkRoster(*roster).isEmpty());
}

void TestRosterCheck::manyAlikeRowsAreChecked()
{
    constexpr int Rows = 20'000;
    QByteArray text("ID,Name,Mail,Born\n");
    for (int row = 0; row < Rows; ++row)
        text += "7,Ann Lee,ann@gmial.com,2011-02-28\n";
    const auto roster = readRosterText(text, QStringLiteral("list"));
    QVERIFY(roster);
    qsizetype duplicates = 0;
    for (const RosterProblem &problem : roster->problems) {
        duplicates += problem.code == Code::DuplicateRow ? 1 : 0;
        QVERIFY(problem.code != Code::SameNameAndBirthDate);
    }
    QCOMPARE(duplicates, Rows - 1);
}

void TestRosterCheck::otherNameInSchoolIsTold_data()
{
    QTest::addColumn<QByteArray>("listed");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("family");
    QTest::addColumn<QString>("what");
    QTest::newRow("another name") << QByteArray("Ann,Lee") << "Íñigo"
                                  << "Muñoz"
                                  << "in the school, ID 0070031 belongs to Íñigo Muñoz";
    QTest::newRow("family name only") << QByteArray("Ann,Lee") << QString() << "Muñoz"
                                      << "in the school, ID 0070031 belongs to Muñoz";
    QTest::newRow("only the particles are the same")
        << QByteArray("Ann,de la Cruz") << "Eva"
        << "de la Fuente"
        << "in the school, ID 0070031 belongs to Eva de la Fuente";
    QTest::newRow("only the initial is the same")
        << QByteArray("A.,Lee") << "A."
        << "Muñoz"
        << "in the school, ID 0070031 belongs to A. Muñoz";
    QTest::newRow("same name") << QByteArray("Íñigo,Muñoz") << "Íñigo"
                               << "Muñoz" << QString();
    QTest::newRow("accents and case") << QByteArray("INIGO,MUNOZ") << "Íñigo"
                                      << "Muñoz" << QString();
    QTest::newRow("married") << QByteArray("Ann,Lee") << "Ann"
                             << "Muñoz" << QString();
    QTest::newRow("half of a double name") << QByteArray("Bea,Lee-Muñoz") << "Ann"
                                           << "Muñoz" << QString();
    QTest::newRow("given and family name changed places") << QByteArray("Muñoz,Íñigo") << "Íñigo"
                                                          << "Muñoz" << QString();
    QTest::newRow("apostrophe") << QByteArray("Ann,O’Hara") << "A."
                                << "OHara" << QString();
    QTest::newRow("in one word") << QByteArray(",王小明") << "王"
                                 << "小明" << QString();
    QTest::newRow("no name in the school")
        << QByteArray("Ann,Lee") << QString() << QString() << QString();
    QTest::newRow("no name in the list") << QByteArray(",") << "Íñigo"
                                         << "Muñoz" << QString();
}

void TestRosterCheck::otherNameInSchoolIsTold()
{
    QFETCH(const QByteArray, listed);
    QFETCH(const QString, given);
    QFETCH(const QString, family);
    const auto roster =
        readRosterText("First,Last,ID\n" + listed + ",0070031\n", QStringLiteral("list"));
    QVERIFY(roster);
    const auto problems = checkAgainstSchool(*roster, [&](const QString &id) {
        Student student;
        student.studentId = id;
        student.givenName = given;
        student.familyName = family;
        return std::optional(student);
    });
    QFETCH(const QString, what);
    QCOMPARE(problems.size(), what.isEmpty() ? 0 : 1);
    if (problems.isEmpty())
        return;
    QCOMPARE(problems.first().what, what);
    QCOMPARE(problems.first().code, Code::OtherNameInSchool);
    QCOMPARE(problems.first().severity, Severity::Warning);
    QCOMPARE(problems.first().column, 2);
}

void TestRosterCheck::schoolIsAskedAboutNamedIdsOnly()
{
    const auto roster =
        readRosterText("ID,Name,Mail\n1,Ben,\n,Ann,a@x.org\n3,,\n4,Eve,\n", QStringLiteral("list"));
    QVERIFY(roster);
    QStringList asked;
    const auto problems = checkAgainstSchool(*roster, [&](const QString &id) {
        asked += id;
        return std::optional<Student>();
    });
    QVERIFY(problems.isEmpty());
    QCOMPARE(asked, (QStringList{QStringLiteral("1"), QStringLiteral("4")}));
}

QTEST_APPLESS_MAIN(TestRosterCheck)
#include "tst_rostercheck.moc"
