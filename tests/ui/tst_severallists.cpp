// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"
#include "droppedfiles.h"
#include "listsinwork.h"
#include "overviewmodel.h"
#include "overviewpage.h"
#include "registerall.h"
#include "registerallbutton.h"
#include "sampleschool.h"
#include "shownwindow.h"
#include "sidebar.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTableView>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;
using State = ClassList::State;

/// Many lists at once, in the window: dropped together, seen together, registered one after the
/// other, reported together.
class TestSeveralLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void twentyDroppedFilesBecomeTwentyLines();
    void allAreRegisteredInTheirOrder();
    void combinedReportHoldsAllThatAreRegistered();
    void folderStandsForItsLists();
    void folderWithoutListsSaysSo();
    void wrongFilesAmongOthersAreNamed();
    void buttonSaysWhyItCannotBePressed();
    void onlyListsThatAreReadyAreRegistered();
    void stopLeavesTheRestAsItIs_data();
    void stopLeavesTheRestAsItIs();
    void listThatCannotBeginIsPassedOver();
    void correctedListWaitsForItsPlan();
    void headingLeadsToAllLists();
    void enterOpensTheListOfARow();
    void closingListsLeavesTheTable();

private:
    QString list(const QString &name, int count, int first = 1) const;
    QStringList twentyLists() const;
    void waitForPlans(ShownWindow &window, int lists) const;

    std::unique_ptr<SampleSchool> m_sample;
};

namespace
{

bool areAll(const QList<ClassList *> &lists, State state)
{
    return std::all_of(lists.cbegin(), lists.cend(),
        [state](const ClassList *list) { return list->state() == state; });
}

QTableView *overview(ShownWindow &window)
{
    auto *page = window->findChild<OverviewPage *>();
    return page && page->isVisible() ? page->findChild<QTableView *>() : nullptr;
}

QString cell(ShownWindow &window, int row, int column)
{
    return window->findChild<OverviewModel *>()->index(row, column).data().toString();
}

QTreeWidgetItem *headingOfLists(ShownWindow &window)
{
    return window->findChild<Sidebar *>()->topLevelItem(0);
}

QAction *actionWithKey(ShownWindow &window, const QKeySequence &key)
{
    const auto actions = window->actions();
    for (QAction *action : actions) {
        if (action->shortcuts().contains(key))
            return action;
    }
    return nullptr;
}

const QKeySequence RegisterAllKey(Qt::CTRL | Qt::SHIFT | Qt::Key_Return);

} // namespace

void TestSeveralLists::init()
{
    m_sample = std::make_unique<SampleSchool>();
}

void TestSeveralLists::cleanup()
{
    backgroundThreads().waitForDone();
    m_sample.reset();
}

QString TestSeveralLists::list(const QString &name, int count, int first) const
{
    QByteArray text("student_id,given_name,family_name\n");
    for (int number = first; number < first + count; ++number) {
        const QByteArray digits = QByteArray::number(990'000 + number);
        text += digits + ",Given" + digits + ",Family" + digits + "\n";
    }
    return m_sample->write(name, text);
}

// For all courses that ask for nothing; ART has 18 seats and 6 places, and three lists of 10
// students.
QStringList TestSeveralLists::twentyLists() const
{
    QStringList paths;
    for (int number = 1; number <= 17; ++number)
        paths += list(u"9%1 CHOIR.csv"_s.arg(QChar(u'a' + number)), number, 100 * number);
    for (int number = 1; number <= 3; ++number)
        paths += list(u"art-%1.csv"_s.arg(number), 10, 10 * number);
    return paths;
}

void TestSeveralLists::waitForPlans(ShownWindow &window, int lists) const
{
    QTRY_COMPARE(window.lists().size(), lists);
    QTRY_VERIFY(areAll(window.lists(), State::Planned));
}

void TestSeveralLists::twentyDroppedFilesBecomeTwentyLines()
{
    ShownWindow window(m_sample->school());
    drop(*window, *filesToDrop(twentyLists()));
    QVERIFY(overview(window));
    QTRY_COMPARE(window.lists().size(), 20);
    QCOMPARE(headingOfLists(window)->childCount(), 20);
    waitForPlans(window, 20);
    QCOMPARE(overview(window)->model()->rowCount(), 20);
    for (int row = 0; row < 20; ++row) {
        QCOMPARE(cell(window, row, OverviewModel::CourseColumn),
            row < 17 ? u"CHOIR (2026 Fall)"_s : u"ART (2026 Fall)"_s);
        QCOMPARE(headingOfLists(window)->child(row)->text(0),
            cell(window, row, OverviewModel::NameColumn));
    }
    QCOMPARE(cell(window, 16, OverviewModel::RegisteredColumn), u"17 will be"_s);
    QAbstractButton *button = window.button(u"Register all"_s);
    QVERIFY(button);
    QVERIFY(button->isEnabled());
    // 1 + 2 + … + 17, and 30
    QCOMPARE(button->text().remove(u'&'), u"Register all 20 lists (183 students)"_s);
}

void TestSeveralLists::allAreRegisteredInTheirOrder()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters(twentyLists());
    waitForPlans(window, 20);
    QTest::keyClick(&*window, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(areAll(window.lists(), State::Finished));
    QVERIFY(!window->findChild<RegisterAll *>()->isRunning());
    QList<int> got;
    QList<int> waiting;
    for (const ClassList *list : window.lists().mid(17)) {
        got += list->results().run.counts[RegistrationStatus::Registered];
        waiting += list->results().run.counts[RegistrationStatus::Waitlisted];
    }
    QCOMPARE(got, (QList<int>{10, 8, 0}));
    QCOMPARE(waiting, (QList<int>{0, 2, 4}));
    QTRY_COMPARE(cell(window, 19, OverviewModel::NotRegisteredColumn), u"6"_s);
    // One run a list, the one after the other.
    const auto runs = m_sample->school().journal().runs();
    QCOMPARE(runs->size(), 20);
    for (qsizetype i = 0; i + 1 < runs->size(); ++i)
        QVERIFY(runs->at(i).startedAt >= runs->at(i + 1).endedAt);
    QVERIFY(!window.button(u"Register all"_s)->isEnabled());
    QCOMPARE(window.button(u"Register all"_s)->toolTip(), u"No list is left to register."_s);
}

void TestSeveralLists::combinedReportHoldsAllThatAreRegistered()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters(
        {list(u"chess.csv"_s, 3), list(u"choir.csv"_s, 2), list(u"monday.csv"_s, 1)});
    QTRY_COMPARE(window.lists().size(), 3);
    QTRY_COMPARE(window.lists()[0]->state(), State::Planned);
    QTRY_COMPARE(window.lists()[1]->state(), State::Planned);
    QTRY_COMPARE(window.lists()[2]->state(), State::NoCourse);
    QVERIFY(!window.button(u"Make combined report"_s)->isEnabled());
    QTest::mouseClick(window.button(u"Register 2 of 3 lists (5 students)"_s), Qt::LeftButton);
    QTRY_COMPARE(window.lists()[1]->state(), State::Finished);
    QTRY_VERIFY(window.button(u"Make combined report"_s)->isEnabled());
    QTest::keyClick(&*window, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(window.makeReport(m_sample->path(u"all.json"_s)));
    QTRY_VERIFY(window.message().contains(u"The report of 2 lists is saved"_s));
    QFile file(m_sample->path(u"all.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray runs =
        QJsonDocument::fromJson(file.readAll()).object().value(u"runs"_s).toArray();
    QCOMPARE(runs.size(), 2);
    QCOMPARE(runs[0][u"run"_s][u"roster"_s].toString(), u"chess.csv"_s);
    QCOMPARE(runs[0][u"results"_s].toArray().size(), 3);
    QCOMPARE(runs[1][u"run"_s][u"course"_s].toString(), u"CHOIR (2026 Fall)"_s);
    QCOMPARE(runs[1][u"results"_s][1][u"status"_s].toString(), u"registered"_s);
}

void TestSeveralLists::folderStandsForItsLists()
{
    QVERIFY(QDir(m_sample->path({})).mkpath(u"term/afternoon"_s));
    list(u"term/chess.csv"_s, 2);
    list(u"term/afternoon/art 10.csv"_s, 1);
    list(u"term/afternoon/art 9.csv"_s, 1);
    m_sample->write(u"term/photo.jpg"_s, "\xFF\xD8\xFF\xE0 picture");
    m_sample->write(u"term/.hidden.csv"_s, "student_id\n1\n");
    m_sample->write(u"term/letter.txt"_s, "Dear all,\nthe lists are in here.\n");
    ShownWindow window(m_sample->school());
    drop(*window, *filesToDrop({m_sample->path(u"term"_s)}));
    QTRY_COMPARE(window.lists().size(), 3);
    waitForPlans(window, 3);
    QStringList names;
    for (int row = 0; row < 3; ++row)
        names += cell(window, row, OverviewModel::NameColumn);
    QCOMPARE(names, QStringList({u"chess.csv"_s, u"art 9.csv"_s, u"art 10.csv"_s}));
    QTRY_COMPARE(window.message(),
        u"3 files were left out, because they are no class lists: letter.txt …"_s);
}

void TestSeveralLists::folderWithoutListsSaysSo()
{
    QVERIFY(QDir(m_sample->path({})).mkpath(u"photos"_s));
    ShownWindow window(m_sample->school());
    drop(*window, *filesToDrop({m_sample->path(u"photos"_s)}));
    QTRY_COMPARE(window.message(), u"There is no class list in the folder “photos”."_s);
    QVERIFY(window.lists().isEmpty());
}

void TestSeveralLists::wrongFilesAmongOthersAreNamed()
{
    ShownWindow window(m_sample->school());
    drop(*window,
        *filesToDrop({list(u"chess.csv"_s, 1), m_sample->write(u"empty.csv"_s, {}),
            m_sample->write(u"photo.jpg"_s, "\xFF\xD8\xFF\xE0 picture"), list(u"art.csv"_s, 1)}));
    QTRY_VERIFY(window.message().startsWith(u"2 files"_s));
    waitForPlans(window, 2);
    QVERIFY2(window.message()
                == u"2 files were left out, because they are no class lists: "
                   "empty.csv, photo.jpg"_s
            || window.message()
                == u"2 files were left out, because they are no class lists: "
                   "photo.jpg, empty.csv"_s,
        qPrintable(window.message()));
}

void TestSeveralLists::buttonSaysWhyItCannotBePressed()
{
    ShownWindow window(m_sample->school());
    window->openRosters({list(u"chess.csv"_s, 1), list(u"monday.csv"_s, 1)});
    QTRY_COMPARE(window.lists()[0]->state(), State::Planned);
    QTRY_COMPARE(window.lists()[1]->state(), State::NoCourse);
    actionWithKey(window, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L))->trigger();
    auto *button = window->findChild<OverviewPage *>()->findChild<RegisterAllButton *>();
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->toolTip(), u"First choose the course of “monday.csv”."_s);
    QVERIFY(!actionWithKey(window, RegisterAllKey)->isEnabled());
    window.lists()[1]->chooseCourse({u"CHOIR"_s, {}});
    QTRY_VERIFY(button->isEnabled());
    QVERIFY(actionWithKey(window, RegisterAllKey)->isEnabled());
    QCOMPARE(actionWithKey(window, RegisterAllKey)->text().remove(u'&'),
        u"Register all 2 lists (2 students)"_s);
    // In the sidebar, too, while one list is shown.
    window->findChild<Sidebar *>()->select(*window.lists()[0]);
    QVERIFY(!button->isVisible());
    QVERIFY(window.button(u"Register all 2 lists (2 students)"_s));
}

void TestSeveralLists::onlyListsThatAreReadyAreRegistered()
{
    ShownWindow window(m_sample->school());
    window->openRosters({list(u"chess.csv"_s, 2), list(u"monday.csv"_s, 1), list(u"art.csv"_s, 1)});
    QTRY_COMPARE(window.lists().size(), 3);
    QTRY_COMPARE(window.lists()[0]->state(), State::Planned);
    QTRY_COMPARE(window.lists()[1]->state(), State::NoCourse);
    QTRY_COMPARE(window.lists()[2]->state(), State::Planned);
    auto *all = window->findChild<RegisterAll *>();
    QCOMPARE(all->words().remove(u'&'), u"Register 2 of 3 lists (3 students)"_s);
    all->start();
    QTRY_VERIFY(!all->isRunning());
    QCOMPARE(window.lists()[0]->state(), State::Finished);
    QCOMPARE(window.lists()[1]->state(), State::NoCourse);
    QCOMPARE(window.lists()[2]->state(), State::Finished);
}

void TestSeveralLists::stopLeavesTheRestAsItIs_data()
{
    QTest::addColumn<bool>("all");
    QTest::newRow("all") << true;
    QTest::newRow("the list whose turn it is") << false;
}

void TestSeveralLists::stopLeavesTheRestAsItIs()
{
    QFETCH(const bool, all);
    const PracticeSchool practice(u"simulated:?latency=50ms&jitter=30ms"_s);
    ShownWindow window(**practice);
    QVERIFY(window.isActive());
    window->openRosters({list(u"a PRACTICE.csv"_s, 3), list(u"b PRACTICE.csv"_s, 20'000),
        list(u"c PRACTICE.csv"_s, 3)});
    waitForPlans(window, 3);
    QTest::keyClick(&*window, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    auto *registering = window->findChild<RegisterAll *>();
    QVERIFY(registering->isRunning());
    QTRY_VERIFY(window.lists()[1]->progress().done > 0);
    QCOMPARE(registering->whyNot(), u"List 2 of 3: b PRACTICE.csv"_s);
    if (all)
        QTest::mouseClick(window.button(u"Stop all"_s), Qt::LeftButton);
    else
        window.lists()[1]->stop();
    QTRY_COMPARE(window.lists()[1]->state(), State::Finished);
    QTRY_VERIFY(!registering->isRunning());
    QCOMPARE(window.lists()[0]->state(), State::Finished);
    QCOMPARE(window.lists()[1]->results().run.state, RunState::Cancelled);
    QCOMPARE(window.lists()[2]->state(), State::Planned);
    QCOMPARE((*practice)->journal().runs()->size(), 2);
}

void TestSeveralLists::listThatCannotBeginIsPassedOver()
{
    ShownWindow window(m_sample->school());
    window->openRosters({list(u"a choir.csv"_s, 30), list(u"b choir.csv"_s, 3),
        list(u"c choir.csv"_s, 3), list(u"d choir.csv"_s, 3)});
    waitForPlans(window, 4);
    const QList<ClassList *> lists = window.lists();
    auto *all = window->findChild<RegisterAll *>();
    all->start();
    QCOMPARE(all->current(), lists[0]);
    // Meanwhile one gets a course that there is not, and one is closed.
    lists[1]->chooseCourse({u"NONE"_s, {}});
    window->findChild<Sidebar *>()->select(*lists[2]);
    actionWithKey(window, QKeySequence(Qt::CTRL | Qt::Key_W))->trigger();
    QTRY_VERIFY(!all->isRunning());
    QCOMPARE(lists[0]->state(), State::Finished);
    QCOMPARE(lists[1]->state(), State::NoCourse);
    QCOMPARE(lists[3]->state(), State::Finished);
    QCOMPARE(m_sample->school().journal().runs()->size(), 2);
}

void TestSeveralLists::correctedListWaitsForItsPlan()
{
    const PracticeSchool practice(u"simulated:?latency=20ms"_s);
    ShownWindow window(**practice);
    window->openRosters({list(u"a PRACTICE.csv"_s, 2), list(u"b PRACTICE.csv"_s, 3, 11),
        list(u"c PRACTICE.csv"_s, 2, 21)});
    waitForPlans(window, 3);
    auto *all = window->findChild<RegisterAll *>();
    all->start();
    // The plan of a list that was corrected comes a little later.
    window.lists()[1]->edits()->leaveOut({0}, true);
    QCOMPARE(window.lists()[1]->state(), State::Planning);
    QTRY_VERIFY(areAll(window.lists(), State::Finished));
    QCOMPARE(window.lists()[1]->results().run.counts[RegistrationStatus::Registered], 2);
    QVERIFY(!all->isRunning());
}

void TestSeveralLists::headingLeadsToAllLists()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({list(u"chess.csv"_s, 1)});
    auto *sidebar = window->findChild<Sidebar *>();
    const auto clickHeading = [&] {
        QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {},
            sidebar->visualItemRect(headingOfLists(window)).center());
    };
    clickHeading();
    QVERIFY(!overview(window));
    window->openRosters({list(u"art.csv"_s, 1)});
    QCOMPARE(headingOfLists(window)->text(1), u"show all 2"_s);
    clickHeading();
    QVERIFY(overview(window));
    QVERIFY(!window.search()->isEnabled());
    sidebar->select(*window.lists()[0]);
    QVERIFY(!overview(window));
    QTest::keyClick(&*window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(overview(window));
}

void TestSeveralLists::enterOpensTheListOfARow()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({list(u"chess.csv"_s, 1), list(u"art.csv"_s, 1), list(u"choir.csv"_s, 1)});
    QVERIFY(overview(window));
    QTableView *table = overview(window);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(window.page());
    QCOMPARE(window.page()->list().name(), u"art.csv"_s);
    window->findChild<Sidebar *>()->selectAllLists();
    const QRect row = table->visualRect(table->model()->index(2, 0));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, row.center());
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, row.center());
    QVERIFY(window.page());
    QCOMPARE(window.page()->list().name(), u"choir.csv"_s);
}

void TestSeveralLists::closingListsLeavesTheTable()
{
    ShownWindow window(m_sample->school());
    window->openRosters({list(u"chess.csv"_s, 1), list(u"art.csv"_s, 1), list(u"choir.csv"_s, 1)});
    waitForPlans(window, 3);
    auto *sidebar = window->findChild<Sidebar *>();
    QAction *close = actionWithKey(window, QKeySequence(Qt::CTRL | Qt::Key_W));
    for (int left = 2; left >= 1; --left) {
        sidebar->select(*window.lists().first());
        close->trigger();
        QTRY_COMPARE(window.lists().size(), left);
        QVERIFY(window.page());
        QVERIFY(!overview(window));
    }
    QCOMPARE(headingOfLists(window)->text(1), QString());
    close->trigger();
    QTRY_VERIFY(window.lists().isEmpty());
    QVERIFY(!window.page());
    QVERIFY(!overview(window));
}

QTEST_MAIN(TestSeveralLists)
#include "tst_severallists.moc"
