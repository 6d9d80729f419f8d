// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include "commandline.h"
#include "console.h"
#include "exitstatus.h"
#include "registrars/schoolsetup.h"

namespace Rollbook
{

namespace
{

bool isOnServer(const QString &url)
{
    return url.startsWith(QStringLiteral("postgresql:"))
        || url.startsWith(QStringLiteral("postgres:"));
}

void printNextSteps()
{
    printLine(CommandLine::tr(
        "The school is set up: its tables, and the roles rollbook_viewer (sees everything),\n"
        "rollbook_registrar (registers as well) and rollbook_admin (looks after courses and "
        "students, too).\n"
        "\n"
        "Next, make a user for each colleague, in psql for example:\n"
        "    CREATE USER anna PASSWORD '…' IN ROLE rollbook_registrar;\n"
        "A school that you have already comes into it with “rollbook school move”."));
}

int upgradeSchoolAt(const CommandLine &line)
{
    if (line.positional().size() != 2) {
        return failWith({ErrorCode::Usage,
            CommandLine::tr("Write it as: school upgrade URL, where URL is like "
                            "postgresql://USER@SERVER/DATABASE.")});
    }
    const auto upgraded = upgradeSchool(line.positional().at(1));
    if (!upgraded)
        return failWith(upgraded.error());
    printLine(*upgraded
            ? CommandLine::tr("The school is up to date now. An older Rollbook opens it only once "
                              "it is updated, too.")
            : CommandLine::tr("The school was up to date already; nothing was changed."));
    return AllRegistered;
}

int initSchool(const CommandLine &line)
{
    if (line.positional().size() != 2) {
        return failWith({ErrorCode::Usage,
            CommandLine::tr("Write it as: school init URL, where URL is like "
                            "postgresql://USER@SERVER/DATABASE.")});
    }
    const QString url = line.positional().at(1);
    if (url.startsWith(QStringLiteral("simulated:"))) {
        return failWith({ErrorCode::Usage,
            CommandLine::tr(
                "A practice school is made anew each time; there is nothing to make.")});
    }
    const auto made = setUpSchool(url);
    if (!made)
        return failWith(made.error());
    if (isOnServer(url))
        printNextSteps();
    else
        printLine(CommandLine::tr("The school is made. Next, import its courses."));
    return AllRegistered;
}

} // namespace

int schoolCommand(const QStringList &arguments)
{
    CommandLine line(
        CommandLine::tr(
            "Makes a new school (init), carries one over to another place (move), or brings one "
            "on a server up to date that an older Rollbook made (upgrade). On a "
            "PostgreSQL server it is for a whole office: the owner of an empty database calls "
            "init, who has to be allowed to create roles, and later upgrade. A password comes "
            "from PGPASSWORD, ~/.pgpass or a service file. One in the URL works, too, but other "
            "users of this computer can see it."),
        arguments);
    line.addPositional(QStringLiteral("action"),
        CommandLine::tr("init and where: postgresql://USER@SERVER/DATABASE or sqlite:FILE; "
                        "upgrade and which; or move"),
        QStringLiteral("init URL | upgrade URL | move --from URL --to URL"));
    addMoveOptions(line);
    if (const auto status = line.parse())
        return *status;
    const QString action = line.positional().value(0);
    if (action == QStringLiteral("init"))
        return initSchool(line);
    if (action == QStringLiteral("upgrade"))
        return upgradeSchoolAt(line);
    if (action == QStringLiteral("move"))
        return moveSchoolOver(line);
    return failWith({ErrorCode::Usage,
        CommandLine::tr("Write it as: school init URL | upgrade URL | move --from URL --to URL")});
}

} // namespace Rollbook
