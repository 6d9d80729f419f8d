// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runroster.h"

#include <optional>

namespace Rollbook
{

// All rows of a run in one value of the database (run_rosters.roster).
//
// The first byte is the version of the format, 1. What follows is qCompress()ed, a zlib stream
// after its size, whose checksum finds damage. In it, numbers are of 4 bytes, the least significant
// first, and texts are UTF-8 after their length: one byte, or the byte 255 and then a number.
//   number   how many rows
//   number   how many courses, and for each
//     text, text   code and term
//   for each row
//     7 texts  student ID, given name, family name, e-mail, date of birth, grade, notes; as
//     corrected number   index of its course, 0xFFFFFFFF: none
//   number   how many rows are not sent, and for each
//     number   the row, from 0
//     text, text, text   status word, reason word, argument of the reason

QByteArray encodeRunRoster(const RunRoster &roster);
/// None when it is damaged or of a later version.
std::optional<RunRoster> decodeRunRoster(const QByteArray &encoded);

} // namespace Rollbook
