// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection/addressform.h"
#include "connection/connectionanswer.h"
#include "connection/passwordkeyring.h"
#include "connection/rememberedservers.h"
#include "desktopkeyring.h"
#include "encryptedserver.h"
#include "sampleschool.h"
#include "ui/connectiondialog.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"
#include "windowpicture.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QToolButton>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// How somebody gets to the school on a server: a real one, and a desktop with a real keyring.
class TestConnectionDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();

    // First: a desktop has no keyring until one is started.
    void saysThatThereIsNoKeyring();

    void fieldsSayTheAddress_data();
    void fieldsSayTheAddress();
    void takesAPastedAddressApart();
    void takesATypedAddressApart();
    void leavesNothingOfAnAddressThatIsWrong();
    void typedNamesMayHaveAPort();
    void asksForWhatIsMissing();
    void goesToTheFieldThatIsWrong_data();
    void goesToTheFieldThatIsWrong();
    void saysWhatTheUserMayDo_data();
    void saysWhatTheUserMayDo();
    void opensTheSchool();
    void doesNotOpenWhatIsNoSchool();
    void stopsWhenAsked();
    void forgetsTheAnswerWhenSomethingIsTyped();
    void keepsThePasswordInTheKeyringOnly();
    void forgetsThePasswordThatIsNotToBeKept();
    void remembersTheLastServers();
    void offersServicesOfThisComputer();
    void saysWhatWeakEncryptionMeans();
    void everyFieldHasItsKeyAndName();
    void tabGoesFromTopToBottom();
    void opensAtOnceWhereNothingIsMissing();
    void windowAsksForTheServer();
    void states_data();
    void states();

private:
    void open();
    void openWithKeyring();
    QLineEdit *edit(const QString &accessibleName) const;
    QComboBox *box(const QString &accessibleName) const;
    QPushButton *button(const QString &text) const;
    QString answer() const { return m_dialog->findChild<ConnectionAnswer *>()->words(); }
    AddressForm *form() const { return m_dialog->findChild<AddressForm *>(); }
    QCheckBox *remember() const { return m_dialog->findChild<QCheckBox *>(); }
    void paste(const QString &text) const;
    void fill(const ServerAddress &address, const QString &password) const;

    std::unique_ptr<DesktopKeyring> m_desktop;
    std::unique_ptr<EncryptedServer> m_server;
    std::unique_ptr<SampleSchool> m_sample; ///< settings that belong to this test alone
    std::unique_ptr<ConnectionDialog> m_dialog;
};

void TestConnectionDialog::initTestCase()
{
    for (const char *variable : {"PGHOST", "PGPORT", "PGDATABASE", "PGUSER", "PGPASSWORD",
             "PGSERVICE", "PGSSLMODE", "PGSSLROOTCERT"})
        qunsetenv(variable);
    m_desktop = std::make_unique<DesktopKeyring>();
    QVERIFY(m_desktop->isOnItsBus());
    m_server = std::make_unique<EncryptedServer>();
}

void TestConnectionDialog::cleanupTestCase()
{
    QThreadPool::globalInstance()->waitForDone();
    m_server.reset();
    m_desktop.reset();
}

void TestConnectionDialog::init()
{
    m_sample = std::make_unique<SampleSchool>();
    qputenv("PGSERVICEFILE", m_sample->path(u"services"_s).toLocal8Bit());
    qputenv("PGSYSCONFDIR", m_sample->path(u"none"_s).toLocal8Bit());
}

void TestConnectionDialog::cleanup()
{
    m_dialog.reset();
    m_sample.reset();
    applyTheme(Theme::System);
}

void TestConnectionDialog::open()
{
    m_dialog = std::make_unique<ConnectionDialog>();
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    // What the computer has is looked for in threads.
    QTRY_COMPARE(QThreadPool::globalInstance()->activeThreadCount(), 0);
    QCoreApplication::sendPostedEvents();
}

void TestConnectionDialog::openWithKeyring()
{
    QVERIFY(m_desktop->start());
    open();
    QTRY_VERIFY(remember()->isEnabled());
}

QLineEdit *TestConnectionDialog::edit(const QString &accessibleName) const
{
    const auto edits = m_dialog->findChildren<QLineEdit *>();
    for (QLineEdit *one : edits) {
        if (one->accessibleName() == accessibleName)
            return one;
    }
    return nullptr;
}

QComboBox *TestConnectionDialog::box(const QString &accessibleName) const
{
    const auto boxes = m_dialog->findChildren<QComboBox *>();
    for (QComboBox *one : boxes) {
        if (one->accessibleName() == accessibleName)
            return one;
    }
    return nullptr;
}

QPushButton *TestConnectionDialog::button(const QString &text) const
{
    const auto buttons = m_dialog->findChildren<QPushButton *>();
    for (QPushButton *one : buttons) {
        if (one->text().remove(u'&').startsWith(text))
            return one;
    }
    return nullptr;
}

void TestConnectionDialog::paste(const QString &text) const
{
    QApplication::clipboard()->setText(text);
    edit(u"Server"_s)->setFocus();
    QTest::keySequence(edit(u"Server"_s), QKeySequence::Paste);
}

void TestConnectionDialog::fill(const ServerAddress &address, const QString &password) const
{
    m_dialog->setAddress(address);
    form()->setPassword(password);
}

void TestConnectionDialog::saysThatThereIsNoKeyring()
{
    open();
    QTRY_VERIFY(remember()->text().contains(u"no keyring"_s));
    QVERIFY(!remember()->isEnabled());
    fill(m_server->address(RightsSchool::Rita), EncryptedServer::Password);
    QSignalSpy opened(m_dialog.get(), &ConnectionDialog::openWanted);
    button(u"Open"_s)->click();
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(!rememberedServers().first().isPasswordKept);
}

void TestConnectionDialog::fieldsSayTheAddress_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url : {"postgresql://ines@db.example.org:6432/school?sslmode=verify-full",
             "postgresql://db.example.org/school?sslmode=verify-ca",
             "postgresql://ines@one:6432,two:6432/school?sslmode=require"
             "&target_session_attrs=read-write",
             "postgresql://ines@one:1,[fe80::1]:2,10.0.0.1/school?sslmode=disable",
             "postgresql://%2Frun%2Fpostgresql:5433/school?sslmode=verify-full",
             "postgresql://ines@[2001:db8::1]:6432/schule%20%C3%B6l?sslmode=verify-full"
             "&sslrootcert=/etc/my%20school.crt&application_name=a%20%26b&connect_timeout=3",
             "postgresql:///?sslmode=verify-full&service=oak"})
        QTest::newRow(url) << QString::fromUtf8(url);
}

void TestConnectionDialog::fieldsSayTheAddress()
{
    QFETCH(const QString, url);
    open();
    const auto written = serverAddressFromUrl(url);
    QVERIFY(written);
    m_dialog->setAddress(written->address);
    const auto said = form()->address();
    QVERIFY2(said, qPrintable(said ? QString() : said.error().error.sentence));
    QCOMPARE(said->toUrl(), url);
    QVERIFY(*said == written->address);
}

void TestConnectionDialog::takesAPastedAddressApart()
{
    open();
    paste(u" postgresql://ines:s3cret@db.example.org:6432/school?sslmode=require"
          "&sslrootcert=/etc/school.crt&connect_timeout=3\n"_s);
    QCOMPARE(edit(u"Server"_s)->text(), u"db.example.org"_s);
    QCOMPARE(edit(u"Port"_s)->text(), u"6432"_s);
    QCOMPARE(edit(u"Database"_s)->text(), u"school"_s);
    QCOMPARE(edit(u"User name"_s)->text(), u"ines"_s);
    QCOMPARE(edit(u"Password"_s)->text(), u"s3cret"_s);
    QCOMPARE(edit(u"Password"_s)->echoMode(), QLineEdit::Password);
    QCOMPARE(box(u"Encryption"_s)->currentText(), u"Encrypted, not checked"_s);
    QVERIFY(edit(u"Certificate file"_s)->isVisible());
    QCOMPARE(edit(u"Certificate file"_s)->text(), u"/etc/school.crt"_s);
    QCOMPARE(edit(u"Further settings"_s)->text(), u"connect_timeout=3"_s);
    // Without one, the password is what is to be typed next.
    paste(u"postgresql://ines@db.example.org/school"_s);
    QVERIFY(edit(u"Password"_s)->text().isEmpty());
    QVERIFY(edit(u"Password"_s)->hasFocus());
    QCOMPARE(box(u"Encryption"_s)->currentText(), u"Encrypted, certificate checked"_s);
}

void TestConnectionDialog::takesATypedAddressApart()
{
    open();
    edit(u"Server"_s)->setFocus();
    QTest::keyClicks(edit(u"Server"_s), u"postgres://ines@db.example.org/school"_s);
    QCOMPARE(edit(u"Server"_s)->text(), u"postgres://ines@db.example.org/school"_s);
    QTest::keyClick(edit(u"Server"_s), Qt::Key_Tab);
    QCOMPARE(edit(u"Server"_s)->text(), u"db.example.org"_s);
    QCOMPARE(edit(u"Database"_s)->text(), u"school"_s);
    QCOMPARE(edit(u"User name"_s)->text(), u"ines"_s);
}

void TestConnectionDialog::leavesNothingOfAnAddressThatIsWrong()
{
    open();
    paste(u"postgresql://ines:s3cret@db.example.org:port/school"_s);
    QVERIFY(edit(u"Server"_s)->text().isEmpty());
    QTRY_VERIFY2(answer().contains(u"port"_s), qPrintable(answer()));
    QVERIFY(edit(u"Server"_s)->hasFocus());
    QVERIFY(!answer().contains(u"s3cret"_s));
}

void TestConnectionDialog::typedNamesMayHaveAPort()
{
    open();
    edit(u"Database"_s)->setText(u"school"_s);
    edit(u"Port"_s)->setText(u"7000"_s);
    edit(u"Server"_s)->setText(u"one:6432, ::1 , /run/postgresql,two"_s);
    const auto said = form()->address();
    QVERIFY(said);
    QVERIFY((said->hosts
        == QList<ServerHost>{
            {u"one"_s, 6432}, {u"::1"_s, 7000}, {u"/run/postgresql"_s, 7000}, {u"two"_s, 7000}}));
}

void TestConnectionDialog::asksForWhatIsMissing()
{
    open();
    QVERIFY(edit(u"Server"_s)->hasFocus());
    edit(u"User name"_s)->setFocus();
    button(u"Test"_s)->click();
    QVERIFY(answer().contains(u"name of the server"_s));
    QVERIFY(edit(u"Server"_s)->hasFocus());
    QTest::keyClicks(edit(u"Server"_s), u"db.example.org"_s);
    QVERIFY(answer().isEmpty());
    QTest::keyClick(edit(u"Server"_s), Qt::Key_Return);
    QVERIFY(answer().contains(u"database"_s));
    QVERIFY(edit(u"Database"_s)->hasFocus());
    edit(u"Database"_s)->setText(u"school"_s);
    edit(u"Further settings"_s)->setText(u"what"_s);
    button(u"Open"_s)->click();
    QVERIFY2(answer().contains(u"question mark"_s) || answer().contains(u"settings"_s),
        qPrintable(answer()));
    QVERIFY(edit(u"Further settings"_s)->hasFocus());
}

void TestConnectionDialog::goesToTheFieldThatIsWrong_data()
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

void TestConnectionDialog::goesToTheFieldThatIsWrong()
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

void TestConnectionDialog::saysWhatTheUserMayDo_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("viewer") << RightsSchool::Vera << u"may look at everything and change nothing"_s;
    QTest::newRow("registrar") << RightsSchool::Rita << u"“rita” may register students."_s;
    QTest::newRow("admin") << RightsSchool::Ada << u"look after the school"_s;
}

void TestConnectionDialog::saysWhatTheUserMayDo()
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

void TestConnectionDialog::opensTheSchool()
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

void TestConnectionDialog::doesNotOpenWhatIsNoSchool()
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

void TestConnectionDialog::stopsWhenAsked()
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
    QVERIFY(QThreadPool::globalInstance()->waitForDone(9'000));
    QCoreApplication::sendPostedEvents();
    QVERIFY(answer().isEmpty());
}

void TestConnectionDialog::forgetsTheAnswerWhenSomethingIsTyped()
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
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents();
    QVERIFY(answer().isEmpty());
}

void TestConnectionDialog::keepsThePasswordInTheKeyringOnly()
{
    openWithKeyring();
    fill(m_server->address(RightsSchool::Rita), EncryptedServer::Password);
    remember()->setChecked(true);
    QSignalSpy opened(m_dialog.get(), &ConnectionDialog::openWanted);
    button(u"Open"_s)->click();
    QTRY_COMPARE(opened.size(), 1);
    QSettings().sync();
    QFile settings(QSettings().fileName());
    QVERIFY(settings.open(QIODevice::ReadOnly));
    const QByteArray stored = settings.readAll();
    QVERIFY(stored.contains("rita@localhost"));
    QVERIFY(!stored.contains("s3cret"));

    // The next time it need not be typed.
    openWithKeyring();
    QTRY_VERIFY(remember()->isChecked());
    QVERIFY(edit(u"Password"_s)->text().isEmpty());
    QVERIFY(edit(u"Password"_s)->placeholderText().contains(u"keyring"_s));
    QSignalSpy again(m_dialog.get(), &ConnectionDialog::openWanted);
    QTest::keyClick(edit(u"Password"_s), Qt::Key_Return);
    QTRY_COMPARE(again.size(), 1);
    QCOMPARE(again.first().at(1).toString(), EncryptedServer::Password);

    // But not for somebody else.
    openWithKeyring();
    QTRY_VERIFY(remember()->isChecked());
    edit(u"User name"_s)->setText(u"vera"_s);
    QVERIFY(edit(u"Password"_s)->placeholderText().isEmpty());
}

void TestConnectionDialog::forgetsThePasswordThatIsNotToBeKept()
{
    const ServerAddress address = m_server->address(RightsSchool::Ada);
    openWithKeyring();
    fill(address, EncryptedServer::Password);
    remember()->setChecked(true);
    QSignalSpy opened(m_dialog.get(), &ConnectionDialog::openWanted);
    button(u"Open"_s)->click();
    QTRY_COMPARE(opened.size(), 1);

    openWithKeyring();
    QTRY_VERIFY(remember()->isChecked());
    remember()->setChecked(false);
    QSignalSpy again(m_dialog.get(), &ConnectionDialog::openWanted);
    button(u"Open"_s)->click();
    QTRY_COMPARE(again.size(), 1);
    QVERIFY(!rememberedServers().first().isPasswordKept);
    std::optional<std::optional<QString>> kept;
    readPassword(this, address, [&kept](const std::optional<QString> &one) { kept = one; });
    QTRY_VERIFY(kept);
    QVERIFY(!*kept);
}

void TestConnectionDialog::remembersTheLastServers()
{
    open();
    QVERIFY(!box(u"Servers that were used before"_s)->isVisible());
    for (int i = 0; i < 10; ++i) {
        ServerAddress address = m_server->address(RightsSchool::Rita);
        address.database = u"school%1"_s.arg(i);
        rememberServer({address, false});
    }
    rememberServer({m_server->address(RightsSchool::Ada, u"school5"_s), false});
    rememberServer({m_server->address(RightsSchool::Rita, u"school4"_s), false});
    const QList<RememberedServer> servers = rememberedServers();
    QCOMPARE(servers.size(), 8);
    QCOMPARE(servers.first().address.database, u"school4"_s);
    QCOMPARE(servers.at(1).address.user, RightsSchool::Ada);

    open();
    QComboBox *before = box(u"Servers that were used before"_s);
    QVERIFY(before->isVisible());
    QCOMPARE(before->currentText(), u"school4 on localhost (rita)"_s);
    QCOMPARE(edit(u"Database"_s)->text(), u"school4"_s);
    QVERIFY(edit(u"Password"_s)->hasFocus());
    before->setCurrentIndex(1);
    Q_EMIT before->activated(1);
    QCOMPARE(edit(u"Database"_s)->text(), u"school5"_s);
    QCOMPARE(edit(u"User name"_s)->text(), RightsSchool::Ada);
    before->setCurrentIndex(before->count() - 1);
    Q_EMIT before->activated(before->count() - 1);
    QVERIFY(edit(u"Database"_s)->text().isEmpty());
    QVERIFY(edit(u"Server"_s)->hasFocus());
}

void TestConnectionDialog::offersServicesOfThisComputer()
{
    open();
    QVERIFY(!box(u"Service"_s)->isVisible());
    const ServerAddress address = m_server->address(RightsSchool::Rita);
    m_sample->write(u"services"_s,
        u"[oak street]\nhost=localhost\nport=%1\ndbname=office\nuser=rita\nsslrootcert=%2\n"_s
            .arg(QString::number(address.hosts.first().port), address.rootCertificate)
            .toUtf8());
    open();
    QTRY_VERIFY(box(u"Service"_s)->isVisible());
    box(u"Service"_s)->setCurrentText(u"oak street"_s);
    QCOMPARE(edit(u"Server"_s)->placeholderText(), u"localhost"_s);
    QCOMPARE(edit(u"Database"_s)->placeholderText(), u"office"_s);
    QCOMPARE(edit(u"User name"_s)->placeholderText(), u"rita"_s);
    edit(u"Password"_s)->setText(EncryptedServer::Password);
    QSignalSpy opened(m_dialog.get(), &ConnectionDialog::openWanted);
    button(u"Open"_s)->click();
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<ServerAddress>().toUrl(),
        u"postgresql:///?sslmode=verify-full&service=oak%20street"_s);
}

void TestConnectionDialog::saysWhatWeakEncryptionMeans()
{
    open();
    QComboBox *encryption = box(u"Encryption"_s);
    QCOMPARE(encryption->currentText(), u"Encrypted, certificate checked"_s);
    QStringList meanings;
    for (int i = 0; i < encryption->count(); ++i) {
        encryption->setCurrentIndex(i);
        meanings += encryption->accessibleDescription();
    }
    QCOMPARE(meanings.size(), 4);
    QVERIFY(meanings.at(2).startsWith(u"Less safe"_s));
    QVERIFY(meanings.at(3).startsWith(u"Not safe"_s));
}

void TestConnectionDialog::everyFieldHasItsKeyAndName()
{
    m_sample->write(u"services"_s, "[oak]\nhost=db\n");
    ServerAddress address = m_server->address(RightsSchool::Rita);
    address.rootCertificate.clear();
    rememberServer({address, false});
    openWithKeyring();
    QTRY_VERIFY(box(u"Service"_s)->isVisible());
    m_dialog->findChild<QToolButton *>()->click();
    QSet<QString> keys;
    const auto widgets = m_dialog->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible())
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *press = qobject_cast<const QAbstractButton *>(widget);
        const QString text = label && label->buddy() ? label->text()
            : press                                  ? press->text()
                                                     : u""_s;
        const qsizetype mark = text.indexOf(u'&');
        if (mark >= 0) {
            const QString key = text.mid(mark + 1, 1).toUpper();
            QVERIFY2(!keys.contains(key), qPrintable(text));
            keys += key;
        }
        const bool isField =
            qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget);
        QVERIFY(!isField || !widget->accessibleName().isEmpty());
    }
    QCOMPARE(keys.size(), 15);
}

void TestConnectionDialog::tabGoesFromTopToBottom()
{
    openWithKeyring();
    QStringList order;
    for (int i = 0; i < 11; ++i) {
        QWidget *focus = m_dialog->focusWidget();
        const auto *press = qobject_cast<QAbstractButton *>(focus);
        order += press ? press->text().remove(u'&') : focus->accessibleName();
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    QCOMPARE(order,
        (QStringList{u"Server"_s, u"Port"_s, u"Database"_s, u"User name"_s, u"Password"_s,
            u"Remember it in this computer's keyring"_s, u"Encryption"_s, u"More"_s,
            u"Test connection"_s, u"Cancel"_s, u"Open this school"_s}));
}

void TestConnectionDialog::opensAtOnceWhereNothingIsMissing()
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

void TestConnectionDialog::windowAsksForTheServer()
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

void TestConnectionDialog::states_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<QString>("name");
    QTest::newRow("light") << Theme::Light << u"light"_s;
    QTest::newRow("dark") << Theme::Dark << u"dark"_s;
}

// Made to be looked at.
void TestConnectionDialog::states()
{
    QFETCH(const Theme, theme);
    QFETCH(const QString, name);
    applyTheme(theme);
    openWithKeyring();
    QVERIFY(!keepPictureOf(*m_dialog, u"17-connection"_s, name).isNull());
    fill(m_server->address(RightsSchool::Rita), EncryptedServer::Password);
    // As it is in a school.
    edit(u"Certificate file"_s)->setText(u"/home/ines/oak-street-school.crt"_s);
    edit(u"Port"_s)->clear();
    button(u"Test"_s)->click();
    QTRY_VERIFY(!answer().isEmpty() && !answer().startsWith(u"Asking"_s));
    QVERIFY(!keepPictureOf(*m_dialog, u"17-connection-problem"_s, name).isNull());
    fill(m_server->address(RightsSchool::Rita), EncryptedServer::Password);
    m_dialog->findChild<QToolButton *>()->click();
    button(u"Test"_s)->click();
    QTRY_VERIFY(answer().contains(u"rita"_s));
    QVERIFY(!keepPictureOf(*m_dialog, u"17-connection-good"_s, name).isNull());
    box(u"Encryption"_s)->setCurrentIndex(3);
    QVERIFY(!keepPictureOf(*m_dialog, u"17-connection-weak"_s, name).isNull());

    m_sample->write(u"services"_s, "[oak street]\nhost=db.example.org\ndbname=school\n");
    rememberServer({m_server->address(RightsSchool::Ada), false});
    rememberServer({m_server->address(RightsSchool::Rita), true});
    openWithKeyring();
    QTRY_VERIFY(box(u"Service"_s)->isVisible() && remember()->isChecked());
    QVERIFY(!keepPictureOf(*m_dialog, u"17-connection-again"_s, name).isNull());
    QVERIFY(m_dialog->width() < 1280 && m_dialog->height() < 800);
}

QTEST_MAIN(TestConnectionDialog)
#include "tst_connectiondialog.moc"
