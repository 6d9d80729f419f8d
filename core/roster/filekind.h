// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QByteArrayView>

#include <optional>

namespace Rollbook
{

/// What the bytes of a file are that is surely no class list, as a sentence that says what to do.
/// `name` is the file's, for the sentence.
std::optional<Error> whyNoList(QByteArrayView bytes, const QString &name);

/// The same for text that is none after all.
std::optional<Error> whyNotText(QByteArrayView text, const QString &name);

} // namespace Rollbook
