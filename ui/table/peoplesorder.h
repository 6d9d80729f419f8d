// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QUtf8StringView>

#include <memory>
#include <utility>
#include <vector>

struct UCollator;

namespace Rollbook
{

struct CloseCollator {
    void operator()(UCollator *collator) const;
};
/// Null where ICU knows no order; that of the bytes then stands in for it.
using CollatorPointer = std::unique_ptr<UCollator, CloseCollator>;

/// The order of texts in people's language, with numbers in them by their value (UTS #10, by ICU).
/// One thread at a time.
class PeoplesOrder
{
public:
    PeoplesOrder();

    /// Negative, zero or positive, as texts come before, are the same, or come behind.
    int compare(QUtf8StringView one, QUtf8StringView other) const;

private:
    CollatorPointer m_collator;
};

/// Bytes for texts, in whose order they come as far as accents and case do not decide: where two
/// have the same, PeoplesOrder knows. One thread at a time.
class PrimaryKeys
{
public:
    PrimaryKeys();

    void append(QUtf8StringView text);
    QByteArrayView key(std::size_t index) const;
    /// The first bytes of the key as numbers: where two prefixes differ, they are in the order of
    /// the keys.
    using Prefix = std::pair<quint64, quint64>;
    Prefix prefix(std::size_t index) const;

private:
    bool toUtf16(QUtf8StringView text);

    CollatorPointer m_collator;
    std::vector<char16_t> m_utf16;
    std::vector<char> m_bytes;
    std::vector<std::size_t> m_ends; // of each key
};

} // namespace Rollbook
