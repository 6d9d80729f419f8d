// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline.h"
#include "commands.h"
#include "console.h"
#include "exitstatus.h"
#include "language.h"
#include "windowmain.h"

#include <QGuiApplication>

#include <algorithm>
#include <map>
#include <memory>

using namespace Rollbook;

namespace
{

using Command = int (*)(const QStringList &);

const std::map<QString, Command> &commands()
{
    static const std::map<QString, Command> all{{QStringLiteral("register"), &registerCommand},
        {QStringLiteral("check"), &checkCommand}, {QStringLiteral("courses"), &coursesCommand},
        {QStringLiteral("students"), &studentsCommand}, {QStringLiteral("runs"), &runsCommand},
        {QStringLiteral("school"), &schoolCommand}};
    return all;
}

QString usage()
{
    return CommandLine::tr(
               "rollbook [ROSTER...]                           the window\n"
               "rollbook register --roster FILE --course CODE  the same without one\n"
               "rollbook register --roster FILE --roster FILE  several lists, each in its course\n"
               "rollbook check    --roster FILE                what is wrong with a list\n"
               "rollbook courses  list | import FILE | export FILE | promote CODE\n"
               "rollbook students list | import FILE | export FILE\n"
               "rollbook runs     list | show ID | resume ID | retry ID | undo ID\n"
               "rollbook runs     report ID --report FILE | verify | audit [ID]\n"
               "rollbook school   init URL | upgrade URL | move --from URL --to URL\n"
               "\n"
               "Each command explains itself with --help.")
        + QStringLiteral("\n\n") + exitStatusHelp();
}

// Pages need fonts, which only an application with a screen has: any screen will do.
std::unique_ptr<QCoreApplication> commandApplication(int &argc, char **argv)
{
    const bool makesPages = std::any_of(argv, argv + argc, [](const char *argument) {
        return QString::fromLocal8Bit(argument).endsWith(
            QStringLiteral(".pdf"), Qt::CaseInsensitive);
    });
    if (!makesPages)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("rollbook"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ROLLBOOK_VERSION));
    const QString first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const auto command = commands().find(first);
    if (command != commands().end()) {
        const auto application = commandApplication(argc, argv);
        useLanguageOfPerson();
        return command->second(QCoreApplication::arguments().mid(1));
    }
    if (first == QStringLiteral("--help") || first == QStringLiteral("-h")) {
        printLine(usage());
        return AllRegistered;
    }
    if (first == QStringLiteral("--version")) {
        printLine(QStringLiteral("rollbook " ROLLBOOK_VERSION));
        return AllRegistered;
    }
    return runWindow(argc, argv);
}
