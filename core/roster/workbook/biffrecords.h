// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QtEndian>

namespace Rollbook
{

/// The records of an old Excel workbook, one after the other ([MS-XLS] 2.1.4), never beyond the end
/// of its bytes.
class BiffRecords
{
public:
    /// Those that matter to a class list ([MS-XLS] 2.3).
    enum Type : quint16 {
        Formula = 0x0006,
        EndOfPart = 0x000A,
        DateMode = 0x0022,
        FilePass = 0x002F,
        Continue = 0x003C,
        CodePage = 0x0042,
        BoundSheet = 0x0085,
        MultipleRk = 0x00BD,
        RichLabel = 0x00D6,
        CellFormat = 0x00E0,
        SharedStrings = 0x00FC,
        SharedLabel = 0x00FD,
        Number = 0x0203,
        Label = 0x0204,
        BooleanOrError = 0x0205,
        FormulaText = 0x0207,
        Rk = 0x027E,
        Format = 0x041E,
        BeginOfPart = 0x0809,
    };

    BiffRecords(QByteArrayView stream, qsizetype from)
        : m_stream(stream)
        , m_next(from)
    {
    }

    /// False at the end, and where the records do not fit together (see isDamaged()).
    bool next();
    /// Goes on only when the next record continues this one.
    bool nextContinues();

    quint16 type() const { return m_type; }
    QByteArrayView data() const { return m_data; }
    bool isDamaged() const { return m_damaged; }

    /// Little endian numbers in the record; 0 beyond its end.
    quint8 byte(qsizetype at) const { return number<quint8>(at); }
    quint16 word(qsizetype at) const { return number<quint16>(at); }
    quint32 dword(qsizetype at) const { return number<quint32>(at); }
    quint64 qword(qsizetype at) const { return number<quint64>(at); }

private:
    template <typename T>
    T number(qsizetype at) const
    {
        constexpr auto size = static_cast<qsizetype>(sizeof(T));
        return at + size <= m_data.size() ? qFromLittleEndian<T>(m_data.data() + at) : T(0);
    }

    QByteArrayView m_stream;
    qsizetype m_next;
    quint16 m_type = 0;
    QByteArrayView m_data;
    bool m_damaged = false;
};

} // namespace Rollbook
