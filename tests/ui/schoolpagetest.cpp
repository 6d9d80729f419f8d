// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolpagetest.h"

#include "domain/backgroundthreads.h"
#include "school/coursespage.h"
#include "school/studentspage.h"
#include "teststore.h"

#include <QApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QTest>

namespace Rollbook
{

using namespace Qt::Literals::StringLiterals;

void SchoolPageTest::init()
{
    m_sample = std::make_unique<SampleSchool>();
    m_window = std::make_unique<ShownWindow>(school());
    QVERIFY(m_window->isActive());
}

void SchoolPageTest::cleanup()
{
    backgroundThreads().waitForDone();
    m_window.reset();
    m_sample.reset();
}

QWidget *SchoolPageTest::page() const
{
    const auto pages = (*m_window)->findChildren<SchoolPage *>();
    for (SchoolPage *page : pages) {
        if (page->isVisible())
            return page;
    }
    return nullptr;
}

void SchoolPageTest::showCourses()
{
    QTest::keyClick(&**m_window, Qt::Key_1, Qt::ControlModifier);
    QVERIFY(qobject_cast<CoursesPage *>(page()));
    QTRY_COMPARE(courses()->model()->rowCount(), 8);
}

void SchoolPageTest::showStudents()
{
    QTest::keyClick(&**m_window, Qt::Key_2, Qt::ControlModifier);
    QVERIFY(qobject_cast<StudentsPage *>(page()));
    QTRY_COMPARE(students()->model()->rowCount(), 120);
}

SchoolTable *SchoolPageTest::table(const QString &name) const
{
    const auto tables = page()->findChildren<SchoolTable *>();
    for (SchoolTable *table : tables) {
        if (table->accessibleName() == name)
            return table;
    }
    return nullptr;
}

QLineEdit *SchoolPageTest::field(const QString &name) const
{
    const auto edits = page()->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->isVisible() && edit->accessibleName() == name)
            return edit;
    }
    return nullptr;
}

void SchoolPageTest::type(const QString &name, const QString &text) const
{
    QLineEdit *edit = field(name);
    QVERIFY2(edit, qPrintable(name));
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

void SchoolPageTest::click(const QString &button) const
{
    QAbstractButton *shown = m_window->button(button);
    QVERIFY2(shown && shown->isEnabled(), qPrintable(button));
    QTest::mouseClick(shown, Qt::LeftButton);
}

void SchoolPageTest::answer(const QString &button)
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

void SchoolPageTest::chooseFile(const QString &path) const
{
    auto *dialog = page()->findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
}

void SchoolPageTest::selectRow(SchoolTable *table, const QString &firstCell)
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

void SchoolPageTest::fillArt()
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

} // namespace Rollbook
