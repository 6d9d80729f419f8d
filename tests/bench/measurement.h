// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace Rollbook::Bench
{

/// What one case took, in a process of its own.
struct Measurement {
    double milliseconds = 0;
    double peakMegabytes = 0;
    double longestGap = 0;    ///< in milliseconds, between two turns of the GUI thread's event loop
    double heldMegabytes = 0; ///< by what the case made, once everything transient is freed
    double tableMegabytes = 0;    ///< of these, what TextTable::memoryUsed() tells of
    double readyMilliseconds = 0; ///< until people could begin, where that comes later
    double rows = 0;              ///< that were done, where the time for them was limited
};

/// The time since then, and the most memory until now.
Measurement since(const QElapsedTimer &clock);

/// The most memory that this process ever had in use.
double peakMegabytes();

/// The memory that this process has in use, once the allocator gave back what is free.
double residentMegabytes();

/// As one line of text, and back. What peers print ends after the gap.
QByteArray toText(const Measurement &measurement);
std::optional<Measurement> fromText(const QByteArray &text);

/// Runs a case in a process of its own; none when it failed, which is said on standard error.
std::optional<Measurement> measureProcess(const QString &program, const QStringList &arguments);

/// The median of each number.
Measurement median(const std::vector<Measurement> &measurements);

} // namespace Rollbook::Bench
