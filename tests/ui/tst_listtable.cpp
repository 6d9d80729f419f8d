// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"
#include "sampleschool.h"
#include "shownwindow.h"
#include "table/rosterproxymodel.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>

#include <memory>

using namespace Rollbook;
using State = ClassList::State;

/// Getting around in the table of a list: filtered, searched, gone through, copied.
class TestListTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void chipShowsOnlyItsRows();
    void nextProblemGoesRound();
    void copiedRowsAreATable();
    void sortsAndSearchesWhileOutcomesArrive();

private:
    std::unique_ptr<SampleSchool> m_sample;
};

void TestListTable::init()
{
    m_sample = std::make_unique<SampleSchool>();
}

void TestListTable::cleanup()
{
    backgroundThreads().waitForDone();
    m_sample.reset();
}

void TestListTable::chipShowsOnlyItsRows()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({SampleSchool::sampleRoster()});
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
    QTest::mouseClick(window.button(QStringLiteral("Will wait")), Qt::LeftButton);
    QTRY_COMPARE(window.table()->model()->rowCount(), 7);
    QTest::keyClick(&*window, Qt::Key_Escape);
    QTRY_COMPARE(window.table()->model()->rowCount(), 97);
    QVERIFY(window.button(QStringLiteral("All"))->isChecked());
}

void TestListTable::nextProblemGoesRound()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(QStringLiteral("choir.csv"),
        "student_id,given_name\n9970005,Ana\n,Ben\n9970006,Sophie\n9970005,Ana\n")});
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
    QList<int> rows;
    for (int time = 0; time < 3; ++time) {
        QTest::keyClick(&*window, Qt::Key_F8);
        rows += window.table()->currentIndex().row();
        QVERIFY(window.table()->hasFocus());
    }
    QCOMPARE(rows, (QList<int>{1, 3, 1}));
}

void TestListTable::copiedRowsAreATable()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(QStringLiteral("choir.csv"),
        "student_id,name\n0070005,Ana López\n0070006,Sophie Larsen\n")});
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
    window.table()->setFocus();
    QTest::keyClick(window.table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[1].split(u'\t').contains(QStringLiteral("0070006")));
    QVERIFY(lines[1].split(u'\t').contains(QStringLiteral("Larsen")));
}

void TestListTable::sortsAndSearchesWhileOutcomesArrive()
{
    const PracticeSchool practice(QStringLiteral("simulated:?latency=20ms&jitter=15ms"));
    ShownWindow window(**practice);
    window->openRosters({QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/go1-500.csv")});
    ClassList *list = window.lists().first();
    QTRY_COMPARE(list->state(), State::NoCourse);
    list->chooseCourse({QStringLiteral("PRACTICE"), {}});
    QTRY_COMPARE(list->state(), State::Planned);
    list->registerStudents();
    QTRY_VERIFY(list->progress().done > 0);
    window.table()->sortByColumn(RosterModel::FamilyNameColumn, Qt::DescendingOrder);
    window.search()->setText(QStringLiteral("munoz"));
    QTRY_COMPARE(list->state(), State::Finished);
    QTRY_VERIFY(!window.table()->proxy()->isArranging());
    const QAbstractItemModel *shown = window.table()->model();
    QVERIFY(shown->rowCount() > 0);
    QVERIFY(shown->rowCount() < 500);
    for (int row = 0; row < shown->rowCount(); ++row) {
        QVERIFY(shown->index(row, RosterModel::FamilyNameColumn)
                    .data()
                    .toString()
                    .startsWith(QStringLiteral("Muñoz")));
        QCOMPARE(shown->index(row, 0).data(RosterModel::RowStateRole).toInt(),
            static_cast<int>(RowState::Registered));
    }
    window.search()->clear();
    QTRY_COMPARE(shown->rowCount(), 500);
}

QTEST_MAIN(TestListTable)
#include "tst_listtable.moc"
