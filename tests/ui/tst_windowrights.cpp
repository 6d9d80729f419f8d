// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accesschecks.h"
#include "domain/backgroundthreads.h"
#include "history/runspage.h"
#include "keylist.h"
#include "postgrescluster.h"
#include "reports/report.h"
#include "sampleschool.h"
#include "school/schooltable.h"
#include "sequelbar.h"
#include "shownwindow.h"
#include "sidebar.h"
#include "teststore.h"
#include "ui/theme.h"
#include "windowpicture.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;
using State = ClassList::State;

/// The window of a school on a server: what somebody may not do there is not offered, and explained
/// where they would look for it.
class TestWindowRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void saysWhoWorksHere();
    void planIsSeenAndRegisteringAllowedOrExplained_data();
    void planIsSeenAndRegisteringAllowedOrExplained();
    void severalListsAreNotRegisteredByViewer();
    void correctedListOffersWhatIsAllowed_data();
    void correctedListOffersWhatIsAllowed();
    void earlierRunOffersWhatIsAllowed_data();
    void earlierRunOffersWhatIsAllowed();
    void coursesAreLookedAfterByAdmins_data();
    void coursesAreLookedAfterByAdmins();
    void studentsAreLookedAfterByAdmins_data();
    void studentsAreLookedAfterByAdmins();
    void emptyPageSaysWhoAddsCourses();
    void menuAndKeysOfferWhatIsAllowed_data();
    void menuAndKeysOfferWhatIsAllowed();
    void everyoneCanReadIt_data();
    void everyoneCanReadIt();
    void interruptedRunIsOfferedToThoseWhoRegister_data();
    void interruptedRunIsOfferedToThoseWhoRegister();

private:
    void open(const QString &user);
    void openWith(std::unique_ptr<School> school);
    QString writeList(const QString &name, int students) const;
    QString writeCorrected(const QByteArray &was, const QByteArray &is) const;
    ClassList *plannedList();
    void showPage(Qt::Key key, const QString &table, int rows);
    SchoolTable *table(const QString &name) const;
    QString leftAtTheSide() const;
    bool says(const QString &sentence) const;
    QAction *action(const QString &text) const;
    int runs() const { return static_cast<int>(m_office->journal().runs()->size()); }

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<School> m_office; ///< of somebody who may do everything
    std::unique_ptr<School> m_school; ///< of whoever looks at the window
    std::unique_ptr<ShownWindow> m_window;
    std::unique_ptr<SampleSchool> m_settings; ///< that belong to this test alone
};

namespace
{

const QString Vera = u"vera"_s;
const QString Rita = u"rita"_s;
const QString Ada = u"ada"_s;
const QString MayOnlyLook = u"You can look at this school, but not register anyone."_s;
const QString People = u"Students in the course and on its waiting list"_s;

void addRoles()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("mayRegister");
    QTest::addColumn<bool>("mayManage");
    QTest::newRow("viewer") << Vera << false << false;
    QTest::newRow("registrar") << Rita << true << false;
    QTest::newRow("admin") << Ada << true << true;
}

} // namespace

// GO1 has a free seat that S003 waits for, and had no place for S004.
void TestWindowRights::initTestCase()
{
    m_settings = std::make_unique<SampleSchool>();
    m_store = std::make_unique<TestStore>(u"postgresql"_s);
    PostgresCluster::shared().execute(
        u"CREATE USER vera IN ROLE rollbook_viewer; CREATE USER rita IN ROLE rollbook_registrar;"
        " CREATE USER ada IN ROLE rollbook_admin"_s);
    m_office = m_store->open();
    QVERIFY(m_office->courses().save({course(u"GO1"_s, 2, 1), course(u"ART"_s, 30)}));
    BulkRegistration::Request request;
    request.students = numberedStudents(4);
    request.courses = CourseAssignment(course(u"GO1"_s).ref());
    request.rosterName = u"go1.csv"_s;
    BulkRegistration run(m_office->registrar(), &m_office->journal(), request);
    QSignalSpy finished(&run, &BulkRegistration::finished);
    run.start();
    QVERIFY(finished.wait());
    QVERIFY(m_office->courses().save({course(u"GO1"_s, 3, 1)}));
    QCOMPARE(m_office->students().students()->size(), 3);
}

void TestWindowRights::cleanup()
{
    backgroundThreads().waitForDone();
    m_window.reset();
    m_school.reset();
    applyTheme(Theme::System);
}

void TestWindowRights::open(const QString &user)
{
    openWith(m_store->openAs(user));
}

void TestWindowRights::openWith(std::unique_ptr<School> school)
{
    m_school = std::move(school);
    m_window = std::make_unique<ShownWindow>(*m_school);
    QVERIFY(m_window->isActive());
}

QString TestWindowRights::writeList(const QString &name, int students) const
{
    QByteArray text("student_id,family_name,given_name\n");
    for (int i = 1; i <= students; ++i)
        text += u"S9%1,Larsen,Ana\n"_s.arg(i, 2, 10, QLatin1Char('0')).toUtf8();
    return m_settings->write(name, text);
}

// What came back of the students of the office's first run who did not get in.
QString TestWindowRights::writeCorrected(const QByteArray &was, const QByteArray &is) const
{
    const RunJournal &journal = m_office->journal();
    const Expected<RegisterStudentsResults> run = journal.run(journal.runs()->constFirst().id);
    const QString path = m_settings->path(u"corrected.csv"_s);
    if (!run || !writeReport({*run}, path, {.format = ReportFormat::CorrectionsCsv}))
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return {};
    const QByteArray text = file.readAll().replace(was, is);
    file.seek(0);
    file.write(text);
    file.resize(text.size());
    return path;
}

ClassList *TestWindowRights::plannedList()
{
    (*m_window)->openRosters({writeList(u"ART.csv"_s, 5)});
    ClassList *list = m_window->lists().constFirst();
    if (!QTest::qWaitFor([list] { return list->state() == State::Planned; }))
        qFatal("The list is not planned.");
    return list;
}

void TestWindowRights::showPage(Qt::Key key, const QString &name, int rows)
{
    QTest::keyClick(&**m_window, key, Qt::ControlModifier);
    QTRY_VERIFY(table(name) && table(name)->model()->rowCount() == rows);
}

SchoolTable *TestWindowRights::table(const QString &name) const
{
    const auto tables = (*m_window)->findChildren<SchoolTable *>();
    for (SchoolTable *one : tables) {
        if (one->isVisible() && one->accessibleName() == name)
            return one;
    }
    return nullptr;
}

// Beside the name of the only list.
QString TestWindowRights::leftAtTheSide() const
{
    return (*m_window)->findChild<Sidebar *>()->topLevelItem(0)->child(0)->text(1);
}

bool TestWindowRights::says(const QString &sentence) const
{
    const auto labels = (*m_window)->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(sentence);
    });
}

QAction *TestWindowRights::action(const QString &text) const
{
    const auto actions = (*m_window)->findChildren<QAction *>();
    for (QAction *one : actions) {
        if (one->text().remove(u'&') == text)
            return one;
    }
    return nullptr;
}

// Beside the school's name.
void TestWindowRights::saysWhoWorksHere()
{
    const std::array<std::array<QString, 3>, 3> people{
        {{Vera, u"vera · may look only"_s, u"change nothing"_s},
            {Rita, u"rita · may register"_s, u"may register students"_s},
            {Ada, u"ada"_s, u"look after the school"_s}}};
    for (const auto &[user, who, hint] : people) {
        open(user);
        const auto labels = (*m_window)->findChildren<QLabel *>();
        QVERIFY(std::any_of(
            labels.cbegin(), labels.cend(), [&who = who, &hint = hint](const QLabel *label) {
                return label->isVisible() && label->text() == who
                    && label->toolTip().contains(hint);
            }));
        cleanup();
    }
}

void TestWindowRights::planIsSeenAndRegisteringAllowedOrExplained_data()
{
    addRoles();
}

void TestWindowRights::planIsSeenAndRegisteringAllowedOrExplained()
{
    QFETCH(const QString, user);
    QFETCH(const bool, mayRegister);
    open(user);
    ClassList *list = plannedList();
    QCOMPARE(list->model()->count(RowState::WillRegister), 5);
    const QAbstractButton *button = m_window->button(u"Register 5 students"_s);
    QVERIFY(button);
    QCOMPARE(button->isEnabled(), mayRegister);
    QCOMPARE(button->toolTip().startsWith(MayOnlyLook), !mayRegister);
    QCOMPARE(says(MayOnlyLook), !mayRegister);
    QTRY_COMPARE(leftAtTheSide(), mayRegister ? u"5 to register"_s : u"5 students"_s);
    if (mayRegister)
        return;
    const int before = runs();
    QTest::keyClick(&**m_window, Qt::Key_Return, Qt::ControlModifier);
    list->registerStudents();
    QCOMPARE(list->state(), State::Planned);
    QCOMPARE(runs(), before);
}

void TestWindowRights::severalListsAreNotRegisteredByViewer()
{
    open(Vera);
    (*m_window)->openRosters({writeList(u"ART.csv"_s, 5), writeList(u"GO1.csv"_s, 2)});
    const QList<ClassList *> lists = m_window->lists();
    QCOMPARE(lists.size(), 2);
    for (const ClassList *list : lists)
        QTRY_COMPARE(list->state(), State::Planned);
    QVERIFY(!m_window->button(u"Register all"_s));
    QTest::keyClick(&**m_window, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(&**m_window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(says(MayOnlyLook));
    QVERIFY(!m_window->button(u"Register all"_s)->isEnabled());
    for (const ClassList *list : lists)
        QVERIFY(!list->isBusy());
}

void TestWindowRights::correctedListOffersWhatIsAllowed_data()
{
    addRoles();
}

void TestWindowRights::correctedListOffersWhatIsAllowed()
{
    QFETCH(const QString, user);
    QFETCH(const bool, mayRegister);
    open(user);
    (*m_window)->openRosters({writeCorrected("S004", "S044")});
    const auto *bar = m_window->page()->findChild<SequelBar *>();
    QVERIFY(bar);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->accessibleName().contains(u"registering it goes on"_s), mayRegister);
    QVERIFY(bar->accessibleName().contains(u"1 of them is corrected"_s));
    QTRY_COMPARE(leftAtTheSide(), mayRegister ? u"1 to register"_s : u"1 student"_s);
}

void TestWindowRights::earlierRunOffersWhatIsAllowed_data()
{
    addRoles();
}

void TestWindowRights::earlierRunOffersWhatIsAllowed()
{
    QFETCH(const QString, user);
    QFETCH(const bool, mayRegister);
    open(user);
    QTest::keyClick(&**m_window, Qt::Key_3, Qt::ControlModifier);
    auto *page = (*m_window)->findChild<RunsPage *>();
    QVERIFY(page);
    QTRY_VERIFY(m_window->button(u"Open this run"_s));
    QCOMPARE(m_window->button(u"Undo this run"_s) != nullptr, mayRegister);
    QCOMPARE(m_window->button(u"Try again"_s) != nullptr, mayRegister);
    const Run run = m_office->journal().runs()->constFirst();
    Q_EMIT page->openWanted(run);
    QTRY_VERIFY(m_window->button(u"Make report"_s) && m_window->page());
    QCOMPARE(m_window->button(u"Undo this run"_s) != nullptr, mayRegister);
    QVERIFY(m_window->button(u"Make report"_s)->isEnabled());
    m_window->table()->selectAll();
    ClassList &list = m_window->page()->list();
    list.previewUndo();
    QCOMPARE(list.undo().phase == ClassList::UndoPhase::None, !mayRegister);
}

void TestWindowRights::coursesAreLookedAfterByAdmins_data()
{
    addRoles();
}

void TestWindowRights::coursesAreLookedAfterByAdmins()
{
    QFETCH(const QString, user);
    QFETCH(const bool, mayRegister);
    QFETCH(const bool, mayManage);
    open(user);
    showPage(Qt::Key_1, u"Courses"_s, 2);
    SchoolTable *courses = table(u"Courses"_s);
    courses->selectRow(1);
    QTRY_VERIFY(table(People) && table(People)->model()->rowCount() == 3);
    for (const QString &text : {u"Add a course"_s, u"Edit"_s, u"Remove"_s, u"Import"_s})
        QCOMPARE(m_window->button(text) != nullptr, mayManage);
    QVERIFY(m_window->button(u"Export"_s));
    for (const QString &text : {u"Withdraw"_s, u"Move 1 up"_s})
        QCOMPARE(m_window->button(text) != nullptr, mayRegister);
    QVERIFY(m_window->button(u"Copy"_s));
    QCOMPARE(says(u"Courses are looked after by those who manage the school."_s), !mayManage);

    // Keys are no way around it.
    table(People)->selectRow(0);
    QTest::keyClick(table(People), Qt::Key_Delete);
    QCOMPARE(QApplication::activeModalWidget() != nullptr, mayRegister);
    if (QWidget *question = QApplication::activeModalWidget())
        question->close();
    courses->setFocus();
    QTest::keyClick(courses, Qt::Key_F2);
    QCOMPARE(m_window->button(u"Save"_s) != nullptr, mayManage);
    QTest::keyClick(courses, Qt::Key_Escape);
    QTest::keyClick(courses, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_window->button(u"Save"_s) != nullptr, mayManage);
}

void TestWindowRights::studentsAreLookedAfterByAdmins_data()
{
    addRoles();
}

void TestWindowRights::studentsAreLookedAfterByAdmins()
{
    QFETCH(const QString, user);
    QFETCH(const bool, mayManage);
    open(user);
    showPage(Qt::Key_2, u"Students"_s, 3);
    SchoolTable *students = table(u"Students"_s);
    students->selectRow(0);
    for (const QString &text : {u"Add a student"_s, u"Put on hold"_s, u"Import"_s})
        QCOMPARE(m_window->button(text) != nullptr, mayManage);
    QCOMPARE(says(u"Students are looked after by those who manage the school."_s), !mayManage);
    students->setFocus();
    QTest::keyClick(students, Qt::Key_Delete);
    QCOMPARE(
        QApplication::activeModalWidget() != nullptr || !m_window->message().isEmpty(), mayManage);
    if (QWidget *question = QApplication::activeModalWidget())
        question->close();
}

void TestWindowRights::emptyPageSaysWhoAddsCourses()
{
    const TestStore empty(u"postgresql"_s);
    openWith(empty.openAs(Rita));
    QTest::keyClick(&**m_window, Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(says(u"The school has no courses yet"_s));
    QVERIFY(says(u"Courses are looked after by those who manage the school."_s));
    QVERIFY(!m_window->button(u"Import"_s));
    QVERIFY(!m_window->button(u"Add a course"_s));
    (*m_window)->openRosters({writeList(u"ART.csv"_s, 5)});
    QTRY_VERIFY(m_window->message().contains(u"Those who manage it add them."_s));
    QVERIFY(!m_window->button(u"Go to courses"_s));
    cleanup();
}

void TestWindowRights::menuAndKeysOfferWhatIsAllowed_data()
{
    addRoles();
}

void TestWindowRights::menuAndKeysOfferWhatIsAllowed()
{
    QFETCH(const QString, user);
    QFETCH(const bool, mayRegister);
    QFETCH(const bool, mayManage);
    open(user);
    // Some say what they would do just now when the menu opens, and go back to the usual after it.
    auto *menu = (*m_window)->findChild<QMenu *>();
    Q_EMIT menu->aboutToShow();
    Q_EMIT menu->aboutToHide();
    for (const QString &text : {u"Register"_s, u"Try again those who failed or were not sent"_s,
             u"Try the selected students again"_s}) {
        QVERIFY2(action(text), qPrintable(text));
        QCOMPARE(action(text)->isVisible(), mayRegister);
        QCOMPARE(action(text)->isEnabled(), mayRegister);
    }
    QCOMPARE(action(u"Register all lists"_s)->isVisible(), mayRegister);
    QCOMPARE(action(u"Add a course or a student"_s)->isEnabled(), mayManage);
    QCOMPARE(action(u"School settings…"_s)->isEnabled(), mayManage);
    QTest::keyClick(&**m_window, Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(QApplication::activeModalWidget() != nullptr, mayManage);
    if (QWidget *settings = QApplication::activeModalWidget())
        settings->close();

    QTest::keyClick(&**m_window, Qt::Key_F1);
    const auto *keys = (*m_window)->findChild<KeyList *>()->findChild<QTreeWidget *>();
    const auto isListed = [keys](const QString &text) {
        return !keys->findItems(text, Qt::MatchExactly | Qt::MatchRecursive).isEmpty();
    };
    QCOMPARE(isListed(u"Register"_s), mayRegister);
    QCOMPARE(isListed(u"School settings…"_s), mayManage);
    QVERIFY(isListed(u"Make report…"_s));
}

void TestWindowRights::everyoneCanReadIt_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<QString>("name");
    QTest::newRow("light") << Theme::Light << u"light"_s;
    QTest::newRow("dark") << Theme::Dark << u"dark"_s;
}

// With pictures to look at.
void TestWindowRights::everyoneCanReadIt()
{
    QFETCH(const Theme, theme);
    QFETCH(const QString, name);
    applyTheme(theme);
    for (const auto &[user, role] : {std::pair(Vera, u"viewer"_s), {Rita, u"registrar"_s}}) {
        open(user);
        (*m_window)->resize(1280, 800);
        plannedList();
        QCOMPARE(contrastFaults(**m_window).join(u'\n'), QString());
        QTRY_COMPARE(cutTexts(**m_window).join(u'\n'), QString());
        QVERIFY(!keepPicture(**m_window, u"18-%1-plan"_s.arg(role), name).isNull());
        showPage(Qt::Key_1, u"Courses"_s, 2);
        table(u"Courses"_s)->selectRow(1);
        QTRY_VERIFY(table(People) && table(People)->model()->rowCount() == 3);
        QCOMPARE(contrastFaults(**m_window).join(u'\n'), QString());
        QTRY_COMPARE(cutTexts(**m_window).join(u'\n'), QString());
        QVERIFY(!keepPicture(**m_window, u"18-%1-courses"_s.arg(role), name).isNull());
        cleanup();
        applyTheme(theme);
    }
}

void TestWindowRights::interruptedRunIsOfferedToThoseWhoRegister_data()
{
    addRoles();
}

void TestWindowRights::interruptedRunIsOfferedToThoseWhoRegister()
{
    QFETCH(const QString, user);
    QFETCH(const bool, mayRegister);
    const CourseAssignment art(course(u"ART"_s).ref());
    const Run run = Run::begin(u"art.csv"_s, art, {});
    QVERIFY(m_office->journal().begin(run, {numberedStudents(2, 50), art, {}}));
    m_office->journal().leave(run);
    open(user);
    if (mayRegister)
        QTRY_VERIFY(m_window->button(u"Go on with it"_s));
    QTest::keyClick(&**m_window, Qt::Key_3, Qt::ControlModifier);
    auto *page = (*m_window)->findChild<RunsPage *>();
    QTRY_VERIFY(m_window->button(u"Open this run"_s));
    Q_EMIT page->openWanted(run);
    QTRY_VERIFY(m_window->page());
    QTRY_COMPARE(m_window->page()->list().state(), State::Earlier);
    QCOMPARE(says(u"It was interrupted. Those who register can go on with it."_s), !mayRegister);
    QCOMPARE(m_window->button(u"Go on with"_s) != nullptr, mayRegister);
}

QTEST_MAIN(TestWindowRights)
#include "tst_windowrights.moc"
