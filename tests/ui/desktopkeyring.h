// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace Rollbook
{

/// A desktop's D-Bus of this test's own, on which a real keyring can be started. To be made before
/// the program first looks for its bus.
class DesktopKeyring
{
public:
    DesktopKeyring();
    ~DesktopKeyring();
    Q_DISABLE_COPY_MOVE(DesktopKeyring)

    bool isOnItsBus() const { return m_isOnItsBus; }
    /// Starts the keyring, unlocked, if it is not running yet. False when it does not answer.
    bool start();
    /// Everything it has written.
    QByteArray files() const;

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_keyring;
    bool m_isOnItsBus = false;
};

} // namespace Rollbook
