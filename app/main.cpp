// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "console.h"
#include "exitstatus.h"

#include <QCoreApplication>

#include <map>

using namespace Rollbook;

namespace
{

using Command = int (*)(const QStringList &);

const std::map<QString, Command> &commands()
{
    static const std::map<QString, Command> all{{QStringLiteral("register"), &registerCommand},
        {QStringLiteral("check"), &checkCommand}, {QStringLiteral("courses"), &coursesCommand},
        {QStringLiteral("students"), &studentsCommand}, {QStringLiteral("runs"), &runsCommand}};
    return all;
}

QString usage()
{
    return QCoreApplication::translate("Rollbook::CommandLine",
        "rollbook [ROSTER...]                              the window\n"
        "rollbook register --roster FILE --course CODE     the same without a window\n"
        "rollbook check    --roster FILE                   what is wrong with a class list\n"
        "rollbook courses  list | import FILE | export FILE\n"
        "rollbook students list | import FILE | export FILE\n"
        "rollbook runs     list | show ID\n"
        "\n"
        "Each command explains itself with --help. Exit status: 0 all are registered or on a waiting "
        "list, 1 some are not,\n2 wrong usage or an unreadable list (nothing changed), 3 the school "
        "cannot be opened, 130 interrupted.");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rollbook"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ROLLBOOK_VERSION));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString first = arguments.value(0);
    const auto command = commands().find(first);
    if (command != commands().end())
        return command->second(arguments);
    printLine(usage());
    return WrongUsage;
}
