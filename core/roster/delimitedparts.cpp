// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delimitedparts.h"

#include "domain/inthreads.h"

#include <algorithm>
#include <vector>

namespace Rollbook
{

namespace
{

using Found = DelimitedScanner::Found;

// Below that another thread would hardly have begun.
constexpr qsizetype BytesWorthAThread = 1 << 20;
constexpr qsizetype MostParts = 8;

struct Part {
    qsizetype begin = 0;
    qsizetype end = 0; // the row that begins here or later is the next part's
    RowSink *sink = nullptr;
};

struct Scanned {
    qsizetype end = 0; // where the next row begins
    DelimitedRows rows;
    bool wanted = true; // false: the sink said that it is enough
};

Scanned scan(QByteArrayView text, char delimiter, Part part)
{
    DelimitedScanner scanner(text.sliced(part.begin), delimiter);
    Scanned scanned;
    while (scanned.wanted && part.begin + scanner.position() < part.end) {
        const Found found = scanner.next();
        if (found != Found::Row) {
            scanned.rows.found = found;
            scanned.rows.cells = scanner.cells().size();
            break;
        }
        ++scanned.rows.rows;
        scanned.wanted = part.sink->addRow(scanner.cells());
    }
    scanned.end = part.begin + scanner.position();
    return scanned;
}

// Behind the first line feed from there on; a file without any is one part.
qsizetype rowAfter(QByteArrayView text, qsizetype from)
{
    const qsizetype lineFeed = text.indexOf('\n', from);
    return lineFeed < 0 ? text.size() : lineFeed + 1;
}

std::vector<Part> partsOf(QByteArrayView text, RowSink &sink)
{
    const qsizetype count = std::clamp<qsizetype>(
        std::min<qsizetype>(QThread::idealThreadCount(), text.size() / BytesWorthAThread), 1,
        MostParts);
    std::vector<Part> parts{{0, text.size(), &sink}};
    for (qsizetype i = 1; i < count; ++i) {
        const qsizetype begin =
            rowAfter(text, std::max(parts.back().begin, i * text.size() / count));
        RowSink *const branch = begin < text.size() ? sink.branch(text.size() / count) : nullptr;
        if (branch == nullptr)
            break;
        parts.back().end = begin;
        parts.push_back({begin, text.size(), branch});
    }
    return parts;
}

} // namespace

DelimitedRows scanInParts(QByteArrayView text, char delimiter, RowSink &sink)
{
    const std::vector<Part> parts = partsOf(text, sink);
    std::vector<Scanned> scanned(parts.size());
    inThreads(parts.size(), [&](std::size_t i) { scanned[i] = scan(text, delimiter, parts[i]); });

    Scanned all = scanned.front();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const bool goesOn = all.wanted && all.rows.found == Found::End;
        const bool fits = goesOn && all.end == parts[i].begin;
        const bool taken = sink.join(fits);
        if (!goesOn)
            continue;
        const qint64 before = all.rows.rows;
        all = fits ? scanned[i] : scan(text, delimiter, {all.end, parts[i].end, &sink});
        all.rows.rows += before;
        all.wanted = all.wanted && taken;
    }
    return all.rows;
}

} // namespace Rollbook
