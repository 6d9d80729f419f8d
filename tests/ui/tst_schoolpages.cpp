// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleschool.h"
#include "school/coursespage.h"
#include "school/schooltable.h"
#include "school/studentspage.h"
#include "shownwindow.h"
#include "teststore.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Looking after courses and students in the window, with keys and clicks and a real school.
class TestSchoolPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

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
    void readsAgainAfterARun();
    void plansAgainAfterAWithdrawal();
    void searchesStudents();
    void addsAStudent();
    void refusesAStudentWhoIsThere();
    void putsOnHoldAndLiftsIt();
    void removesAStudentWhoHoldsNothing();
    void withdrawsAStudent();
    void importsAndExportsStudents();

private:
    School &school() { return m_sample->school(); }
    void showCourses();
    void showStudents();
    QWidget *page() const;
    SchoolTable *table(const QString &name) const;
    SchoolTable *courses() const { return table(u"Courses"_s); }
    SchoolTable *students() const { return table(u"Students"_s); }
    SchoolTable *people() const
    {
        return table(u"Students in the course and on its waiting list"_s);
    }
    SchoolTable *held() const { return table(u"Seats and places of the student"_s); }
    QLineEdit *field(const QString &name) const;
    void type(const QString &name, const QString &text) const;
    void click(const QString &button) const;
    void answer(const QString &button) const;
    void chooseFile(const QString &path) const;
    void selectRow(SchoolTable *table, const QString &firstCell) const;
    void fillArt();
    CourseSeats seats(const QString &code) { return *school().courses().find(code); }

    std::unique_ptr<SampleSchool> m_sample;
    std::unique_ptr<ShownWindow> m_window;
};

void TestSchoolPages::init()
{
    m_sample = std::make_unique<SampleSchool>();
    m_window = std::make_unique<ShownWindow>(school());
    QVERIFY(m_window->isActive());
}

void TestSchoolPages::cleanup()
{
    QThreadPool::globalInstance()->waitForDone();
    m_window.reset();
    m_sample.reset();
}

QWidget *TestSchoolPages::page() const
{
    const auto pages = (*m_window)->findChildren<SchoolPage *>();
    for (SchoolPage *page : pages) {
        if (page->isVisible())
            return page;
    }
    return nullptr;
}

void TestSchoolPages::showCourses()
{
    QTest::keyClick(&**m_window, Qt::Key_1, Qt::ControlModifier);
    QVERIFY(qobject_cast<CoursesPage *>(page()));
    QTRY_COMPARE(courses()->model()->rowCount(), 8);
}

void TestSchoolPages::showStudents()
{
    QTest::keyClick(&**m_window, Qt::Key_2, Qt::ControlModifier);
    QVERIFY(qobject_cast<StudentsPage *>(page()));
    QTRY_COMPARE(students()->model()->rowCount(), 120);
}

SchoolTable *TestSchoolPages::table(const QString &name) const
{
    const auto tables = page()->findChildren<SchoolTable *>();
    for (SchoolTable *table : tables) {
        if (table->accessibleName() == name)
            return table;
    }
    return nullptr;
}

QLineEdit *TestSchoolPages::field(const QString &name) const
{
    const auto edits = page()->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->isVisible() && edit->accessibleName() == name)
            return edit;
    }
    return nullptr;
}

void TestSchoolPages::type(const QString &name, const QString &text) const
{
    QLineEdit *edit = field(name);
    QVERIFY2(edit, qPrintable(name));
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

void TestSchoolPages::click(const QString &button) const
{
    QAbstractButton *shown = m_window->button(button);
    QVERIFY2(shown && shown->isEnabled(), qPrintable(button));
    QTest::mouseClick(shown, Qt::LeftButton);
}

// The button of the question that is asked.
void TestSchoolPages::answer(const QString &button) const
{
    auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
    QVERIFY(question);
    const auto buttons = question->buttons();
    for (QAbstractButton *shown : buttons) {
        if (shown->text().remove(u'&') == button) {
            QTest::mouseClick(shown, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(button));
}

void TestSchoolPages::chooseFile(const QString &path) const
{
    auto *dialog = page()->findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
}

void TestSchoolPages::selectRow(SchoolTable *table, const QString &firstCell) const
{
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data().toString() == firstCell) {
            table->setFocus();
            table->scrollTo(table->model()->index(row, 0));
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                table->visualRect(table->model()->index(row, 0)).center());
            return;
        }
    }
    QFAIL(qPrintable(firstCell));
}

// 18 seats and 6 places: 18 are in, 5 wait.
void TestSchoolPages::fillArt()
{
    QList<Student> list;
    const auto all = school().students().students();
    for (const StudentRecord &record : all->first(23))
        list += record.student;
    const auto results = registerAll(
        school(), StudentList::fromStudents(list), CourseAssignment(seats(u"ART"_s).course.ref()));
    QCOMPARE(results.size(), 23);
    QCOMPARE(seats(u"ART"_s).seatsTaken, 18);
    QCOMPARE(seats(u"ART"_s).waiting, 5);
}

void TestSchoolPages::addsACourse()
{
    showCourses();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(field(u"Code"_s)->hasFocus());
    type(u"Code"_s, u"LAT"_s);
    type(u"Title"_s, u"Latin"_s);
    type(u"Term"_s, u"2026 Fall"_s);
    type(u"Seats"_s, u"24"_s);
    type(u"Meets"_s, u"Tue 08:00-09:00; Thu 08:00-09:00"_s);
    type(u"Needs first"_s, u"GO0, ART"_s);
    QTest::keyClick(field(u"Needs first"_s), Qt::Key_Return);
    QTRY_COMPARE(courses()->model()->rowCount(), 9);
    const Course latin = seats(u"LAT"_s).course;
    QCOMPARE(latin.title, u"Latin"_s);
    QCOMPARE(latin.capacity, std::optional(24));
    QVERIFY(!latin.waitlistCapacity);
    QCOMPARE(latin.meets.size(), 2);
    QCOMPARE(latin.prerequisites, (QStringList{u"GO0"_s, u"ART"_s}));
    // It is the chosen one, and the keys are for the table again.
    QVERIFY(courses()->hasFocus());
    QCOMPARE(courses()->currentIndex().siblingAtColumn(0).data().toString(), u"LAT"_s);
    QVERIFY(!field(u"Code"_s));
}

void TestSchoolPages::saysBesideTheFieldWhatIsWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("no code") << u"Code"_s << u""_s << u"code"_s;
    QTest::newRow("a course that is there") << u"Code"_s << u"GO1"_s << u"already"_s;
    QTest::newRow("no number") << u"Seats"_s << u"many"_s << u"“many”"_s;
    QTest::newRow("a negative number") << u"Places on the waiting list"_s << u"-1"_s << u"“-1”"_s;
    QTest::newRow("no time") << u"Meets"_s << u"sometimes"_s << u"“sometimes”"_s;
    QTest::newRow("no date") << u"Open from"_s << u"31 June"_s << u"“31 June”"_s;
    QTest::newRow("closes before it opens") << u"Open until"_s << u"2026-08-01"_s << u"closes"_s;
}

void TestSchoolPages::saysBesideTheFieldWhatIsWrong()
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

void TestSchoolPages::changesACourse()
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

void TestSchoolPages::keepsACourseWithStudents()
{
    fillArt();
    showCourses();
    selectRow(courses(), u"ART"_s);
    QTest::keyClick(courses(), Qt::Key_Delete);
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY2(m_window->message().contains(u"23 students"_s), qPrintable(m_window->message()));
    QCOMPARE(school().courses().courses()->size(), 8);
}

void TestSchoolPages::removesACourse()
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

void TestSchoolPages::withdrawsAndMovesUp()
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

void TestSchoolPages::copiesWhoIsInACourse()
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

void TestSchoolPages::importsAndExportsCourses()
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

void TestSchoolPages::saysWhatIsWrongInAFile()
{
    showCourses();
    QTest::keyClick(courses(), Qt::Key_I, Qt::ControlModifier);
    chooseFile(m_sample->write(u"bad.csv"_s, "code,capacity\nLAT,24\nBAD,many\n"));
    QTRY_VERIFY(m_window->message().contains(u"line 3"_s));
    QCOMPARE(school().courses().courses()->size(), 8);
}

void TestSchoolPages::emptySchoolLeadsToTheCourses()
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
    QThreadPool::globalInstance()->waitForDone();
}

void TestSchoolPages::readsAgainAfterARun()
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

void TestSchoolPages::plansAgainAfterAWithdrawal()
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

void TestSchoolPages::searchesStudents()
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

void TestSchoolPages::addsAStudent()
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
    type(u"Completed courses"_s, u"GO0; GO1"_s);
    QTest::keyClick(field(u"E-mail"_s), Qt::Key_Return);
    QTRY_COMPARE(students()->model()->rowCount(), 121);
    QTRY_COMPARE(students()->currentIndex().siblingAtColumn(0).data().toString(), u"4711"_s);
    const auto all = school().students().students();
    const auto emre = std::find_if(all->cbegin(), all->cend(),
        [](const StudentRecord &record) { return record.student.studentId == u"4711"_s; });
    QVERIFY(emre != all->cend());
    QCOMPARE(emre->completedCourses, (QStringList{u"GO0"_s, u"GO1"_s}));
}

void TestSchoolPages::refusesAStudentWhoIsThere()
{
    showStudents();
    click(u"Add a student"_s);
    type(u"Student ID"_s, u"0070001"_s);
    QTest::keyClick(field(u"Student ID"_s), Qt::Key_Return);
    QVERIFY2(field(u"Student ID"_s)->accessibleDescription().contains(u"Íñigo Muñoz Peña"_s),
        qPrintable(field(u"Student ID"_s)->accessibleDescription()));
    QCOMPARE(school().students().students()->size(), 120);
}

void TestSchoolPages::putsOnHoldAndLiftsIt()
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

void TestSchoolPages::removesAStudentWhoHoldsNothing()
{
    showStudents();
    selectRow(students(), u"0070002"_s);
    QTest::keyClick(students(), Qt::Key_Delete);
    answer(u"Remove the student"_s);
    QTRY_COMPARE(students()->model()->rowCount(), 119);
}

void TestSchoolPages::withdrawsAStudent()
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

void TestSchoolPages::importsAndExportsStudents()
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

QTEST_MAIN(TestSchoolPages)
#include "tst_schoolpages.moc"
