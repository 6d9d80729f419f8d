// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection/rememberedservers.h"
#include "connectiontest.h"
#include "ui/theme.h"
#include "windowpicture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// How it looks. Made to be looked at.
class TestConnectionPictures : public ConnectionTest
{
    Q_OBJECT

private Q_SLOTS:
    void states_data();
    void states();
};

void TestConnectionPictures::states_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<QString>("name");
    QTest::newRow("light") << Theme::Light << u"light"_s;
    QTest::newRow("dark") << Theme::Dark << u"dark"_s;
}

void TestConnectionPictures::states()
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

QTEST_MAIN(TestConnectionPictures)
#include "tst_connectionpictures.moc"
