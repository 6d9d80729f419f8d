// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "progressline.h"

#include "commandline.h"
#include "console.h"

#include <cstdio>
#include <unistd.h>

namespace Rollbook
{

namespace
{

constexpr int BarWidth = 30;
constexpr qint64 BarEveryMs = 100;
constexpr qint64 PlainEveryMs = 1000;

QString timeLeft(const RunProgress &progress)
{
    if (!progress.millisecondsLeft || progress.done == progress.total)
        return {};
    const qint64 seconds = (*progress.millisecondsLeft + 999) / 1000;
    return CommandLine::tr(", about %1 s left").arg(seconds);
}

QString sentence(const RunProgress &progress)
{
    QString text = CommandLine::tr("%1 of %2").arg(progress.done).arg(progress.total);
    if (progress.rowsPerSecond > 0)
        text += CommandLine::tr(", %1 a second").arg(qRound64(progress.rowsPerSecond));
    return text + timeLeft(progress);
}

} // namespace

std::optional<ProgressLine::Style> ProgressLine::styleFromWord(const QString &word)
{
    if (word == QStringLiteral("auto"))
        return isTerminal(STDERR_FILENO) ? Style::Bar : Style::None;
    if (word == QStringLiteral("bar"))
        return Style::Bar;
    if (word == QStringLiteral("plain"))
        return Style::Plain;
    if (word == QStringLiteral("none"))
        return Style::None;
    return std::nullopt;
}

void ProgressLine::show(const RunProgress &progress)
{
    if (m_style == Style::None)
        return;
    const bool due = !m_since.isValid() || progress.done == progress.total
        || m_since.elapsed() >= (m_style == Style::Bar ? BarEveryMs : PlainEveryMs);
    if (!due)
        return;
    m_since.start();
    if (m_style == Style::Plain)
        printProblem(sentence(progress), m_about);
    else
        showBar(progress);
}

void ProgressLine::showBar(const RunProgress &progress)
{
    const int full = progress.total > 0
        ? static_cast<int>(qint64{BarWidth} * progress.done / progress.total)
        : BarWidth;
    // \033[K clears what a longer line left behind (ECMA-48, erase in line).
    const QByteArray line =
        QStringLiteral("\r%1[%2%3] %4\033[K")
            .arg(m_about.isEmpty() ? QString() : m_about + u' ', QString(full, u'#'),
                QString(BarWidth - full, u' '), sentence(progress))
            .toUtf8();
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    std::fflush(stderr);
    m_open = true;
}

void ProgressLine::finish()
{
    if (m_open)
        printProblem({});
    m_open = false;
}

} // namespace Rollbook
