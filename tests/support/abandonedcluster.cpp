// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgrescluster.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

#include <signal.h>

/// A test that is killed while its server runs: says before where that is, and the number of its
/// process.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto &cluster = Rollbook::PostgresCluster::shared();
    QFile status(cluster.dataFolder() + QStringLiteral("/postmaster.pid"));
    if (!status.open(QIODevice::ReadOnly))
        return 1;
    std::printf("%s\n%s", qPrintable(cluster.folder()), status.readLine().constData());
    std::fflush(stdout);
    raise(SIGKILL);
}
