// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"
#include "school/coursespage.h"
#include "schoolpagetest.h"
#include "sidebar.h"
#include "teststore.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QHeaderView>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Looking after courses in the window, with keys and clicks and a real school.
class TestCoursesPage : public SchoolPageTest
{
    Q_OBJECT

private Q_SLOTS:
    void addsACourse();
    void saysBesideTheFieldWhatIsWrong_data();
    void saysBesideTheFieldWhatIsWrong();
    void changesACourse();
    void keepsACourseWithStudents();
    void removesACourse();
    void withdrawsAndMovesUp();
    void copiesWhoIsInACourse();
    void importsAndExportsCourses();
    void saysWhatIsWrongInAFile();
    void emptySchoolLeadsToTheCourses();
    void remembersWidthsAndOrder();
    void readsAgainWhenAsked();
    void keepsTheSearchOfListsApart();
    void readsAgainAfterARun();
    void plansAgainAfterAWithdrawal();
};

void TestCoursesPage::addsACourse()
{
    showCourses();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(field(u"Code"_s)->hasFocus());
    type(u"Code"_s, u"LAT"_s);
    type(u"Title"_s, u"Latin"_s);
    type(u"Term"_s, u"2026 Fall"_s);
    type(u"Seats"_s, u"24"_s);
    type(u"When it meets"_s, u"Tue 08:00-09:00; Thu 08:00-09:00"_s);
    type(u"Open until"_s, QLocale().toString(QDate(2026, 11, 30), QLocale::ShortFormat));
    type(u"Needs first"_s, u"GO0, ART"_s);
    QTest::keyClick(field(u"Needs first"_s), Qt::Key_Return);
    QTRY_COMPARE(courses()->model()->rowCount(), 9);
    const Course latin = seats(u"LAT"_s).course;
    QCOMPARE(latin.title, u"Latin"_s);
    QCOMPARE(latin.capacity, std::optional(24));
    QVERIFY(!latin.waitlistCapacity);
    QCOMPARE(latin.closesOn, QDate(2026, 11, 30));
    QCOMPARE(latin.meets.size(), 2);
    QCOMPARE(latin.prerequisites, (QStringList{u"GO0"_s, u"ART"_s}));
    // It is the chosen one, and the keys are for the table again.
    QVERIFY(courses()->hasFocus());
    QCOMPARE(courses()->currentIndex().siblingAtColumn(0).data().toString(), u"LAT"_s);
    QVERIFY(!field(u"Code"_s));
}

void TestCoursesPage::saysBesideTheFieldWhatIsWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("no code") << u"Code"_s << u""_s << u"code"_s;
    QTest::newRow("a course that is there") << u"Code"_s << u"GO1"_s << u"already"_s;
    QTest::newRow("no number") << u"Seats"_s << u"many"_s << u"“many”"_s;
    QTest::newRow("a negative number") << u"Places on the waiting list"_s << u"-1"_s << u"“-1”"_s;
    QTest::newRow("no time") << u"When it meets"_s << u"sometimes"_s << u"“sometimes”"_s;
    QTest::newRow("no date") << u"Open from"_s << u"31 June"_s << u"“31 June”"_s;
    QTest::newRow("closes before it opens") << u"Open until"_s << u"2026-08-01"_s << u"closes"_s;
}

void TestCoursesPage::saysBesideTheFieldWhatIsWrong()
{
    QFETCH(const QString, name);
    QFETCH(const QString, text);
    QFETCH(const QString, mentions);
    showCourses();
    click(u"Add a course"_s);
    type(u"Code"_s, u"NEW"_s);
    type(u"Term"_s, u"2026 Fall"_s);
    type(u"Open from"_s, u"2026-09-01"_s);
    type(name, text);
    click(u"Save"_s);
    QLineEdit *wrong = field(name);
    QVERIFY(wrong);
    QVERIFY2(wrong->accessibleDescription().contains(mentions),
        qPrintable(wrong->accessibleDescription()));
    QVERIFY(wrong->hasFocus());
    QCOMPARE(school().courses().courses()->size(), 8);
}

void TestCoursesPage::changesACourse()
{
    fillArt();
    showCourses();
    selectRow(courses(), u"ART"_s);
    QTest::keyClick(courses(), Qt::Key_F2);
    QVERIFY(!field(u"Code"_s)->isEnabled());
    type(u"Seats"_s, u"17"_s);
    QTest::keyClick(field(u"Seats"_s), Qt::Key_Return);
    QVERIFY(field(u"Seats"_s)->accessibleDescription().contains(u"18"_s));
    type(u"Seats"_s, u"20"_s);
    QTest::keyClick(field(u"Seats"_s), Qt::Key_Return);
    QTRY_COMPARE(courses()->currentIndex().siblingAtColumn(3).data().toString(), u"18 of 20"_s);
    QCOMPARE(seats(u"ART"_s).course.capacity, std::optional(20));
    QCOMPARE(seats(u"ART"_s).seatsTaken, 18);
    QVERIFY(m_window->button(u"Move 2 up"_s));
}

void TestCoursesPage::keepsACourseWithStudents()
{
    fillArt();
    showCourses();
    selectRow(courses(), u"ART"_s);
    QTest::keyClick(courses(), Qt::Key_Delete);
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY2(m_window->message().contains(u"23 students"_s), qPrintable(m_window->message()));
    QCOMPARE(school().courses().courses()->size(), 8);
}

void TestCoursesPage::removesACourse()
{
    showCourses();
    selectRow(courses(), u"CHESS"_s);
    QTest::keyClick(courses(), Qt::Key_Delete);
    answer(u"Keep it"_s);
    QCOMPARE(school().courses().courses()->size(), 8);
    click(u"Remove"_s);
    answer(u"Remove the course"_s);
    QTRY_COMPARE(courses()->model()->rowCount(), 7);
    QVERIFY(!school().courses().find(u"CHESS"_s));
}

void TestCoursesPage::withdrawsAndMovesUp()
{
    fillArt();
    showCourses();
    selectRow(courses(), u"ART"_s);
    QTRY_COMPARE(people()->model()->rowCount(), 23);
    QVERIFY(!m_window->button(u"Move"_s));
    people()->setFocus();
    people()->selectRow(0);
    people()->selectionModel()->select(
        people()->model()->index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(people(), Qt::Key_Delete);
    answer(u"Withdraw 2 students"_s);
    QTRY_COMPARE(people()->model()->rowCount(), 21);
    QCOMPARE(seats(u"ART"_s).seatsTaken, 16);
    QCOMPARE(seats(u"ART"_s).waiting, 5);
    QTRY_VERIFY(m_window->button(u"Move 2 up from the waiting list"_s));
    click(u"Move 2 up"_s);
    QTRY_COMPARE(seats(u"ART"_s).seatsTaken, 18);
    QTRY_VERIFY(m_window->message().contains(u"2 students moved up"_s));
    QTRY_COMPARE(courses()->currentIndex().siblingAtColumn(4).data().toString(), u"3 of 6"_s);
    QTRY_COMPARE(
        people()->model()->index(20, 0).data().toString(), u"place 3 on the waiting list"_s);
}

void TestCoursesPage::copiesWhoIsInACourse()
{
    fillArt();
    showCourses();
    selectRow(courses(), u"ART"_s);
    QTRY_COMPARE(people()->model()->rowCount(), 23);
    people()->setFocus();
    people()->selectRow(0);
    QTest::keyClick(people(), Qt::Key_C, Qt::ControlModifier);
    const QStringList cells = QGuiApplication::clipboard()->text().trimmed().split(u'\t');
    QCOMPARE(cells.size(), 5);
    QCOMPARE(cells.first(), u"seat 1"_s);
}

void TestCoursesPage::importsAndExportsCourses()
{
    showCourses();
    click(u"Import"_s);
    chooseFile(m_sample->write(u"more.csv"_s,
        "code,title,term,capacity\nLAT,Latin,2026 Fall,24\nGO1,Intro to Go,2026 Fall,95\n"));
    QTRY_COMPARE(courses()->model()->rowCount(), 9);
    QVERIFY2(
        m_window->message().contains(u"2 courses imported"_s), qPrintable(m_window->message()));
    QCOMPARE(seats(u"GO1"_s).course.capacity, std::optional(95));

    click(u"Export"_s);
    const QString path = m_sample->path(u"out.csv"_s);
    chooseFile(path);
    QTRY_VERIFY(m_window->message().contains(u"9 courses exported"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("LAT,Latin,2026 Fall,24"));
}

void TestCoursesPage::saysWhatIsWrongInAFile()
{
    showCourses();
    QTest::keyClick(courses(), Qt::Key_I, Qt::ControlModifier);
    chooseFile(m_sample->write(u"bad.csv"_s, "code,capacity\nLAT,24\nBAD,many\n"));
    QTRY_VERIFY(m_window->message().contains(u"line 3"_s));
    QCOMPARE(school().courses().courses()->size(), 8);
}

void TestCoursesPage::emptySchoolLeadsToTheCourses()
{
    const TestStore store(u"sqlite"_s);
    const auto none = store.open();
    {
        ShownWindow window(*none);
        QVERIFY(window.isActive());
        window->openRosters({m_sample->write(u"list.csv"_s, "student_id\n1\n2\n")});
        QTRY_VERIFY(window.button(u"Go to courses"_s));
        QTest::mouseClick(window.button(u"Go to courses"_s), Qt::LeftButton);
        QTRY_VERIFY(window->findChild<CoursesPage *>()->isVisible());
        QTRY_VERIFY(window.button(u"Import from a file"_s));
    }
    backgroundThreads().waitForDone();
}

void TestCoursesPage::remembersWidthsAndOrder()
{
    showCourses();
    courses()->setColumnWidth(1, 123);
    courses()->sortByColumn(3, Qt::DescendingOrder);
    QVERIFY((*m_window)->close());
    backgroundThreads().waitForDone();
    m_window = std::make_unique<ShownWindow>(school());
    QVERIFY(m_window->isActive());
    showCourses();
    QCOMPARE(courses()->columnWidth(1), 123);
    QCOMPARE(courses()->horizontalHeader()->sortIndicatorSection(), 3);
}

// As a colleague adds it, on another machine.
void TestCoursesPage::readsAgainWhenAsked()
{
    showCourses();
    selectRow(courses(), u"BIO"_s);
    QVERIFY(school().courses().save({course(u"LAT"_s, 24)}));
    QTest::keyClick(courses(), Qt::Key_F5);
    QTRY_COMPARE(courses()->model()->rowCount(), 9);
    QCOMPARE(courses()->currentIndex().siblingAtColumn(0).data().toString(), u"BIO"_s);
}

void TestCoursesPage::keepsTheSearchOfListsApart()
{
    (*m_window)->openRosters({SampleSchool::sampleRoster()});
    QTRY_COMPARE(m_window->table()->model()->rowCount(), 97);
    QLineEdit *ofLists = m_window->search();
    showCourses();
    QVERIFY(!ofLists->isVisible());
    QTest::keyClick(&**m_window, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(field(u"Search courses"_s), u"golang"_s);
    QTRY_COMPARE(courses()->model()->rowCount(), 1);
    (*m_window)->findChild<Sidebar *>()->select(*m_window->lists().first());
    QVERIFY(ofLists->isVisible());
    QCOMPARE(m_window->table()->model()->rowCount(), 97);
}

void TestCoursesPage::readsAgainAfterARun()
{
    (*m_window)->openRosters({SampleSchool::sampleRoster()});
    ClassList *list = m_window->lists().first();
    QTRY_VERIFY(list->state() >= ClassList::State::NoCourse);
    list->chooseCourse(seats(u"CHOIR"_s).course.ref());
    QTRY_COMPARE(list->state(), ClassList::State::Planned);
    showCourses();
    selectRow(courses(), u"CHOIR"_s);
    list->registerStudents();
    QTRY_COMPARE(list->state(), ClassList::State::Finished);
    const int registered = seats(u"CHOIR"_s).seatsTaken;
    QVERIFY(registered > 0);
    QTRY_COMPARE(courses()->currentIndex().siblingAtColumn(3).data().toString(),
        u"%1, no limit"_s.arg(registered));
    QTRY_COMPARE(people()->model()->rowCount(), registered);
}

void TestCoursesPage::plansAgainAfterAWithdrawal()
{
    fillArt();
    (*m_window)->openRosters(
        {m_sample->write(u"art.csv"_s, "student_id,given_name,family_name\n88,Ann,Lee\n")});
    ClassList *list = m_window->lists().first();
    QTRY_VERIFY(list->state() >= ClassList::State::NoCourse);
    list->chooseCourse(seats(u"ART"_s).course.ref());
    QTRY_COMPARE(list->state(), ClassList::State::Planned);
    QCOMPARE(list->model()->count(RowState::WillWait), 1);
    showCourses();
    selectRow(courses(), u"ART"_s);
    QTRY_COMPARE(people()->model()->rowCount(), 23);
    people()->selectAll();
    click(u"Withdraw"_s);
    answer(u"Withdraw 23 students"_s);
    QTRY_COMPARE(list->model()->count(RowState::WillRegister), 1);
}

QTEST_MAIN(TestCoursesPage)
#include "tst_coursespage.moc"
