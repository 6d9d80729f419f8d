// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include "commandline.h"
#include "console.h"
#include "exitstatus.h"
#include "interruption.h"
#include "progressline.h"
#include "registrars/schoolmove.h"

#include <QCoreApplication>
#include <QTimer>

#include <atomic>
#include <limits>
#include <thread>

namespace Rollbook
{

namespace
{

constexpr QLatin1StringView FromOption("from");
constexpr QLatin1StringView ToOption("to");
constexpr QLatin1StringView ProgressOption("progress");
constexpr std::chrono::milliseconds ProgressEvery{100};

/// What the thread that moves and the one that shows it tell each other.
struct Signs {
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0;
    std::atomic<bool> isStopped = false;
    std::atomic<bool> hasEnded = false;
};

void show(ProgressLine &line, const Signs &signs)
{
    const qint64 total = signs.total;
    if (total == 0)
        return;
    // The line counts in numbers that a very large school could exceed.
    const qint64 scale = total / std::numeric_limits<int>::max() + 1;
    RunProgress progress;
    progress.total = static_cast<int>(total / scale);
    progress.done = static_cast<int>(signs.done / scale);
    line.show(progress);
}

Expected<MoveReport> moveAndShow(const QString &from, const QString &to, ProgressLine::Style style)
{
    Signs signs;
    Expected<MoveReport> moved = fail(ErrorCode::Internal, {});
    ProgressLine line(style);
    const Interruption interruption;
    QObject::connect(
        &interruption, &Interruption::happened, &interruption, [&] { signs.isStopped = true; });
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        show(line, signs);
        if (signs.hasEnded)
            QCoreApplication::quit();
    });
    timer.start(ProgressEvery);
    {
        const std::jthread mover([&] {
            moved = moveSchool(from, to, [&](const MoveProgress &now) {
                signs.total = now.total;
                signs.done = now.done;
                return !signs.isStopped;
            });
            signs.hasEnded = true;
        });
        QCoreApplication::exec();
    }
    if (moved)
        show(line, signs);
    line.finish();
    return moved;
}

void printReport(const MoveReport &report)
{
    printHeader({CommandLine::tr("table"), CommandLine::tr("rows"),
        CommandLine::tr("checksum (SHA-256), the same in both schools")});
    for (const MovedTable &table : report.tables)
        printCells({table.name, QString::number(table.rows), table.checksum});
    if (report.changedTexts > 0) {
        printProblem(CommandLine::tr(
            "%n text(s) held a character that PostgreSQL cannot keep (U+0000); it became “\uFFFD”. "
            "“runs verify” finds the runs changed that it belonged to.",
            nullptr, static_cast<int>(report.changedTexts)));
    }
    if (report.changedAuditTexts > 0) {
        printProblem(CommandLine::tr("%n of them stood in the audit trail, in which “runs verify” "
                                     "finds these entries changed.",
            nullptr, static_cast<int>(report.changedAuditTexts)));
    }
    printProblem(
        CommandLine::tr("The school was moved and compared. The old one is as it was: keep "
                        "it until everybody works with the new one, but register only "
                        "there."));
}

} // namespace

void addMoveOptions(CommandLine &line)
{
    line.addOption({FromOption,
        CommandLine::tr("For move: the school as it is now. Nothing is changed in it."),
        QStringLiteral("URL")});
    line.addOption({ToOption,
        CommandLine::tr(
            "For move: where it shall be, an empty database or a file that is not there "
            "yet."),
        QStringLiteral("URL")});
    line.addOption({ProgressOption,
        CommandLine::tr("bar, plain (a line a second), none, or auto (default): a bar where you "
                        "can see it."),
        QStringLiteral("HOW")});
}

int moveSchoolOver(const CommandLine &line)
{
    const QString how =
        line.isSet(ProgressOption) ? line.value(ProgressOption) : QStringLiteral("auto");
    const auto style = ProgressLine::styleFromWord(how);
    if (line.positional().size() != 1 || !line.isSet(FromOption) || !line.isSet(ToOption)
        || !style) {
        return failWith({ErrorCode::Usage,
            CommandLine::tr("Write it as: school move --from URL --to URL, where one is like "
                            "sqlite:FILE and the other like postgresql://USER@SERVER/DATABASE.")});
    }
    const auto moved = moveAndShow(line.value(FromOption), line.value(ToOption), *style);
    if (moved) {
        printReport(*moved);
        return AllRegistered;
    }
    const int status = failWith(moved.error());
    return moved.error().code == ErrorCode::Cancelled ? Interrupted : status;
}

} // namespace Rollbook
