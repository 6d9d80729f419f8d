// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection/addressform.h"
#include "connection/rememberedservers.h"
#include "connectiontest.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// The fields that say where the school on a server is.
class TestConnectionDialog : public ConnectionTest
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsSayTheAddress_data();
    void fieldsSayTheAddress();
    void takesAPastedAddressApart();
    void takesATypedAddressApart();
    void leavesNothingOfAnAddressThatIsWrong();
    void typedNamesMayHaveAPort();
    void asksForWhatIsMissing();
    void remembersTheLastServers();
    void offersServicesOfThisComputer();
    void saysWhatWeakEncryptionMeans();
    void everyFieldHasItsKeyAndName();
    void tabGoesFromTopToBottom();
};

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

QTEST_MAIN(TestConnectionDialog)
#include "tst_connectiondialog.moc"
