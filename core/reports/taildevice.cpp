// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taildevice.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

constexpr qsizetype HeadBytes = 1 << 16;
constexpr qsizetype TailBytes = 1024;

} // namespace

TailDevice::TailDevice(QIODevice &target)
    : m_target(target)
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 TailDevice::readData(char *, qint64)
{
    return -1;
}

qint64 TailDevice::writeData(const char *data, qint64 size)
{
    const qint64 written = m_target.write(data, size);
    m_isWhole = m_isWhole && written == size;
    m_written += std::max<qint64>(written, 0);
    const qsizetype wanted = std::min<qsizetype>(size, HeadBytes - m_head.size());
    m_head += QByteArrayView(data, wanted).toByteArray();
    m_tail += QByteArrayView(data, size).last(std::min<qsizetype>(size, TailBytes)).toByteArray();
    m_tail = m_tail.right(TailBytes);
    return written;
}

} // namespace Rollbook
