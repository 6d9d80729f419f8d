// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrars/openschool.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStringList>

#include <memory>
#include <optional>

namespace Rollbook
{

/// Parses the arguments of one command and opens its store. Its tr() is that of everything the
/// command line says.
class CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(Rollbook::CommandLine)

public:
    /// `arguments` begin with the command's name, which is how the help calls it.
    CommandLine(const QString &description, const QStringList &arguments);

    void addStoreOption();
    void addOption(const QCommandLineOption &option) { m_parser.addOption(option); }
    void addPositional(const QString &name, const QString &description, const QString &syntax);

    /// The exit status when the command has to end here: after --help, or a wrong option.
    std::optional<int> parse();

    bool isSet(const QString &option) const { return m_parser.isSet(option); }
    QString value(const QString &option) const { return m_parser.value(option); }
    QStringList values(const QString &option) const { return m_parser.values(option); }
    QStringList positional() const { return m_parser.positionalArguments(); }

    Expected<std::unique_ptr<School>> openStore(MissingSchool missing = MissingSchool::Make) const;

private:
    QString help() const;

    QCommandLineParser m_parser;
    QStringList m_arguments;
};

} // namespace Rollbook
