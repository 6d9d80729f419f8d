// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QIODevice;

namespace Rollbook
{

class CorrectedCells;

/// Writes the header and the rows that are not left out as text: RFC 4180 with any delimiter, UTF-8
/// with BOM. False when the device does not take it. Blocking.
bool writeDelimited(const CorrectedCells &cells, char delimiter, QIODevice &device);

} // namespace Rollbook
