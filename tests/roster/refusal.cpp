// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "refusal.h"

#include "roster/roster.h"

#include <QDebug>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <ctime>

using namespace Rollbook;

namespace
{

// Of the processor, so that a busy machine does not matter: what never ends, or is quadratic, takes
// minutes. ThreadSanitizer looks at every access to memory.
#if defined(__SANITIZE_THREAD__)
constexpr qint64 LongestMs = 120'000;
#else
constexpr qint64 LongestMs = 20'000;
#endif

qint64 processorMs()
{
    return qint64{1000} * std::clock() / CLOCKS_PER_SEC;
}

// Linux counts the peak anew from here (proc(5), clear_refs).
void forgetPeakMemory()
{
    writeFile(QStringLiteral("/proc/self/clear_refs"), "5");
}

int memoryMb(const QByteArray &key)
{
    const QByteArray status = contentOf(QStringLiteral("/proc/self/status"));
    const qsizetype at = status.indexOf(key + ':');
    return at < 0 ? 0
                  : status.mid(at + key.size() + 1).simplified().split(' ').first().toInt() / 1024;
}

} // namespace

QString dataPath(const QString &name)
{
    return QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/") + name;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QString whyNotRefused(const QString &path, const QString &says)
{
    forgetPeakMemory();
    const int before = memoryMb("VmRSS");
    const qint64 begin = processorMs();
    const auto roster = readRoster(path);
    const qint64 elapsed = processorMs() - begin;
    qInfo().noquote() << elapsed << "ms," << memoryMb("VmHWM") - before << "MB";
    if (roster)
        return QStringLiteral("it was read, with %1 rows").arg(roster->size());
    const QString sentence = roster.error().sentence;
    qInfo().noquote() << sentence.left(400);
    if (!sentence.contains(QFileInfo(path).fileName()))
        return QStringLiteral("the file is not named: ") + sentence.left(2'000);
    if (!QRegularExpression(says, QRegularExpression::CaseInsensitiveOption)
             .match(sentence)
             .hasMatch())
        return QStringLiteral("“%1” is missing in: %2").arg(says, sentence.left(2'000));
    if (sentence.size() > 1'000 + QFileInfo(path).fileName().size())
        return QStringLiteral("%1 characters are no sentence").arg(sentence.size());
    if (sentence.contains(QRegularExpression(QStringLiteral("[\\x{00}-\\x{1F}\\x{7F}]|root:"))))
        return QStringLiteral("it shows what nobody should see: ") + sentence;
    if (elapsed > LongestMs)
        return QStringLiteral("it took %1 ms").arg(elapsed);
    return {};
}
