// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "droppedfiles.h"
#include "sampleschool.h"
#include "shownwindow.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFile>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace Rollbook;
using State = ClassList::State;

/// The whole job, from the list to the report: with the mouse alone, with the keys alone.
/// Every event goes to what lies under the pointer, or has the focus.
class TestWholeJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void withTheMouseAlone();
    void mouseHoldsARunUpAndTriesAgain();
    void withTheKeysAlone();

private:
    void click(const QWidget *widget);
    void click(const QWidget *widget, const QPoint &place, bool twice = false);
    void press(int key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text);
    void comeBack(ShownWindow &window);
    void pickCourse(ShownWindow &window, const QString &title);
    void checkSchool(int registered);
    void checkReport(const QString &path, const QStringList &registered);
    QString makeReport(ShownWindow &window);
    void pickFromMenu(QMenu *menu, const QString &text);

    std::unique_ptr<SampleSchool> m_sample;
};

namespace
{

// What can be mended and what cannot, with a click each.
constexpr auto Slips = "student_id,given_name,family_name,email\n"
                       "9980001,Ana,Ito,ana@gmial.com\n9980002,Ben,Roy,\n,Cleo,Sim,\n"
                       "9980004,Dan,Poe,\n";
constexpr auto Club = "student_id,given_name,family_name\n"
                      "9980001,Ana,Ito\n9980002,Ben,Roy\n,Cleo,Sim\n9980004,Dan,Poe\n";

// Where a key goes.
QWidget *focus()
{
    QWidget *popup = QApplication::activePopupWidget();
    if (!popup)
        return QApplication::focusWidget();
    return popup->focusWidget() ? popup->focusWidget() : popup;
}

} // namespace

void TestWholeJob::initTestCase()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
}

void TestWholeJob::init()
{
    m_sample = std::make_unique<SampleSchool>();
    QSettings().setValue(QStringLiteral("reportFolder"), m_sample->path({}));
}

void TestWholeJob::cleanup()
{
    m_sample.reset();
}

// As a hand does: the pointer is there, and whatever lies on top gets it.
void TestWholeJob::click(const QWidget *widget, const QPoint &place, bool twice)
{
    QVERIFY(widget && widget->isVisible());
    QWidget *window = widget->window();
    QVERIFY(!QApplication::activeModalWidget() || QApplication::activeModalWidget() == window);
    const QPoint there = widget->mapTo(window, place);
    QWidget *under = window->childAt(there);
    QVERIFY2(under, widget->metaObject()->className());
    if (twice)
        QTest::mouseDClick(under, Qt::LeftButton, {}, under->mapFrom(window, there));
    else
        QTest::mouseClick(under, Qt::LeftButton, {}, under->mapFrom(window, there));
}

void TestWholeJob::click(const QWidget *widget)
{
    QVERIFY(widget);
    click(widget, widget->rect().center());
}

void TestWholeJob::press(int key, Qt::KeyboardModifiers modifiers)
{
    QTRY_VERIFY(focus());
    QTest::keyClick(focus(), static_cast<Qt::Key>(key), modifiers);
}

void TestWholeJob::type(const QString &text)
{
    for (const QChar letter : text) {
        QTRY_VERIFY(focus());
        QTest::keyClicks(focus(), letter);
    }
}

// Where nobody manages windows, none gets the focus when the one above it has closed.
void TestWholeJob::comeBack(ShownWindow &window)
{
    QTRY_VERIFY(!QApplication::activePopupWidget() && !QApplication::activeModalWidget());
    window->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &*window);
}

void TestWholeJob::pickCourse(ShownWindow &window, const QString &title)
{
    auto *chooser = window.page()->findChild<QComboBox *>();
    QTRY_VERIFY(chooser->count() > 0);
    QStyleOptionComboBox option;
    option.initFrom(chooser);
    option.editable = true;
    const QRect arrow = chooser->style()->subControlRect(
        QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, chooser);
    click(chooser, arrow.center());
    QTRY_VERIFY(chooser->view()->isVisible());
    QAbstractItemView *titles = chooser->view();
    const QModelIndexList found = titles->model()->match(
        titles->model()->index(0, 0), Qt::DisplayRole, title, 1, Qt::MatchContains);
    QCOMPARE(found.size(), 1);
    titles->scrollTo(found.first());
    // A list that has just opened takes no click for a moment, lest the click that opened it chose.
    QTRY_VERIFY([&] {
        if (chooser->view()->isVisible())
            click(titles->viewport(), titles->visualRect(found.first()).center());
        return !chooser->view()->isVisible();
    }());
}

void TestWholeJob::checkSchool(int registered)
{
    School &school = m_sample->school();
    const auto seats = school.courses().find(QStringLiteral("CHESS"));
    QVERIFY(seats);
    QCOMPARE(seats->seatsTaken, registered);
    const auto runs = school.journal().runs();
    QVERIFY(runs);
    QCOMPARE(runs->size(), 1);
    QCOMPARE(runs->first().state, RunState::Finished);
    QCOMPARE(runs->first().counts[RegistrationStatus::Registered], registered);
}

void TestWholeJob::checkReport(const QString &path, const QStringList &registered)
{
    QFile report(path);
    QVERIFY2(report.open(QIODevice::ReadOnly), qPrintable(path));
    const QString text = QString::fromUtf8(report.readAll());
    QCOMPARE(text.count(u",registered,"), registered.size());
    for (const QString &id : registered)
        QVERIFY2(text.contains(id), qPrintable(id));
    QVERIFY(text.contains(QStringLiteral("Cleo")));
}

QString TestWholeJob::makeReport(ShownWindow &window)
{
    click(window.button(QStringLiteral("Make report")));
    auto *dialog = window->findChild<ReportDialog *>();
    if (!dialog || !QTest::qWaitForWindowActive(dialog))
        return {};
    dialog->setFormat(ReportFormat::Csv);
    const QString report = dialog->path();
    const auto buttons = dialog->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible() && button->text().remove(u'&') == QStringLiteral("Make report"))
            click(button);
    }
    return report;
}

void TestWholeJob::pickFromMenu(QMenu *menu, const QString &text)
{
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    const auto actions = menu->actions();
    for (QAction *action : actions) {
        if (action->text().remove(u'&').startsWith(text)) {
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            return;
        }
    }
    QFAIL(qPrintable(text));
}

void TestWholeJob::withTheMouseAlone()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    const QString path = m_sample->write(QStringLiteral("monday.csv"), Slips);
    drop(*window, *filesToDrop({path}));
    QTRY_COMPARE(window.lists().size(), 1);
    const ClassList *list = window.lists().first();
    QTRY_COMPARE(list->state(), State::NoCourse);
    pickCourse(window, QStringLiteral("CHESS"));
    QTRY_COMPARE(list->state(), State::Planned);

    // An address is mended, whoever cannot be told is left out.
    click(window.button(QStringLiteral("Fix all")));
    QTRY_COMPARE(
        list->roster().students.text(0, StudentField::Email), QStringLiteral("ana@gmail.com"));
    click(window.button(QStringLiteral("Problem")));
    QTRY_COMPARE(window.table()->model()->rowCount(), 1);
    const RosterTable *table = window.table();
    const QPoint wrong = table->visualRect(table->model()->index(0, 2)).center();
    click(table->viewport(), wrong);
    // The desktop makes one of a right click; the offscreen platform does not.
    QContextMenuEvent asked(QContextMenuEvent::Mouse, wrong, table->viewport()->mapToGlobal(wrong));
    QApplication::sendEvent(table->viewport(), &asked);
    QTRY_VERIFY(QApplication::activePopupWidget());
    pickFromMenu(qobject_cast<QMenu *>(QApplication::activePopupWidget()),
        QStringLiteral("Leave out 1 row"));
    comeBack(window);
    QTRY_VERIFY(window.button(QStringLiteral("Register 3 students")));
    click(window.button(QStringLiteral("All")));
    QTRY_COMPARE(window.table()->model()->rowCount(), 4);

    click(window.button(QStringLiteral("Register 3 students")));
    QTRY_COMPARE(list->state(), State::Finished);
    click(window.button(QStringLiteral("Registered")));
    QTRY_COMPARE(window.table()->model()->rowCount(), 3);
    checkSchool(3);

    const QString report = makeReport(window);
    QTRY_VERIFY(window.message().contains(QStringLiteral("is saved")));
    checkReport(
        report, {QStringLiteral("9980001"), QStringLiteral("9980002"), QStringLiteral("9980004")});

    comeBack(window);
    auto *menuButton = qobject_cast<QToolButton *>(window.button(QStringLiteral("Menu")));
    QVERIFY(menuButton);
    // The menu is open until something of it is chosen.
    QTimer::singleShot(
        0, this, [this, menu = menuButton->menu()] { pickFromMenu(menu, QStringLiteral("Quit")); });
    click(menuButton);
    QTRY_VERIFY(!window->isVisible());
    QVERIFY(window->listsOfLastTime().isEmpty());
}

void TestWholeJob::mouseHoldsARunUpAndTriesAgain()
{
    const PracticeSchool practice(
        QStringLiteral("simulated:?latency=100ms&jitter=0ms&failures=0.1&seed=2"));
    QVERIFY(practice);
    ShownWindow window(**practice);
    QVERIFY(window.isActive());
    QByteArray text("student_id,given_name,family_name\n");
    for (int i = 0; i < 900; ++i)
        text += QByteArray::number(9'981'000 + i) + ",Ana,Ito\n";
    drop(*window, *filesToDrop({m_sample->write(QStringLiteral("long.csv"), text)}));
    QTRY_COMPARE(window.lists().size(), 1);
    const ClassList *list = window.lists().first();
    QTRY_COMPARE(list->state(), State::NoCourse);
    pickCourse(window, QStringLiteral("PRACTICE"));
    QTRY_COMPARE(list->state(), State::Planned);
    click(window.button(QStringLiteral("Register 900 students")));
    QTRY_VERIFY(window.button(QStringLiteral("Pause")));
    click(window.button(QStringLiteral("Pause")));
    QTRY_COMPARE(list->state(), State::Paused);
    const int waiting = list->model()->count(RowState::Waiting);
    QVERIFY(waiting > 0);
    click(window.button(QStringLiteral("Go on")));
    QTRY_COMPARE(list->state(), State::Finished);
    const int failed = list->model()->count(RowState::Failed);
    QVERIFY(failed > 0);
    click(window.button(QStringLiteral("Try %1 again").arg(failed)));
    QTRY_COMPARE(list->state(), State::Running);
    QTRY_COMPARE(list->state(), State::Finished);
    const int registered = list->model()->count(RowState::Registered);
    QCOMPARE(registered + list->model()->count(RowState::Failed), 900);
}

void TestWholeJob::withTheKeysAlone()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    // Copied out of a spreadsheet.
    QApplication::clipboard()->setText(QString::fromLatin1(Club).replace(u',', u'\t'));
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(window.lists().size(), 1);
    const ClassList *list = window.lists().first();
    QTRY_COMPARE(list->state(), State::NoCourse);

    // The focus is in the box of courses already; the key leads there from anywhere.
    QTRY_VERIFY(focus() && focus()->inherits("QComboBox"));
    press(Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(focus(), window.search());
    press(Qt::Key_L, Qt::ControlModifier);
    press(Qt::Key_Escape);
    comeBack(window);
    QTRY_VERIFY(focus() && focus()->inherits("QComboBox"));
    type(QStringLiteral("chess"));
    press(Qt::Key_Return);
    QTRY_COMPARE(list->state(), State::Planned);
    QCOMPARE(list->course().code, QStringLiteral("CHESS"));
    comeBack(window);

    press(Qt::Key_F8);
    QTRY_COMPARE(focus(), window.table());
    QCOMPARE(window.table()->currentIndex().row(), 2);
    press(Qt::Key_F2);
    type(QStringLiteral("9980003"));
    press(Qt::Key_Return);
    QTRY_VERIFY(window.button(QStringLiteral("Register 4 students")));

    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(list->state(), State::Finished);
    checkSchool(4);

    press(Qt::Key_F, Qt::ControlModifier);
    type(QStringLiteral("cleo"));
    QTRY_COMPARE(window.table()->model()->rowCount(), 1);
    press(Qt::Key_Escape);
    QTRY_COMPARE(window.table()->model()->rowCount(), 4);
    QTRY_COMPARE(focus(), window.table());
    // Nothing failed, so this changes nothing.
    press(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(list->state(), State::Finished);

    press(Qt::Key_E, Qt::ControlModifier);
    auto *dialog = window->findChild<ReportDialog *>();
    QVERIFY(dialog);
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    press(Qt::Key_W, Qt::AltModifier);
    press(Qt::Key_A, Qt::ControlModifier);
    type(m_sample->path(QStringLiteral("mine.csv")));
    press(Qt::Key_Return);
    QTRY_VERIFY(window.message().contains(QStringLiteral("is saved")));
    checkReport(m_sample->path(QStringLiteral("mine.csv")),
        {QStringLiteral("9980001"), QStringLiteral("9980002"), QStringLiteral("9980003"),
            QStringLiteral("9980004")});

    comeBack(window);
    press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(window.lists().isEmpty());
    press(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!window->isVisible());
}

QTEST_MAIN(TestWholeJob)
#include "tst_wholejob.moc"
