// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparison.h"
#include "domain/memorypages.h"
#include "reportcases.h"
#include "rostercases.h"
#include "runcases.h"
#include "servercases.h"
#include "storecases.h"
#include "tablecases.h"
#include "waitingcases.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

#include <cstdio>
#include <functional>
#include <map>

using namespace Rollbook::Bench;

namespace
{

using WindowCase = std::function<Measurement(int size)>;

WindowCase tableCase(Measurement (*measure)(TableKind, int, Watching), TableKind kind,
    Watching watching = Watching::Turns)
{
    return [=](int size) { return measure(kind, size, watching); };
}

const std::map<QString, WindowCase> windowCases{
    {QStringLiteral("run"), [](int size) { return runIntoTable(size, Watching::Nothing); }},
    {QStringLiteral("turns"), [](int size) { return runIntoTable(size, Watching::Turns); }},
    {QStringLiteral("stream"), tableCase(streamIntoTable, TableKind::Ours)},
    {QStringLiteral("stream-naive"), tableCase(streamIntoTable, TableKind::Naive)},
    {QStringLiteral("stream-limit"), tableCase(streamIntoTable, TableKind::Limit)},
    {QStringLiteral("search"), tableCase(typeIntoSearch, TableKind::Ours, Watching::Nothing)},
    {QStringLiteral("search-turns"), tableCase(typeIntoSearch, TableKind::Ours)},
    {QStringLiteral("search-naive"), tableCase(typeIntoSearch, TableKind::Naive)},
    {QStringLiteral("together"), tableCase(searchAmongResults, TableKind::Ours, Watching::Nothing)},
    {QStringLiteral("sort"), tableCase(sortTable, TableKind::Ours, Watching::Nothing)},
    {QStringLiteral("sort-turns"), tableCase(sortTable, TableKind::Ours)},
    {QStringLiteral("sort-naive"), tableCase(sortTable, TableKind::Naive)},
};

using ServerMeasure = std::function<Measurement(const ServerCase &where)>;

ServerMeasure serverLimit(ServerLimit limit)
{
    return [limit](const ServerCase &where) { return statementsIntoServer(where, limit); };
}

ServerMeasure serverLists(ServerCourses courses)
{
    return [courses](const ServerCase &where) { return listsIntoServer(where, courses); };
}

const std::map<QString, ServerMeasure> serverCases{
    {QStringLiteral("server-own"), serverLists(ServerCourses::OneEach)},
    {QStringLiteral("server-four"), serverLists(ServerCourses::FourEach)},
    {QStringLiteral("server-shared"), serverLists(ServerCourses::OneForAll)},
    {QStringLiteral("server-inserts"), serverLimit(ServerLimit::Inserts)},
    {QStringLiteral("server-places"), serverLimit(ServerLimit::Places)},
    {QStringLiteral("server-outcomes"), serverLimit(ServerLimit::Outcomes)},
};

// One case, in this process: what compare() starts.
int measureCase(int argc, char **argv)
{
    const QString name = QString::fromLocal8Bit(argv[2]);
    const int size = QByteArray(argv[3]).toInt();
    Measurement measurement;
    if (name == QStringLiteral("loop")) {
        measurement = runInLoop(size);
    } else if (const auto inWindow = windowCases.find(name); inWindow != windowCases.end()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        // Qt warns of one that others may look into.
        const QTemporaryDir runtime;
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.path()));
        // As the window does.
        Rollbook::fetchHeap(6 << 20);
        Rollbook::giveBackLargePieces();
        const QApplication application(argc, argv);
        measurement = inWindow->second(size);
    } else if (const auto onServer = serverCases.find(name); onServer != serverCases.end()) {
        const QCoreApplication application(argc, argv);
        measurement = onServer->second(ServerCase::fromText(QString::fromLocal8Bit(argv[3])));
    } else if (name == QStringLiteral("report-pdf")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QTemporaryDir runtime;
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.path()));
        const QGuiApplication application(argc, argv);
        measurement = runIntoReport(QStringLiteral("pdf"), size);
    } else if (name.startsWith(QStringLiteral("report-"))) {
        measurement = runIntoReport(name.section(u'-', 1), size);
    } else if (name.startsWith(QStringLiteral("bytes-"))) {
        measurement = bytesWritten(name.section(u'-', 1), size);
    } else if (name == QStringLiteral("cells-xlsx")) {
        measurement = cellsIntoWorkbook(size);
    } else if (name == QStringLiteral("school")) {
        const QCoreApplication application(argc, argv);
        measurement = rosterIntoSchool(size);
    } else if (name == QStringLiteral("register")) {
        const QCoreApplication application(argc, argv);
        measurement = listIntoSchool(size);
    } else if (name == QStringLiteral("waiting")) {
        const QCoreApplication application(argc, argv);
        measurement = runWaiting(size);
    } else if (name == QStringLiteral("c-api")) {
        measurement = statementsAlone(size);
    } else if (name == QStringLiteral("roster")) {
        measurement = fileIntoRoster(QString::fromLocal8Bit(argv[3]));
    } else if (name == QStringLiteral("read")) {
        measurement = fileRead(QString::fromLocal8Bit(argv[3]));
    } else if (name == QStringLiteral("scan")) {
        measurement = fileScanned(QString::fromLocal8Bit(argv[3]));
    } else {
        std::fputs("no such case\n", stderr);
        return 2;
    }
    QTextStream(stdout) << toText(measurement);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 4 && qstrcmp(argv[1], "--case") == 0)
        return measureCase(argc, argv);
    const QCoreApplication application(argc, argv);
    return compare(QCoreApplication::arguments().value(1)) ? 0 : 1;
}
