// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clubrun.h"
#include "reports/report.h"
#include "sequelbar.h"
#include "sidebar.h"

#include "ui/theme.h"
#include "windowpicture.h"

#include <QLabel>
#include <QPushButton>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;
using State = ClassList::State;

/// Those who did not get in, sent back, corrected and dropped again: the run goes on.
class TestSequelList : public ClubRunTest
{
    Q_OBJECT

private Q_SLOTS:
    void correctedRowsGoOnWithTheirRun();
    void windowSaysWhereTheyAreFrom_data();
    void windowSaysWhereTheyAreFrom();
    void addedRowsAreToldOf();
    void opensAsAListOfItsOwn();
    void runThatIsNotHereIsToldOf();
    void courseOfEachRowIsCorrected();

private:
    /// The file that goes back, after whoever has corrected it.
    QString sentBack(
        const ClassList &list, const QList<std::pair<QByteArray, QByteArray>> &changes);
    ClassList *opened(ShownWindow &window, const QString &path);
    static QString said(const ShownWindow &window);
};

QString TestSequelList::sentBack(
    const ClassList &list, const QList<std::pair<QByteArray, QByteArray>> &changes)
{
    RegisterStudentsResults run = recorded(list);
    run.columns = *m_sample->school().journal().columns(run.run.id);
    const QString path = m_sample->path(u"club to correct.csv"_s);
    if (!writeReport({run}, path, {.format = ReportFormat::CorrectionsCsv}))
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return {};
    QByteArray text = file.readAll();
    for (const auto &[was, is] : changes) {
        if (!text.contains(was))
            return {};
        text.replace(was, is);
    }
    file.resize(0);
    file.write(text);
    return path;
}

ClassList *TestSequelList::opened(ShownWindow &window, const QString &path)
{
    window->openRosters({path});
    ClassList *list = window.lists().last();
    return QTest::qWaitFor([list] { return list->state() > State::Unreadable; }) ? list : nullptr;
}

QString TestSequelList::said(const ShownWindow &window)
{
    const auto *bar = window.page()->findChild<SequelBar *>();
    return bar->isVisible() ? bar->accessibleName() : QString();
}

void TestSequelList::correctedRowsGoOnWithTheirRun()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window,
        "Room,student_id,given_name,family_name\n"
        "1,0080001,Ana,Ito\n2,0080002,Ben,Roy\n3,0080003,Cleo,Sim\n4,0080004,Dan,Poe\n");
    QVERIFY(list);
    const QString id = list->results().run.id;
    const QString path = sentBack(*list, {{"0080004,Dan", "0080044,Dan"}, {",Roy", ",Royle"}});
    QVERIFY(!path.isEmpty());
    ClassList *sequel = opened(window, path);
    QVERIFY(sequel);
    QCOMPARE(sequel->state(), State::Finished);
    QCOMPARE(sequel->name(), u"club.csv"_s);
    QCOMPARE(sequel->roster().size(), 4);
    QVERIFY(sequel->isChanged(1));
    QVERIFY(sequel->isChanged(3));
    QTRY_COMPARE(sequel->model()->rowState(3), RowState::WillRegister);
    QCOMPARE(sequel->model()->rowState(0), RowState::Registered);
    QCOMPARE(sequel->model()->rowState(1), RowState::WillReject);
    QAbstractButton *button = window.button(u"Register 1 student"_s);
    QVERIFY(button && button->isEnabled());
    button->click();
    QTRY_COMPARE(sequel->state(), State::Finished);
    QCOMPARE(sequel->results().run.id, id);
    QCOMPARE(told(recorded(*sequel)).at(3), u"0080044: seat 3 (2)"_s);
    QCOMPARE(m_sample->school().journal().runs()->size(), 1);
    const QList<AuditEntry> entries = *m_sample->school().audit().entriesOf(id);
    QCOMPARE(entries.at(1).action, AuditAction::RowsRetried);
    QVERIFY(!sequel->canBeListOfItsOwn() || sequel->sequel());
    // Sent back again, the columns are still those of the list.
    const QString again = sentBack(*sequel, {});
    QFile file(again);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readLine().contains("Room,student_id,given_name,family_name,Why"));
    QVERIFY(file.readLine().startsWith("2,0080002,Ben,Roy,"));
}

void TestSequelList::windowSaysWhereTheyAreFrom_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

void TestSequelList::windowSaysWhereTheyAreFrom()
{
    QFETCH(const Theme, theme);
    applyTheme(theme);
    ShownWindow window(m_sample->school());
    window->resize(1280, 800);
    ClassList *list = registered(window);
    QVERIFY(list);
    QVERIFY(said(window).isEmpty());
    const QString day =
        QLocale().toString(list->results().run.startedAt.toLocalTime().date(), QLocale::LongFormat);
    QVERIFY(opened(window, sentBack(*list, {{"0080004,Dan", "0080044,Dan"}})));
    QTRY_COMPARE(said(window),
        u"These 3 students are from “club.csv”, registered on %1. 1 of them is corrected; "
        "registering it goes on with that run."_s.arg(day));
    QTRY_COMPARE(window.lists().last()->rowsToRegister(), 1);
    const QTreeWidgetItem *lists = window->findChild<Sidebar *>()->topLevelItem(0);
    QCOMPARE(lists->child(0)->text(1), u"finished"_s);
    QTRY_COMPARE(lists->child(1)->text(1), u"1 to register"_s);
    QVERIFY(!keepPicture(*window, u"14-sequel"_s, QString::fromLatin1(QTest::currentDataTag()))
                 .isNull());
    applyTheme(Theme::System);
}

void TestSequelList::addedRowsAreToldOf()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    const QString path = sentBack(*list, {{"0080002,Ben", "0080022,Ben"}});
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("0080077,New,One,,\r\n");
    file.close();
    ClassList *sequel = opened(window, path);
    QVERIFY(sequel);
    QCOMPARE(sequel->sequel()->added, 1);
    QCOMPARE(sequel->roster().size(), 5);
    QTRY_VERIFY(said(window).endsWith(
        u"1 row of “club to correct.csv” is not of that run and is left aside."_s));
}

void TestSequelList::opensAsAListOfItsOwn()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    ClassList *sequel = opened(window, sentBack(*list, {{"0080002,Ben", "0080022,Ben"}}));
    QVERIFY(sequel);
    QAbstractButton *button = window.button(u"Open as a list of its own"_s);
    QVERIFY(button);
    button->click();
    QTRY_VERIFY(isRead(*sequel));
    QCOMPARE(sequel->name(), u"club to correct.csv"_s);
    QCOMPARE(sequel->roster().size(), 3);
    QVERIFY(said(window).isEmpty());
    QVERIFY(!sequel->sequel());
}

void TestSequelList::runThatIsNotHereIsToldOf()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    const QString path =
        sentBack(*list, {{list->results().run.id.toLatin1(), "20200101-000000000-00000000"}});
    ClassList *other = opened(window, path);
    QVERIFY(other);
    QVERIFY(isRead(*other));
    QTRY_VERIFY(window.message().contains(u"opened as a list of its own"_s));
}

void TestSequelList::courseOfEachRowIsCorrected()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(
        u"clubs.csv"_s, "student_id,given_name,course\n0080001,Ana,CLUB\n0080003,Cleo,CLUBB\n")});
    ClassList *list = window.lists().first();
    QTRY_COMPARE(list->state(), State::Planned);
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    const QString id = list->results().run.id;
    ClassList *sequel = opened(window, sentBack(*list, {{"Cleo,CLUBB,", "Cleo,CLUB,"}}));
    QVERIFY(sequel);
    QTRY_COMPARE(sequel->rowsToRegister(), 1);
    sequel->registerStudents();
    QTRY_COMPARE(sequel->state(), State::Finished);
    QTRY_COMPARE(told(recorded(*sequel)).last(), u"0080003: seat 2 (1)"_s);
    QCOMPARE(sequel->results().run.id, id);
}

QTEST_MAIN(TestSequelList)
#include "tst_sequellist.moc"
