// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Rollbook
{

/// A disk in memory that can really be full.
class SmallDisk
{
public:
    /// For the initMain() of a test, before there is a second thread: whoever may not mount disks
    /// on this computer may in a name space of their own (user_namespaces(7)).
    static void allowMounting();

    SmallDisk() = default;
    ~SmallDisk() { unmount(); }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    /// Over a folder; false where that is not allowed.
    bool mount(const QString &folder, int bytes);
    void unmount();

private:
    QString m_folder;
};

} // namespace Rollbook
