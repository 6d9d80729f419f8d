// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgrescluster.h"

#include <QCoreApplication>

#include <cstdio>

#include <signal.h>

/// A test that is killed while its server runs: says where that is before.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    std::puts(qPrintable(Rollbook::PostgresCluster::shared().folder()));
    std::fflush(stdout);
    raise(SIGKILL);
}
