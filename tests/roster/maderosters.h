// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <span>

/// A file that is no roster and too large to be kept.
struct MadeRoster {
    const char *name;
    QByteArray (*content)();
    const char *says; ///< a regular expression for the message
};

std::span<const MadeRoster> madeRosters();
