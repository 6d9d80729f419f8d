// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "measurement.h"

#include <QList>

#include <map>

namespace Rollbook::Bench
{

/// Something that is measured in a process of its own.
struct Peer {
    QString name;
    QString program;
    QStringList arguments;
};

/// A case of this program.
Peer ownCase(const QString &name, const QString &argument);
Peer ownCase(const QString &name, int size);

using Medians = std::map<QString, Measurement>; ///< by the peer's name

/// As many rounds as are usual, and where a round takes seconds.
inline constexpr int Rounds = 7;
inline constexpr int FewRounds = 3;

/// Measures peers in turn, so that a noisy minute falls on all of them alike. None when one failed.
std::optional<Medians> measureInterleaved(const QList<Peer> &peers, int rounds = Rounds);

/// A number, or how many times theirs ours is, as a cell of the table that is printed.
QString cell(double value, int decimals);
QString ratio(double ours, double theirs);

} // namespace Rollbook::Bench
