// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktopkeyring.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDirIterator>
#include <QTest>

namespace Rollbook
{

namespace
{

// Nothing on it is started on demand: a desktop without a keyring stays one.
const QByteArray BusSettings = R"(<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

} // namespace

DesktopKeyring::DesktopKeyring()
{
    for (const char *folder : {"XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(folder, m_folder.path().toLocal8Bit());
    QFile settings(m_folder.filePath(QStringLiteral("bus.conf")));
    if (!settings.open(QIODevice::WriteOnly) || settings.write(BusSettings) < 0)
        return;
    settings.close();
    m_bus.start(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--config-file=") + settings.fileName(), QStringLiteral("--nofork"),
            QStringLiteral("--nopidfile"), QStringLiteral("--print-address=1")});
    if (!m_bus.waitForReadyRead())
        return;
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    m_isOnItsBus = QDBusConnection::sessionBus().isConnected();
}

DesktopKeyring::~DesktopKeyring()
{
    QDBusConnection::disconnectFromBus(QDBusConnection::sessionBus().name());
    for (QProcess *process : {&m_keyring, &m_bus}) {
        process->terminate();
        process->waitForFinished();
    }
}

bool DesktopKeyring::start()
{
    if (m_keyring.state() == QProcess::Running)
        return true;
    m_keyring.start(QStringLiteral("gnome-keyring-daemon"),
        {QStringLiteral("--foreground"), QStringLiteral("--unlock"),
            QStringLiteral("--components=secrets"),
            QStringLiteral("--control-directory=") + m_folder.path()});
    m_keyring.write("the password of the person");
    m_keyring.closeWriteChannel();
    return QTest::qWaitFor([] {
        return QDBusConnection::sessionBus()
            .interface()
            ->isServiceRegistered(QStringLiteral("org.freedesktop.secrets"))
            .value();
    });
}

QByteArray DesktopKeyring::files() const
{
    QByteArray all;
    QDirIterator found(m_folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile file(found.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace Rollbook
