// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/listcolumns.h"

#include <QByteArray>

namespace Rollbook
{

// The columns of a run's list in one value of the database (run_columns.columns). The first byte is
// the version of the format, 1. What follows is qCompress()ed and made by QDataStream (Qt 6.0):
//   the words over the columns, as QStringList
//   for each column   qint8, the number of its StudentField, -1: none
//   quint32           how many rows there are cells of
//   for each of them  QByteArray of each column that is not of a student, UTF-8

QByteArray encodeListColumns(const ListColumns &columns);
/// Empty when it is damaged or of a later version: only how a list is sent back is lost then.
ListColumns decodeListColumns(const QByteArray &encoded);

} // namespace Rollbook
