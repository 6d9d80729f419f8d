// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interleaved.h"

#include <QCoreApplication>

namespace Rollbook::Bench
{

std::optional<Medians> measureInterleaved(const QList<Peer> &peers, int rounds)
{
    std::map<QString, std::vector<Measurement>> all;
    for (int round = 0; round < rounds; ++round) {
        for (const Peer &peer : peers) {
            const auto measurement = measureProcess(peer.program, peer.arguments);
            if (!measurement)
                return std::nullopt;
            all[peer.name].push_back(*measurement);
        }
    }
    Medians medians;
    for (const auto &[name, measurements] : all)
        medians[name] = median(measurements);
    return medians;
}

Peer ownCase(const QString &name, const QString &argument)
{
    return {
        name, QCoreApplication::applicationFilePath(), {QStringLiteral("--case"), name, argument}};
}

Peer ownCase(const QString &name, int size)
{
    return ownCase(name, QString::number(size));
}

QString cell(double value, int decimals)
{
    return QString::number(value, 'f', decimals).rightJustified(10);
}

QString ratio(double ours, double theirs)
{
    return theirs > 0 ? cell(ours / theirs, 3) : QStringLiteral("-").rightJustified(10);
}

} // namespace Rollbook::Bench
