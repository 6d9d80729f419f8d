// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/student.h"

#include <QMap>
#include <QStringList>

namespace Rollbook
{

/// What a person said that columns hold (RosterOptions::mapping), kept in the settings for files
/// with the same header words. Empty where nothing was said.
QMap<StudentField, QString> rememberedColumns(const QStringList &headers);
void rememberColumns(const QStringList &headers, const QMap<StudentField, QString> &mapping);

} // namespace Rollbook
