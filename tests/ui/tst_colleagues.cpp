// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleschool.h"
#include "shownwindow.h"
#include "teststore.h"

#include <QLabel>

using namespace Rollbook;
using namespace Qt::StringLiterals;
using State = ClassList::State;

/// A window on a school that colleagues use at the same time.
class TestColleagues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void planFollowsWhatColleaguesDo();
    void whoTookTheLastSeatMeanwhileIsSeenInTheOutcome();

private:
    /// A list of S001 … in a window, planned for GO1.
    ClassList *plannedList(ShownWindow &window, int students);

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<School> m_mine;
    std::unique_ptr<School> m_colleagues;
    QTemporaryDir m_folder;
};

void TestColleagues::init()
{
    m_store = std::make_unique<TestStore>(u"postgresql"_s);
    m_mine = m_store->open();
    m_colleagues = m_store->open();
    QVERIFY(m_mine->courses().save({course(u"GO1"_s, 3, 2)}));
}

void TestColleagues::cleanup()
{
    QThreadPool::globalInstance()->waitForDone();
    m_mine.reset();
    m_colleagues.reset();
}

ClassList *TestColleagues::plannedList(ShownWindow &window, int students)
{
    QByteArray text("student_id\n");
    for (int i = 1; i <= students; ++i)
        text += QStringLiteral("S%1\n").arg(i, 3, 10, QLatin1Char('0')).toUtf8();
    const QString path = m_folder.filePath(u"GO1.csv"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("The list cannot be written.");
    file.close();
    window->openRosters({path});
    ClassList *list = window.lists().first();
    if (QTest::qWaitFor([list] { return list->state() == State::NoCourse; }, 2'000))
        list->chooseCourse(course(u"GO1"_s).ref());
    return list;
}

void TestColleagues::planFollowsWhatColleaguesDo()
{
    ShownWindow window(*m_mine);
    ClassList *list = plannedList(window, 3);
    QTRY_COMPARE(list->state(), State::Planned);
    QTRY_COMPARE(list->model()->count(RowState::WillRegister), 3);

    // Until the window listens nothing is heard; then what had happened is.
    const CourseAssignment go1(course(u"GO1"_s).ref());
    QCOMPARE(registerAll(*m_colleagues, numberedStudents(2, 50), go1).size(), 2);
    QVERIFY(QTest::qWaitFor(
        [&] {
            static_cast<void>(m_colleagues->courses().save({course(u"GO1"_s, 3, 2)}));
            return list->model()->count(RowState::WillRegister) == 1;
        },
        30'000));
    QTRY_COMPARE(list->model()->count(RowState::WillWait), 2);
    QTRY_COMPARE(list->rowsToRegister(), 3);

    QCOMPARE(m_colleagues->places()
                 .withdraw(*m_colleagues->places().ofCourse(course(u"GO1"_s).ref()))
                 ->withdrawn.size(),
        2);
    QTRY_COMPARE(list->model()->count(RowState::WillRegister), 3);
}

// As planned as could be: what counts is what the course is like when its turn comes.
void TestColleagues::whoTookTheLastSeatMeanwhileIsSeenInTheOutcome()
{
    ShownWindow window(*m_mine);
    ClassList *list = plannedList(window, 3);
    QTRY_COMPARE(list->state(), State::Planned);
    const CourseAssignment go1(course(u"GO1"_s).ref());
    QCOMPARE(registerAll(*m_colleagues, numberedStudents(2, 50), go1).size(), 2);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(list->model()->count(RowState::Registered), 1);
    QCOMPARE(list->model()->count(RowState::Waitlisted), 2);
    QCOMPARE(m_colleagues->courses().find(u"GO1"_s)->seatsTaken, 3);
}

QTEST_MAIN(TestColleagues)
#include "tst_colleagues.moc"
