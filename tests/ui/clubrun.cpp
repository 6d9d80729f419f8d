// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clubrun.h"
#include "domain/backgroundthreads.h"

#include <QMenu>
#include <QTest>

namespace Rollbook
{

using namespace Qt::Literals::StringLiterals;
using State = ClassList::State;

Course club(std::optional<int> capacity)
{
    Course course;
    course.code = u"CLUB"_s;
    course.term = u"2026 Fall"_s;
    course.title = u"Chess club"_s;
    course.capacity = capacity;
    return course;
}

QStringList told(const RegisterStudentsResults &results)
{
    QStringList texts;
    for (const StudentRegistrationResult &result : results.results) {
        texts += u"%1: %2 (%3)"_s.arg(results.students.text(result.row, StudentField::StudentId),
            explain(result), QString::number(result.attempts));
    }
    return texts;
}

QString reasonOf(const ClassList &list, int row)
{
    return list.model()->index(row, RosterModel::ReasonColumn).data().toString();
}

bool isRead(const ClassList &list)
{
    return list.state() >= State::NoCourse && list.state() <= State::Planned;
}

void selectRows(ShownWindow &window, const QList<int> &rows)
{
    RosterTable *table = window.table();
    table->setFocus();
    table->clearSelection();
    for (const int row : rows) {
        table->selectionModel()->select(
            table->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

void pressTryAgain(ShownWindow &window)
{
    QTest::keyClick(&*window, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
}

void ClubRunTest::init()
{
    m_sample = std::make_unique<SampleSchool>();
    QVERIFY(m_sample->school().courses().save({club()}));
    setHold(u"library book"_s);
}

void ClubRunTest::cleanup()
{
    backgroundThreads().waitForDone();
    m_sample.reset();
}

void ClubRunTest::setHold(const QString &reason)
{
    QList<StudentRecord> records;
    for (const QString &id : {u"0080002"_s, u"0080004"_s, u"0080005"_s}) {
        StudentRecord record;
        record.student.studentId = id;
        record.hold = reason;
        records += record;
    }
    QVERIFY(m_sample->school().students().save(records));
}

ClassList *ClubRunTest::registered(ShownWindow &window, const QByteArray &text)
{
    if (!window.isActive())
        return nullptr;
    window->openRosters({m_sample->write(u"club.csv"_s, text)});
    ClassList *list = window.lists().first();
    if (!QTest::qWaitFor([list] { return isRead(*list); }))
        return nullptr;
    list->chooseCourse(club().ref());
    if (!QTest::qWaitFor([list] { return list->state() == State::Planned; }))
        return nullptr;
    list->registerStudents();
    return QTest::qWaitFor([list] { return list->state() == State::Finished; }) ? list : nullptr;
}

// The first entry of the table's menu.
QAction *ClubRunTest::menuAction(ShownWindow &window, int row)
{
    RosterTable *table = window.table();
    Q_EMIT table->customContextMenuRequested(
        table->visualRect(table->model()->index(row, RosterModel::StateColumn)).center());
    const auto *menu = table->findChild<QMenu *>();
    return menu ? menu->actions().value(0) : nullptr;
}

} // namespace Rollbook
