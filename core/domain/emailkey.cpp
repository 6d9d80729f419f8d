// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/emailkey.h"

#include <QString>

#include <algorithm>

namespace Rollbook
{

std::string emailKey(QUtf8StringView email)
{
    std::string key(email.data(), static_cast<std::size_t>(email.size()));
    const bool ascii =
        std::all_of(key.cbegin(), key.cend(), [](char c) { return (c & 0x80) == 0; });
    if (!ascii)
        return email.toString().toCaseFolded().toStdString();
    for (char &c : key) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return key;
}

} // namespace Rollbook
