// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connectiontest.h"

#include "domain/backgroundthreads.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace Rollbook
{

using namespace Qt::Literals::StringLiterals;

void ConnectionTest::initTestCase()
{
    for (const char *variable : {"PGHOST", "PGPORT", "PGDATABASE", "PGUSER", "PGPASSWORD",
             "PGSERVICE", "PGSSLMODE", "PGSSLROOTCERT"})
        qunsetenv(variable);
    m_desktop = std::make_unique<DesktopKeyring>();
    QVERIFY(m_desktop->isOnItsBus());
    m_server = std::make_unique<EncryptedServer>();
}

void ConnectionTest::cleanupTestCase()
{
    backgroundThreads().waitForDone();
    m_server.reset();
    m_desktop.reset();
}

void ConnectionTest::init()
{
    m_sample = std::make_unique<SampleSchool>();
    qputenv("PGSERVICEFILE", m_sample->path(u"services"_s).toLocal8Bit());
    qputenv("PGSYSCONFDIR", m_sample->path(u"none"_s).toLocal8Bit());
}

void ConnectionTest::cleanup()
{
    m_dialog.reset();
    m_sample.reset();
    applyTheme(Theme::System);
}

void ConnectionTest::open()
{
    m_dialog = std::make_unique<ConnectionDialog>();
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    // What the computer has is looked for in threads.
    QTRY_COMPARE(backgroundThreads().activeThreadCount(), 0);
    QCoreApplication::sendPostedEvents();
}

void ConnectionTest::openWithKeyring()
{
    QVERIFY(m_desktop->start());
    open();
    QTRY_VERIFY(remember()->isEnabled());
}

QLineEdit *ConnectionTest::edit(const QString &accessibleName) const
{
    const auto edits = m_dialog->findChildren<QLineEdit *>();
    for (QLineEdit *one : edits) {
        if (one->accessibleName() == accessibleName)
            return one;
    }
    return nullptr;
}

QComboBox *ConnectionTest::box(const QString &accessibleName) const
{
    const auto boxes = m_dialog->findChildren<QComboBox *>();
    for (QComboBox *one : boxes) {
        if (one->accessibleName() == accessibleName)
            return one;
    }
    return nullptr;
}

QPushButton *ConnectionTest::button(const QString &text) const
{
    const auto buttons = m_dialog->findChildren<QPushButton *>();
    for (QPushButton *one : buttons) {
        if (one->text().remove(u'&').startsWith(text))
            return one;
    }
    return nullptr;
}

void ConnectionTest::paste(const QString &text) const
{
    QApplication::clipboard()->setText(text);
    edit(u"Server"_s)->setFocus();
    QTest::keySequence(edit(u"Server"_s), QKeySequence::Paste);
}

void ConnectionTest::fill(const ServerAddress &address, const QString &password) const
{
    m_dialog->setAddress(address);
    form()->setPassword(password);
}

QCheckBox *ConnectionTest::remember() const
{
    return m_dialog->findChild<QCheckBox *>();
}

} // namespace Rollbook
