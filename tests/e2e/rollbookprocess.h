// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace Rollbook
{

/// How a process ended and what it said.
struct Answer {
    int exitStatus = -1; ///< -1: it crashed, hung or could not be started
    QString out;
    QString err;

    QStringList outLines() const;
    /// The counts of its summary that are not zero: "registered 2, rejected 1".
    QString summary() const;
    /// All of it, for the message of a test that fails.
    QString told() const;
};

/// One start of the real program. Whatever it may want to keep for the person who uses it goes into
/// the folder that it runs in.
class RollbookProcess
{
public:
    explicit RollbookProcess(const QString &folder);
    ~RollbookProcess();
    Q_DISABLE_COPY_MOVE(RollbookProcess)

    /// As on a full disk: no file may grow beyond this.
    void setLargestFile(quint64 bytes) { m_largestFile = bytes; }
    /// Root may write anywhere; this process may not, even when root runs the tests.
    void respectPermissions() { m_respectsPermissions = true; }
    /// Shared libraries that are in this folder are taken from there.
    void takeLibrariesFrom(const QString &folder);

    /// The arguments are one text, quoted as in a shell.
    void start(const QString &arguments);
    /// False when it ended without saying that on standard error.
    bool waitUntilItSays(const QString &text);
    /// False when it ended before it listened to Ctrl+C; until then that ends any program.
    bool waitUntilItListens();
    /// What Ctrl+C does.
    void interrupt();
    void interruptUntilItEnds();
    /// Ends it with SIGKILL after so long, unless it has ended by itself. True when it was killed.
    bool killAfter(int milliseconds);
    Answer finish();

private:
    void enterChild() const;

    QProcess m_process;
    quint64 m_largestFile = 0;
    bool m_respectsPermissions = false;
    QByteArray m_err;
};

} // namespace Rollbook

/// Fails the test with all that the process said.
#define VERIFY_EXIT(ended, status)                                                                 \
    do {                                                                                           \
        const Rollbook::Answer &endedAnswer = (ended);                                             \
        QVERIFY2(endedAnswer.exitStatus == (status), qPrintable(endedAnswer.told()));              \
    } while (false)
