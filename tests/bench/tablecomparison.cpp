// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablecomparison.h"

#include "interleaved.h"
#include "tablecases.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

namespace Rollbook::Bench
{

namespace
{

constexpr int Students = 1'000'000;
// Of processes that live for a moment.
constexpr int ManyRounds = 21;

struct Compared {
    Measurement ours;
    Measurement naive;
};

std::optional<Compared> compareWithNaive(const QString &name)
{
    const QString naive = name + QStringLiteral("-naive");
    const auto medians =
        measureInterleaved({ownCase(name, Students), ownCase(naive, Students)}, FewRounds);
    if (!medians)
        return std::nullopt;
    return Compared{medians->at(name), medians->at(naive)};
}

QString bytesARow(const Measurement &measured)
{
    return cell(measured.heldMegabytes * 1024 * 1024 / Students, 1);
}

bool compareStreaming(QTextStream &out)
{
    out << "Streaming: " << Students << " outcomes, " << StreamedRowsPerSecond
        << " a second, into a visible table that is sorted by\nname and shows who is registered; "
           "naive: a signal a row, QSortFilterProxyModel, at most "
        << MostStreamingMilliseconds / 1000
        << " s;\nlimit: outcomes are counted and not shown, beside a thread that computes\n"
        << "                    run ms     gap ms  bytes : row outcomes taken\n";
    const auto medians = measureInterleaved({ownCase(QStringLiteral("stream"), Students),
                                                ownCase(QStringLiteral("stream-limit"), Students),
                                                ownCase(QStringLiteral("stream-naive"), Students)},
        FewRounds);
    if (!medians)
        return false;
    for (const auto &[name, peer] : {std::pair("ours", "stream"),
             std::pair("limit", "stream-limit"), std::pair("naive", "stream-naive")}) {
        const Measurement &measured = medians->at(QString::fromLatin1(peer));
        out << QString::fromLatin1(name).rightJustified(10) << "       "
            << cell(measured.milliseconds, 1) << ' ' << cell(measured.longestGap, 2) << "   "
            << bytesARow(measured) << "     " << cell(measured.rows, 0) << '\n';
    }
    out.flush();
    return true;
}

bool compareSearching(QTextStream &out)
{
    out << "Searching: a letter more or less in a table of " << Students
        << " that is sorted by name; the longest time\nuntil its rows are painted, the longest "
           "gap, and the memory beside the roster\n"
           "   ours ms   naive ms ours:naive     gap ms   naive gap  bytes : row\n";
    const auto compared = compareWithNaive(QStringLiteral("search"));
    if (!compared)
        return false;
    out << cell(compared->ours.milliseconds, 1) << ' ' << cell(compared->naive.milliseconds, 1)
        << ' ' << ratio(compared->ours.milliseconds, compared->naive.milliseconds) << ' '
        << cell(compared->ours.longestGap, 2) << "  " << cell(compared->naive.longestGap, 2)
        << "   " << bytesARow(compared->ours) << '\n';
    out.flush();
    return true;
}

bool compareSorting(QTextStream &out)
{
    out << "Sorting: " << Students
        << " rows by family name, collated, for the first time, nearly all names different\n"
           "   ours ms   naive ms ours:naive     gap ms   naive gap\n";
    const auto compared = compareWithNaive(QStringLiteral("sort"));
    if (!compared)
        return false;
    out << cell(compared->ours.milliseconds, 1) << ' ' << cell(compared->naive.milliseconds, 1)
        << ' ' << ratio(compared->ours.milliseconds, compared->naive.milliseconds) << ' '
        << cell(compared->ours.longestGap, 2) << "  " << cell(compared->naive.longestGap, 2)
        << '\n';
    out.flush();
    return true;
}

bool compareStart(QTextStream &out)
{
    const QString folder = QCoreApplication::applicationDirPath();
    // As for somebody who has never started it.
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.path()));
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(home.path()));
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QString emptyWindow = folder + QStringLiteral("/emptywindow");
    // Most of what a window costs is to look for the fonts, which one without a word never does.
    const auto medians =
        measureInterleaved({{QStringLiteral("ours"), folder + QStringLiteral("/rollbook_start"),
                                {QStringLiteral("--sample")}},
                               {QStringLiteral("empty"), emptyWindow, {}},
                               {QStringLiteral("word"), emptyWindow, {QStringLiteral("--word")}}},
            ManyRounds);
    if (!medians)
        return false;
    const Measurement ours = medians->at(QStringLiteral("ours"));
    const Measurement empty = medians->at(QStringLiteral("empty"));
    const Measurement word = medians->at(QStringLiteral("word"));
    out << "Start: from the start of the process to a painted window, with the sample school; "
           "until its list can be\nregistered; against an empty QMainWindow, and one with a single "
           "word in it\n"
           "   ours ms   empty ms ours:empty    word ms  ours:word   ready ms    ours MB   empty MB"
           "    more MB\n"
        << cell(ours.milliseconds, 1) << ' ' << cell(empty.milliseconds, 1) << ' '
        << ratio(ours.milliseconds, empty.milliseconds) << ' ' << cell(word.milliseconds, 1) << ' '
        << ratio(ours.milliseconds, word.milliseconds) << ' ' << cell(ours.readyMilliseconds, 1)
        << ' ' << cell(ours.heldMegabytes, 1) << ' ' << cell(empty.heldMegabytes, 1) << ' '
        << cell(ours.heldMegabytes - empty.heldMegabytes, 1) << '\n';
    out.flush();
    return true;
}

} // namespace

bool compareTables(const QString &filter, QTextStream &out)
{
    const auto isAsked = [&filter](const char *name) {
        return QString::fromLatin1(name).contains(filter);
    };
    return (!isAsked("table stream") || compareStreaming(out))
        && (!isAsked("table search") || compareSearching(out))
        && (!isAsked("table sort") || compareSorting(out))
        && (!isAsked("start") || compareStart(out));
}

} // namespace Rollbook::Bench
