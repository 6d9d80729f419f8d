// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolpagetest.h"

#include <QApplication>
#include <QFile>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Looking after students in the window, with keys and clicks and a real school.
class TestStudentsPage : public SchoolPageTest
{
    Q_OBJECT

private Q_SLOTS:
    void searchesStudents();
    void addsAStudent();
    void refusesAStudentWhoIsThere();
    void putsOnHoldAndLiftsIt();
    void removesAStudentWhoHoldsNothing();
    void withdrawsAStudent();
    void importsAndExportsStudents();
};

void TestStudentsPage::searchesStudents()
{
    showStudents();
    QTest::keyClick(&**m_window, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(field(u"Search students"_s)->hasFocus());
    QTest::keyClicks(field(u"Search students"_s), u"munoz inigo"_s);
    QTRY_COMPARE(students()->model()->rowCount(), 1);
    QCOMPARE(students()->model()->index(0, 1).data().toString(), u"Muñoz Peña"_s);
    QTest::keyClick(&**m_window, Qt::Key_Escape);
    QTRY_COMPARE(students()->model()->rowCount(), 120);
    QVERIFY(students()->hasFocus());
}

void TestStudentsPage::addsAStudent()
{
    showStudents();
    click(u"Add a student"_s);
    type(u"Student ID"_s, u"4711"_s);
    type(u"Family name"_s, u"Sahin"_s);
    type(u"Given name"_s, u"Emre"_s);
    type(u"E-mail"_s, u"emre"_s);
    click(u"Save"_s);
    QVERIFY(field(u"E-mail"_s)->accessibleDescription().contains(u"emre"_s));
    type(u"E-mail"_s, u"emre@school.example"_s);
    type(u"Birth date"_s, QLocale().toString(QDate(2011, 4, 5), QLocale::ShortFormat));
    type(u"Completed courses"_s, u"GO0; GO1"_s);
    QTest::keyClick(field(u"E-mail"_s), Qt::Key_Return);
    QTRY_COMPARE(students()->model()->rowCount(), 121);
    QTRY_COMPARE(students()->currentIndex().siblingAtColumn(0).data().toString(), u"4711"_s);
    const auto all = school().students().students();
    const auto emre = std::find_if(all->cbegin(), all->cend(),
        [](const StudentRecord &record) { return record.student.studentId == u"4711"_s; });
    QVERIFY(emre != all->cend());
    QCOMPARE(emre->completedCourses, (QStringList{u"GO0"_s, u"GO1"_s}));
    QCOMPARE(emre->student.birthDate, u"2011-04-05"_s);
}

void TestStudentsPage::refusesAStudentWhoIsThere()
{
    showStudents();
    click(u"Add a student"_s);
    type(u"Student ID"_s, u"0070001"_s);
    QTest::keyClick(field(u"Student ID"_s), Qt::Key_Return);
    QVERIFY2(field(u"Student ID"_s)->accessibleDescription().contains(u"Íñigo Muñoz Peña"_s),
        qPrintable(field(u"Student ID"_s)->accessibleDescription()));
    QCOMPARE(school().students().students()->size(), 120);
}

void TestStudentsPage::putsOnHoldAndLiftsIt()
{
    showStudents();
    selectRow(students(), u"0070001"_s);
    click(u"Put on hold"_s);
    QVERIFY(field(u"On hold because"_s)->hasFocus());
    type(u"On hold because"_s, u"library book"_s);
    QTest::keyClick(field(u"On hold because"_s), Qt::Key_Return);
    QTRY_COMPARE(
        students()->currentIndex().siblingAtColumn(6).data().toString(), u"library book"_s);
    QTRY_VERIFY(m_window->button(u"Lift the hold"_s));
    click(u"Lift the hold"_s);
    QTRY_COMPARE(students()->currentIndex().siblingAtColumn(6).data().toString(), QString());
    QVERIFY(m_window->message().contains(u"Íñigo Muñoz Peña"_s));
}

void TestStudentsPage::removesAStudentWhoHoldsNothing()
{
    showStudents();
    selectRow(students(), u"0070002"_s);
    QTest::keyClick(students(), Qt::Key_Delete);
    answer(u"Remove the student"_s);
    QTRY_COMPARE(students()->model()->rowCount(), 119);
}

void TestStudentsPage::withdrawsAStudent()
{
    fillArt();
    const Student first = school().students().students()->first().student;
    showStudents();
    selectRow(students(), first.studentId);
    QTRY_COMPARE(held()->model()->rowCount(), 1);
    QCOMPARE(held()->model()->index(0, 1).data().toString(), u"ART"_s);
    QTest::keyClick(students(), Qt::Key_Delete);
    QVERIFY2(
        m_window->message().contains(u"Withdraw the student"_s), qPrintable(m_window->message()));
    held()->setFocus();
    held()->selectRow(0);
    click(u"Withdraw"_s);
    answer(u"Withdraw from 1 course"_s);
    QTRY_COMPARE(held()->model()->rowCount(), 0);
    QCOMPARE(seats(u"ART"_s).seatsTaken, 17);
}

void TestStudentsPage::importsAndExportsStudents()
{
    showStudents();
    click(u"Import"_s);
    chooseFile(m_sample->write(
        u"more.csv"_s, "student_id,given_name,family_name,hold\n4711,Emre,Şahin,fees\n"));
    QTRY_COMPARE(students()->model()->rowCount(), 121);
    QVERIFY(m_window->message().contains(u"1 student imported"_s));
    click(u"Export"_s);
    const QString path = m_sample->path(u"students.csv"_s);
    chooseFile(path);
    QTRY_VERIFY(m_window->message().contains(u"121 students exported"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromUtf8(file.readAll()).contains(u"4711,Emre,Şahin"_s));
}

QTEST_MAIN(TestStudentsPage)
#include "tst_studentspage.moc"
