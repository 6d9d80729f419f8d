// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace Rollbook
{

/// The picture of a school as its letterhead keeps it: a PNG, made smaller where it is larger than
/// any paper shows it. FileUnreadable when the file is no picture or far too large. Blocking; may
/// be called from any thread.
Expected<QByteArray> logoFromFile(const QString &path);
/// The same of a picture that was dropped.
Expected<QByteArray> logoFromImage(const QImage &image);

} // namespace Rollbook
