// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleschool.h"
#include "shownwindow.h"
#include "sidebar.h"
#include "ui/theme.h"

#include <QDir>
#include <QMenu>
#include <QPainter>
#include <QUndoStack>

#include <algorithm>
#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;
using State = ClassList::State;

/// Rows of a run that has ended, tried again from the table: as they are, or corrected.
class TestTryAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void heldStudentIsTriedAgainOnceTheHoldIsLifted();
    void selectionIsTriedAgain();
    void rowsAreTriedAgainOfAnEarlierRun();
    void menuSaysWhyNot_data();
    void menuSaysWhyNot();
    void keySaysWhyNot();
    void correctedStudentIsPlannedAndRegistered();
    void correctedRowStaysWhatItWasUntilItsTurn();
    void undoneCorrectionBringsTheOutcomeBack();
    void correctionThatIsRejectedAgainSaysSo();
    void leftOutRowIsTakenBackAndRegistered();
    void doubleIsFreeOnceTheOtherIsCorrected();
    void rowInAnUnknownCourseIsCorrected();
    void rowsWithASeatAreNotEdited();
    void correctedRowsAreNotTriedWithTheOthers();
    void planIsAskedAgainWhenAnotherTookTheSeat();
    void looks_data();
    void looks();

private:
    void setHold(const QString &reason);
    ClassList *registered(ShownWindow &window, const QByteArray &text = Club);
    QAction *menuAction(ShownWindow &window, int row);
    RegisterStudentsResults recorded(const ClassList &list)
    {
        return *m_sample->school().journal().run(list.results().run.id);
    }

    static constexpr auto Club = "student_id,given_name,family_name\n"
                                 "0080001,Ana,Ito\n0080002,Ben,Roy\n0080003,Cleo,Sim\n"
                                 "0080004,Dan,Poe\n0080005,Eve,Lund\n";

    std::unique_ptr<SampleSchool> m_sample;
};

namespace
{

Course club(std::optional<int> capacity = {})
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

// It may be planned at once, where the window can guess the course.
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

} // namespace

void TestTryAgain::init()
{
    m_sample = std::make_unique<SampleSchool>();
    QVERIFY(m_sample->school().courses().save({club()}));
    setHold(u"library book"_s);
}

void TestTryAgain::cleanup()
{
    QThreadPool::globalInstance()->waitForDone();
    m_sample.reset();
}

// Of the students of rows 1, 3 and 4.
void TestTryAgain::setHold(const QString &reason)
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

ClassList *TestTryAgain::registered(ShownWindow &window, const QByteArray &text)
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
QAction *TestTryAgain::menuAction(ShownWindow &window, int row)
{
    RosterTable *table = window.table();
    Q_EMIT table->customContextMenuRequested(
        table->visualRect(table->model()->index(row, RosterModel::StateColumn)).center());
    const auto *menu = table->findChild<QMenu *>();
    return menu ? menu->actions().value(0) : nullptr;
}

void TestTryAgain::heldStudentIsTriedAgainOnceTheHoldIsLifted()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    QCOMPARE(list->model()->count(RowState::Rejected), 3);
    const QStringList before = told(list->results());
    setHold({});
    selectRows(window, {1});
    QAction *action = menuAction(window, 1);
    QVERIFY(action);
    QCOMPARE(action->text().remove(u'&'), u"Try this student again"_s);
    QVERIFY(action->isEnabled());
    QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    action->trigger();
    QVERIFY(list->isBusy());
    // The others are seen as they are all the while.
    QCOMPARE(list->model()->rowState(0), RowState::Registered);
    QCOMPARE(list->model()->rowState(3), RowState::Rejected);
    QTRY_COMPARE(list->state(), State::Finished);
    QStringList wanted = before;
    wanted[1] = u"0080002: seat 3 (2)"_s;
    QCOMPARE(told(list->results()), wanted);
    QCOMPARE(told(recorded(*list)), wanted);
    QCOMPARE(list->model()->rowState(1), RowState::Registered);
    QCOMPARE(list->model()->count(RowState::Rejected), 2);
    QCOMPARE(m_sample->school().journal().runs()->size(), 1);
}

void TestTryAgain::selectionIsTriedAgain()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    setHold({});
    selectRows(window, {0, 1, 3, 4});
    const QAction *action = menuAction(window, 1);
    QVERIFY(action);
    QCOMPARE(action->text().remove(u'&'), u"Try the 3 selected students again"_s);
    delete window.table()->findChild<QMenu *>();
    pressTryAgain(window);
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(told(recorded(*list)),
        QStringList({u"0080001: seat 1 (1)"_s, u"0080002: seat 3 (2)"_s, u"0080003: seat 2 (1)"_s,
            u"0080004: seat 4 (2)"_s, u"0080005: seat 5 (2)"_s}));
    QVERIFY(window.page()->list().results().run.counts
        == m_sample->school().journal().runs()->first().counts);
}

void TestTryAgain::rowsAreTriedAgainOfAnEarlierRun()
{
    QString id;
    {
        ShownWindow first(m_sample->school());
        const ClassList *list = registered(first);
        QVERIFY(list);
        id = list->results().run.id;
    }
    setHold({});
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    auto *sidebar = window->findChild<Sidebar *>();
    QTRY_COMPARE(sidebar->topLevelItem(1)->childCount(), 1);
    QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {},
        sidebar->visualItemRect(sidebar->topLevelItem(1)->child(0)).center());
    QTRY_VERIFY(window.page() && window.page()->list().state() == State::Earlier);
    selectRows(window, {4});
    pressTryAgain(window);
    const ClassList &list = window.page()->list();
    QTRY_VERIFY(list.state() == State::Earlier && !list.isBusy());
    QTRY_COMPARE(list.model()->rowState(4), RowState::Registered);
    QTRY_COMPARE(m_sample->school().journal().run(id)->results.at(4).attempts, 2);
    QCOMPARE(list.model()->rowState(3), RowState::Rejected);
}

void TestTryAgain::menuSaysWhyNot_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("has a seat") << 0 << u"has a seat"_s;
    QTest::newRow("wrong in the list") << 5 << u"Correct it first"_s;
}

void TestTryAgain::menuSaysWhyNot()
{
    QFETCH(const int, row);
    QFETCH(const QString, sentence);
    ShownWindow window(m_sample->school());
    const ClassList *list = registered(window, QByteArray(Club) + ",Finn,Moe\n");
    QVERIFY(list);
    selectRows(window, {row});
    const QAction *action = menuAction(window, row);
    QVERIFY(action);
    QVERIFY(!action->isEnabled());
    QVERIFY2(action->toolTip().contains(sentence), qPrintable(action->toolTip()));
}

void TestTryAgain::keySaysWhyNot()
{
    ShownWindow window(m_sample->school());
    const ClassList *list = registered(window);
    QVERIFY(list);
    selectRows(window, {0});
    pressTryAgain(window);
    QVERIFY(!list->isBusy());
    QVERIFY2(window.message().contains(u"has a seat"_s), qPrintable(window.message()));
}

void TestTryAgain::correctedStudentIsPlannedAndRegistered()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    const QString id = list->results().run.id;
    RosterModel *model = list->model();
    QVERIFY(
        model->setData(model->index(3, RosterModel::StudentIdColumn), u"0080044"_s, Qt::EditRole));
    QTRY_COMPARE(model->rowState(3), RowState::WillRegister);
    QCOMPARE(list->state(), State::Finished);
    QCOMPARE(reasonOf(*list, 3), u"will get seat 3"_s);
    QCOMPARE(model->rowState(1), RowState::Rejected);
    QCOMPARE(model->rowState(0), RowState::Registered);
    selectRows(window, {3});
    const QAction *action = menuAction(window, 3);
    QCOMPARE(action->text().remove(u'&'), u"Register this corrected student"_s);
    delete window.table()->findChild<QMenu *>();
    QAbstractButton *button = window.button(u"Register 1 student"_s);
    QVERIFY(button && button->isEnabled());
    QTest::keyClick(&*window, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(list->results().run.id, id);
    QCOMPARE(told(list->results()).at(3), u"0080044: seat 3 (2)"_s);
    QCOMPARE(told(recorded(*list)), told(list->results()));
    QCOMPARE(model->rowState(3), RowState::Registered);
    QVERIFY(!window.button(u"Register "_s));
    QCOMPARE(list->edits()->undoStack()->count(), 0);
}

void TestTryAgain::correctedRowStaysWhatItWasUntilItsTurn()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    const QStringList before = told(list->results());
    list->edits()->correct({1, StudentField::StudentId, u"0080022"_s});
    list->edits()->correct({3, StudentField::StudentId, u"0080044"_s});
    QTRY_COMPARE(list->model()->count(RowState::WillRegister), 2);
    QVERIFY(window.button(u"Register 2 students"_s));
    selectRows(window, {3});
    pressTryAgain(window);
    QTRY_COMPARE(list->state(), State::Finished);
    QStringList wanted = before;
    wanted[3] = u"0080044: seat 3 (2)"_s;
    QCOMPARE(told(recorded(*list)), wanted);
    QCOMPARE(list->model()->rowState(1), RowState::WillRegister);
    QTRY_COMPARE(reasonOf(*list, 1), u"will get seat 4"_s);
    QAbstractButton *button = window.button(u"Register 1 student"_s);
    QVERIFY(button);
    button->click();
    QTRY_COMPARE(list->state(), State::Finished);
    wanted[1] = u"0080022: seat 4 (2)"_s;
    QCOMPARE(told(recorded(*list)), wanted);
}

void TestTryAgain::undoneCorrectionBringsTheOutcomeBack()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    const QString reason = reasonOf(*list, 1);
    QVERIFY(reason.contains(u"library book"_s));
    list->edits()->correct({1, StudentField::StudentId, u"0080022"_s});
    QTRY_COMPARE(list->model()->rowState(1), RowState::WillRegister);
    window.table()->setFocus();
    QTest::keyClick(window.table(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(list->model()->rowState(1), RowState::Rejected);
    QCOMPARE(reasonOf(*list, 1), reason);
    QCOMPARE(list->rowsToRegister(), 0);
    QVERIFY(!list->isChanged(1));
    QTest::keyClick(window.table(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(list->model()->rowState(1), RowState::WillRegister);
    // Before its plan has come, too.
    list->edits()->correct({3, StudentField::StudentId, u"0080044"_s});
    list->edits()->undoStack()->undo();
    QCOMPARE(list->model()->rowState(3), RowState::Rejected);
    QTRY_COMPARE(list->model()->rowState(1), RowState::WillRegister);
    QCOMPARE(told(recorded(*list)), told(list->results()));
}

void TestTryAgain::correctionThatIsRejectedAgainSaysSo()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    list->edits()->correct({1, StudentField::GivenName, u"Benjamin"_s});
    QTRY_COMPARE(list->model()->rowState(1), RowState::WillReject);
    QVERIFY(reasonOf(*list, 1).contains(u"library book"_s));
    QVERIFY(!window.button(u"Register "_s));
    // No ID, no e-mail: nobody.
    list->edits()->correct({1, StudentField::StudentId, {}});
    QCOMPARE(list->model()->rowState(1), RowState::Problem);
    selectRows(window, {1});
    pressTryAgain(window);
    QVERIFY(!list->isBusy());
    QVERIFY2(window.message().contains(u"Correct it first"_s), qPrintable(window.message()));
}

void TestTryAgain::leftOutRowIsTakenBackAndRegistered()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(u"club.csv"_s, Club)});
    ClassList *list = window.lists().first();
    QTRY_VERIFY(isRead(*list));
    list->edits()->leaveOut({0}, true);
    list->chooseCourse(club().ref());
    QTRY_COMPARE(list->state(), State::Planned);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(list->model()->rowState(0), RowState::LeftOut);
    selectRows(window, {0});
    QTest::keyClick(window.table(), Qt::Key_Delete);
    QTRY_COMPARE(list->model()->rowState(0), RowState::WillRegister);
    pressTryAgain(window);
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(told(recorded(*list)).first(), u"0080001: seat 2 (1)"_s);
}

void TestTryAgain::doubleIsFreeOnceTheOtherIsCorrected()
{
    ShownWindow window(m_sample->school());
    ClassList *list =
        registered(window, "student_id,given_name\n0080002,Ben\n0080002,Benedict\n0080001,Ana\n");
    QVERIFY(list);
    QCOMPARE(
        told(list->results()).mid(0, 1), QStringList(u"0080002: has a hold: library book (1)"_s));
    QVERIFY(!list->canTryAgain(1));
    list->edits()->correct({0, StudentField::StudentId, u"0080022"_s});
    QTRY_COMPARE(list->model()->rowState(0), RowState::WillRegister);
    QVERIFY(list->canTryAgain(1));
    setHold({});
    list->tryRowsAgain({1});
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(told(recorded(*list)).at(1), u"0080002: seat 2 (1)"_s);
}

void TestTryAgain::rowInAnUnknownCourseIsCorrected()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(
        u"clubs.csv"_s, "student_id,given_name,course\n0080001,Ana,CLUB\n0080003,Cleo,NOPE\n")});
    ClassList *list = window.lists().first();
    QTRY_VERIFY(isRead(*list));
    list->chooseCourse({});
    QTRY_COMPARE(list->state(), State::Planned);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    const RosterModel *model = list->model();
    QCOMPARE(model->rowState(1), RowState::Rejected);
    QVERIFY(!list->canTryAgain(1));
    list->edits()->correct({1, StudentField::Course, u"ROB"_s});
    QTRY_COMPARE(model->rowState(1), RowState::WillReject);
    QVERIFY(reasonOf(*list, 1).contains(u"GO0"_s));
    list->edits()->undoStack()->undo();
    QCOMPARE(model->rowState(1), RowState::Rejected);
    QCOMPARE(model->index(1, RosterModel::CourseColumn).data().toString(), u"NOPE"_s);
    list->edits()->correct({1, StudentField::Course, u"GO0"_s});
    QTRY_COMPARE(model->rowState(1), RowState::WillRegister);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(model->rowState(1), RowState::Registered);
    QCOMPARE(recorded(*list).courses.courseOf(1).code, u"GO0"_s);
    QCOMPARE(recorded(*list).courses.courseOf(0).code, u"CLUB"_s);
}

void TestTryAgain::rowsWithASeatAreNotEdited()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    RosterModel *model = list->model();
    const QModelIndex seat = model->index(0, RosterModel::StudentIdColumn);
    QVERIFY(!(model->flags(seat) & Qt::ItemIsEditable));
    QVERIFY(!model->setData(seat, u"0080011"_s, Qt::EditRole));
    QVERIFY(!list->isChanged(0));
    list->tryRowsAgain({0, 2});
    QVERIFY(!list->isBusy());
}

void TestTryAgain::correctedRowsAreNotTriedWithTheOthers()
{
    const PracticeSchool practice(u"simulated:?latency=1ms&failures=1"_s);
    ClassList list(**practice);
    list.loadText("Student ID\nS1\nS2\nS3\n", u"Pasted list"_s);
    QTRY_COMPARE(list.state(), State::NoCourse);
    list.chooseCourse({u"PRACTICE"_s, {}});
    QTRY_COMPARE(list.state(), State::Planned);
    list.registerStudents();
    QTRY_COMPARE(list.state(), State::Finished);
    list.edits()->correct({1, StudentField::StudentId, u"S9"_s});
    QTRY_COMPARE(list.model()->rowState(1), RowState::WillRegister);
    QCOMPARE(list.rowsToTryAgain(), 2);
    list.tryAgain();
    QTRY_COMPARE(list.state(), State::Finished);
    QCOMPARE(list.results().results.at(0).attempts, 2);
    QCOMPARE(list.results().results.at(1).attempts, 1);
    QCOMPARE(list.results().results.at(2).attempts, 2);
    QVERIFY(list.isChanged(1));
}

void TestTryAgain::planIsAskedAgainWhenAnotherTookTheSeat()
{
    QVERIFY(m_sample->school().courses().save({club(3)}));
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    list->edits()->correct({1, StudentField::StudentId, u"0080022"_s});
    list->edits()->correct({3, StudentField::StudentId, u"0080044"_s});
    QTRY_COMPARE(list->model()->rowState(3), RowState::WillReject);
    QCOMPARE(list->model()->rowState(1), RowState::WillRegister);
    list->tryRowsAgain({1});
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(list->model()->rowState(1), RowState::Registered);
    QCOMPARE(list->model()->rowState(3), RowState::WillReject);
    QCOMPARE(recorded(*list).students.text(3, StudentField::StudentId), u"0080004"_s);
}

void TestTryAgain::looks_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

// Pictures for people.
void TestTryAgain::looks()
{
    QFETCH(const Theme, theme);
    applyTheme(theme);
    const QDir folder(u"screenshots"_s);
    QVERIFY(folder.mkpath(u"."_s));
    QByteArray list = Club;
    for (int row = 6; row < 30; ++row)
        list += u"00800%1,Given %1,Family %1\n"_s.arg(row, 2, 10, QLatin1Char('0')).toUtf8();
    ShownWindow window(m_sample->school());
    window->resize(1280, 800);
    ClassList *club = registered(window, list + ",Finn,Moe\n");
    QVERIFY(club);
    const auto shoot = [&](const QString &state) {
        QTest::qWait(0);
        QPixmap picture = window->grab();
        if (auto *menu = window.table()->findChild<QMenu *>()) {
            QPainter(&picture).drawPixmap(window->mapFromGlobal(menu->pos()), menu->grab());
            delete menu;
        }
        const QString scale = qFuzzyCompare(window->devicePixelRatioF(), 1)
            ? QString()
            : u"-%1x"_s.arg(window->devicePixelRatioF());
        const QString look = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(picture.save(folder.filePath(u"10-%1-%2%3.png"_s.arg(state, look, scale))));
    };
    selectRows(window, {1, 3, 4});
    QVERIFY(menuAction(window, 4));
    shoot(u"try-again-menu"_s);
    selectRows(window, {0});
    QVERIFY(menuAction(window, 0));
    shoot(u"try-again-not"_s);
    window.table()->setCurrentIndex(
        window.table()->model()->index(3, RosterModel::StudentIdColumn));
    club->edits()->correct({3, StudentField::StudentId, u"0080044"_s});
    QTRY_COMPARE(club->model()->rowState(3), RowState::WillRegister);
    QVERIFY(menuAction(window, 3));
    shoot(u"corrected"_s);
    applyTheme(Theme::System);
}

QTEST_MAIN(TestTryAgain)
#include "tst_tryagain.moc"
