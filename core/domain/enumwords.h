// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <array>
#include <optional>

namespace Rollbook
{

/// The value whose word that is; the words stand in the order of the values.
template <typename Enum, std::size_t Count>
std::optional<Enum> fromWord(const std::array<const char *, Count> &words, QStringView word)
{
    for (std::size_t i = 0; i < Count; ++i) {
        if (word == QLatin1StringView(words[i]))
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace Rollbook
