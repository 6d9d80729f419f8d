// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textreplacement.h"

#include <QTest>

using namespace Rollbook;

class TestTextReplacement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesInCells_data();
    void replacesInCells();
    void rowsThatAreRegisteredStay();
    void onlyChosenFieldsChange();
};

void TestTextReplacement::replacesInCells_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("find");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("after"); // the same: the cell is not counted
    const auto row = [](const char *name, const char *cell, const char *find, const char *with,
                         const char *after) {
        QTest::newRow(name) << QString::fromUtf8(cell) << QString::fromUtf8(find)
                            << QString::fromUtf8(with) << QString::fromUtf8(after);
    };
    row("part", "ana@gmial.com", "gmial", "gmail", "ana@gmail.com");
    row("case ignored", "Ana@GMIAL.com", "gmial", "gmail", "Ana@gmail.com");
    row("accents in any case", "ÍÑIGO", "íñigo", "Iñigo", "Iñigo");
    row("several times", "aaa", "a", "bb", "bbbbbb");
    row("with itself", "ana", "ana", "ana", "ana");
    row("with nothing", "G9", "g", "", "9");
    row("all of it", "x", "x", "", "");
    row("blanks left at the ends go", "9 b", "b", "", "9");
    row("not there", "ana", "x", "y", "ana");
    row("nothing to find", "ana", "", "y", "ana");
    row("not a pattern", "a.b", ".", "-", "a-b");
    row("nor a reference", "a", "a", "\\1$&", "\\1$&");
    row("beyond the basic plane", "🦤x", "🦤", "y", "yx");
}

void TestTextReplacement::replacesInCells()
{
    QFETCH(const QString, cell);
    QFETCH(const QString, find);
    QFETCH(const QString, with);
    QFETCH(const QString, after);
    Student student;
    student.email = cell;
    const QList<Correction> cells = cellsToReplace(StudentList::fromStudents({student}),
        {RowState::Ready}, {find, with, {StudentField::Email}});
    QCOMPARE(cells.size(), after == cell ? 0 : 1);
    if (!cells.isEmpty())
        QCOMPARE(cells.first(), (Correction{0, StudentField::Email, after}));
}

void TestTextReplacement::rowsThatAreRegisteredStay()
{
    Student student;
    student.gradeLevel = QStringLiteral("9");
    const StudentList students = StudentList::fromStudents(QList<Student>(5, student));
    const QList<RowState> states{RowState::Registered, RowState::Failed, RowState::Waitlisted,
        RowState::AlreadyRegistered, RowState::LeftOut};
    QList<qint32> rows;
    for (const Correction &cell : cellsToReplace(students, states,
             {QStringLiteral("9"), QStringLiteral("10"), {StudentField::GradeLevel}}))
        rows += cell.row;
    QCOMPARE(rows, (QList<qint32>{1, 4}));
}

void TestTextReplacement::onlyChosenFieldsChange()
{
    const StudentList students = StudentList::fromStudents(
        {{QStringLiteral("9"), QStringLiteral("9"), {}, {}, {}, QStringLiteral("9"), {}}});
    QCOMPARE(cellsToReplace(students, {RowState::Ready},
                 {QStringLiteral("9"), QStringLiteral("8"),
                     {StudentField::GivenName, StudentField::GradeLevel}})
                 .size(),
        2);
    QVERIFY(cellsToReplace(students, {RowState::Ready},
        {QStringLiteral("9"), QStringLiteral("8"),
            {}}).isEmpty());
}

QTEST_GUILESS_MAIN(TestTextReplacement)
#include "tst_textreplacement.moc"
