// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"
#include "rosteredits.h"

#include <QSignalSpy>
#include <QTest>

using namespace Rollbook;

/// What people change in a list, and take back.
class TestRosterEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { backgroundThreads().waitForDone(); }

    void correctedCellHasItsProblemNoMore();
    void whatIsThereAlreadyIsNoStep_data();
    void whatIsThereAlreadyIsNoStep();
    void manyCellsAreOneStep();
    void leftOutRowIsNobodysDouble();
    void problemOfTheReaderOutlivesLeavingOut();
    void leftOutRowsAreNotSent();
    void mendsWhatTheProblemsSay();
    void longListIsCheckedMeanwhile();
    void anotherListHasNoChanges();
    void anotherListIsNotTakenForTheOneBefore();

private:
    static Roster read(const QByteArray &text);
};

Roster TestRosterEdits::read(const QByteArray &text)
{
    const Expected<Roster> roster = readRosterText(text, QStringLiteral("list.csv"));
    return roster ? *roster : Roster();
}

void TestRosterEdits::correctedCellHasItsProblemNoMore()
{
    RosterEdits edits;
    edits.setRoster(read("student_id,email,given_name\n1,a@x.org,Ana\n,b@,Ben\n"));
    const QList<RosterProblem> before = edits.roster().problems;
    QCOMPARE(edits.rejectedRows().size(), 1);
    QSignalSpy changed(&edits, &RosterEdits::changed);
    edits.correct({1, StudentField::Email, QStringLiteral(" b@x.org ")});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().value<QList<qint32>>(), QList<qint32>{1});
    QVERIFY(edits.roster().problems.isEmpty());
    QVERIFY(edits.rejectedRows().isEmpty());
    QCOMPARE(edits.roster().students.text(1, StudentField::Email), QStringLiteral("b@x.org"));
    QCOMPARE(edits.undoStack()->undoText(), QStringLiteral("correct e-mail address of row 2"));
    edits.undoStack()->undo();
    QCOMPARE(edits.roster().problems, before);
    QVERIFY(!edits.roster().students.isCorrected(StudentField::Email));
    edits.undoStack()->redo();
    QVERIFY(edits.roster().problems.isEmpty());
}

void TestRosterEdits::whatIsThereAlreadyIsNoStep_data()
{
    QTest::addColumn<Correction>("correction");
    QTest::newRow("same text") << Correction{0, StudentField::StudentId, QStringLiteral("1")};
    QTest::newRow("same but for blanks")
        << Correction{0, StudentField::StudentId, QStringLiteral(" 1\t")};
    QTest::newRow("nothing where nothing is") << Correction{0, StudentField::Email, {}};
    QTest::newRow("no such row") << Correction{7, StudentField::Email, QStringLiteral("a@x.org")};
    QTest::newRow("before the first") << Correction{-1, StudentField::Email, QStringLiteral("a")};
}

void TestRosterEdits::whatIsThereAlreadyIsNoStep()
{
    QFETCH(const Correction, correction);
    RosterEdits edits;
    edits.setRoster(read("student_id\n1\n"));
    edits.correct(correction);
    QCOMPARE(edits.undoStack()->count(), 0);
}

void TestRosterEdits::manyCellsAreOneStep()
{
    RosterEdits edits;
    edits.setRoster(read("student_id,grade\n1,9\n2,9\n3,10\n"));
    QList<Correction> cells;
    for (qint32 row = 0; row < 3; ++row)
        cells += {row, StudentField::GradeLevel, QStringLiteral("10")};
    edits.correct(cells, QStringLiteral("fill down grade"));
    QCOMPARE(edits.undoStack()->count(), 1);
    QCOMPARE(edits.undoStack()->undoText(), QStringLiteral("fill down grade"));
    for (qint32 row = 0; row < 3; ++row)
        QCOMPARE(edits.roster().students.text(row, StudentField::GradeLevel), QStringLiteral("10"));
    QVERIFY(!edits.roster().students.isCorrected(2, StudentField::GradeLevel));
    edits.undoStack()->undo();
    QCOMPARE(edits.roster().students.text(1, StudentField::GradeLevel), QStringLiteral("9"));
}

void TestRosterEdits::leftOutRowIsNobodysDouble()
{
    RosterEdits edits;
    edits.setRoster(read("student_id,email,given_name\n1,a@x.org,Ana\n2,b@x.org,Ben\n"
                         "1,a@x.org,Ana\n1,a@x.org,Ana\n"));
    QCOMPARE(edits.rejectedRows().size(), 2);
    edits.leaveOut({0}, true);
    // The second of the three is the first now.
    QHash<qint32, RegistrationError> rejected = edits.rejectedRows();
    QCOMPARE(rejected.size(), 2);
    QCOMPARE(rejected.value(0).code, ReasonCode::LeftOut);
    QCOMPARE(rejected.value(3).code, ReasonCode::DuplicateRow);
    QCOMPARE(QString(rejected.value(3).argument), QStringLiteral("3"));
    // What it says is untouched.
    QVERIFY(!edits.roster().students.isCorrected(StudentField::StudentId));
    QCOMPARE(edits.roster().students.text(0, StudentField::StudentId), QStringLiteral("1"));
    edits.leaveOut({3}, true);
    for (const RosterProblem &problem : edits.roster().problems)
        QVERIFY(problem.row != 0 && problem.row != 3);
    edits.undoStack()->undo();
    edits.undoStack()->undo();
    rejected = edits.rejectedRows();
    QVERIFY(rejected.contains(2) && rejected.contains(3));
    QVERIFY(edits.leftOut().isEmpty());
}

void TestRosterEdits::problemOfTheReaderOutlivesLeavingOut()
{
    RosterEdits edits;
    edits.setRoster(read("student_id,given_name\n1,Ana\n2,Ben,too,much\n"));
    QCOMPARE(edits.roster().problems.size(), 1);
    edits.leaveOut({1}, true);
    QVERIFY(edits.roster().problems.isEmpty());
    edits.leaveOut({1}, false);
    QCOMPARE(edits.roster().problems.size(), 1);
}

void TestRosterEdits::leftOutRowsAreNotSent()
{
    RosterEdits edits;
    edits.setRoster(read("student_id,given_name\n1,Ana\n,Ben\n3,Cleo\n"));
    edits.leaveOut({0, 1, 1, 99, -1}, true);
    QCOMPARE(edits.leftOut(), (QSet<qint32>{0, 1}));
    for (const qint32 row : {0, 1}) {
        const RegistrationError why = edits.rejectedRows().value(row);
        QCOMPARE(why.status, RegistrationStatus::NotAttempted);
        QCOMPARE(why.code, ReasonCode::LeftOut);
    }
    QVERIFY(!edits.rejectedRows().contains(2));
    QCOMPARE(edits.undoStack()->count(), 1);
}

void TestRosterEdits::mendsWhatTheProblemsSay()
{
    Roster roster = read("student_id,email,birth_date\n1,a@gmial.com,1/2/2011\n2,b@gmial.com,\n");
    const auto warning = RosterProblem::Severity::Warning;
    const auto code = RosterProblem::Code::InvalidEmail;
    roster.problems = {
        {warning, code, 0, 1, -1, {}, QStringLiteral("a@gmail.com")},
        {warning, code, 0, 1, -1, {}, QStringLiteral("a@mail.com")},
        {warning, RosterProblem::Code::InvalidDate, 0, 2, -1, {}, QStringLiteral("2011-02-01")},
        {warning, code, 0, -1, -1, {}, QStringLiteral("nowhere")},
        {warning, code, 1, 1, -1, {}, {}},
        {warning, code, 1, 1, -1, {}, QStringLiteral("b@gmail.com")},
    };
    RosterEdits edits;
    edits.setRoster(roster);
    // One text a cell, the first; nothing for what is no cell.
    const QList<Correction> first{{0, StudentField::Email, QStringLiteral("a@gmail.com")},
        {0, StudentField::BirthDate, QStringLiteral("2011-02-01")}};
    QCOMPARE(edits.fixes(0), first);
    QCOMPARE(edits.fixes(1).size(), 1);
    QVERIFY(edits.fixes(2).isEmpty());
    QCOMPARE(edits.fixes().size(), 3);
    edits.correct(edits.fixes(), QStringLiteral("fix"));
    QCOMPARE(edits.roster().students.text(1, StudentField::Email), QStringLiteral("b@gmail.com"));
    QCOMPARE(edits.undoStack()->count(), 1);
}

void TestRosterEdits::longListIsCheckedMeanwhile()
{
    QByteArray text("student_id,given_name\n");
    for (int row = 0; row < 5000; ++row)
        text += QByteArray::number(row) + ",Ana\n";
    RosterEdits edits;
    edits.setRoster(read(text));
    QSignalSpy checked(&edits, &RosterEdits::checked);
    edits.correct({4999, StudentField::StudentId, QStringLiteral("7")});
    QVERIFY(edits.isChecking());
    QCOMPARE(edits.roster().students.text(4999, StudentField::StudentId), QStringLiteral("7"));
    // Another change while that goes on: the last one counts.
    edits.correct({4998, StudentField::StudentId, QStringLiteral("8")});
    edits.undoStack()->undo();
    edits.correct({4997, StudentField::StudentId, QStringLiteral("9")});
    QTRY_VERIFY(!edits.isChecking());
    QCOMPARE(checked.size(), 1);
    const auto rejected = edits.rejectedRows();
    QCOMPARE(rejected.size(), 2);
    QVERIFY(rejected.contains(4999) && rejected.contains(4997));
}

void TestRosterEdits::anotherListHasNoChanges()
{
    RosterEdits edits;
    edits.setRoster(read("student_id\n1\n2\n"));
    edits.leaveOut({1}, true);
    edits.setRoster(read("student_id\n1\n"));
    QVERIFY(edits.leftOut().isEmpty());
    QVERIFY(!edits.undoStack()->canUndo());
}

void TestRosterEdits::anotherListIsNotTakenForTheOneBefore()
{
    QByteArray text("student_id,given_name\n");
    for (int row = 0; row < 3000; ++row)
        text += QByteArray::number(row) + ",Ana\n";
    RosterEdits edits;
    edits.setRoster(read(text));
    edits.correct({2999, StudentField::StudentId, QStringLiteral("7")});
    QVERIFY(edits.isChecking());
    edits.setRoster(read("student_id,given_name\n1,Ana\n"));
    QTRY_VERIFY(!edits.isChecking());
    QVERIFY(edits.roster().problems.isEmpty());
}

QTEST_GUILESS_MAIN(TestRosterEdits)
#include "tst_rosteredits.moc"
