// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QObject;

namespace Rollbook
{

/// Opens the desktop's file manager on the folder of a file, with the file chosen where it can do
/// that. Returns at once; nothing happens once the context is gone.
void showInFolder(QObject *context, const QString &path);

} // namespace Rollbook
