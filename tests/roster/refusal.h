// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

/// The path of a file in tests/data/rosters.
QString dataPath(const QString &name);
QByteArray contentOf(const QString &path);
/// False where it could not be written.
bool writeFile(const QString &path, const QByteArray &content);

/// What reading a file gave and cost.
struct Answer {
    bool read = false;
    QString sentence;       ///< of the refusal
    qint64 processorMs = 0; ///< of all threads
    qint64 kilobytes = 0;   ///< the most that the process had, 0 where that is not known
};

/// Reads `path` in this process, whose memory is not told.
Answer answerTo(const QString &path);

/// Reads `path`, which is no roster. Empty when that was refused as people have to be told: in a
/// short sentence that names the file and matches the regular expression `says` (case does not
/// count), within ReadingLimits. Otherwise what is wrong with the answer. Prints it and its cost.
QString whyNotRefused(
    const Answer &answer, const QString &path, const QString &says = QStringLiteral("."));
QString whyNotRefused(const QString &path, const QString &says = QStringLiteral("."));
