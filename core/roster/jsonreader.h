// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "rowsink.h"

#include <QByteArray>
#include <QString>

namespace Rollbook
{

/// True when the bytes start as a JSON list of objects or an object does (RFC 8259), UTF-8 with or
/// without a byte order mark.
bool looksLikeJson(QByteArrayView bytes);

/// Reads an array of objects, or an object that has such an array as a member: of several members
/// the one called “students”. The sink gets the keys as a header first, in the order in which they
/// first appear, then a row an object. Members of an object in a student become “name.given”, what
/// lies deeper is left out; lists of simple values are joined with “; ”. Numbers keep their digits,
/// and never have an exponent. `name` is the file's, for sentences; that of broken JSON says which
/// line. The text is read twice, and nothing but a row is held.
Expected<void> readJson(const QByteArray &bytes, const QString &name, RowSink &sink);

} // namespace Rollbook
