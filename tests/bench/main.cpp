// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparison.h"
#include "rostercases.h"
#include "runcases.h"
#include "storecases.h"
#include "waitingcases.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

#include <cstdio>

using namespace Rollbook::Bench;

namespace
{

// One case, in this process: what compare() starts.
int measureCase(int argc, char **argv)
{
    const QString name = QString::fromLocal8Bit(argv[2]);
    const int size = QByteArray(argv[3]).toInt();
    Measurement measurement;
    if (name == QStringLiteral("loop")) {
        measurement = runInLoop(size);
    } else if (name == QStringLiteral("run") || name == QStringLiteral("turns")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        // Qt warns of one that others may look into.
        const QTemporaryDir runtime;
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.path()));
        const QApplication application(argc, argv);
        measurement =
            runIntoTable(size, name == QStringLiteral("run") ? Watching::Nothing : Watching::Turns);
    } else if (name == QStringLiteral("school")) {
        const QCoreApplication application(argc, argv);
        measurement = rosterIntoSchool(size);
    } else if (name == QStringLiteral("register")) {
        const QCoreApplication application(argc, argv);
        measurement = listIntoSchool(size);
    } else if (name == QStringLiteral("waiting")) {
        const QCoreApplication application(argc, argv);
        measurement = runWaiting(size);
    } else if (name == QStringLiteral("c-api")) {
        measurement = statementsAlone(size);
    } else if (name == QStringLiteral("roster")) {
        measurement = fileIntoRoster(QString::fromLocal8Bit(argv[3]));
    } else if (name == QStringLiteral("read")) {
        measurement = fileRead(QString::fromLocal8Bit(argv[3]));
    } else if (name == QStringLiteral("scan")) {
        measurement = fileScanned(QString::fromLocal8Bit(argv[3]));
    } else {
        std::fputs("no such case\n", stderr);
        return 2;
    }
    QTextStream(stdout) << toText(measurement);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 4 && qstrcmp(argv[1], "--case") == 0)
        return measureCase(argc, argv);
    const QCoreApplication application(argc, argv);
    return compare(QCoreApplication::arguments().value(1)) ? 0 : 1;
}
