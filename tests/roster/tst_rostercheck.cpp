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
};

void TestRosterCheck::problemNamesItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<Code>("code");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("sentence");
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
    QTest::newRow("no course") << QByteArray("ID,Name,Course\n1,Ben,\n") << Severity::Error
                               << Code::NoCourse << 0 << 2
                               << "Row 1, column “Course”: the course is missing.";
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
    QTest::newRow("dates") << QByteArray("ID,Name,Born\n1,Ben,2012-02-29\n2,Ann,\n");
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

QTEST_APPLESS_MAIN(TestRosterCheck)
#include "tst_rostercheck.moc"
