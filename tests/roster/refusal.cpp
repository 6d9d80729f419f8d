// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "refusal.h"

#include "readinglimits.h"
#include "roster/roster.h"

#include <QDebug>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <ctime>

using namespace Rollbook;

namespace
{

qint64 processorMs()
{
    return qint64{1000} * std::clock() / CLOCKS_PER_SEC;
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

Answer answerTo(const QString &path)
{
    Answer answer;
    const qint64 begin = processorMs();
    const auto roster = readRoster(path);
    answer.processorMs = processorMs() - begin;
    answer.read = roster.has_value();
    if (!roster)
        answer.sentence = roster.error().sentence;
    return answer;
}

QString whyNotRefused(const Answer &answer, const QString &path, const QString &says)
{
    const QString &sentence = answer.sentence;
    qInfo().noquote() << answer.processorMs << "ms," << answer.kilobytes / 1024 << "MB,"
                      << sentence.left(400);
    if (answer.read)
        return QStringLiteral("it was read");
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
    if (answer.processorMs > ReadingLimits::ProcessorMs)
        return QStringLiteral("it took %1 ms of the processor").arg(answer.processorMs);
    if (ReadingLimits::CountMemory && answer.kilobytes > ReadingLimits::Kilobytes)
        return QStringLiteral("it took %1 KB of memory").arg(answer.kilobytes);
    return {};
}

QString whyNotRefused(const QString &path, const QString &says)
{
    return whyNotRefused(answerTo(path), path, says);
}
