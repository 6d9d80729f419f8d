// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historypage.h"
#include "history/historytable.h"
#include "pasthistory.h"
#include "rowactions.h"
#include "sampleschool.h"
#include "shownwindow.h"
#include "sidebar.h"
#include "ui/theme.h"
#include "undobar.h"
#include "windowpicture.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Asking the history in the window.
class TestHistoryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsAllRunsNewestFirst();
    void isNotThereBeforeItIsShown();
    void findsRunsWhileTyping();
    void answersWhoRegisteredAnaInMarch();
    void escapeShowsAllRunsAgain();
    void saysWhenNothingIsLikeThat();
    void sortsByClicksOnTheHeader();
    void enterOpensARunAsItWas();
    void undoIsOneClickAway();
    void reportIsOneClickAway();
    void buttonsSayWhyTheyCannotBePressed();
    void tellsEverythingAboutTheChosenStudent();
    void listLeadsToTheHistoryOfItsStudent();
    void copiesTheHistoryOfAStudent();
    void comparesTwoRuns();
    void headingOfTheSidebarLeadsHere();
    void newRunsAppear();
    void f5ReadsTheHistoryAgain();
    void doubleClickOpensTheRunOfAStudent();
    void tryAgainIsOneClickAway();
    void chosenRowIsDrawnAlikeInAllCells();
    void menuOfARowLeadsToItsStudent();
    void pictures_data();
    void pictures();

private:
    void openHistory(ShownWindow &window) const;
    static HistoryTable *table(ShownWindow &window, const QString &name);
    static QStringList column(ShownWindow &window, const QString &table, int column);
    static QStringList lists(ShownWindow &window) { return column(window, u"Runs"_s, 2); }
    static void type(ShownWindow &window, const QString &field, const QString &text);
    static void choose(ShownWindow &window, const QString &box, const QString &entry);
    static void clickRow(
        ShownWindow &window, const QString &table, int row, Qt::KeyboardModifiers modifiers = {});
    static void press(ShownWindow &window, const QString &text);
    void shoot(ShownWindow &window, const QString &state) const;

    std::unique_ptr<SampleSchool> m_sample;
    QString m_theme;
};

void TestHistoryPage::init()
{
    m_sample = std::make_unique<SampleSchool>();
    makePast(m_sample->school());
}

void TestHistoryPage::cleanup()
{
    QThreadPool::globalInstance()->waitForDone();
    m_sample.reset();
    applyTheme(Theme::System);
}

void TestHistoryPage::openHistory(ShownWindow &window) const
{
    QVERIFY(window.isActive());
    QTest::keyClick(&*window, Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(lists(window).size(), 4);
}

HistoryTable *TestHistoryPage::table(ShownWindow &window, const QString &name)
{
    const auto tables = window->findChildren<HistoryTable *>();
    for (HistoryTable *table : tables) {
        if (table->accessibleName() == name && table->isVisible())
            return table;
    }
    return nullptr;
}

QStringList TestHistoryPage::column(ShownWindow &window, const QString &name, int column)
{
    QStringList cells;
    const HistoryTable *shown = table(window, name);
    for (int row = 0; shown && row < shown->model()->rowCount(); ++row)
        cells += shown->model()->index(row, column).data().toString();
    return cells;
}

void TestHistoryPage::type(ShownWindow &window, const QString &field, const QString &text)
{
    const auto edits = window->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->isVisible() && edit->accessibleName() == field) {
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, text);
            return;
        }
    }
    QFAIL(qPrintable(field));
}

void TestHistoryPage::choose(ShownWindow &window, const QString &box, const QString &entry)
{
    const auto boxes = window->findChildren<QComboBox *>();
    for (QComboBox *one : boxes) {
        if (one->isVisible() && one->accessibleName() == box && one->findText(entry) >= 0) {
            one->setCurrentIndex(one->findText(entry));
            return;
        }
    }
    QFAIL(qPrintable(entry));
}

void TestHistoryPage::clickRow(
    ShownWindow &window, const QString &name, int row, Qt::KeyboardModifiers modifiers)
{
    HistoryTable *shown = table(window, name);
    QVERIFY(shown);
    shown->setFocus();
    const QRect place = shown->visualRect(shown->model()->index(row, 1));
    QTest::mouseClick(shown->viewport(), Qt::LeftButton, modifiers, place.center());
}

void TestHistoryPage::press(ShownWindow &window, const QString &text)
{
    QAbstractButton *button = window.button(text);
    QVERIFY2(button, qPrintable(text));
    QVERIFY2(button->isEnabled(), qPrintable(button->toolTip()));
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestHistoryPage::showsAllRunsNewestFirst()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    QCOMPARE(lists(window),
        (QStringList{u"chess.ods"_s, u"grade9 late.xlsx"_s, u"chess.ods"_s, u"grade9.xlsx"_s}));
    QCOMPARE(column(window, u"Runs"_s, 3).mid(1), (QStringList{u"ines"_s, u"omar"_s, u"ines"_s}));
}

void TestHistoryPage::isNotThereBeforeItIsShown()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    QVERIFY(window->findChildren<HistoryTable *>().isEmpty());
    openHistory(window);
    QVERIFY(!window->findChildren<HistoryTable *>().isEmpty());
}

void TestHistoryPage::findsRunsWhileTyping()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    type(window, u"Search the history"_s, u"ART9 late"_s);
    QTRY_COMPARE(lists(window), QStringList{u"grade9 late.xlsx"_s});
    type(window, u"Search the history"_s, u"omar"_s);
    QTRY_COMPARE(lists(window), QStringList{u"chess.ods"_s});
    choose(window, u"Who registered"_s, u"ines"_s);
    QTRY_VERIFY(lists(window).isEmpty());
    type(window, u"Search the history"_s, u"grade"_s);
    QTRY_COMPARE(lists(window).size(), 2);
    choose(window, u"Outcome"_s, u"Waiting list"_s);
    QTRY_COMPARE(lists(window), QStringList{u"grade9.xlsx"_s});
}

void TestHistoryPage::answersWhoRegisteredAnaInMarch()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    type(window, u"Search a student in the history"_s, u"munoz"_s);
    choose(window, u"When"_s, u"Between two days…"_s);
    const auto days = window->findChildren<QDateEdit *>();
    QCOMPARE(days.size(), 2);
    days.first()->setDate(QDate(2026, 3, 1));
    days.last()->setDate(QDate(2026, 3, 31));
    QTRY_COMPARE(lists(window), (QStringList{u"chess.ods"_s, u"grade9.xlsx"_s}));
    const QString found = u"The student in these runs"_s;
    QCOMPARE(column(window, found, 1), (QStringList{u"Ana Muñoz"_s, u"Ana Muñoz"_s}));
    QCOMPARE(
        column(window, found, 4), (QStringList{u"chess.ods, row 2"_s, u"grade9.xlsx, row 1"_s}));
    QCOMPARE(column(window, found, 5), (QStringList{u"omar"_s, u"ines"_s}));
}

void TestHistoryPage::escapeShowsAllRunsAgain()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    type(window, u"Search the history"_s, u"late"_s);
    choose(window, u"Course"_s, u"ART9 (2026 Fall)"_s);
    QTRY_COMPARE(lists(window).size(), 1);
    QTest::keyClick(&*window, Qt::Key_Escape);
    QTRY_COMPARE(lists(window).size(), 4);
}

void TestHistoryPage::saysWhenNothingIsLikeThat()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    type(window, u"Search the history"_s, u"basket weaving"_s);
    QTRY_VERIFY(!table(window, u"Runs"_s));
    const auto labels = window->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(u"Nothing in the history"_s);
    }));
}

void TestHistoryPage::sortsByClicksOnTheHeader()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    const HistoryTable *runs = table(window, u"Runs"_s);
    const QHeaderView *header = runs->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
        {header->sectionViewportPosition(2) + 5, header->height() / 2});
    QCOMPARE(lists(window),
        (QStringList{u"chess.ods"_s, u"chess.ods"_s, u"grade9 late.xlsx"_s, u"grade9.xlsx"_s}));
}

void TestHistoryPage::enterOpensARunAsItWas()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    clickRow(window, u"Runs"_s, 3);
    QTest::keyClick(table(window, u"Runs"_s), Qt::Key_Return);
    QTRY_VERIFY(window.page());
    QTRY_COMPARE(window.page()->list().state(), ClassList::State::Earlier);
    QCOMPARE(window.page()->list().results().run.id, pastId(1));
    QCOMPARE(window.table()->model()->rowCount(), 4);
    // And back again.
    QTest::keyClick(&*window, Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(lists(window).size(), 4);
}

void TestHistoryPage::undoIsOneClickAway()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    clickRow(window, u"Runs"_s, 3);
    press(window, u"Undo this run"_s);
    QTRY_VERIFY(window.page() && window.page()->findChild<UndoBar *>()->isVisible());
    QTRY_COMPARE(window.page()->list().undo().phase, ClassList::UndoPhase::Previewed);
    QCOMPARE(window.page()->list().undo().run.undone.id, pastId(1));
}

void TestHistoryPage::reportIsOneClickAway()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    clickRow(window, u"Runs"_s, 3);
    press(window, u"Make report"_s);
    QTRY_VERIFY(window->findChild<ReportDialog *>());
    const QString path = m_sample->path(u"march.csv"_s);
    QVERIFY(window.makeReport(path));
    QTRY_VERIFY(QFile::exists(path));
}

void TestHistoryPage::buttonsSayWhyTheyCannotBePressed()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    table(window, u"Runs"_s)->clearSelection();
    QVERIFY(!window.button(u"Open this run"_s)->isEnabled());
    QVERIFY(window.button(u"Open this run"_s)->toolTip().startsWith(u"Choose one run"_s));
    clickRow(window, u"Runs"_s, 2);
    QVERIFY(window.button(u"Open this run"_s)->isEnabled());
    QVERIFY(!window.button(u"Undo this run"_s)->isEnabled());
    QVERIFY(!window.button(u"Try again"_s)->isEnabled());
    QVERIFY(!window.button(u"Compare"_s)->isEnabled());
}

void TestHistoryPage::tellsEverythingAboutTheChosenStudent()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    type(window, u"Search a student in the history"_s, u"ana"_s);
    QTRY_VERIFY(table(window, u"The student in these runs"_s));
    clickRow(window, u"The student in these runs"_s, 0);
    QTest::keyClick(&*window, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    const QString events = u"What happened to this student"_s;
    QTRY_COMPARE(column(window, events, 2).size(), 4);
    QCOMPARE(column(window, events, 2).last(), u"Registered: seat 1"_s);
    QCOMPARE(column(window, events, 5).last(), u"ines"_s);
    QTest::keyClick(&*window, Qt::Key_Escape);
    QTRY_VERIFY(table(window, u"Runs"_s));
}

void TestHistoryPage::listLeadsToTheHistoryOfItsStudent()
{
    ShownWindow window(m_sample->school());
    window->openRosters(
        {m_sample->write(u"new.csv"_s, "student_id,given_name\nS004,Dora\nS001,Ana\n")});
    QTRY_VERIFY(window.page() && window.table()->model()->rowCount() == 2);
    window.table()->setFocus();
    window.table()->setCurrentIndex(window.table()->model()->index(0, 1));
    QVERIFY(window.isActive());
    QTest::keyClick(window.table(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(column(window, u"What happened to this student"_s, 1),
        (QStringList{u"Dora Roy"_s, u"Dora Roy"_s}));
}

void TestHistoryPage::copiesTheHistoryOfAStudent()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    Student ana;
    ana.studentId = u"S001"_s;
    window->showStudentHistory(ana);
    QTRY_COMPARE(column(window, u"What happened to this student"_s, 1).size(), 4);
    press(window, u"Copy"_s);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.at(0), u"S001"_s);
    QVERIFY(
        lines.at(5).contains(u"Registered: seat 1\tART9 (2026 Fall)\tgrade9.xlsx, row 1\tines"_s));
}

void TestHistoryPage::comparesTwoRuns()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    clickRow(window, u"Runs"_s, 1);
    clickRow(window, u"Runs"_s, 3, Qt::ControlModifier);
    press(window, u"Compare"_s);
    const QString both = u"The students of both runs"_s;
    QTRY_COMPARE(column(window, both, 0).size(), 4);
    QCOMPARE(column(window, both, 3),
        (QStringList{
            u"Only in the first"_s, u"Only in the first"_s, u"The same"_s, u"The same"_s}));
    press(window, u"The same"_s);
    QCOMPARE(column(window, both, 0), (QStringList{u"Dora Roy"_s, u"Ana Muñoz"_s}));
    press(window, u"Swap"_s);
    QTRY_COMPARE(column(window, both, 3).value(0), u"Only in the second"_s);
    press(window, u"Copy"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Ben Roy\tS002"_s));
    QTest::keyClick(&*window, Qt::Key_Escape);
    QTRY_VERIFY(table(window, u"Runs"_s));
}

void TestHistoryPage::headingOfTheSidebarLeadsHere()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    auto *sidebar = window->findChild<Sidebar *>();
    QTreeWidgetItem *heading = sidebar->topLevelItem(1);
    QTRY_COMPARE(heading->text(1), u"show all 4"_s);
    QTest::mouseClick(
        sidebar->viewport(), Qt::LeftButton, {}, sidebar->visualItemRect(heading).center());
    QTRY_COMPARE(lists(window).size(), 4);
}

void TestHistoryPage::newRunsAppear()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    window->openRosters({m_sample->write(u"CLUB9.csv"_s, "student_id\nS002\n")});
    ClassList *list = window.lists().last();
    QTRY_COMPARE(list->state(), ClassList::State::Planned);
    list->registerStudents();
    QTRY_COMPARE(list->state(), ClassList::State::Finished);
    QTest::keyClick(&*window, Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(lists(window).size(), 5);
    QCOMPARE(lists(window).first(), u"CLUB9.csv"_s);
}

void TestHistoryPage::f5ReadsTheHistoryAgain()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    QVERIFY(m_sample->school().undo().undo(pastId(1)));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
    QTRY_COMPARE(lists(window).size(), 5);
    QCOMPARE(column(window, u"Runs"_s, 7).last(), u"undone"_s);
}

void TestHistoryPage::doubleClickOpensTheRunOfAStudent()
{
    ShownWindow window(m_sample->school());
    openHistory(window);
    type(window, u"Search a student in the history"_s, u"cem"_s);
    const QString found = u"The student in these runs"_s;
    QTRY_COMPARE(
        column(window, found, 2), QStringList{u"Waiting list: place 1 on the waiting list"_s});
    HistoryTable *rows = table(window, found);
    const QPoint place = rows->visualRect(rows->model()->index(0, 1)).center();
    QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(rows->viewport(), Qt::LeftButton, {}, place);
    QTRY_VERIFY(window.page() && window.page()->list().state() == ClassList::State::Earlier);
    QCOMPARE(window.page()->list().results().run.id, pastId(1));
}

// A run that was killed before it had sent anybody.
void TestHistoryPage::tryAgainIsOneClickAway()
{
    const CourseAssignment courses(CourseRef{u"CLUB9"_s, u"2026 Fall"_s});
    Student ben;
    ben.studentId = u"S002"_s;
    Run killed = Run::begin(u"killed.csv"_s, courses, {});
    RunJournal &journal = m_sample->school().journal();
    QVERIFY(journal.begin(killed, {StudentList::fromStudents({ben}), courses, {}}));
    journal.leave(killed);
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    QTest::keyClick(&*window, Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(lists(window).value(0), u"killed.csv"_s);
    QCOMPARE(column(window, u"Runs"_s, 7).first(), u"interrupted"_s);
    clickRow(window, u"Runs"_s, 0);
    press(window, u"Go on"_s);
    QTRY_VERIFY(window.page());
    QTRY_COMPARE(window.page()->list().results().run.state, RunState::Finished);
    QCOMPARE(window.page()->list().results().run.counts[RegistrationStatus::Registered], 1);
}

// Where the keys would go to matters to nobody: the row is what is chosen.
void TestHistoryPage::chosenRowIsDrawnAlikeInAllCells()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    openHistory(window);
    clickRow(window, u"Runs"_s, 1);
    HistoryTable *runs = table(window, u"Runs"_s);
    runs->setFocus();
    const auto course = [runs] {
        return runs->viewport()->grab(runs->visualRect(runs->model()->index(1, 1))).toImage();
    };
    runs->setCurrentIndex(runs->model()->index(1, 1));
    const QImage asCurrent = course();
    runs->setCurrentIndex(runs->model()->index(1, 2));
    QCOMPARE(course(), asCurrent);
}

void TestHistoryPage::menuOfARowLeadsToItsStudent()
{
    ShownWindow window(m_sample->school());
    window->openRosters({m_sample->write(u"new.csv"_s, "student_id\nS003\n")});
    QTRY_VERIFY(window.page() && window.table()->model()->rowCount() == 1);
    window.table()->setCurrentIndex(window.table()->model()->index(0, 1));
    const QPoint place = window.table()->visualRect(window.table()->currentIndex()).center();
    Q_EMIT window.table()->customContextMenuRequested(place);
    auto *menu = window.table()->findChild<QMenu *>();
    QVERIFY(menu);
    const auto actions = menu->actions();
    const auto found = std::find_if(actions.cbegin(), actions.cend(), [](const QAction *action) {
        return action->text().remove(u'&') == u"Everything about this student"_s;
    });
    QVERIFY(found != actions.cend());
    (*found)->trigger();
    menu->close();
    QTRY_COMPARE(
        column(window, u"What happened to this student"_s, 1), QStringList{u"Cem Şahin"_s});
}

void TestHistoryPage::shoot(ShownWindow &window, const QString &state) const
{
    QTest::qWait(0); // for the layout
    QVERIFY(!keepPicture(*window, u"history-"_s + state, m_theme).isNull());
}

void TestHistoryPage::pictures_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

// They are looked at by people; what is checked here is that each state is reached.
void TestHistoryPage::pictures()
{
    QFETCH(const Theme, theme);
    m_theme = QString::fromLatin1(QTest::currentDataTag());
    applyTheme(theme);
    ShownWindow window(m_sample->school());
    openHistory(window);
    clickRow(window, u"Runs"_s, 1);
    shoot(window, u"runs"_s);
    type(window, u"Search a student in the history"_s, u"munoz"_s);
    QTRY_VERIFY(table(window, u"The student in these runs"_s));
    shoot(window, u"search"_s);
    type(window, u"Search the history"_s, u"basket weaving"_s);
    QTRY_VERIFY(!table(window, u"Runs"_s));
    shoot(window, u"nothing"_s);
    QTest::keyClick(&*window, Qt::Key_Escape);
    QTRY_COMPARE(lists(window).size(), 4);
    clickRow(window, u"Runs"_s, 1);
    clickRow(window, u"Runs"_s, 3, Qt::ControlModifier);
    press(window, u"Compare"_s);
    QTRY_COMPARE(column(window, u"The students of both runs"_s, 0).size(), 4);
    shoot(window, u"comparison"_s);
    Student ana;
    ana.studentId = u"S001"_s;
    ana.givenName = u"Ana"_s;
    ana.familyName = u"Muñoz"_s;
    window->showStudentHistory(ana);
    QTRY_COMPARE(column(window, u"What happened to this student"_s, 1).size(), 4);
    shoot(window, u"student"_s);
}

QTEST_MAIN(TestHistoryPage)
#include "tst_historypage.moc"
