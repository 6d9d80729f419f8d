// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparison.h"

#include "measurement.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTextStream>

#include <map>

namespace Rollbook::Bench
{

namespace
{

// Interleaved, so that a noisy minute falls on all of them alike.
constexpr int Rounds = 7;

struct Peer {
    QString name;
    QString program;
    QStringList arguments;
};

using Medians = std::map<QString, Measurement>;

std::optional<Medians> measureInterleaved(const QList<Peer> &peers)
{
    std::map<QString, std::vector<Measurement>> all;
    for (int round = 0; round < Rounds; ++round) {
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

Peer ownCase(const QString &name, int size)
{
    return {name, QCoreApplication::applicationFilePath(),
        {QStringLiteral("--case"), name, QString::number(size)}};
}

QString cell(double value, int decimals)
{
    return QString::number(value, 'f', decimals).rightJustified(10);
}

QString ratio(double ours, double theirs)
{
    return theirs > 0 ? cell(ours / theirs, 3) : QStringLiteral("-").rightJustified(10);
}

bool compareRuns(const QString &filter, QTextStream &out)
{
    const QString go = QCoreApplication::applicationDirPath() + QStringLiteral("/godesign");
    const bool withGo = QFileInfo(go).isExecutable();
    out << "The run: no-op registrations into the table of a visible window\n";
    if (!withGo)
        out << "(Go is not installed: the Go design is left out)\n";
    out << "  students     run ms    loop ms      Go ms  time : Go  time:loop     run MB      Go MB"
           "   MB : Go     gap ms\n";
    for (const int students : {500, 10'000, 100'000, 1'000'000}) {
        if (!QStringLiteral("run %1").arg(students).contains(filter))
            continue;
        QList<Peer> peers{ownCase(QStringLiteral("run"), students),
            ownCase(QStringLiteral("turns"), students), ownCase(QStringLiteral("loop"), students)};
        if (withGo)
            peers += {QStringLiteral("go"), go, {QString::number(students)}};
        const auto medians = measureInterleaved(peers);
        if (!medians)
            return false;
        const Measurement run = medians->at(QStringLiteral("run"));
        const Measurement loop = medians->at(QStringLiteral("loop"));
        const Measurement design = withGo ? medians->at(QStringLiteral("go")) : Measurement();
        out << QString::number(students).rightJustified(10) << ' ' << cell(run.milliseconds, 2)
            << ' ' << cell(loop.milliseconds, 2) << ' ' << cell(design.milliseconds, 2) << ' '
            << ratio(run.milliseconds, design.milliseconds) << ' '
            << ratio(run.milliseconds, loop.milliseconds) << ' ' << cell(run.peakMegabytes, 1)
            << ' ' << cell(design.peakMegabytes, 1) << ' '
            << ratio(run.peakMegabytes, design.peakMegabytes) << ' '
            << cell(medians->at(QStringLiteral("turns")).longestGap, 2) << '\n';
        out.flush();
    }
    return true;
}

bool compareStores(const QString &filter, QTextStream &out)
{
    out << "The school: from a CSV file to committed registrations in SQLite and a CSV report,\n"
           "against the same statements alone through the C API\n"
           "  students    ours ms   C API ms ours rows/s C API rows/s  rows/s : C API    ours MB\n";
    for (const int students : {10'000, 100'000}) {
        if (!QStringLiteral("school %1").arg(students).contains(filter))
            continue;
        const auto medians = measureInterleaved({ownCase(QStringLiteral("school"), students),
            ownCase(QStringLiteral("c-api"), students)});
        if (!medians)
            return false;
        const Measurement ours = medians->at(QStringLiteral("school"));
        const Measurement limit = medians->at(QStringLiteral("c-api"));
        out << QString::number(students).rightJustified(10) << ' ' << cell(ours.milliseconds, 1)
            << ' ' << cell(limit.milliseconds, 1) << "  "
            << cell(students * 1000.0 / ours.milliseconds, 0) << "   "
            << cell(students * 1000.0 / limit.milliseconds, 0) << "      "
            << ratio(limit.milliseconds, ours.milliseconds) << ' ' << cell(ours.peakMegabytes, 1)
            << '\n';
        out.flush();
    }
    return true;
}

} // namespace

bool compare(const QString &filter)
{
    QTextStream out(stdout);
    return compareRuns(filter, out) && compareStores(filter, out);
}

} // namespace Rollbook::Bench
