// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTemporaryDir>

namespace Rollbook
{

/// A temporary folder for a server, short enough for a path of a socket. It belongs to the user who
/// runs servers. What a killed process left behind is removed by the next one that makes a folder.
class ServerFolder
{
public:
    /// Files in memory wait for no disk, and are gone with the power. Where memory has not much
    /// room the folder is on a disk all the same.
    enum class Medium { Disk, Memory };

    explicit ServerFolder(Medium medium);
    ~ServerFolder();
    Q_DISABLE_COPY_MOVE(ServerFolder)

    QString path() const { return m_folder.path(); }

    /// Servers of databases refuse root, who runs them as this one.
    static constexpr const char *User = "postgres";

private:
    void claim();

    QTemporaryDir m_folder;
    int m_claim = -1; // locked while this process lives
};

} // namespace Rollbook
