// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/biffrecords.h"

namespace Rollbook
{

namespace
{

constexpr qsizetype RecordHeaderSize = 4;

} // namespace

bool BiffRecords::next()
{
    if (m_next >= m_stream.size())
        return false;
    if (m_next < 0 || m_stream.size() - m_next < RecordHeaderSize) {
        m_damaged = true;
        return false;
    }
    m_type = qFromLittleEndian<quint16>(m_stream.data() + m_next);
    const qsizetype size = qFromLittleEndian<quint16>(m_stream.data() + m_next + 2);
    if (size > m_stream.size() - m_next - RecordHeaderSize) {
        m_damaged = true;
        return false;
    }
    m_data = m_stream.sliced(m_next + RecordHeaderSize, size);
    m_next += RecordHeaderSize + size;
    return true;
}

bool BiffRecords::nextContinues()
{
    const bool continues = m_stream.size() - m_next >= RecordHeaderSize
        && qFromLittleEndian<quint16>(m_stream.data() + m_next) == Continue;
    return continues && next();
}

} // namespace Rollbook
