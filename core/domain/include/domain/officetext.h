// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Rollbook
{

// Office Open XML writes characters that XML cannot hold as _xHHHH_ (ECMA-376 part 1, 22.9.2.19):
// `_x000D_` is a carriage return, `_x005F_` an underscore.

/// A text as a cell of an XLSX holds it; what only looks like an escape is escaped as well.
QByteArray escapedOfficeText(const QByteArray &utf8);

/// Undoes the escapes of a text, from a place in it on.
void unescapeOfficeText(QByteArray &text, qsizetype from = 0);

} // namespace Rollbook
