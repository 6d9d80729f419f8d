// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <optional>

namespace Rollbook
{

/// Progress at the program's icon in a task bar or dock that shows it (the signal
/// com.canonical.Unity.LauncherEntry, which Plasma, Ubuntu's dock and others listen to).
class LauncherProgress : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// None: nothing goes on.
    void setPercent(std::optional<int> percent);

private:
    void tell() const;

    std::optional<int> m_percent;
    bool m_isConnected = false;
    bool m_isConnecting = false;
};

} // namespace Rollbook
