// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QByteArrayView>

#include <optional>

namespace Rollbook
{

/// What bytes that are no delimited text seem to be, as a sentence that says what to do; none where
/// they can be text. `name` is the file's, for the sentence.
std::optional<Error> whyNotText(QByteArrayView bytes, const QString &name);

} // namespace Rollbook
