// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/letterhead.h"

#include <QImage>

namespace Rollbook
{

/// The school's logo as documents have it: on white, of a size for the head of a page, with nothing
/// of its file but the picture. Null when there is none, or its bytes are no picture.
QImage logoImage(const Letterhead &letterhead);

/// The same as a PNG file; empty when there is none.
QByteArray logoPng(const Letterhead &letterhead);

} // namespace Rollbook
