// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparison.h"

#include "interleaved.h"
#include "reportcomparison.h"
#include "rostercases.h"
#include "servercomparison.h"
#include "tablecomparison.h"
#include "waitingcases.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>

#include <initializer_list>

namespace Rollbook::Bench
{

namespace
{

// Of "run 500", "run 10000", …: the numbers of those that contain the filter.
QList<int> sizesOf(const QString &name, std::initializer_list<int> sizes, const QString &filter)
{
    QList<int> asked;
    for (const int size : sizes) {
        if (QStringLiteral("%1 %2").arg(name).arg(size).contains(filter))
            asked += size;
    }
    return asked;
}

bool compareRuns(const QString &filter, QTextStream &out)
{
    const QList<int> sizes =
        sizesOf(QStringLiteral("run"), {500, 10'000, 100'000, 1'000'000}, filter);
    if (sizes.isEmpty())
        return true;
    const QString go = QCoreApplication::applicationDirPath() + QStringLiteral("/godesign");
    const bool withGo = QFileInfo(go).isExecutable();
    out << "The run: no-op registrations into the table of a visible window\n";
    if (!withGo)
        out << "(Go is not installed: the Go design is left out)\n";
    out << "  students     run ms    loop ms      Go ms  time : Go  time:loop     run MB      Go MB"
           "   MB : Go     gap ms\n";
    for (const int students : sizes) {
        QList<Peer> peers{ownCase(QStringLiteral("run"), students),
            ownCase(QStringLiteral("turns"), students), ownCase(QStringLiteral("loop"), students)};
        if (withGo)
            peers += {QStringLiteral("go"), go, {QString::number(students)}};
        const auto medians = measureInterleaved(peers);
        if (!medians)
            return false;
        const Measurement run = medians->at(QStringLiteral("run"));
        const Measurement loop = medians->at(QStringLiteral("loop"));
        const Measurement design = withGo ? medians->at(QStringLiteral("go")) : Measurement();
        out << QString::number(students).rightJustified(10) << ' ' << cell(run.milliseconds, 2)
            << ' ' << cell(loop.milliseconds, 2) << ' ' << cell(design.milliseconds, 2) << ' '
            << ratio(run.milliseconds, design.milliseconds) << ' '
            << ratio(run.milliseconds, loop.milliseconds) << ' ' << cell(run.peakMegabytes, 1)
            << ' ' << cell(design.peakMegabytes, 1) << ' '
            << ratio(run.peakMegabytes, design.peakMegabytes) << ' '
            << cell(medians->at(QStringLiteral("turns")).longestGap, 2) << '\n';
        out.flush();
    }
    return true;
}

double megabytesOf(const QString &path)
{
    return static_cast<double>(QFileInfo(path).size()) / (1024 * 1024);
}

// What a loaded list takes beside the bytes of its text, which are those of the plain file.
void printHeldMemory(const Measurement &measured, double fileMegabytes, QTextStream &out)
{
    constexpr double limit = 3;
    out << "Memory of the loaded, checked roster, against the bytes of its text; the limit is "
        << limit << "\n   file MB    held MB held : text   table MB table : text\n"
        << cell(fileMegabytes, 1) << ' ' << cell(measured.heldMegabytes, 1) << "  "
        << ratio(measured.heldMegabytes, fileMegabytes) << ' ' << cell(measured.tableMegabytes, 1)
        << "   " << ratio(measured.tableMegabytes, fileMegabytes)
        << (measured.heldMegabytes <= limit * fileMegabytes ? "" : "  over the limit") << '\n';
}

bool compareTextRosters(const QString &folder, QTextStream &out)
{
    constexpr int students = 1'000'000;
    const QString path = folder + QStringLiteral("/list.csv");
    writeClassList(path, students);
    QList<Peer> peers{ownCase(QStringLiteral("roster"), path),
        ownCase(QStringLiteral("read"), path), ownCase(QStringLiteral("scan"), path)};
    const QString go = QCoreApplication::applicationDirPath() + QStringLiteral("/gocsv");
    const bool withGo = QFileInfo(go).isExecutable();
    if (withGo)
        peers += {QStringLiteral("go"), go, {path}};
    else
        out << "(Go is not installed: encoding/csv is left out)\n";
    const auto medians = measureInterleaved(peers);
    if (!medians)
        return false;
    const Measurement ours = medians->at(QStringLiteral("roster"));
    const Measurement design = withGo ? medians->at(QStringLiteral("go")) : Measurement();
    out << "A CSV file into a checked, editable roster, against Go's encoding/csv into structs\n"
           "  students    file MB    ours ms      Go ms  time : Go    read ms    scan ms    ours MB"
           "      Go MB\n"
        << QString::number(students).rightJustified(10) << ' ' << cell(megabytesOf(path), 1) << ' '
        << cell(ours.milliseconds, 1) << ' ' << cell(design.milliseconds, 1) << ' '
        << ratio(ours.milliseconds, design.milliseconds) << ' '
        << cell(medians->at(QStringLiteral("read")).milliseconds, 1) << ' '
        << cell(medians->at(QStringLiteral("scan")).milliseconds, 1) << ' '
        << cell(ours.peakMegabytes, 1) << ' ' << cell(design.peakMegabytes, 1) << '\n';
    printHeldMemory(ours, megabytesOf(path), out);
    out.flush();
    return true;
}

// The python3 of the path may be another than the one for which Debian has openpyxl.
QString pythonWithOpenpyxl()
{
    for (const QString &python : {QStringLiteral("/usr/bin/python3"), QStringLiteral("python3")}) {
        QProcess trial;
        trial.setProcessChannelMode(QProcess::MergedChannels);
        trial.start(python, {QStringLiteral("-c"), QStringLiteral("import openpyxl")});
        if (trial.waitForFinished(-1) && trial.exitStatus() == QProcess::NormalExit
            && trial.exitCode() == 0)
            return python;
    }
    return {};
}

// As a column of the row of workbooks; false when it failed.
bool printLibreOffice(
    const QString &python, const QString &path, double milliseconds, QTextStream &out)
{
    const QString soffice = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    if (soffice.isEmpty()) {
        out << "  (LibreOffice is not installed: its conversion is left out)\n";
        return true;
    }
    const auto medians = measureInterleaved(
        {{QStringLiteral("soffice"), python,
            {QStringLiteral(ROLLBOOK_BENCH_PEERS "/libreoffice_convert.py"), soffice, path}}},
        FewRounds);
    if (!medians)
        return false;
    const Measurement office = medians->at(QStringLiteral("soffice"));
    out << ' ' << cell(office.milliseconds, 1) << "     "
        << ratio(office.milliseconds, milliseconds) << ' ' << cell(office.peakMegabytes, 1) << '\n';
    return true;
}

bool compareWorkbooks(const QString &folder, QTextStream &out)
{
    constexpr int students = 100'000;
    const QString path = folder + QStringLiteral("/list.xlsx");
    const QString script = QStringLiteral(ROLLBOOK_BENCH_PEERS "/openpyxl_read.py");
    const QString python = pythonWithOpenpyxl();
    if (python.isEmpty()) {
        out << "(Python or openpyxl is not installed: workbooks are left out)\n";
        return true;
    }
    if (QProcess::execute(
            python, {script, QStringLiteral("--make"), path, QString::number(students)})
        != 0)
        return false;
    const auto medians = measureInterleaved({ownCase(QStringLiteral("roster"), path),
        {QStringLiteral("openpyxl"), python, {script, path}}});
    if (!medians)
        return false;
    const Measurement ours = medians->at(QStringLiteral("roster"));
    const Measurement peer = medians->at(QStringLiteral("openpyxl"));
    out << "An XLSX workbook into a checked, editable roster, against openpyxl in read-only mode\n"
           "and LibreOffice's conversion to CSV (median of "
        << FewRounds
        << ", after one to warm up)\n"
           "  students    file MB    ours ms openpyxl ms  times as fast    ours MB openpyxl MB"
           "  Office ms  times as fast  Office MB\n"
        << QString::number(students).rightJustified(10) << ' ' << cell(megabytesOf(path), 1) << ' '
        << cell(ours.milliseconds, 1) << "  " << cell(peer.milliseconds, 1) << "     "
        << ratio(peer.milliseconds, ours.milliseconds) << ' ' << cell(ours.peakMegabytes, 1) << "  "
        << cell(peer.peakMegabytes, 1);
    out.flush();
    const bool converted = printLibreOffice(python, path, ours.milliseconds, out);
    out.flush();
    return converted;
}

// With all rows in flight the Go design is the peer; with fewer, the time that the waits alone
// take.
bool compareWaiting(const QString &filter, QTextStream &out)
{
    if (!QStringLiteral("waiting").contains(filter))
        return true;
    const QString go = QCoreApplication::applicationDirPath() + QStringLiteral("/godesign");
    const bool withGo = QFileInfo(go).isExecutable();
    out << "Waiting: " << WaitingStudents << " rows that are answered after " << WaitingLatency
        << " ms each, one by one\nor in batches of 50\n";
    if (!withGo)
        out << "(Go is not installed: the Go design is left out)\n";
    out << " in flight     run ms   waits ms run : waits      Go ms   run : Go\n";
    for (const int inFlight : {0, WaitingStudents, 256, 64, 16}) {
        QList<Peer> peers{ownCase(QStringLiteral("waiting"), inFlight)};
        const bool isAll = inFlight == 0 || inFlight == WaitingStudents;
        const bool besideGo = withGo && isAll;
        if (besideGo) {
            peers += {QStringLiteral("go"), go,
                {QString::number(WaitingStudents), QString::number(WaitingLatency)}};
        }
        // With few in flight each round takes seconds, and nothing of it depends on a peer.
        const auto medians = measureInterleaved(peers, isAll ? Rounds : FewRounds);
        if (!medians)
            return false;
        const double run = medians->at(QStringLiteral("waiting")).milliseconds;
        const int turns = isAll ? 1 : (WaitingStudents + inFlight - 1) / inFlight;
        const double design = besideGo ? medians->at(QStringLiteral("go")).milliseconds : 0;
        out << (inFlight == 0 ? QStringLiteral("all, by 50") : QString::number(inFlight))
                   .rightJustified(10)
            << ' ' << cell(run, 1) << ' ' << cell(turns * WaitingLatency, 1) << "  "
            << ratio(run, turns * WaitingLatency) << ' ' << cell(design, 1) << ' '
            << ratio(run, design) << '\n';
        out.flush();
    }
    return true;
}

bool compareRosters(const QString &filter, QTextStream &out)
{
    const QTemporaryDir folder;
    return (!QStringLiteral("roster csv").contains(filter)
               || compareTextRosters(folder.path(), out))
        && (!QStringLiteral("roster xlsx").contains(filter)
            || compareWorkbooks(folder.path(), out));
}

bool compareWithStatements(const QString &name, const QList<int> &sizes, QTextStream &out)
{
    out << "  students    ours ms   C API ms ours rows/s C API rows/s  rows/s : C API    ours MB\n";
    for (const int students : sizes) {
        const auto medians = measureInterleaved(
            {ownCase(name, students), ownCase(QStringLiteral("c-api"), students)});
        if (!medians)
            return false;
        const Measurement ours = medians->at(name);
        const Measurement limit = medians->at(QStringLiteral("c-api"));
        out << QString::number(students).rightJustified(10) << ' ' << cell(ours.milliseconds, 1)
            << ' ' << cell(limit.milliseconds, 1) << "  "
            << cell(students * 1000.0 / ours.milliseconds, 0) << "   "
            << cell(students * 1000.0 / limit.milliseconds, 0) << "      "
            << ratio(limit.milliseconds, ours.milliseconds) << ' ' << cell(ours.peakMegabytes, 1)
            << '\n';
        out.flush();
    }
    return true;
}

bool compareStores(const QString &filter, QTextStream &out)
{
    const QList<int> whole = sizesOf(QStringLiteral("school"), {10'000, 100'000}, filter);
    if (!whole.isEmpty()) {
        out << "The school: from a CSV file to committed registrations in SQLite and a CSV "
               "report,\n"
               "against the same statements alone through the C API\n";
        if (!compareWithStatements(QStringLiteral("school"), whole, out))
            return false;
    }
    const QList<int> alone = sizesOf(QStringLiteral("register"), {100'000, 1'000'000}, filter);
    if (alone.isEmpty())
        return true;
    out << "Registering alone: from a list in memory to committed registrations and journal,\n"
           "against the same statements alone through the C API\n";
    return compareWithStatements(QStringLiteral("register"), alone, out);
}

} // namespace

bool compare(const QString &filter)
{
    QTextStream out(stdout);
    return compareRuns(filter, out) && compareTables(filter, out) && compareWaiting(filter, out)
        && compareStores(filter, out) && compareServers(filter, out) && compareRosters(filter, out)
        && compareReports(filter, out);
}

} // namespace Rollbook::Bench
