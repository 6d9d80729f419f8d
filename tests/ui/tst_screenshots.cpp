// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "domain/backgroundthreads.h"
#include "faultyschool.h"
#include "listpage.h"
#include "registrars/openschool.h"
#include "replacebar.h"
#include "rostertable.h"
#include "sampleschool.h"
#include "sidebar.h"
#include "statuschips.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"
#include "windowpicture.h"
#include "windowstates.h"

#include <QApplication>
#include <QImage>
#include <QLineEdit>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Rollbook;

/// Renders the states of the window. They are looked at by people; what is checked here is that
/// each state is reached and that something is drawn.
class TestScreenshots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void states_data();
    void states();

private:
    void shoot(MainWindow &window, const QString &state);
    void showFixing(MainWindow &window, ClassList &list);
    void showUndo(MainWindow &window);

    QString m_theme;
};

void TestScreenshots::shoot(MainWindow &window, const QString &state)
{
    QTest::qWait(0);
    const QImage image = keepPicture(window, state, m_theme);
    QVERIFY(!image.isNull());
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 5) {
        for (int x = 0; x < image.width(); x += 5)
            colours += image.pixel(x, y);
    }
    QVERIFY2(colours.size() > 8, qPrintable(state));
}

// A list in the middle of being mended: cells that can be, a row left out, text to be replaced.
void TestScreenshots::showFixing(MainWindow &window, ClassList &list)
{
    Roster roster = list.roster();
    const auto mendable = [&roster](qint32 row, StudentField field, const QString &fix) {
        // Of those that only the reader saw, so that they stay while the list is checked.
        roster.problems += {RosterProblem::Severity::Warning, RosterProblem::Code::TooManyCells,
            row, roster.students.column(field), -1,
            QStringLiteral("“%1” looks like a slip").arg(roster.students.text(row, field)), fix};
    };
    mendable(0, StudentField::Email, QStringLiteral("ana@gmail.com"));
    mendable(1, StudentField::BirthDate, QStringLiteral("2011-01-13"));
    mendable(5, StudentField::Email, QStringLiteral("noor@gmail.com"));
    std::stable_sort(roster.problems.begin(), roster.problems.end(),
        [](const RosterProblem &one, const RosterProblem &other) { return one.row < other.row; });
    list.edits()->setRoster(roster);
    list.edits()->leaveOut({3}, true);
    QTRY_COMPARE(list.state(), ClassList::State::Planned);
    const auto pages = window.findChildren<ListPage *>();
    const auto shown = std::find_if(pages.cbegin(), pages.cend(),
        [&list](const ListPage *page) { return &page->list() == &list; });
    QVERIFY(shown != pages.cend());
    const ListPage *page = *shown;
    QTest::keyClick(&window, Qt::Key_H, Qt::ControlModifier);
    const auto edits = page->findChild<ReplaceBar *>()->findChildren<QLineEdit *>();
    edits.at(0)->setText(QStringLiteral("gmial"));
    edits.at(1)->setText(QStringLiteral("gmail"));
    page->table()->goToNextProblem();
    page->table()->setFocus();
}

void TestScreenshots::showUndo(MainWindow &window)
{
    auto *list = window.findChild<ClassList *>();
    list->previewUndo();
    QTRY_COMPARE(list->undo().phase, ClassList::UndoPhase::Previewed);
    shoot(window, QStringLiteral("9-undo-preview"));
    list->undoRun();
    QTRY_COMPARE(list->undo().phase, ClassList::UndoPhase::Undone);
    QTRY_COMPARE(window.findChild<Sidebar *>()->topLevelItem(1)->childCount(), 2);
    shoot(window, QStringLiteral("9-undone"));
}

void TestScreenshots::states_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<QString>("name");
    QTest::newRow("light") << Theme::Light << QStringLiteral("light");
    QTest::newRow("dark") << Theme::Dark << QStringLiteral("dark");
}

void TestScreenshots::states()
{
    QFETCH(const Theme, theme);
    QFETCH(const QString, name);
    m_theme = name;
    applyTheme(theme);
    SampleSchool sample;
    const PracticeSchool practice(
        QStringLiteral("simulated:?latency=150ms&jitter=100ms&failures=0.03&seed=4"
                       "&capacity=400&waitlist=60"));
    QVERIFY(practice);
    const QString wrong =
        sample.write(QStringLiteral("robotics.xlsx"), QByteArray("PK\x03\x04 workbook", 13));
    const QString messy = sample.write(QStringLiteral("choir.csv"),
        "Student ID;First name;Last name;E-mail;Birth date\n"
        "0070005;Ana;García López;ana@gmial.com;2011-05-21\n"
        ";Ben;O'Hara;;2011-13-01\n"
        "0070006;Sophie;Larsen;sophie@example;2012-06-26\n"
        "0070005;Ana;García López;ana@gmial.com;2011-05-21\n"
        "0070019;Petra;Nakamura;;\n"
        "0070020;Noor;Haddad;noor@gmial.com;2012-02-11\n");
    {
        MainWindow window(sample.school());
        window.resize(1280, 800);
        window.show();
        shoot(window, QStringLiteral("1-empty"));
        window.openRosters({wrong});
        QTRY_VERIFY(window.findChildren<ClassList *>().isEmpty());
        shoot(window, QStringLiteral("8-wrong-file"));
        window.openRosters({messy, sample.sampleRoster()});
        const auto lists = window.findChildren<ClassList *>();
        QCOMPARE(lists.size(), 2);
        ClassList *choir = lists.first();
        QTRY_COMPARE(choir->state(), ClassList::State::Planned);
        shoot(window, QStringLiteral("3-problems"));
        showFixing(window, *choir);
        shoot(window, QStringLiteral("3-fixing"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F2);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ana@gmail.com"));
        shoot(window, QStringLiteral("3-editing"));
    }
    {
        MainWindow window(sample.school());
        window.resize(1280, 800);
        window.show();
        window.openRosters(
            {QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/real/spanish-three-mistakes.csv")});
        ClassList *list = window.findChild<ClassList *>();
        QTRY_COMPARE(list->state(), ClassList::State::NoCourse);
        list->chooseCourse({QStringLiteral("GO1"), QStringLiteral("2026 Fall")});
        QTRY_COMPARE(list->state(), ClassList::State::Planned);
        window.findChild<QToolButton *>(QStringLiteral("source"))->setChecked(true);
        shoot(window, QStringLiteral("3-reading"));
    }
    {
        MainWindow window(**practice);
        window.resize(1280, 800);
        window.show();
        window.openRosters({sample.sampleRoster()});
        ClassList *list = window.findChild<ClassList *>();
        QTRY_COMPARE(list->state(), ClassList::State::NoCourse);
        QVERIFY(window.findChild<RosterTable *>()->isVisible());
        shoot(window, QStringLiteral("2-no-course"));
    }
    {
        MainWindow window(sample.school());
        window.resize(1280, 800);
        window.show();
        window.openRosters({sample.sampleRoster()});
        ClassList *list = window.findChild<ClassList *>();
        QTRY_COMPARE(list->state(), ClassList::State::Planned);
        QVERIFY(window.findChild<RosterTable *>()->isVisible());
        shoot(window, QStringLiteral("4-plan"));
        QSignalSpy states(list, &ClassList::stateChanged);
        list->registerStudents();
        QTRY_COMPARE(list->state(), ClassList::State::Finished);
        shoot(window, QStringLiteral("6-finished"));
    }
    {
        MainWindow window(**practice);
        window.resize(1280, 800);
        window.show();
        window.openRosters({QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/go1-500.csv")});
        ClassList *list = window.findChild<ClassList *>();
        QTRY_COMPARE(list->state(), ClassList::State::NoCourse);
        QVERIFY(window.findChild<RosterTable *>()->isVisible());
        list->chooseCourse({QStringLiteral("PRACTICE"), {}});
        QTRY_COMPARE(list->state(), ClassList::State::Planned);
        list->registerStudents();
        QTRY_VERIFY(list->progress().done > 0);
        list->pause();
        QTRY_COMPARE(list->state(), ClassList::State::Paused);
        shoot(window, QStringLiteral("5-paused"));
        list->resume();
        QTRY_COMPARE(list->state(), ClassList::State::Running);
        shoot(window, QStringLiteral("5-running"));
        QTRY_COMPARE(list->state(), ClassList::State::Finished);
        window.findChild<RosterTable *>()->goToNextProblem();
        shoot(window, QStringLiteral("6-finished-some-left"));
        QTest::keyClick(&window, Qt::Key_F4);
        shoot(window, QStringLiteral("6-details"));
        QTest::keyClick(&window, Qt::Key_F4);
    }
    {
        int batches = 0;
        FaultySchool faulty(**practice, [&batches](const RegistrationBatch &) {
            // Takes some, then asks for more patience than a run has of its own.
            return ++batches <= 200
                ? std::nullopt
                : std::optional(
                    InjectedFault{{RegistrationStatus::Failed, ReasonCode::StoreUnavailable, {}}});
        });
        MainWindow window(faulty);
        window.resize(1280, 800);
        window.show();
        window.openRosters({QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/go1-500.csv")});
        ClassList *list = window.findChild<ClassList *>();
        QTRY_COMPARE(list->state(), ClassList::State::NoCourse);
        list->chooseCourse({QStringLiteral("PRACTICE"), {}});
        QTRY_COMPARE(list->state(), ClassList::State::Planned);
        list->registerStudents();
        QTRY_COMPARE(list->state(), ClassList::State::Waiting);
        shoot(window, QStringLiteral("5-waiting"));
        list->stop();
        QTRY_COMPARE(list->state(), ClassList::State::Finished);
    }
    {
        MainWindow window(sample.school());
        window.resize(1280, 800);
        window.show();
        auto *sidebar = window.findChild<Sidebar *>();
        const QTreeWidgetItem *earlier = sidebar->topLevelItem(1);
        QTRY_COMPARE(earlier->childCount(), 1);
        QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {},
            sidebar->visualItemRect(earlier->child(0)).center());
        QTRY_VERIFY(window.findChild<ClassList *>());
        QTRY_COMPARE(window.findChild<ClassList *>()->state(), ClassList::State::Earlier);
        shoot(window, QStringLiteral("7-earlier"));
        showUndo(window);
    }
    {
        WindowInState interrupted(QStringLiteral("interrupted run"));
        MainWindow &window = **interrupted;
        window.resize(1280, 800);
        shoot(window, QStringLiteral("7-interrupted"));
    }
    {
        WindowInState quicker(QStringLiteral("a colleague was quicker"));
        MainWindow &window = **quicker;
        window.resize(1280, 800);
        shoot(window, QStringLiteral("6-colleague-was-quicker"));
    }
    backgroundThreads().waitForDone();
}

QTEST_MAIN(TestScreenshots)
#include "tst_screenshots.moc"
