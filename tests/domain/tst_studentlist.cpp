// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/studentlist.h"

#include <QTest>

using namespace Rollbook;

class TestStudentList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryCellOfRaggedRows();
    void answersNothingOutOfRange();
    void trimsBlanks_data();
    void trimsBlanks();
    void roundTripsStudents();
    void correctionsStayInTheirCopy();
    void originalTextTakesCorrectionBack_data();
    void originalTextTakesCorrectionBack();
    void fieldWithoutColumnCanBeCorrected();
    void namesAStudentForPeople_data();
    void namesAStudentForPeople();
};

void TestStudentList::keepsEveryCellOfRaggedRows()
{
    TextTable::Builder builder(3);
    builder.appendCell("a");
    builder.appendCell("b");
    builder.appendCell("c");
    builder.appendCell("beyond the last column");
    builder.endRow();
    builder.appendCell("d");
    builder.endRow();
    builder.endRow();
    builder.appendCell("");
    builder.appendCell("ñ");
    const TextTable table = std::move(builder).finish();

    QCOMPARE(table.rowCount(), 4);
    QCOMPARE(table.columnCount(), 3);
    QCOMPARE(table.text(0, 2).toString(), QStringLiteral("c"));
    QCOMPARE(table.text(1, 0).toString(), QStringLiteral("d"));
    QVERIFY(table.text(1, 1).isEmpty());
    QVERIFY(table.text(2, 0).isEmpty());
    QCOMPARE(table.text(3, 1).toString(), QStringLiteral("ñ"));
}

void TestStudentList::answersNothingOutOfRange()
{
    TextTable::Builder builder(1);
    builder.appendCell("a");
    builder.endRow();
    const TextTable table = std::move(builder).finish();
    QVERIFY(table.text(-1, 0).isEmpty());
    QVERIFY(table.text(1, 0).isEmpty());
    QVERIFY(table.text(0, 1).isEmpty());
    QVERIFY(table.text(0, -1).isEmpty());
    QCOMPARE(TextTable().rowCount(), 0);
}

void TestStudentList::trimsBlanks_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("shown");
    QTest::newRow("spaces") << QByteArray("  S1 ") << QStringLiteral("S1");
    QTest::newRow("tab and line break") << QByteArray("\tS1\r\n") << QStringLiteral("S1");
    QTest::newRow("no-break space") << QByteArray("\xC2\xA0S1\xC2\xA0 ") << QStringLiteral("S1");
    QTest::newRow("inside stays") << QByteArray(" De la Cruz ") << QStringLiteral("De la Cruz");
    QTest::newRow("only blanks") << QByteArray(" \xC2\xA0\t") << QString();
    QTest::newRow("letter that ends like a blank") << QByteArray("\xC3\xA0") << QStringLiteral("à");
    QTest::newRow("leading zeros") << QByteArray("0070031") << QStringLiteral("0070031");
}

void TestStudentList::trimsBlanks()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const QString, shown);
    TextTable::Builder builder(1);
    builder.appendCell(cell);
    builder.endRow();
    StudentList::FieldColumns columns = StudentList::noColumns();
    columns[static_cast<std::size_t>(StudentField::StudentId)] = 0;
    const StudentList list(std::move(builder).finish(), columns);
    QCOMPARE(list.text(0, StudentField::StudentId), shown);
}

void TestStudentList::roundTripsStudents()
{
    const Student ben{QStringLiteral("001"), QStringLiteral("Ben"), QStringLiteral("Ito"),
        QStringLiteral("ben@example.org"), QStringLiteral("2011-02-03"), QStringLiteral("9"),
        QStringLiteral("late bus")};
    const Student sophie{
        {}, QStringLiteral("Sophie"), {}, QStringLiteral("s@example.org"), {}, {}, {}};
    const StudentList list = StudentList::fromStudents({ben, sophie});
    QCOMPARE(list.size(), 2);
    QVERIFY(list.student(0) == ben);
    QVERIFY(list.student(1) == sophie);
    QVERIFY(!list.hasField(StudentField::Course));
}

void TestStudentList::correctionsStayInTheirCopy()
{
    StudentList list = StudentList::fromStudents({{QStringLiteral("1"), {}, {}, {}, {}, {}, {}}});
    const StudentList before = list;
    list.correct(0, StudentField::StudentId, QStringLiteral(" 2 "));
    QCOMPARE(list.text(0, StudentField::StudentId), QStringLiteral("2"));
    QVERIFY(list.isCorrected(0, StudentField::StudentId));
    QVERIFY(!list.isCorrected(0, StudentField::Email));
    QCOMPARE(before.text(0, StudentField::StudentId), QStringLiteral("1"));
}

void TestStudentList::originalTextTakesCorrectionBack_data()
{
    QTest::addColumn<QString>("original");
    QTest::newRow("as it was") << QStringLiteral("a@gmial.com");
    QTest::newRow("with blanks") << QStringLiteral("  a@gmial.com\u00a0");
}

void TestStudentList::originalTextTakesCorrectionBack()
{
    QFETCH(const QString, original);
    StudentList list =
        StudentList::fromStudents({{{}, {}, {}, QStringLiteral(" a@gmial.com"), {}, {}, {}}, {}});
    list.correct(0, StudentField::Email, QStringLiteral("a@gmail.com"));
    list.correct(0, StudentField::Email, QStringLiteral("a@mail.com"));
    QVERIFY(list.isCorrected(StudentField::Email));
    list.correct(0, StudentField::Email, original);
    QVERIFY(!list.isCorrected(0, StudentField::Email));
    QVERIFY(!list.isCorrected(StudentField::Email));
    QCOMPARE(list.text(0, StudentField::Email), QStringLiteral("a@gmial.com"));
}

void TestStudentList::fieldWithoutColumnCanBeCorrected()
{
    TextTable::Builder builder(1);
    for (const char *id : {"1", "2"}) {
        builder.appendCell(id);
        builder.endRow();
    }
    StudentList::FieldColumns columns = StudentList::noColumns();
    columns[static_cast<std::size_t>(StudentField::StudentId)] = 0;
    StudentList list(std::move(builder).finish(), columns);
    QVERIFY(!list.hasField(StudentField::Email));
    list.correct(1, StudentField::Email, QStringLiteral("b@example.org"));
    QVERIFY(list.hasField(StudentField::Email));
    QCOMPARE(list.column(StudentField::Email), -1);
    QCOMPARE(list.text(1, StudentField::Email), QStringLiteral("b@example.org"));
    QVERIFY(list.text(0, StudentField::Email).isEmpty());
    QCOMPARE(list.student(1).email, QStringLiteral("b@example.org"));
    list.correct(1, StudentField::Email, {});
    QVERIFY(!list.hasField(StudentField::Email));
}

void TestStudentList::namesAStudentForPeople_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("family");
    QTest::addColumn<QString>("shown");
    QTest::newRow("both") << QStringLiteral("Ana") << QStringLiteral("Roy")
                          << QStringLiteral("Ana Roy");
    QTest::newRow("given") << QStringLiteral("Ana") << QString() << QStringLiteral("Ana");
    QTest::newRow("family") << QString() << QStringLiteral("Roy") << QStringLiteral("Roy");
    QTest::newRow("neither") << QString() << QString() << QStringLiteral("a@example.org");
}

void TestStudentList::namesAStudentForPeople()
{
    QFETCH(const QString, given);
    QFETCH(const QString, family);
    const StudentList list = StudentList::fromStudents(
        {{{}, given, family, QStringLiteral("a@example.org"), {}, {}, {}}});
    QTEST(list.displayName(0), "shown");
}

QTEST_APPLESS_MAIN(TestStudentList)
#include "tst_studentlist.moc"
