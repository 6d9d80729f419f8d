// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"
#include "sampleschool.h"
#include "school/coursespage.h"
#include "school/schooltable.h"
#include "school/studentspage.h"
#include "teststore.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"
#include "windowpicture.h"

#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Renders the pages about the school. The pictures are looked at by people; what is checked here
/// is that each state is reached.
class TestSchoolPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void states_data();
    void states();

private:
    void fill(School &school);
    void shootCourses(MainWindow &window);
    void shootStudents(MainWindow &window);
    void shootEmpty();
    void shoot(MainWindow &window, const QString &state) const;

    QString m_theme;
};

void TestSchoolPictures::shoot(MainWindow &window, const QString &state) const
{
    QVERIFY(!keepPicture(window, state, m_theme).isNull());
}

void TestSchoolPictures::fill(School &school)
{
    const auto students = school.students().students();
    QVERIFY(students);
    QList<Student> some;
    for (const StudentRecord &record : students->first(60))
        some += record.student;
    for (const char *code : {"GO0", "ART", "CHOIR"}) {
        const auto found = school.courses().find(QString::fromLatin1(code));
        QVERIFY(found);
        registerAll(school, StudentList::fromStudents(code == "CHOIR"_ba ? some.first(12) : some),
            CourseAssignment(found->course.ref()));
    }
    Course robotics = school.courses().find(u"ROB"_s)->course;
    robotics.closesOn = QDate(2026, 11, 30);
    QVERIFY(school.courses().save({robotics}));
    StudentRecord held = students->at(3);
    held.hold = u"library book"_s;
    QVERIFY(school.students().save({held}));
}

namespace
{

// The visible one with these words.
QPushButton *shownButton(const QWidget &page, const QString &text)
{
    const auto buttons = page.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && button->text().remove(u'&').startsWith(text))
            return button;
    }
    return nullptr;
}

SchoolTable *tableNamed(const QWidget &page, const QString &name)
{
    const auto tables = page.findChildren<SchoolTable *>();
    for (SchoolTable *table : tables) {
        if (table->accessibleName() == name)
            return table;
    }
    return nullptr;
}

} // namespace

void TestSchoolPictures::shootCourses(MainWindow &window)
{
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    auto *page = window.findChild<CoursesPage *>();
    auto *table = tableNamed(*page, u"Courses"_s);
    auto *people = tableNamed(*page, u"Students in the course and on its waiting list"_s);
    QTRY_COMPARE(table->model()->rowCount(), 8);
    shoot(window, u"12-courses"_s);
    table->selectRow(3);
    QTRY_VERIFY(people->model()->rowCount() > 0);
    people->selectRow(1);
    shoot(window, u"12-courses-people"_s);
    table->selectRow(0);
    QTRY_COMPARE(people->model()->rowCount(), 24);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_F2);
    auto *seats = window.focusWidget();
    QVERIFY(seats);
    shoot(window, u"12-courses-form"_s);
    const auto edits = page->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->accessibleName() == u"Seats"_s)
            edit->setText(u"3"_s);
    }
    QTest::mouseClick(shownButton(*page, u"Save"_s), Qt::LeftButton);
    shoot(window, u"12-courses-problem"_s);
    QTest::keyClick(&window, Qt::Key_Escape);
}

void TestSchoolPictures::shootStudents(MainWindow &window)
{
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    auto *page = window.findChild<StudentsPage *>();
    auto *table = tableNamed(*page, u"Students"_s);
    QTRY_COMPARE(table->model()->rowCount(), 120);
    table->selectRow(3);
    auto *held = tableNamed(*page, u"Seats and places of the student"_s);
    QTRY_VERIFY(held->model()->rowCount() >= 0);
    QTest::qWait(100);
    shoot(window, u"12-students"_s);
    QTest::mouseClick(shownButton(*page, u"Add a student"_s), Qt::LeftButton);
    QTest::mouseClick(shownButton(*page, u"Save"_s), Qt::LeftButton);
    shoot(window, u"12-students-form"_s);
}

void TestSchoolPictures::shootEmpty()
{
    const TestStore store(u"sqlite"_s);
    const auto school = store.open();
    {
        MainWindow window(*school);
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(shownButton(*window.findChild<CoursesPage *>(), u"Import from"_s));
        shoot(window, u"12-courses-none"_s);
    }
    backgroundThreads().waitForDone();
}

void TestSchoolPictures::states_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<QString>("name");
    QTest::newRow("light") << Theme::Light << u"light"_s;
    QTest::newRow("dark") << Theme::Dark << u"dark"_s;
}

void TestSchoolPictures::states()
{
    QFETCH(const Theme, theme);
    QFETCH(const QString, name);
    m_theme = name;
    applyTheme(theme);
    SampleSchool sample;
    fill(sample.school());
    {
        MainWindow window(sample.school());
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        shootCourses(window);
        shootStudents(window);
    }
    backgroundThreads().waitForDone();
    shootEmpty();
}

QTEST_MAIN(TestSchoolPictures)
#include "tst_schoolpictures.moc"
