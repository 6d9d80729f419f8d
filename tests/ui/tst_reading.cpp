// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clubrun.h"
#include "reasonfilter.h"
#include "searchcount.h"
#include "table/rosterproxymodel.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QTest>

#include <algorithm>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What people do to read the table of results: filter by reason, choose columns and density,
/// select, copy.
class TestReading : public ClubRunTest
{
    Q_OBJECT

private Q_SLOTS:
    void reasonShowsOnlyItsRows();
    void escapeLeavesTheReason();
    void chipOfOtherRowsLeavesTheReason();
    void columnsAreChosenAndRemembered();
    void attemptsAreShownWhenThereIsSomethingToTell();
    void columnsOfAnOlderVersionDoNoHarm();
    void whatHappenedStaysInSight_data();
    void whatHappenedStaysInSight();
    void saysHowManyAreFound();
    void rowsMayStandCloser();
    void copiedIdentifiersKeepTheirZeros();
    void copiedCellsDoNotRunAsFormulas();
    void copiesWithHeaders();
    void selectsWhatIsAlike();
    void scatteredRowsAreBroughtTogetherToBeSelected();

private:
    static ReasonFilter *reasons(const ShownWindow &window)
    {
        return window.page()->findChild<ReasonFilter *>();
    }
    static bool choose(QWidget &owner, const QString &text);
    static void chooseColumn(ShownWindow &window, const QString &text);
    static void shoot(ShownWindow &window, const QString &name);
};

// An entry of the menu that hangs on a widget.
bool TestReading::choose(QWidget &owner, const QString &text)
{
    const auto menus = owner.findChildren<QMenu *>();
    for (QMenu *menu : menus) {
        const auto actions = menu->actions();
        for (QAction *action : actions) {
            if (action->text().remove(u'&').startsWith(text) && action->isEnabled()) {
                action->trigger();
                menu->close();
                return true;
            }
        }
    }
    return false;
}

void TestReading::chooseColumn(ShownWindow &window, const QString &text)
{
    QTest::keyClick(&*window, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(window.table()->horizontalHeader()->findChild<QMenu *>());
    QVERIFY(choose(*window.table()->horizontalHeader(), text));
    QTRY_VERIFY(!window.table()->horizontalHeader()->findChild<QMenu *>());
    // Where there is no screen, nobody gives the keys back to the window.
    window->activateWindow();
    QVERIFY(window.isActive());
}

// To be looked at by people.
void TestReading::shoot(ShownWindow &window, const QString &name)
{
    QTest::qWait(0); // for the layout
    QVERIFY(QDir().mkpath(u"screenshots"_s));
    QVERIFY(window->grab().save(u"screenshots/"_s + name + u".png"_s));
}

const QByteArray WithoutIds = "student_id,given_name,family_name\n0080001,Ana,Ito\n"
                              "0080002,Ben,Roy\n,Cleo,Sim\n0080004,Dan,Poe\n0080005,Eve,Lund\n";

void TestReading::reasonShowsOnlyItsRows()
{
    ShownWindow window(m_sample->school());
    window->resize(1280, 800);
    const ClassList *list = registered(window, WithoutIds);
    QVERIFY(list);
    ReasonFilter *filter = reasons(window);
    QTRY_VERIFY(filter->isVisible());
    QCOMPARE(filter->text(), u"All reasons"_s);
    Q_EMIT filter->menu()->aboutToShow();
    QVERIFY(choose(*filter, u"has a hold: library book (3)"_s));
    QTRY_COMPARE(window.table()->model()->rowCount(), 3);
    QCOMPARE(filter->text(), u"has a hold: library book (3)"_s);
    window.search()->setText(u"lund"_s);
    QTRY_COMPARE(window.table()->model()->rowCount(), 1);
    shoot(window, u"reading-reason"_s);
    Q_EMIT filter->menu()->aboutToShow();
    QVERIFY(choose(*filter, u"something in the row is wrong (1)"_s));
    QTRY_COMPARE(window.table()->model()->rowCount(), 0);
    window.search()->clear();
    QTRY_COMPARE(window.table()->model()->rowCount(), 1);
}

void TestReading::escapeLeavesTheReason()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    ReasonFilter *filter = reasons(window);
    Q_EMIT filter->menu()->aboutToShow();
    QVERIFY(choose(*filter, u"has a hold"_s));
    QTRY_COMPARE(window.table()->model()->rowCount(), 3);
    QTest::keyClick(&*window, Qt::Key_Escape);
    QTRY_COMPARE(window.table()->model()->rowCount(), 5);
    QCOMPARE(filter->text(), u"All reasons"_s);
}

void TestReading::chipOfOtherRowsLeavesTheReason()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    ReasonFilter *filter = reasons(window);
    Q_EMIT filter->menu()->aboutToShow();
    QVERIFY(choose(*filter, u"has a hold"_s));
    QTest::mouseClick(window.button(u"Not registered"_s), Qt::LeftButton);
    QTRY_COMPARE(window.table()->model()->rowCount(), 3);
    QVERIFY(filter->shownReason());
    QTest::mouseClick(window.button(u"Registered"_s), Qt::LeftButton);
    QTRY_COMPARE(window.table()->model()->rowCount(), 2);
    QVERIFY(!filter->shownReason());
    // And the other way round.
    Q_EMIT filter->menu()->aboutToShow();
    QVERIFY(choose(*filter, u"has a hold"_s));
    QTRY_COMPARE(window.table()->model()->rowCount(), 3);
    QVERIFY(window.button(u"All"_s)->isChecked());
}

void TestReading::columnsAreChosenAndRemembered()
{
    {
        ShownWindow window(m_sample->school());
        QVERIFY(registered(window));
        QVERIFY(window.table()->isColumnHidden(RosterModel::DurationColumn));
        chooseColumn(window, u"Answer took"_s);
        chooseColumn(window, u"E-mail"_s);
        QVERIFY(!window.table()->isColumnHidden(RosterModel::DurationColumn));
        QVERIFY(window.table()->isColumnHidden(RosterModel::EmailColumn));
        QTest::keyClick(&*window, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!choose(*window.table()->horizontalHeader(), u"State"_s));
        QVERIFY(!choose(*window.table()->horizontalHeader(), u"What happened"_s));
        window.table()->horizontalHeader()->findChild<QMenu *>()->close();
        window.table()->horizontalHeader()->moveSection(
            window.table()->horizontalHeader()->visualIndex(RosterModel::GivenNameColumn), 1);
        QVERIFY(window->close());
    }
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(u"other.csv"_s, Club)});
    QTRY_VERIFY(isRead(*window.lists().first()));
    const RosterTable *table = window.table();
    QVERIFY(!table->isColumnHidden(RosterModel::DurationColumn));
    QVERIFY(table->isColumnHidden(RosterModel::EmailColumn));
    QCOMPARE(table->horizontalHeader()->visualIndex(RosterModel::GivenNameColumn), 1);
    chooseColumn(window, u"Reset"_s);
    QVERIFY(table->isColumnHidden(RosterModel::DurationColumn));
    QVERIFY(!table->isColumnHidden(RosterModel::EmailColumn));
    QCOMPARE(table->horizontalHeader()->visualIndex(RosterModel::GivenNameColumn),
        int{RosterModel::GivenNameColumn});
}

void TestReading::attemptsAreShownWhenThereIsSomethingToTell()
{
    ShownWindow window(m_sample->school());
    window->resize(1280, 800);
    const ClassList *list = registered(window);
    QVERIFY(list);
    QVERIFY(window.table()->isColumnHidden(RosterModel::AttemptsColumn));
    setHold({});
    selectRows(window, {1});
    pressTryAgain(window);
    QTRY_COMPARE(list->model()->rowState(1), RowState::Registered);
    QTRY_VERIFY(!window.table()->isColumnHidden(RosterModel::AttemptsColumn));
    QTRY_COMPARE(list->state(), ClassList::State::Finished);
    shoot(window, u"reading-attempts"_s);
}

void TestReading::columnsOfAnOlderVersionDoNoHarm()
{
    QSettings().setValue(u"tableColumns/order"_s,
        QStringList{u"EmailColumn"_s, u"NoSuchColumn"_s, u"StateColumn"_s});
    QSettings().setValue(
        u"tableColumns/widths"_s, QVariantMap{{u"EmailColumn"_s, 222}, {u"NoSuchColumn"_s, 9}});
    ShownWindow window(m_sample->school());
    window->openRosters({m_sample->write(u"other.csv"_s, Club)});
    QTRY_VERIFY(isRead(*window.lists().first()));
    const QHeaderView *header = window.table()->horizontalHeader();
    QCOMPARE(header->visualIndex(RosterModel::EmailColumn), 0);
    QCOMPARE(header->visualIndex(RosterModel::StateColumn), 1);
    QCOMPARE(header->visualIndex(RosterModel::ReasonColumn), RosterModel::ColumnCount - 1);
    QCOMPARE(header->sectionSize(RosterModel::EmailColumn), 222);
}

void TestReading::whatHappenedStaysInSight_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << QSize(1280, 800);
    QTest::newRow("narrow") << QSize(1100, 760);
}

void TestReading::whatHappenedStaysInSight()
{
    QFETCH(const QSize, size);
    ShownWindow window(m_sample->school());
    window->resize(1600, 900);
    QVERIFY(registered(window));
    const RosterTable *table = window.table();
    const auto letters = [table](int column) {
        return table->columnWidth(column) / table->fontMetrics().averageCharWidth();
    };
    const int roomy = letters(RosterModel::EmailColumn);
    window->resize(size);
    QTRY_VERIFY(table->viewport()->width() < size.width());
    const int before = table->viewport()->width();
    QTest::keyClick(&*window, Qt::Key_F4);
    QTRY_VERIFY(table->viewport()->width() < before);
    const auto reason = [table] {
        return table->visualRect(table->model()->index(0, RosterModel::ReasonColumn));
    };
    QTRY_VERIFY(reason().right() <= table->viewport()->width());
    QVERIFY2(letters(RosterModel::ReasonColumn) >= 16,
        qPrintable(QString::number(letters(RosterModel::ReasonColumn))));
    QVERIFY(letters(RosterModel::StudentIdColumn) >= 10);
    QVERIFY(letters(RosterModel::FamilyNameColumn) >= 10);
    shoot(window, u"reading-narrow-%1"_s.arg(size.width()));
    // As wide as before when there is room again, also next time.
    QTest::keyClick(&*window, Qt::Key_F4);
    window->resize(1600, 900);
    QTRY_COMPARE(letters(RosterModel::EmailColumn), roomy);
}

void TestReading::saysHowManyAreFound()
{
    ShownWindow window(m_sample->school());
    window->resize(1280, 800);
    const ClassList *list = registered(window);
    QVERIFY(list);
    const auto *found = window->findChild<SearchCount *>();
    QVERIFY(!found->isVisible());
    window.search()->setText(u"lund"_s);
    QTRY_VERIFY(found->isVisible());
    QTRY_COMPARE(window.table()->model()->rowCount(), 1);
    const QString of = u" of %1 students"_s.arg(list->roster().size());
    QCOMPARE(found->text(), u"1"_s + of);
    shoot(window, u"reading-found"_s);
    window.search()->setText(u"nobody is called so"_s);
    QTRY_COMPARE(found->text(), u"0"_s + of);
    window.search()->clear();
    QTRY_VERIFY(!found->isVisible());
}

void TestReading::rowsMayStandCloser()
{
    int comfortable = 0;
    {
        ShownWindow window(m_sample->school());
        QVERIFY(registered(window));
        comfortable = window.table()->heightOfRows();
        QTest::keyClick(&*window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(window.table()->heightOfRows() < comfortable);
        QVERIFY(window.table()->heightOfRows() >= window.table()->fontMetrics().height());
        QVERIFY(window->close());
    }
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(u"other.csv"_s, Club)});
    QTRY_VERIFY(isRead(*window.lists().first()));
    QVERIFY(window.table()->heightOfRows() < comfortable);
    QTest::keyClick(&*window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(window.table()->heightOfRows(), comfortable);
}

void TestReading::copiedIdentifiersKeepTheirZeros()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    selectRows(window, {1});
    QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier);
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    QCOMPARE(copied->text(), u"Not registered\t0080002\tRoy\tBen\t\thas a hold: library book\n"_s);
    QVERIFY(copied->html().contains(u"<td style=\"mso-number-format:'\\@'\">0080002</td>"_s));
    QVERIFY(copied->html().contains(u">Family name</th>"_s));
}

void TestReading::copiedCellsDoNotRunAsFormulas()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(u"club.csv"_s,
        "student_id,given_name,family_name\n0080001,=1+1,\"<b>&\"\n0080002,@x,-y\n")});
    QTRY_VERIFY(isRead(*window.lists().first()));
    selectRows(window, {0, 1});
    QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier);
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    QVERIFY(copied->text().contains(u"\t'=1+1\t"_s));
    QVERIFY(copied->text().contains(u"\t'-y\t'@x\t"_s));
    QVERIFY(copied->html().contains(u">'=1+1</td>"_s));
    QVERIFY(copied->html().contains(u"&lt;b&gt;&amp;"_s));
}

void TestReading::copiesWithHeaders()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    selectRows(window, {0});
    QTest::keyClick(&*window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(),
        u"State\tID\tFamily name\tGiven name\tE-mail\tWhat happened\n"
        "Registered\t0080001\tIto\tAna\t\tseat 1\n"_s);
}

void TestReading::selectsWhatIsAlike()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window, WithoutIds));
    selectRows(window, {1});
    window.table()->selectionModel()->setCurrentIndex(
        window.table()->model()->index(1, 0), QItemSelectionModel::NoUpdate);
    QTest::keyClick(&*window, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(window.table()->selectedRows(), (QList<qint32>{1, 2, 3, 4}));
    QTest::keyClick(&*window, Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(window.table()->selectedRows(), (QList<qint32>{1, 3, 4}));
    QTest::keyClick(window.table(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(window.table()->selectedRows().size(), 5);
    Q_EMIT window.table()->customContextMenuRequested(
        window.table()->visualRect(window.table()->model()->index(0, 1)).center());
    QVERIFY(choose(*window.table(), u"Select all in the same state"_s));
}

void TestReading::scatteredRowsAreBroughtTogetherToBeSelected()
{
    constexpr int size = (AlikeSearch::MostRanges + 1) * 2;
    TextTable::Builder builder(1);
    RegistrationResults results;
    for (int row = 0; row < size; ++row) {
        builder.appendCell(QByteArray::number(row));
        builder.endRow();
        results += rejectedRow(row, row % 2 == 0 ? ReasonCode::CourseFull : ReasonCode::NotOpenYet);
    }
    StudentList::FieldColumns columns = StudentList::noColumns();
    columns[static_cast<std::size_t>(StudentField::StudentId)] = 0;
    Roster roster;
    roster.students = StudentList(std::move(builder).finish(), columns);
    RosterModel model;
    model.setRoster(roster);
    model.beginRun();
    model.applyResults(results);
    model.endRun();
    RosterTable table(model);
    table.setCurrentIndex(table.model()->index(1001, 0));
    table.selectAlike(AlikeSearch::Alike::InReason);
    QTRY_COMPARE(table.selectedRows().size(), size / 2);
    QCOMPARE(table.horizontalHeader()->sortIndicatorSection(), int(RosterModel::ReasonColumn));
    QCOMPARE(table.selectionModel()->selection().size(), 1);
    QCOMPARE(table.proxy()->mapToSource(table.currentIndex()).row(), 1001);
    QVERIFY(table.selectionModel()->isSelected(table.currentIndex()));
    // What people select meanwhile is theirs.
    table.sortByColumn(-1, Qt::AscendingOrder);
    table.selectAlike(AlikeSearch::Alike::InReason);
    table.selectionModel()->select(table.model()->index(3, 0),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QTRY_COMPARE(table.selectedRows(), (QList<qint32>{3}));
    table.selectAlike(AlikeSearch::Alike::InState);
    QTRY_COMPARE(table.selectedRows().size(), size);
}

QTEST_MAIN(TestReading)
#include "tst_reading.moc"
