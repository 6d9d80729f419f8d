// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline.h"

#include "console.h"
#include "exitstatus.h"

namespace Rollbook
{

CommandLine::CommandLine(const QString &description, const QStringList &arguments)
    : m_arguments(arguments)
{
    m_parser.setApplicationDescription(description);
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, tr("Explains all this.")});
}

void CommandLine::addStoreOption()
{
    m_parser.addOption({QStringLiteral("store"),
        tr("The school: sqlite:FILE, postgresql://USER@SERVER/DATABASE, or "
           "simulated:?latency=20ms&jitter=5ms&failures=0.02&seed=1 "
           "for practice. Without it, your own school database."),
        QStringLiteral("URL")});
}

void CommandLine::addPositional(
    const QString &name, const QString &description, const QString &syntax)
{
    m_parser.addPositionalArgument(name, description, syntax);
}

std::optional<int> CommandLine::parse()
{
    // QCommandLineParser takes the first argument for the program's name.
    if (!m_parser.parse(m_arguments)) {
        printProblem(m_parser.errorText());
        return WrongUsage;
    }
    if (m_parser.isSet(QStringLiteral("help"))) {
        printLine(help());
        return AllRegistered;
    }
    return std::nullopt;
}

QString CommandLine::help() const
{
    const QString program = QCoreApplication::applicationName();
    const QString command = m_arguments.first();
    // Qt knows the program's file only, not which of its commands is explained.
    const QString file = QCoreApplication::arguments().value(0);
    const bool isWindow = command == file;
    QString text = m_parser.helpText();
    text.replace(text.indexOf(file), file.size(), isWindow ? program : program + u' ' + command);
    return text.trimmed() + QStringLiteral("\n\n") + exitStatusHelp();
}

Expected<std::unique_ptr<School>> CommandLine::openStore(MissingSchool missing) const
{
    const QString url =
        isSet(QStringLiteral("store")) ? value(QStringLiteral("store")) : defaultStoreUrl();
    return openSchool(url, missing);
}

} // namespace Rollbook
