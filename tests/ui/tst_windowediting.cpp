// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"
#include "fixbar.h"
#include "replacebar.h"
#include "roster/rosterwriter.h"
#include "sampleschool.h"
#include "shownwindow.h"
#include "sidebar.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QTest>
#include <QUndoStack>

using namespace Rollbook;
using State = ClassList::State;

/// How a list is mended in the window: with the mouse, the keyboard, the clipboard.
class TestWindowEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void problemIsFixedByKeyboard();
    void editorMovesAsInASpreadsheet();
    void typedTextOutlivesAPlan();
    void rowsAreLeftOutAndTakenBack();
    void cellsWithSlipsAreMendedAtOnce();
    void menuOfACellOffersItsFix();
    void fillsDown();
    void replacesInTheBar();
    void correctedListIsNeverTheOpenedFile();
    void correctedListIsSavedAsItsFilterSays();
    void correctedWorkbookIsSavedAsAWorkbook();
    void whatIsTypedCountsBeforeRegistering();
    void windowMayGoWhileACellIsEdited();

private:
    ClassList *openChoir(ShownWindow &window);
    static QLineEdit *editor(const ShownWindow &window);
    static QFileDialog *saveDialog(ShownWindow &window);

    std::unique_ptr<SampleSchool> m_sample;
};

void TestWindowEditing::init()
{
    m_sample = std::make_unique<SampleSchool>();
}

void TestWindowEditing::cleanup()
{
    backgroundThreads().waitForDone();
    m_sample.reset();
}

ClassList *TestWindowEditing::openChoir(ShownWindow &window)
{
    window->openRosters({m_sample->write(QStringLiteral("choir.csv"),
        "student_id,given_name,family_name,email\n"
        "0070005,Ana,Ito,ana@gmial.com\n,Ben,Roy,\n0070007,Cleo,Sim,cleo@gmial.com\n")});
    ClassList *list = window.lists().first();
    if (!QTest::qWaitFor([list] { return list->state() == State::Planned; }))
        return nullptr;
    window.table()->setFocus();
    return list;
}

// Of the cell that is being edited.
QLineEdit *TestWindowEditing::editor(const ShownWindow &window)
{
    const auto edits = window.table()->viewport()->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->hasFocus())
            return edit;
    }
    return nullptr;
}

void TestWindowEditing::problemIsFixedByKeyboard()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    QTest::keyClick(&*window, Qt::Key_F8);
    QCOMPARE(window.table()->currentIndex().row(), 1);
    QCOMPARE(
        window.table()->currentIndex().column(), static_cast<int>(RosterModel::StudentIdColumn));
    QTest::keyClick(window.table(), Qt::Key_F2);
    QVERIFY(editor(window));
    QCOMPARE(editor(window)->accessibleName(), QStringLiteral("ID"));
    QTest::keyClicks(editor(window), QStringLiteral("0070006"));
    QTest::keyClick(editor(window), Qt::Key_Return);
    QTRY_COMPARE(
        list->roster().students.text(1, StudentField::StudentId), QStringLiteral("0070006"));
    QTRY_VERIFY(!editor(window));
    QCOMPARE(window.table()->currentIndex().row(), 2);
    QTRY_COMPARE(list->state(), State::Planned);
    QCOMPARE(list->rowsToRegister(), 3);

    const auto actions = window->actions();
    QVERIFY(std::any_of(actions.cbegin(), actions.cend(), [](const QAction *action) {
        return action->text().remove(u'&') == QStringLiteral("Undo: correct student ID of row 2");
    }));
    QTest::keyClick(window.table(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(list->roster().students.text(1, StudentField::StudentId).isEmpty());
    QTRY_COMPARE(list->state(), State::Planned);
    QCOMPARE(list->model()->count(RowState::Problem), 1);
    QTest::keyClick(window.table(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(list->roster().students.text(1, StudentField::StudentId), QStringLiteral("0070006"));
    QTest::keyClick(window.table(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(window.table(), Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(list->roster().students.text(1, StudentField::StudentId), QStringLiteral("0070006"));
}

void TestWindowEditing::editorMovesAsInASpreadsheet()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    RosterTable *table = window.table();
    const auto cell = [table](int row, int column) { return table->model()->index(row, column); };
    table->setCurrentIndex(cell(0, RosterModel::FamilyNameColumn));
    QTest::keyClicks(table, QStringLiteral("X"));
    QVERIFY(editor(window));
    QTest::keyClick(editor(window), Qt::Key_Tab);
    QCOMPARE(list->roster().students.text(0, StudentField::FamilyName), QStringLiteral("X"));
    QCOMPARE(table->currentIndex(), cell(0, RosterModel::GivenNameColumn));
    QVERIFY(editor(window));
    QTest::keyClicks(editor(window), QStringLiteral("nothing of this"));
    QTest::keyClick(editor(window), Qt::Key_Escape);
    QTRY_VERIFY(!editor(window));
    QCOMPARE(list->roster().students.text(0, StudentField::GivenName), QStringLiteral("Ana"));
    // Past the columns that are none of the list, into the next row and back.
    table->setCurrentIndex(cell(0, RosterModel::EmailColumn));
    QTest::keyClick(table, Qt::Key_F2);
    QTest::keyClick(editor(window), Qt::Key_Tab);
    QCOMPARE(table->currentIndex(), cell(1, RosterModel::StudentIdColumn));
    QTest::keyClick(editor(window), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(table->currentIndex(), cell(0, RosterModel::EmailColumn));
    QTest::keyClick(editor(window), Qt::Key_Escape);
    QTRY_VERIFY(!editor(window));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(table->currentIndex(), cell(1, RosterModel::EmailColumn));
    QVERIFY(!editor(window));
}

void TestWindowEditing::typedTextOutlivesAPlan()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    RosterTable *table = window.table();
    table->setCurrentIndex(table->model()->index(0, RosterModel::GivenNameColumn));
    QTest::keyClick(table, Qt::Key_F2);
    QTest::keyClicks(editor(window), QStringLiteral("Ada"));
    list->edits()->leaveOut({2}, true);
    QTRY_COMPARE(list->state(), State::Planned);
    QVERIFY(editor(window));
    QCOMPARE(editor(window)->text(), QStringLiteral("Ada"));
    QTest::keyClick(editor(window), Qt::Key_Return);
    QTRY_COMPARE(list->roster().students.text(0, StudentField::GivenName), QStringLiteral("Ada"));
}

void TestWindowEditing::rowsAreLeftOutAndTakenBack()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    window.table()->selectRow(0);
    QTest::keyClick(window.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(window.table(), Qt::Key_Delete);
    QCOMPARE(list->model()->count(RowState::LeftOut), 2);
    QTRY_COMPARE(list->state(), State::Planned);
    QTRY_VERIFY(window.button(QStringLiteral("Left out")));
    QVERIFY(window.button(QStringLiteral("Register 1 student")));
    QCOMPARE(window.table()->selectionModel()->selectedRows().size(), 2);
    QTest::keyClick(window.table(), Qt::Key_Delete);
    QCOMPARE(list->model()->count(RowState::LeftOut), 0);
    // Del is no key of the window.
    window.search()->setFocus();
    QTest::keyClick(window.search(), Qt::Key_Delete);
    QTest::keyClick(window->findChild<Sidebar *>(), Qt::Key_Delete);
    QCOMPARE(list->model()->count(RowState::LeftOut), 0);
}

void TestWindowEditing::cellsWithSlipsAreMendedAtOnce()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    auto *bar = window.page()->findChild<FixBar *>();
    Roster roster = list->roster();
    for (const qint32 row : {0, 2}) {
        QString fixed = roster.students.text(row, StudentField::Email);
        fixed.replace(QStringLiteral("gmial"), QStringLiteral("gmail"));
        roster.problems += {RosterProblem::Severity::Warning, RosterProblem::Code::InvalidEmail,
            row, roster.students.column(StudentField::Email), -1, QStringLiteral("a slip"), fixed};
    }
    std::stable_sort(roster.problems.begin(), roster.problems.end(),
        [](const RosterProblem &one, const RosterProblem &other) { return one.row < other.row; });
    list->edits()->setRoster(roster);
    list->planAgain();
    QTRY_COMPARE(list->state(), State::Planned);
    QVERIFY(bar->isVisible());
    QAbstractButton *fix = window.button(QStringLiteral("Fix all"));
    QVERIFY(fix);
    QVERIFY(fix->accessibleName().contains(QStringLiteral("e-mail addresses with slips (2)")));
    QVERIFY(fix->toolTip().contains(QStringLiteral("“ana@gmial.com” becomes “ana@gmail.com”")));
    QTest::mouseClick(fix, Qt::LeftButton);
    for (const qint32 row : {0, 2})
        QVERIFY(list->roster()
                    .students.text(row, StudentField::Email)
                    .contains(QStringLiteral("@gmail.com")));
    QVERIFY(!bar->isVisible());
    QCOMPARE(list->edits()->undoStack()->count(), 1);
}

void TestWindowEditing::menuOfACellOffersItsFix()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    Roster roster = list->roster();
    roster.problems.prepend({RosterProblem::Severity::Warning, RosterProblem::Code::InvalidEmail, 0,
        roster.students.column(StudentField::Email), -1, QStringLiteral("a slip"),
        QStringLiteral("ana@gmail.com")});
    list->edits()->setRoster(roster);
    const QModelIndex cell = window.table()->model()->index(0, RosterModel::EmailColumn);
    window.table()->setCurrentIndex(cell);
    const auto textsOfMenu = [&](const QModelIndex &index) {
        Q_EMIT window.table()->customContextMenuRequested(
            window.table()->visualRect(index).center());
        QStringList texts;
        auto *menu = window.table()->findChild<QMenu *>();
        if (!menu)
            return texts;
        for (QAction *action : menu->actions()) {
            texts += action->text().remove(u'&');
            if (texts.last().startsWith(QStringLiteral("Change to")))
                action->trigger();
        }
        delete menu;
        return texts;
    };
    QStringList texts = textsOfMenu(cell);
    QVERIFY(texts.contains(QStringLiteral("Change to “ana@gmail.com”")));
    QVERIFY(texts.contains(QStringLiteral("Leave out 1 row")));
    QCOMPARE(list->roster().students.text(0, StudentField::Email), QStringLiteral("ana@gmail.com"));
    texts = textsOfMenu(cell);
    QVERIFY(!texts.contains(QStringLiteral("Change to “ana@gmail.com”")));
    window.table()->selectAll();
    QVERIFY(textsOfMenu(cell).contains(QStringLiteral("Leave out 3 rows")));
    list->edits()->leaveOut({0, 1}, true);
    texts = textsOfMenu(cell);
    QVERIFY(texts.contains(QStringLiteral("Leave out 1 row")));
    QVERIFY(texts.contains(QStringLiteral("Take back 2 rows")));
}

void TestWindowEditing::fillsDown()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    RosterTable *table = window.table();
    table->setCurrentIndex(table->model()->index(0, RosterModel::FamilyNameColumn));
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(list->roster().students.text(1, StudentField::FamilyName), QStringLiteral("Ito"));
    QCOMPARE(list->roster().students.text(2, StudentField::FamilyName), QStringLiteral("Sim"));
    QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(list->roster().students.text(1, StudentField::FamilyName), QStringLiteral("Roy"));
}

void TestWindowEditing::replacesInTheBar()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    auto *bar = window.page()->findChild<ReplaceBar *>();
    QVERIFY(!bar->isVisible());
    QTest::keyClick(&*window, Qt::Key_H, Qt::ControlModifier);
    QVERIFY(bar->isVisible());
    const auto edits = bar->findChildren<QLineEdit *>();
    QLineEdit *find = edits.at(0);
    QLineEdit *with = edits.at(1);
    QVERIFY(find->hasFocus());
    QAbstractButton *replace = window.button(QStringLiteral("Replace all"));
    QVERIFY(!replace->isEnabled());
    QTest::keyClicks(find, QStringLiteral("GMIAL"));
    QTest::keyClick(find, Qt::Key_Return);
    QVERIFY(with->hasFocus());
    QTest::keyClicks(with, QStringLiteral("gmail"));
    const auto labels = bar->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
        [](const QLabel *label) { return label->text() == QStringLiteral("2 cells"); }));
    QTest::keyClick(with, Qt::Key_Return);
    QCOMPARE(list->roster().students.text(0, StudentField::Email), QStringLiteral("ana@gmail.com"));
    QCOMPARE(
        list->roster().students.text(2, StudentField::Email), QStringLiteral("cleo@gmail.com"));
    QCOMPARE(list->edits()->undoStack()->count(), 1);
    QVERIFY(!replace->isEnabled());
    QTest::keyClick(with, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QVERIFY(window.table()->hasFocus());
}

void TestWindowEditing::correctedListIsNeverTheOpenedFile()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    const auto saveAs = [&](const QString &path) {
        window->activateWindow();
        QVERIFY(window.isActive());
        QTest::keyClick(&*window, Qt::Key_S, Qt::ControlModifier);
        auto *dialog = window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>();
        name->setText(path);
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(!window->findChild<QFileDialog *>());
    };
    saveAs(list->path());
    QTRY_VERIFY(window.message().contains(QStringLiteral("Choose another name")));
    saveAs(m_sample->path(QStringLiteral("better")));
    QTRY_VERIFY(window.message().contains(QStringLiteral("better.csv")));
    QVERIFY(QFile::exists(m_sample->path(QStringLiteral("better.csv"))));
}

QFileDialog *TestWindowEditing::saveDialog(ShownWindow &window)
{
    window->activateWindow();
    if (!window.isActive())
        return nullptr;
    QTest::keyClick(&*window, Qt::Key_S, Qt::ControlModifier);
    return window->findChild<QFileDialog *>();
}

void TestWindowEditing::correctedListIsSavedAsItsFilterSays()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    list->edits()->correct({0, StudentField::Email, QStringLiteral("ana@gmail.com")});
    QFileDialog *dialog = saveDialog(window);
    QVERIFY(dialog);
    QCOMPARE(dialog->nameFilters(),
        QStringList(
            {QStringLiteral("Class list (*.csv)"), QStringLiteral("Excel workbook (*.xlsx)")}));
    auto *name = dialog->findChild<QLineEdit *>();
    QCOMPARE(name->text(), QStringLiteral("choir (corrected).csv"));
    auto *filters = dialog->findChild<QComboBox *>(QStringLiteral("fileTypeCombo"));
    QVERIFY(filters);
    QTest::keyClick(filters, Qt::Key_Down);
    QCOMPARE(name->text(), QStringLiteral("choir (corrected).xlsx"));
    name->setText(m_sample->path(QStringLiteral("better")));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(window.message().contains(QStringLiteral("better.xlsx")));
    const Expected<Roster> saved = readRoster(m_sample->path(QStringLiteral("better.xlsx")));
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().sentence));
    QCOMPARE(saved->source.kind, RosterSource::Kind::Workbook);
    QCOMPARE(saved->size(), 3);
    QCOMPARE(saved->students.text(0, StudentField::StudentId), QStringLiteral("0070005"));
    QCOMPARE(saved->students.text(0, StudentField::Email), QStringLiteral("ana@gmail.com"));
}

void TestWindowEditing::correctedWorkbookIsSavedAsAWorkbook()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    const Expected<Roster> text =
        readRosterText("student_id,notes\n0070005,x\n", QStringLiteral("choir.csv"));
    QVERIFY(text);
    const QString path = m_sample->path(QStringLiteral("choir.xlsx"));
    QVERIFY(writeRoster(*text, {}, path));
    window->openRosters({path});
    ClassList *list = window.lists().first();
    QTRY_COMPARE(list->roster().size(), 1);
    QFileDialog *dialog = saveDialog(window);
    QVERIFY(dialog);
    QCOMPARE(dialog->nameFilters().first(), QStringLiteral("Excel workbook (*.xlsx)"));
    auto *name = dialog->findChild<QLineEdit *>();
    QCOMPARE(name->text(), QStringLiteral("choir (corrected).xlsx"));
    name->setText(m_sample->path(QStringLiteral("better")));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(window.message().contains(QStringLiteral("better.xlsx")));
    QVERIFY(QFile::exists(m_sample->path(QStringLiteral("better.xlsx"))));
}

void TestWindowEditing::whatIsTypedCountsBeforeRegistering()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    ClassList *list = openChoir(window);
    QVERIFY(list);
    QTest::keyClick(&*window, Qt::Key_F8);
    QTest::keyClick(window.table(), Qt::Key_F2);
    QTest::keyClicks(editor(window), QStringLiteral("0070006"));
    QTest::keyClick(&*window, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!list->isBusy());
    QCOMPARE(list->roster().students.text(1, StudentField::StudentId), QStringLiteral("0070006"));
    QTRY_COMPARE(list->state(), State::Planned);
    QTest::keyClick(&*window, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(list->model()->count(RowState::Registered), 3);
}

void TestWindowEditing::windowMayGoWhileACellIsEdited()
{
    auto window = std::make_unique<ShownWindow>(m_sample->school());
    QVERIFY(window->isActive());
    ClassList *list = openChoir(*window);
    QVERIFY(list);
    const QPointer<ClassList> watched = list;
    QTest::keyClick(window->table(), Qt::Key_F8);
    QTest::keyClick(window->table(), Qt::Key_F2);
    QVERIFY(editor(*window));
    QTest::keyClicks(editor(*window), QStringLiteral("0070006"));
    window.reset();
    QVERIFY(!watched);
}

QTEST_MAIN(TestWindowEditing)
#include "tst_windowediting.moc"
