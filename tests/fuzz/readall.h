// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rowsink.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>

namespace Rollbook::Fuzz
{

/// Looks at every byte of every cell, so that a view of what is gone is found out.
class ReadAll : public RowSink
{
public:
    bool addRow(std::span<const QByteArrayView> cells) override
    {
        for (const QByteArrayView cell : cells) {
            for (const char c : cell)
                m_sum = m_sum + static_cast<unsigned char>(c);
        }
        return true;
    }

private:
    volatile unsigned m_sum = 0;
};

inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

} // namespace Rollbook::Fuzz
