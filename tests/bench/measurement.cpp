// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "measurement.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include <malloc.h>

namespace Rollbook::Bench
{

namespace
{

double medianOf(const std::vector<Measurement> &measurements, double Measurement::*number)
{
    std::vector<double> values;
    for (const Measurement &measurement : measurements)
        values.push_back(measurement.*number);
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Not getrusage(): that one remembers the process that this one was started from.
double statusMegabytes(const QByteArray &key)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(key))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

} // namespace

Measurement since(const QElapsedTimer &clock)
{
    Measurement measurement;
    measurement.milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    measurement.peakMegabytes = peakMegabytes();
    return measurement;
}

double peakMegabytes()
{
    return statusMegabytes("VmHWM:");
}

double residentMegabytes()
{
    malloc_trim(0);
    return statusMegabytes("VmRSS:");
}

QByteArray toText(const Measurement &measurement)
{
    return "milliseconds=" + QByteArray::number(measurement.milliseconds, 'f', 6)
        + " peak=" + QByteArray::number(measurement.peakMegabytes, 'f', 3)
        + " gap=" + QByteArray::number(measurement.longestGap, 'f', 6)
        + " held=" + QByteArray::number(measurement.heldMegabytes, 'f', 3)
        + " table=" + QByteArray::number(measurement.tableMegabytes, 'f', 3)
        + " ready=" + QByteArray::number(measurement.readyMilliseconds, 'f', 6)
        + " rows=" + QByteArray::number(measurement.rows, 'f', 0) + '\n';
}

std::optional<Measurement> fromText(const QByteArray &text)
{
    Measurement measurement;
    if (std::sscanf(text.constData(),
            "milliseconds=%lf peak=%lf gap=%lf held=%lf table=%lf ready=%lf rows=%lf",
            &measurement.milliseconds, &measurement.peakMegabytes, &measurement.longestGap,
            &measurement.heldMegabytes, &measurement.tableMegabytes, &measurement.readyMilliseconds,
            &measurement.rows)
        < 3)
        return std::nullopt;
    return measurement;
}

std::optional<Measurement> measureProcess(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // For those who tell how long it took until they were ready.
    const qint64 now = std::chrono::steady_clock::now().time_since_epoch().count();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ROLLBOOK_BENCH_STARTED"), QString::number(now));
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (process.waitForFinished(-1) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0) {
        if (const auto measurement = fromText(process.readAllStandardOutput()))
            return measurement;
    }
    QTextStream(stderr) << program << ' ' << arguments.join(u' ') << ": failed\n";
    return std::nullopt;
}

Measurement median(const std::vector<Measurement> &measurements)
{
    return {medianOf(measurements, &Measurement::milliseconds),
        medianOf(measurements, &Measurement::peakMegabytes),
        medianOf(measurements, &Measurement::longestGap),
        medianOf(measurements, &Measurement::heldMegabytes),
        medianOf(measurements, &Measurement::tableMegabytes),
        medianOf(measurements, &Measurement::readyMilliseconds),
        medianOf(measurements, &Measurement::rows)};
}

} // namespace Rollbook::Bench
