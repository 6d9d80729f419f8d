// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console.h"

#include "exitstatus.h"

#include <cstdio>
#include <unistd.h>

namespace Rollbook
{

namespace
{

void write(std::FILE *stream, const QString &line)
{
    const QByteArray text = line.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stream);
    std::fflush(stream);
}

} // namespace

bool isTerminal(int descriptor)
{
    return ::isatty(descriptor) == 1;
}

void printLine(const QString &line)
{
    write(stdout, line);
}

void printCells(const QStringList &cells)
{
    QStringList clean;
    for (QString cell : cells)
        clean += cell.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
    printLine(clean.join(u'\t'));
}

void printHeader(const QStringList &cells)
{
    if (isTerminal(STDOUT_FILENO))
        printCells(cells);
}

void printProblem(const QString &line, const QString &about)
{
    write(stderr, about.isEmpty() ? line : about + QStringLiteral(": ") + line);
}

int failWith(const Error &error)
{
    printProblem(error.sentence);
    return exitStatusFor(error.code);
}

} // namespace Rollbook
