// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktopnotice.h"
#include "domain/backgroundthreads.h"
#include "runannouncer.h"
#include "sampleschool.h"
#include "shownwindow.h"
#include "sidebar.h"

#include <QDBusConnection>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Rollbook;
using State = ClassList::State;
using namespace std::chrono_literals;

/// The notices of a desktop, as a program sees them.
class Notices : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList texts;
    QStringList actions;

public Q_SLOTS:
    Q_SCRIPTABLE uint Notify(const QString & /*program*/, uint /*replaces*/,
        const QString & /*icon*/, const QString & /*title*/, const QString &text,
        const QStringList &actionKeys, const QVariantMap & /*hints*/, int /*time*/)
    {
        texts += text;
        actions = actionKeys;
        Q_EMIT notified();
        return static_cast<uint>(texts.size());
    }

Q_SIGNALS:
    void notified();
    Q_SCRIPTABLE void ActionInvoked(uint id, const QString &action);
};

/// Whoever looks elsewhere is told how far it is, on a D-Bus of this test's own.
class TestRunAnnouncer : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void noteUpdate(const QString &program, const QVariantMap &properties);

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void titleSaysHowFarItIs();
    void iconShowsHowFarItIs();
    void longRunEndsWithANotice();
    void clickedNoticeBringsItsList();
    void shortRunsAndThoseLookedAtEndWithoutOne();
    void allListsTogetherEndWithOne();
    void desktopWithoutNoticesIsAsked();

private:
    ClassList *planned(ShownWindow &window, const QByteArray &name);
    static void finish(ClassList *list);
    /// Another window lies over it.
    std::unique_ptr<QWidget> lookElsewhere(ShownWindow &window);

    QProcess m_daemon;
    std::unique_ptr<QDBusConnection> m_desktop;
    std::unique_ptr<Notices> m_notices;
    std::unique_ptr<SampleSchool> m_sample;
    QList<QVariantMap> m_updates;
};

void TestRunAnnouncer::initTestCase()
{
    m_daemon.start(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
            QStringLiteral("--print-address=1")});
    QVERIFY(m_daemon.waitForReadyRead());
    const QByteArray address = m_daemon.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    m_desktop = std::make_unique<QDBusConnection>(
        QDBusConnection::connectToBus(QString::fromUtf8(address), QStringLiteral("desktop")));
    QVERIFY(m_desktop->isConnected());
    QVERIFY(m_desktop->connect({}, {}, QStringLiteral("com.canonical.Unity.LauncherEntry"),
        QStringLiteral("Update"), this, SLOT(noteUpdate(QString, QVariantMap))));
}

void TestRunAnnouncer::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    m_desktop.reset();
    QDBusConnection::disconnectFromBus(QDBusConnection::sessionBus().name());
    m_daemon.terminate();
    QVERIFY(m_daemon.waitForFinished());
}

void TestRunAnnouncer::init()
{
    m_sample = std::make_unique<SampleSchool>();
    m_updates.clear();
    m_notices = std::make_unique<Notices>();
    QVERIFY(m_desktop->registerObject(QStringLiteral("/org/freedesktop/Notifications"),
        m_notices.get(), QDBusConnection::ExportScriptableContents));
    QVERIFY(m_desktop->registerService(QStringLiteral("org.freedesktop.Notifications")));
}

void TestRunAnnouncer::cleanup()
{
    m_desktop->unregisterService(QStringLiteral("org.freedesktop.Notifications"));
    m_desktop->unregisterObject(QStringLiteral("/org/freedesktop/Notifications"));
    backgroundThreads().waitForDone();
    m_notices.reset();
    m_sample.reset();
}

void TestRunAnnouncer::noteUpdate(const QString &program, const QVariantMap &properties)
{
    QCOMPARE(program, QStringLiteral("application://rollbook.desktop"));
    m_updates += properties;
}

ClassList *TestRunAnnouncer::planned(ShownWindow &window, const QByteArray &name)
{
    window->openRosters({m_sample->write(QString::fromUtf8(name) + QStringLiteral(".csv"),
        "student_id\n0070001\n0070002\n" + QByteArray(name == "chess" ? "0070001\n" : ""))});
    ClassList *list = window.lists().constLast();
    return QTest::qWaitFor([list] { return list->state() == State::Planned; }) ? list : nullptr;
}

void TestRunAnnouncer::finish(ClassList *list)
{
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
}

std::unique_ptr<QWidget> TestRunAnnouncer::lookElsewhere(ShownWindow &window)
{
    auto other = std::make_unique<QWidget>();
    other->show();
    other->activateWindow();
    const bool isElsewhere = QTest::qWaitForWindowActive(other.get()) && !window->isActiveWindow();
    return isElsewhere ? std::move(other) : nullptr;
}

void TestRunAnnouncer::titleSaysHowFarItIs()
{
    const PracticeSchool practice(QStringLiteral("simulated:?latency=20ms&jitter=15ms"));
    ShownWindow window(**practice);
    const QString title = window->windowTitle();
    window->openRosters({QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/go1-500.csv")});
    ClassList *list = window.lists().first();
    QTRY_COMPARE(list->state(), State::NoCourse);
    list->chooseCourse({QStringLiteral("PRACTICE"), {}});
    QTRY_COMPARE(list->state(), State::Planned);
    QStringList titles;
    connect(&*window, &QWidget::windowTitleChanged, this,
        [&titles](const QString &one) { titles += one; });
    list->registerStudents();
    // However slow the window is, the run waits for it.
    list->pause();
    QTRY_COMPARE(list->state(), State::Paused);
    const auto percent = [list] { return 100 * list->progress().done / list->progress().total; };
    QTRY_COMPARE(window->windowTitle(), QStringLiteral("%1 % – %2").arg(percent()).arg(title));
    list->resume();
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(window->windowTitle(), title);
    QVERIFY(titles.size() > 1);
    QCOMPARE(titles.takeLast(), title);
    const QRegularExpression form(QStringLiteral("^(\\d+) % – (.*)$"));
    int before = -1;
    for (const QString &one : std::as_const(titles)) {
        const auto match = form.match(one);
        QVERIFY2(match.hasMatch(), qPrintable(one));
        QCOMPARE(match.captured(2), title);
        QVERIFY(match.captured(1).toInt() > before);
        before = match.captured(1).toInt();
    }
}

void TestRunAnnouncer::iconShowsHowFarItIs()
{
    ShownWindow window(m_sample->school());
    ClassList *list = planned(window, "choir");
    QVERIFY(list);
    finish(list);
    // The last is that nothing goes on.
    QTRY_VERIFY(!m_updates.isEmpty() && !m_updates.constLast().value("progress-visible").toBool());
    finish(planned(window, "chess"));
    QTRY_VERIFY(std::any_of(m_updates.cbegin(), m_updates.cend(), [](const QVariantMap &update) {
        return update.value("progress-visible").toBool()
            && update.value("progress").toDouble() <= 1;
    }));
    QTRY_VERIFY(!m_updates.constLast().value("progress-visible").toBool());
}

void TestRunAnnouncer::longRunEndsWithANotice()
{
    ShownWindow window(m_sample->school());
    window->findChild<RunAnnouncer *>()->setLongRun(0ms);
    ClassList *list = planned(window, "chess");
    QVERIFY(list);
    const auto other = lookElsewhere(window);
    QVERIFY(other);
    QSignalSpy notified(m_notices.get(), &Notices::notified);
    finish(list);
    QTRY_COMPARE(notified.size(), 1);
    QCOMPARE(m_notices->texts, {QStringLiteral("chess: 2 registered, 1 not registered")});
}

void TestRunAnnouncer::clickedNoticeBringsItsList()
{
    ShownWindow window(m_sample->school());
    window->findChild<RunAnnouncer *>()->setLongRun(0ms);
    ClassList *choir = planned(window, "choir");
    ClassList *chess = planned(window, "chess");
    QVERIFY(choir && chess);
    window->findChild<Sidebar *>()->select(*choir);
    QCOMPARE(&window.page()->list(), choir);
    const auto other = lookElsewhere(window);
    QVERIFY(other);
    finish(chess);
    auto *notice = window->findChild<DesktopNotice *>();
    QSignalSpy activated(notice, &DesktopNotice::activated);
    QTRY_COMPARE(m_notices->texts.size(), 1);
    QCOMPARE(m_notices->actions.constFirst(), QStringLiteral("default"));
    // Somebody else's notice, then this one.
    Q_EMIT m_notices->ActionInvoked(77, QStringLiteral("default"));
    Q_EMIT m_notices->ActionInvoked(1, QStringLiteral("default"));
    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(&window.page()->list(), chess);
    QVERIFY(window.isActive());
}

void TestRunAnnouncer::shortRunsAndThoseLookedAtEndWithoutOne()
{
    ShownWindow window(m_sample->school());
    auto *announcer = window->findChild<RunAnnouncer *>();
    QVERIFY(window.isActive());
    announcer->setLongRun(0ms);
    ClassList *choir = planned(window, "choir");
    QVERIFY(choir);
    finish(choir);
    const auto other = lookElsewhere(window);
    QVERIFY(other);
    announcer->setLongRun(10min);
    finish(planned(window, "chess"));
    // Only this one is told of.
    announcer->setLongRun(0ms);
    const QString art = m_sample->write(QStringLiteral("art.csv"), "student_id\n0070005\n");
    window->openRosters({art});
    ClassList *list = window.lists().constLast();
    QTRY_VERIFY(list->state() == State::NoCourse || list->state() == State::Planned);
    list->chooseCourse({QStringLiteral("ART"), {}});
    QTRY_COMPARE(list->state(), State::Planned);
    finish(list);
    QTRY_VERIFY(!m_notices->texts.isEmpty());
    QCOMPARE(m_notices->texts, {QStringLiteral("art: 1 registered")});
}

void TestRunAnnouncer::allListsTogetherEndWithOne()
{
    ShownWindow window(m_sample->school());
    window->findChild<RunAnnouncer *>()->setLongRun(0ms);
    QVERIFY(planned(window, "choir"));
    QVERIFY(planned(window, "chess"));
    const auto other = lookElsewhere(window);
    QVERIFY(other);
    QTest::mouseClick(window.button(QStringLiteral("Register all 2 lists")), Qt::LeftButton);
    for (const ClassList *list : window.lists())
        QTRY_COMPARE(list->state(), State::Finished);
    QTRY_VERIFY(!m_notices->texts.isEmpty());
    // One for a list alone would have been sent before.
    QCOMPARE(m_notices->texts, {QStringLiteral("2 lists: 4 registered, 1 not registered")});
    QVERIFY(!window->windowTitle().contains(u'%'));
}

void TestRunAnnouncer::desktopWithoutNoticesIsAsked()
{
    m_desktop->unregisterService(QStringLiteral("org.freedesktop.Notifications"));
    ShownWindow window(m_sample->school());
    window->findChild<RunAnnouncer *>()->setLongRun(0ms);
    ClassList *list = planned(window, "chess");
    QVERIFY(list);
    const auto other = lookElsewhere(window);
    QVERIFY(other);
    QSignalSpy refused(window->findChild<DesktopNotice *>(), &DesktopNotice::refused);
    finish(list);
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(m_notices->texts.isEmpty());
}

QTEST_MAIN(TestRunAnnouncer)
#include "tst_runannouncer.moc"
