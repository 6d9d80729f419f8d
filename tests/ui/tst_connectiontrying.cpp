// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection/rememberedservers.h"
#include "connectiontest.h"
#include "domain/backgroundthreads.h"
#include "postgrescluster.h"
#include "tcprelay.h"
#include "ui/mainwindow.h"

#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QtConcurrent>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What somebody hears who tries a server, a real one, and how they get to its school.
class TestConnectionTrying : public ConnectionTest
{
    Q_OBJECT

private Q_SLOTS:
    void goesToTheFieldThatIsWrong_data();
    void goesToTheFieldThatIsWrong();
    void saysWhoBringsOneToTheVersionOfTheOther_data();
    void saysWhoBringsOneToTheVersionOfTheOther();
    void saysWhatTheUserMayDo_data();
    void saysWhatTheUserMayDo();
    void opensTheSchool();
    void opensTheSchoolBeforeItGoes();
    void opensNothingOnceCancelled();
    void saysWhyTheSchoolCannotBeOpened();
    void doesNotOpenWhatIsNoSchool();
    void stopsWhenAsked();
    void forgetsTheAnswerWhenSomethingIsTyped();
    void opensAtOnceWhereNothingIsMissing();
    void windowAsksForTheServer();

private:
    int serverPort() const { return m_server->address(RightsSchool::Rita).hosts.first().port; }
    void startOpeningThrough(TcpRelay &relay);
};

// The server answers who tries it, and keeps who opens the school waiting.
void TestConnectionTrying::startOpeningThrough(TcpRelay &relay)
{
    relay.holdAfter(1);
    ServerAddress address = m_server->address(RightsSchool::Rita);
    address.hosts.first().port = relay.port();
    open();
    m_dialog->opensSchool();
    fill(address, EncryptedServer::Password);
    button(u"Open"_s)->click();
}

void TestConnectionTrying::goesToTheFieldThatIsWrong_data()
{
    QTest::addColumn<ServerAddress>("address");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("sentence");
    const QString password = EncryptedServer::Password;
    const ServerAddress good = m_server->address(RightsSchool::Rita);
    ServerAddress address = good;
    address.hosts.first().name = u"no-such-server.invalid"_s;
    QTest::newRow("name") << address << password << u"Server"_s << u"in the network"_s;
    address.hosts = {{u"127.0.0.1"_s, 1}};
    QTest::newRow("port") << address << password << u"Port"_s << u"Nothing answers at port 1 "_s;
    QTest::newRow("password") << good << u"wrong"_s << u"Password"_s << u"this password"_s;
    QTest::newRow("database") << m_server->address(RightsSchool::Rita, u"offise"_s) << password
                              << u"Database"_s << u"no database of this name"_s;
    QTest::newRow("right to connect")
        << m_server->address(RightsSchool::Rita, EncryptedServer::Closed) << password
        << u"User name"_s << u"may not use this database"_s;
    address = good;
    address.rootCertificate = m_server->otherCertificate();
    QTest::newRow("certificate") << address << password << u"Certificate file"_s
                                 << u"not certain that this is"_s;
    QTest::newRow("no school yet") << m_server->address(RightsSchool::Rita, EncryptedServer::Empty)
                                   << password << u"Database"_s << u"“rollbook school init”"_s;
    QTest::newRow("no role") << m_server->address(RightsSchool::Nora) << password << u"User name"_s
                             << u"may not use the school"_s;
}

void TestConnectionTrying::goesToTheFieldThatIsWrong()
{
    QFETCH(const ServerAddress, address);
    QFETCH(const QString, password);
    QFETCH(const QString, field);
    QFETCH(const QString, sentence);
    open();
    fill(address, password);
    button(u"Test"_s)->click();
    QTRY_VERIFY2(answer().contains(sentence), qPrintable(answer()));
    QVERIFY(edit(field)->isVisible());
    QVERIFY(edit(field)->hasFocus());
    QVERIFY(button(u"Open"_s)->isEnabled());
}

void TestConnectionTrying::saysWhoBringsOneToTheVersionOfTheOther_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("older school") << u"1, 1"_s << u"“rollbook school upgrade”"_s;
    QTest::newRow("newer school") << u"99, 99"_s << u"Update Rollbook on this computer"_s;
}

void TestConnectionTrying::saysWhoBringsOneToTheVersionOfTheOther()
{
    QFETCH(const QString, version);
    QFETCH(const QString, sentence);
    const auto setVersion = [](const QString &wanted) {
        PostgresCluster::shared().execute(
            u"UPDATE schema_version SET (version, oldest_program) = (%1)"_s.arg(wanted),
            EncryptedServer::Office);
    };
    setVersion(version);
    const auto tidy = qScopeGuard([&] { setVersion(u"%1, 1"_s.arg(RightsSchool::Newest)); });
    open();
    fill(m_server->address(RightsSchool::Rita), EncryptedServer::Password);
    button(u"Open"_s)->click();
    QTRY_VERIFY2(answer().contains(sentence), qPrintable(answer()));
    QVERIFY(button(u"Open"_s)->isEnabled());
}

void TestConnectionTrying::saysWhatTheUserMayDo_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("viewer") << RightsSchool::Vera << u"may look at everything and change nothing"_s;
    QTest::newRow("registrar") << RightsSchool::Rita << u"“rita” may register students."_s;
    QTest::newRow("admin") << RightsSchool::Ada << u"look after the school"_s;
}

void TestConnectionTrying::saysWhatTheUserMayDo()
{
    QFETCH(const QString, user);
    QFETCH(const QString, sentence);
    open();
    fill(m_server->address(user), EncryptedServer::Password);
    QSignalSpy opened(m_dialog.get(), &ConnectionDialog::openWanted);
    button(u"Test"_s)->click();
    QTRY_VERIFY2(answer().contains(sentence), qPrintable(answer()));
    QVERIFY(answer().contains(u"encrypted"_s));
    // Enter goes on.
    QVERIFY(button(u"Open"_s)->hasFocus());
    QVERIFY(opened.isEmpty());
    QVERIFY(m_dialog->isVisible());
}

void TestConnectionTrying::opensTheSchool()
{
    open();
    const ServerAddress address = m_server->address(RightsSchool::Rita);
    fill(address, EncryptedServer::Password);
    QSignalSpy opened(m_dialog.get(), &ConnectionDialog::openWanted);
    QTest::keyClick(edit(u"Password"_s), Qt::Key_Return);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(opened.first().first().value<ServerAddress>() == address);
    QCOMPARE(opened.first().at(1).toString(), EncryptedServer::Password);
    QVERIFY(!m_dialog->isVisible());
}

void TestConnectionTrying::opensTheSchoolBeforeItGoes()
{
    TcpRelay relay(serverPort());
    startOpeningThrough(relay);
    QSignalSpy opened(m_dialog.get(), &ConnectionDialog::openWanted);
    QTRY_COMPARE(answer(), u"Opening office on localhost…"_s);
    QVERIFY(button(u"Stop"_s));
    QVERIFY(!button(u"Open"_s)->isEnabled());
    QVERIFY(m_dialog->isVisible());
    relay.letGo();
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(!m_dialog->isVisible());
    const auto school = m_dialog->takeSchool();
    QVERIFY(school);
    QCOMPARE(school->displayName(), u"office on localhost"_s);
    QCOMPARE(school->rights(), (SchoolRights{SchoolRole::Registrar, RightsSchool::Rita}));
    // The relay is in this thread.
    const auto isRead = QtConcurrent::run([&] { return school->courses().courses().has_value(); });
    QTRY_VERIFY(isRead.isFinished());
    QVERIFY(isRead.result());
}

void TestConnectionTrying::opensNothingOnceCancelled()
{
    TcpRelay relay(serverPort());
    startOpeningThrough(relay);
    QSignalSpy opened(m_dialog.get(), &ConnectionDialog::openWanted);
    QTRY_VERIFY(answer().startsWith(u"Opening"_s));
    button(u"Cancel"_s)->click();
    QVERIFY(!m_dialog->isVisible());
    // Its worker does not wait for the server.
    QVERIFY(backgroundThreads().waitForDone(9'000));
    QCoreApplication::sendPostedEvents();
    QVERIFY(opened.isEmpty());
    QVERIFY(!m_dialog->takeSchool());
    QVERIFY(rememberedServers().isEmpty());
}

void TestConnectionTrying::saysWhyTheSchoolCannotBeOpened()
{
    TcpRelay relay(serverPort());
    startOpeningThrough(relay);
    QSignalSpy opened(m_dialog.get(), &ConnectionDialog::openWanted);
    QTRY_VERIFY(answer().startsWith(u"Opening"_s));
    QTRY_COMPARE(relay.held(), 1);
    relay.mend();
    QTRY_VERIFY2(answer().contains(u"broke. Check the network"_s), qPrintable(answer()));
    QVERIFY(m_dialog->isVisible());
    QVERIFY(opened.isEmpty());
    button(u"Open"_s)->click();
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(m_dialog->takeSchool());
}

void TestConnectionTrying::doesNotOpenWhatIsNoSchool()
{
    open();
    fill(m_server->address(RightsSchool::Ada, EncryptedServer::Empty), EncryptedServer::Password);
    QSignalSpy opened(m_dialog.get(), &ConnectionDialog::openWanted);
    button(u"Open"_s)->click();
    QTRY_VERIFY(answer().contains(u"no school"_s));
    QVERIFY(opened.isEmpty());
    QVERIFY(m_dialog->isVisible());
    QVERIFY(rememberedServers().isEmpty());
}

void TestConnectionTrying::stopsWhenAsked()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    open();
    ServerAddress address = m_server->address(RightsSchool::Rita);
    address.hosts = {{u"127.0.0.1"_s, silent.serverPort()}};
    fill(address, EncryptedServer::Password);
    button(u"Test"_s)->click();
    QVERIFY(answer().startsWith(u"Asking"_s));
    QVERIFY(!button(u"Open"_s)->isEnabled());
    QTRY_VERIFY(silent.hasPendingConnections());
    button(u"Stop"_s)->click();
    QVERIFY(answer().isEmpty());
    QVERIFY(button(u"Test"_s));
    QVERIFY(button(u"Open"_s)->isEnabled());
    // Its worker goes, and says nothing any more.
    QVERIFY(backgroundThreads().waitForDone(9'000));
    QCoreApplication::sendPostedEvents();
    QVERIFY(answer().isEmpty());
}

void TestConnectionTrying::forgetsTheAnswerWhenSomethingIsTyped()
{
    open();
    fill(m_server->address(RightsSchool::Rita), EncryptedServer::Password);
    button(u"Test"_s)->click();
    QTRY_VERIFY(answer().contains(u"rita"_s));
    edit(u"User name"_s)->setText(u"vera"_s);
    QVERIFY(answer().isEmpty());
    // Also when it has not come yet.
    button(u"Test"_s)->click();
    edit(u"User name"_s)->setText(u"ada"_s);
    QVERIFY(button(u"Test"_s));
    backgroundThreads().waitForDone();
    QCoreApplication::sendPostedEvents();
    QVERIFY(answer().isEmpty());
}

void TestConnectionTrying::opensAtOnceWhereNothingIsMissing()
{
    open();
    QSignalSpy opened(m_dialog.get(), &ConnectionDialog::openWanted);
    m_dialog->setAddress(m_server->address(RightsSchool::Vera));
    m_dialog->openAtOnce();
    QTRY_VERIFY2(answer().contains(u"asks for a password"_s), qPrintable(answer()));
    QVERIFY(edit(u"Password"_s)->hasFocus());
    m_dialog->setPassword(EncryptedServer::Password);
    m_dialog->openAtOnce();
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened.first().at(1).toString(), EncryptedServer::Password);
}

void TestConnectionTrying::windowAsksForTheServer()
{
    MainWindow window(m_sample->school());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy wanted(&window, &MainWindow::serverSchoolWanted);
    QTest::keyClick(&window, Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    const QPointer<ConnectionDialog> dialog = window.findChild<ConnectionDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->setAddress(m_server->address(RightsSchool::Rita));
    dialog->setPassword(EncryptedServer::Password);
    dialog->openAtOnce();
    QTRY_COMPARE(wanted.size(), 1);
    QVERIFY(wanted.first().first().value<ServerAddress>() == m_server->address(RightsSchool::Rita));
    QTRY_VERIFY(!dialog);
}

QTEST_MAIN(TestConnectionTrying)
#include "tst_connectiontrying.moc"
