// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "roster/roster.h" // textEncodings()

#include <QByteArray>
#include <QByteArrayView>

namespace Rollbook
{

/// Which of textEncodings() the text seems to be in: by its byte order mark, by being valid UTF-8
/// (as ASCII is), else by how likely the letters are that each of them makes of the bytes. Where
/// several make the same text it is the most usual of them. Looks at the whole text for UTF-8, at
/// some lines that are not ASCII for the others. Any thread.
QString detectEncoding(QByteArrayView bytes);

/// Whether that is UTF-8 to be taken as it is: without a byte order mark, and all of it valid.
bool isUtf8WithoutMark(QByteArrayView bytes);

/// The text behind the byte order mark of UTF-8, where it has one.
QByteArrayView withoutUtf8Mark(QByteArrayView bytes);

/// The text as UTF-8, without its byte order mark. `encoding` is one of textEncodings(), in any
/// spelling ("utf8", "ISO 8859-15"). Bytes that it has no letter for become U+FFFD. Valid UTF-8 is
/// given back as it is, uncopied when nobody else holds `bytes`. Fails for an unknown encoding and
/// for text that gets too large; `name` is the file's, for the sentence. Any thread.
Expected<QByteArray> toUtf8(QByteArray bytes, const QString &encoding, const QString &name);

} // namespace Rollbook
