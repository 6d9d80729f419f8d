// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace Rollbook
{

/// Keys that the server keeps within a transaction: what one question has found is asked about by
/// others that are sent with it, in the same round trip. They are kept in a setting of the
/// transaction, so no table is made, and a pooler carries it.
namespace PgKeptKeys
{

/// The question, whose lines it answers as they are, and which has the keys kept beside those that
/// are kept under that name already. keys: those that are found, of its columns; order: that of the
/// lines.
std::string keeping(std::string_view name, std::string_view keys, std::string_view question,
    std::string_view order);
/// An expression: those that are kept, an array of bigint; null where there are none.
std::string kept(std::string_view name);

} // namespace PgKeptKeys

} // namespace Rollbook
