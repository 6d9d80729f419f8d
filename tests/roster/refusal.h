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

/// Reads `path`, which is no roster. Empty when that was refused as people have to be told: in a
/// short sentence that names the file and matches the regular expression `says` (case does not
/// count), in time. Otherwise what is wrong with the answer. Prints the sentence, the time, and by
/// how much the memory of the process grew meanwhile.
QString whyNotRefused(const QString &path, const QString &says = QStringLiteral("."));
