// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "readingalone.h"

#include "readinglimits.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QFile>
#include <QProcess>

#include <cstdio>

namespace
{

const char Asked[] = "--read-alone";

// Not getrusage(): that one remembers the process that this one was started from (proc(5)).
qint64 mostKilobytes()
{
    const QByteArray status = contentOf(QStringLiteral("/proc/self/status"));
    const QByteArray key("VmHWM:");
    const qsizetype at = status.indexOf(key);
    return at < 0 ? 0 : status.mid(at + key.size()).simplified().split(' ').first().toLongLong();
}

} // namespace

Answer answerAlone(const QString &path)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(Asked), path});
    // Others may use the processor too, but what has no end has to come to one here.
    Answer answer;
    if (!process.waitForFinished(static_cast<int>(30 * ReadingLimits::ProcessorMs))) {
        process.kill();
        process.waitForFinished();
        answer.sentence = QStringLiteral("(no answer in time)");
    } else if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        answer.sentence = QStringLiteral("(the process that read it failed)");
    } else {
        QDataStream stream(&process);
        stream >> answer.read >> answer.sentence >> answer.processorMs >> answer.kilobytes;
    }
    return answer;
}

bool isAskedToRead(int argc, char **argv)
{
    return argc == 3 && qstrcmp(argv[1], Asked) == 0;
}

int readAsAsked(char **argv)
{
    Answer answer = answerTo(QFile::decodeName(argv[2]));
    answer.kilobytes = mostKilobytes();
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return 1;
    QDataStream stream(&out);
    stream << answer.read << answer.sentence << answer.processorMs << answer.kilobytes;
    return stream.status() == QDataStream::Ok ? 0 : 1;
}
