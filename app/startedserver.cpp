// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "startedserver.h"

#include <QFile>
#include <QProcess>

#include <fcntl.h>
#include <unistd.h>

#include <array>

namespace Rollbook
{

namespace
{

// Longer ones would not fit into a pipe that nobody reads yet.
constexpr qsizetype MostPasswordBytes = 4000;

/// What is written into it before it is read.
class FilledPipe
{
public:
    explicit FilledPipe(const QByteArray &content)
    {
        if (::pipe2(m_ends.data(), O_CLOEXEC) != 0)
            return;
        m_isFilled =
            ::write(m_ends.at(1), content.constData(), static_cast<std::size_t>(content.size()))
            == content.size();
        ::close(m_ends.at(1));
    }
    ~FilledPipe()
    {
        if (m_ends.at(0) >= 0)
            ::close(m_ends.at(0));
    }
    Q_DISABLE_COPY_MOVE(FilledPipe)

    bool isFilled() const { return m_isFilled; }
    /// Where this process, and those it starts, find its end.
    QString path() const { return QStringLiteral("/proc/self/fd/%1").arg(m_ends.at(0)); }

private:
    std::array<int, 2> m_ends{-1, -1};
    bool m_isFilled = false;
};

} // namespace

qint64 startForServer(const QString &program, const ServerAddress &address, const QString &password)
{
    QProcess process;
    process.setProgram(program);
    QStringList arguments{QStringLiteral("--store"), address.toUrl()};
    const FilledPipe pipe(password.toUtf8().left(MostPasswordBytes) + '\n');
    if (!password.isEmpty() && pipe.isFilled()) {
        arguments += QStringLiteral("--") + PasswordOption;
        process.setStandardInputFile(pipe.path());
    }
    process.setArguments(arguments);
    qint64 id = 0;
    return process.startDetached(&id) ? id : 0;
}

QString passwordFromInput()
{
    QFile input;
    if (!input.open(STDIN_FILENO, QIODevice::ReadOnly))
        return {};
    QByteArray line = input.readLine(MostPasswordBytes + 1);
    if (line.endsWith('\n'))
        line.chop(1);
    return QString::fromUtf8(line);
}

} // namespace Rollbook
