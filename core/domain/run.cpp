// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/run.h"

#include <QRandomGenerator>

#include <array>
#include <pwd.h>
#include <unistd.h>

namespace Rollbook
{

namespace
{

constexpr std::array<const char *, 4> StateWords{"running", "finished", "cancelled", "stopped"};

constexpr std::array<const char *, 2> KindWords{"registration", "undo"};

// The time first, so that ids sort; then enough chance that two machines never meet.
QString newRunId(const QDateTime &startedAt)
{
    return startedAt.toString(QStringLiteral("yyyyMMdd-HHmmsszzz-"))
        + QStringLiteral("%1").arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0'));
}

} // namespace

QString currentAccountName()
{
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
        QString name = qEnvironmentVariable(variable);
        if (!name.isEmpty())
            return name;
    }
    const struct passwd *entry = ::getpwuid(::getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QStringLiteral("unknown");
}

QString runStateWord(RunState state)
{
    return QString::fromLatin1(StateWords[static_cast<std::size_t>(state)]);
}

std::optional<RunState> runStateFromWord(QStringView word)
{
    for (std::size_t i = 0; i < StateWords.size(); ++i) {
        if (word == QLatin1StringView(StateWords[i]))
            return static_cast<RunState>(i);
    }
    return std::nullopt;
}

QString runKindWord(RunKind kind)
{
    return QString::fromLatin1(KindWords[static_cast<std::size_t>(kind)]);
}

std::optional<RunKind> runKindFromWord(QStringView word)
{
    for (std::size_t i = 0; i < KindWords.size(); ++i) {
        if (word == QLatin1StringView(KindWords[i]))
            return static_cast<RunKind>(i);
    }
    return std::nullopt;
}

Run Run::begin(
    const QString &rosterName, const CourseAssignment &courses, const RunOptions &options)
{
    Run run;
    run.startedAt = QDateTime::currentDateTimeUtc();
    run.id = newRunId(run.startedAt);
    run.startedBy = currentAccountName();
    run.rosterName = rosterName;
    run.courseName = courses.displayName();
    run.options = options;
    return run;
}

} // namespace Rollbook
