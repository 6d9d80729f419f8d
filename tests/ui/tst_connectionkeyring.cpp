// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection/passwordkeyring.h"
#include "connection/rememberedservers.h"
#include "connectiontest.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Passwords of servers on a desktop with a real keyring, and on one without.
class TestConnectionKeyring : public ConnectionTest
{
    Q_OBJECT

private Q_SLOTS:
    // First: a desktop has no keyring until one is started.
    void saysThatThereIsNoKeyring();
    void keepsThePasswordInTheKeyringOnly();
    void forgetsThePasswordThatIsNotToBeKept();
    void keepsThePasswordWhenItOpensAtOnce();
};

void TestConnectionKeyring::saysThatThereIsNoKeyring()
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

void TestConnectionKeyring::keepsThePasswordInTheKeyringOnly()
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

void TestConnectionKeyring::forgetsThePasswordThatIsNotToBeKept()
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

// Before it is known whether there is a keyring, nobody can have said that it is not to be kept.
void TestConnectionKeyring::keepsThePasswordWhenItOpensAtOnce()
{
    openWithKeyring();
    const ServerAddress address = m_server->address(RightsSchool::Vera);
    std::optional<Expected<void>> kept;
    keepPassword(this, address, EncryptedServer::Password,
        [&kept](const Expected<void> &one) { kept = one; });
    QTRY_VERIFY(kept);
    rememberServer({address, true});

    ConnectionDialog dialog;
    QSignalSpy opened(&dialog, &ConnectionDialog::openWanted);
    dialog.show();
    dialog.openAtOnce();
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened.first().at(1).toString(), EncryptedServer::Password);
    QVERIFY(rememberedServers().first().isPasswordKept);
}

QTEST_MAIN(TestConnectionKeyring)
#include "tst_connectionkeyring.moc"
