// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportcomparison.h"

#include "interleaved.h"

namespace Rollbook::Bench
{

namespace
{

constexpr int ComparedRows = 100'000;

const char *verdict(bool isMet)
{
    return isMet ? "" : "  over the limit";
}

// Of a report and the least that it can take.
bool compareTime(const QString &report, const QString &limitCase, double limit, QTextStream &out)
{
    const auto medians =
        measureInterleaved({ownCase(report, ComparedRows), ownCase(limitCase, ComparedRows)});
    if (!medians)
        return false;
    const double ours = medians->at(report).milliseconds;
    const double least = medians->at(limitCase).milliseconds;
    out << report.rightJustified(12) << ' ' << cell(ours, 1) << ' ' << cell(least, 1) << ' '
        << ratio(ours, least) << ' ' << cell(limit, 1) << verdict(ours <= limit * least) << '\n';
    out.flush();
    return true;
}

bool comparePages(QTextStream &out)
{
    constexpr double limit = 5'000; // rows a second
    const QString name = QStringLiteral("report-pdf");
    const auto medians = measureInterleaved({ownCase(name, ComparedRows)}, FewRounds);
    if (!medians)
        return false;
    const double speed = ComparedRows * 1000.0 / medians->at(name).milliseconds;
    out << "Pages of " << ComparedRows << " rows: " << cell(speed, 0) << " rows/s, "
        << cell(medians->at(name).heldMegabytes, 1) << " MB; at least " << limit << " rows/s"
        << verdict(speed >= limit) << '\n';
    out.flush();
    return true;
}

// A megabyte of noise is no growth.
bool compareMemory(const QString &name, QTextStream &out)
{
    constexpr int few = 10'000;
    constexpr int many = 1'000'000;
    constexpr double noise = 2; // megabytes
    const auto ofFew = measureInterleaved({ownCase(name, few)}, FewRounds);
    const auto ofMany = measureInterleaved({ownCase(name, many)}, FewRounds);
    if (!ofFew || !ofMany)
        return false;
    const double before = ofFew->at(name).heldMegabytes;
    const double after = ofMany->at(name).heldMegabytes;
    out << name.rightJustified(12) << ' ' << cell(before, 1) << ' ' << cell(after, 1)
        << verdict(after - before <= noise) << '\n';
    out.flush();
    return true;
}

} // namespace

bool compareReports(const QString &filter, QTextStream &out)
{
    if (QStringLiteral("report time").contains(filter)) {
        out << "Reports of " << ComparedRows
            << " rows: CSV against the plain writing of the same bytes, XLSX against\n"
               "libxlsxwriter alone with the same cells in constant_memory mode\n"
               "      report    ours ms   least ms  time:least    limit\n";
        if (!compareTime(QStringLiteral("report-csv"), QStringLiteral("bytes-csv"), 3, out)
            || !compareTime(QStringLiteral("report-xlsx"), QStringLiteral("cells-xlsx"), 1.3, out))
            return false;
    }
    if (QStringLiteral("report pages").contains(filter) && !comparePages(out))
        return false;
    if (!QStringLiteral("report memory").contains(filter))
        return true;
    out << "What a report takes beside the run, which is not to grow with the rows\n"
           "      report  MB, 10 000 MB, 1 000 000\n";
    return compareMemory(QStringLiteral("report-csv"), out)
        && compareMemory(QStringLiteral("report-json"), out)
        && compareMemory(QStringLiteral("report-xlsx"), out);
}

} // namespace Rollbook::Bench
