// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "readingobserver.h"

#include <QByteArrayView>

#include <atomic>
#include <span>

namespace Rollbook
{

/// Counts what was read of a file, in whatever threads read it, and tells an observer now and then.
class RowsSeen
{
public:
    /// The count of one thread.
    struct Own {
        int rows = 0;
        qsizetype bytes = 0;
    };

    /// `bytes` of the file, as far as known. Without an observer reading always goes on.
    RowsSeen(ReadingObserver *observer, qsizetype bytes)
        : m_observer(observer)
        , m_bytes(bytes)
    {
    }

    /// Counts a row; false when reading is to end.
    bool goesOn(std::span<const QByteArrayView> cells, Own &own)
    {
        if (m_observer == nullptr)
            return true;
        for (const QByteArrayView cell : cells)
            own.bytes += cell.size() + 1;
        if (++own.rows % RowsBetweenNews != 0)
            return true;
        const qsizetype seen = m_bytesSeen.fetch_add(own.bytes) + own.bytes;
        own.bytes = 0;
        // Of a workbook the size in the file says little.
        return m_observer->goesOn(seen <= m_bytes ? static_cast<int>(100 * seen / m_bytes) : 0);
    }

private:
    static constexpr int RowsBetweenNews = 8192;

    ReadingObserver *m_observer;
    qsizetype m_bytes;
    std::atomic<qsizetype> m_bytesSeen = 0;
};

} // namespace Rollbook
