// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"
#include "interruptedbar.h"
#include "sampleschool.h"
#include "shownwindow.h"
#include "sidebar.h"
#include "ui/theme.h"

#include <QCryptographicHash>
#include <QDir>
#include <QUndoStack>

#include <memory>

using namespace Rollbook;
using State = ClassList::State;

/// Going on with a run in the window: one that was interrupted, or rows that failed.
class TestContinuing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_sample = std::make_unique<SampleSchool>(); }
    void cleanup();

    void stoppedRunIsTriedAgain();
    void correctedRowIsNotTriedAgain();
    void keyTriesAgain();
    void keepsTheListsFile();
    void interruptedRunIsOffered();
    void leftRunIsNotOfferedAgain();
    void runInWorkIsNotOffered();
    void runThatOnlyLacksItsEndIsEnded();
    void earlierRunGoesOnAsAListInWork();
    void looks_data();
    void looks();

private:
    RunJournal &journal() { return m_sample->school().journal(); }
    Run interruptedRun(int rowsDone = 37);
    void chooseEarlier(ShownWindow &window);

    std::unique_ptr<SampleSchool> m_sample;
};

namespace
{

constexpr int Rows = 97;

CourseAssignment forGo1(School &school)
{
    return CourseAssignment(school.courses().find(QStringLiteral("GO1"))->course.ref());
}

StudentList freshmen()
{
    QList<Student> students;
    for (int row = 0; row < Rows; ++row) {
        Student student;
        student.studentId = QStringLiteral("0090%1").arg(row, 3, 10, QLatin1Char('0'));
        student.givenName = QStringLiteral("Begoña");
        student.familyName = QStringLiteral("Núñez %1").arg(row + 1);
        students += student;
    }
    return StudentList::fromStudents(students);
}

// Stops when some rows are through.
void stopInTheMiddle(ClassList &list, School &school)
{
    list.loadText("Student ID\nS1\nS2\nS3\nS4\nS5\nS6\nS7\nS8\n", QStringLiteral("Pasted list"));
    QTRY_COMPARE(list.state(), State::NoCourse);
    list.chooseCourse(school.courses().courses()->first().course.ref());
    QTRY_COMPARE(list.state(), State::Planned);
    list.registerStudents();
    list.stop();
    QTRY_COMPARE(list.state(), State::Finished);
}

} // namespace

void TestContinuing::cleanup()
{
    backgroundThreads().waitForDone();
    m_sample.reset();
}

// As it is after the program was killed.
Run TestContinuing::interruptedRun(int rowsDone)
{
    School &school = m_sample->school();
    const RunRoster roster{freshmen(), forGo1(school), {}};
    const Run run = Run::begin(QStringLiteral("Grade 9.xlsx"), roster.courses, {});
    if (!journal().begin(run, roster))
        qFatal("the run cannot be entered");
    RegistrationBatch batch{run, roster.students, roster.courses, {}};
    for (qint32 row = 0; row < rowsDone; ++row)
        batch.rows += row;
    if (!batch.rows.isEmpty())
        school.registrar().registerBatch(batch).waitForFinished();
    journal().leave(run);
    return run;
}

void TestContinuing::chooseEarlier(ShownWindow &window)
{
    auto *sidebar = window->findChild<Sidebar *>();
    QTRY_COMPARE(sidebar->topLevelItem(1)->childCount(), 1);
    QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {},
        sidebar->visualItemRect(sidebar->topLevelItem(1)->child(0)).center());
    QTRY_VERIFY(window.page() && window.page()->list().state() == State::Earlier);
}

void TestContinuing::stoppedRunIsTriedAgain()
{
    const PracticeSchool practice(
        QStringLiteral("simulated:?latency=100ms&jitter=0ms&capacity=100"));
    ClassList list(**practice);
    stopInTheMiddle(list, **practice);
    const int left = list.model()->count(RowState::NotAttempted);
    QCOMPARE(list.rowsToTryAgain(), left);
    if (left == 0)
        return; // all of them were on their way
    const QString id = list.results().run.id;
    list.tryAgain();
    QVERIFY(list.isBusy());
    QCOMPARE(list.rowsToTryAgain(), 0);
    QTRY_COMPARE(list.state(), State::Finished);
    QCOMPARE(list.results().run.id, id);
    QCOMPARE(list.model()->count(RowState::Registered), 8);
    QCOMPARE(list.rowsToTryAgain(), 0);
    QCOMPARE((*practice)->journal().runs()->size(), 1);
}

void TestContinuing::correctedRowIsNotTriedAgain()
{
    const PracticeSchool practice(QStringLiteral("simulated:?latency=1ms&failures=1"));
    ClassList list(**practice);
    list.loadText("Student ID\nS1\nS2\n", QStringLiteral("Pasted list"));
    QTRY_COMPARE(list.state(), State::NoCourse);
    list.chooseCourse(CourseRef{QStringLiteral("PRACTICE"), {}});
    QTRY_COMPARE(list.state(), State::Planned);
    list.registerStudents();
    QTRY_COMPARE(list.state(), State::Finished);
    QCOMPARE(list.rowsToTryAgain(), 2);
    list.edits()->correct({0, StudentField::StudentId, QStringLiteral("S9")});
    QCOMPARE(list.rowsToTryAgain(), 1);
    list.edits()->undoStack()->undo();
    QCOMPARE(list.rowsToTryAgain(), 2);
}

void TestContinuing::keyTriesAgain()
{
    const PracticeSchool practice(QStringLiteral("simulated:?latency=1ms&failures=0.5&seed=3"));
    ShownWindow window(**practice);
    QVERIFY(window.isActive());
    window->openRosters({QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/go1-500.csv")});
    ClassList *list = window.lists().first();
    QTRY_COMPARE(list->state(), State::NoCourse);
    list->chooseCourse({QStringLiteral("PRACTICE"), {}});
    QTRY_COMPARE(list->state(), State::Planned);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    const int failed = list->model()->count(RowState::Failed);
    QVERIFY(failed > 0);
    QVERIFY(window.button(QStringLiteral("Try %1 again").arg(failed)));
    QTest::keyClick(&*window, Qt::Key_R, Qt::ControlModifier);
    QVERIFY(list->isBusy());
    QTRY_COMPARE(list->state(), State::Finished);
    // Where the practice school fails, it does so each time.
    QCOMPARE(list->model()->count(RowState::Failed), failed);
    for (const StudentRegistrationResult &result : list->results().results)
        QCOMPARE(result.attempts, result.status() == RegistrationStatus::Failed ? 2 : 1);
}

void TestContinuing::keepsTheListsFile()
{
    ClassList list(m_sample->school());
    const QString path = m_sample->write(QStringLiteral("choir.csv"), "student_id\n0070005\n");
    list.load(path);
    QTRY_COMPARE(list.state(), State::NoCourse);
    backgroundThreads().waitForDone();
    list.chooseCourse(m_sample->school().courses().find(QStringLiteral("GO1"))->course.ref());
    QTRY_COMPARE(list.state(), State::Planned);
    list.registerStudents();
    QTRY_COMPARE(list.state(), State::Finished);
    const Run run = journal().runs()->first();
    QCOMPARE(run.rosterPath, path);
    QCOMPARE(run.rosterHash,
        QString::fromLatin1(
            QCryptographicHash::hash("student_id\n0070005\n", QCryptographicHash::Sha256).toHex()));
    QCOMPARE(run.registrarName, m_sample->school().displayName());
}

void TestContinuing::interruptedRunIsOffered()
{
    const Run run = interruptedRun();
    ShownWindow window(m_sample->school());
    auto *bar = window->findChild<InterruptedBar *>();
    QTRY_VERIFY(bar->isVisible());
    // Nothing touches the edges of the window.
    const auto *frame = bar->findChild<QFrame *>();
    QTRY_VERIFY(frame->x() > 0 && frame->y() > 0 && frame->geometry().right() < bar->width() - 1);
    const QString said = bar->accessibleName();
    QVERIFY2(said.contains(QStringLiteral("Grade 9.xlsx")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("60 of 97 students")), qPrintable(said));
    window.button(QStringLiteral("Go on"))->click();
    QVERIFY(!bar->isVisible());
    QTRY_COMPARE(window.lists().size(), 1);
    ClassList &list = *window.lists().first();
    QCOMPARE(&window.page()->list(), &list);
    QCOMPARE(window->findChild<Sidebar *>()->topLevelItem(0)->childCount(), 1);
    QTRY_COMPARE(list.state(), State::Earlier);
    QCOMPARE(list.results().run.id, run.id);
    QCOMPARE(list.results().run.state, RunState::Finished);
    QCOMPARE(list.model()->count(RowState::Registered), 90);
    QCOMPARE(list.model()->count(RowState::Waitlisted), 7);
    QVERIFY(window.button(QStringLiteral("Make report")));
    QCOMPARE(journal().run(run.id)->run.state, RunState::Finished);
}

void TestContinuing::leftRunIsNotOfferedAgain()
{
    const Run run = interruptedRun();
    {
        ShownWindow window(m_sample->school());
        QTRY_VERIFY(window->findChild<InterruptedBar *>()->isVisible());
        window.button(QStringLiteral("Leave it"))->click();
        QVERIFY(!window->findChild<InterruptedBar *>()->isVisible());
        backgroundThreads().waitForDone();
    }
    QCOMPARE(journal().run(run.id)->run.state, RunState::Stopped);
    ShownWindow window(m_sample->school());
    chooseEarlier(window);
    QVERIFY(!window->findChild<InterruptedBar *>()->isVisible());
    QVERIFY(window.button(QStringLiteral("Try 60 again")));
}

void TestContinuing::runInWorkIsNotOffered()
{
    const Run run = interruptedRun();
    QVERIFY(journal().goOn(run));
    ShownWindow window(m_sample->school());
    chooseEarlier(window);
    QVERIFY(!window->findChild<InterruptedBar *>()->isVisible());
    QVERIFY(!window.button(QStringLiteral("Try")));
    QVERIFY(!window.button(QStringLiteral("Go on")));
    QVERIFY(window.message().contains(QStringLiteral("just now")));
}

void TestContinuing::runThatOnlyLacksItsEndIsEnded()
{
    const Run run = interruptedRun(Rows);
    ShownWindow window(m_sample->school());
    QTRY_COMPARE(journal().run(run.id)->run.state, RunState::Finished);
    QCOMPARE(journal().run(run.id)->run.counts[RegistrationStatus::Registered], 90);
    QVERIFY(!window->findChild<InterruptedBar *>()->isVisible());
}

void TestContinuing::earlierRunGoesOnAsAListInWork()
{
    interruptedRun();
    ShownWindow window(m_sample->school());
    chooseEarlier(window);
    QAbstractButton *button = window.button(QStringLiteral("Go on with 60 students"));
    QVERIFY(button);
    button->click();
    QCOMPARE(window->findChild<Sidebar *>()->topLevelItem(0)->childCount(), 1);
    ClassList &list = window.page()->list();
    QTRY_COMPARE(list.state(), State::Earlier);
    QCOMPARE(list.rowsToTryAgain(), 0);
    QCOMPARE(list.model()->count(RowState::Registered), 90);
}

void TestContinuing::looks_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

// Pictures for people.
void TestContinuing::looks()
{
    QFETCH(const Theme, theme);
    applyTheme(theme);
    const QDir folder(QStringLiteral("screenshots"));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    interruptedRun();
    ShownWindow window(m_sample->school());
    window->resize(1280, 800);
    QTRY_VERIFY(window->findChild<InterruptedBar *>()->isVisible());
    const auto shoot = [&](const QString &state) {
        QTest::qWait(0);
        const QString name =
            QStringLiteral("8-%1-%2.png").arg(state, QLatin1StringView(QTest::currentDataTag()));
        QVERIFY(window->grab().save(folder.filePath(name)));
    };
    shoot(QStringLiteral("interrupted"));
    window.button(QStringLiteral("Leave it"))->click();
    backgroundThreads().waitForDone();
    chooseEarlier(window);
    shoot(QStringLiteral("earlier-some-left"));
    applyTheme(Theme::System);
}

QTEST_MAIN(TestContinuing)
#include "tst_continuing.moc"
