// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/texttable.h"

#include "domain/memorypages.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace Rollbook
{

namespace
{

constexpr qsizetype SmallestRoom = 256;

/// Bytes one after the other. Appending a cell is what building a table spends its time with; a
/// QByteArray takes several times as long for so little text.
class TextArena
{
public:
    const char *data() const { return m_bytes.get(); }
    qsizetype size() const { return m_size; }
    qsizetype capacity() const { return m_capacity; }

    void reserve(qsizetype capacity)
    {
        if (capacity <= m_capacity)
            return;
        std::unique_ptr<char[]> bytes(new char[static_cast<std::size_t>(capacity)]);
        preferLargePages(bytes.get(), static_cast<std::size_t>(capacity));
        if (m_size > 0)
            std::memcpy(bytes.get(), m_bytes.get(), static_cast<std::size_t>(m_size));
        m_bytes = std::move(bytes);
        m_capacity = capacity;
    }
    void append(const char *from, qsizetype size)
    {
        if (size == 0)
            return;
        if (size > m_capacity - m_size)
            reserve(std::max({m_size + size, 2 * m_capacity, SmallestRoom}));
        std::memcpy(m_bytes.get() + m_size, from, static_cast<std::size_t>(size));
        m_size += size;
    }

private:
    std::unique_ptr<char[]> m_bytes;
    qsizetype m_size = 0;
    qsizetype m_capacity = 0;
};

} // namespace

struct TextTable::Data {
    int columns = 0;
    int rows = 0;
    TextArena text;
    std::vector<quint32> ends; // of each cell in text, row by row
};

TextTable::TextTable()
    : d(std::make_shared<const Data>())
{
}

TextTable::TextTable(std::shared_ptr<const Data> data)
    : d(std::move(data))
    , m_text(d->text.data())
    , m_ends(d->ends.data())
    , m_rows(d->rows)
    , m_columns(d->columns)
{
}

QUtf8StringView TextTable::allText() const
{
    return {d->text.data(), d->text.size()};
}

std::span<const quint32> TextTable::cellEnds() const
{
    return d->ends;
}

qsizetype TextTable::memoryUsed() const
{
    return d->text.capacity()
        + static_cast<qsizetype>(d->ends.capacity() * sizeof(decltype(d->ends)::value_type));
}

TextTable::Builder::Builder(int columnCount)
    : m_data(std::make_unique<Data>())
{
    m_data->columns = qMax(columnCount, 0);
}

TextTable::Builder::~Builder() = default;
TextTable::Builder::Builder(Builder &&) noexcept = default;
TextTable::Builder &TextTable::Builder::operator=(Builder &&) noexcept = default;

void TextTable::Builder::reserve(qsizetype rows, qsizetype bytes)
{
    m_data->text.reserve(bytes);
    m_data->ends.reserve(
        static_cast<std::size_t>(rows) * static_cast<std::size_t>(m_data->columns));
    preferLargePages(m_data->ends.data(), m_data->ends.capacity() * sizeof(quint32));
}

bool TextTable::Builder::appendCell(QUtf8StringView text)
{
    if (m_cellsInRow >= m_data->columns)
        return true;
    if (m_data->text.size() + text.size() > maximumBytes())
        return false;
    m_data->text.append(text.data(), text.size());
    m_data->ends.push_back(static_cast<quint32>(m_data->text.size()));
    ++m_cellsInRow;
    return true;
}

void TextTable::Builder::endRow()
{
    const auto end = static_cast<quint32>(m_data->text.size());
    for (; m_cellsInRow < m_data->columns; ++m_cellsInRow)
        m_data->ends.push_back(end);
    m_cellsInRow = 0;
    ++m_data->rows;
}

bool TextTable::Builder::appendRows(const Builder &other)
{
    const Data &more = *other.m_data;
    const qsizetype before = m_data->text.size();
    if (before + more.text.size() > maximumBytes())
        return false;
    m_data->text.append(more.text.data(), more.text.size());
    std::transform(more.ends.cbegin(), more.ends.cend(), std::back_inserter(m_data->ends),
        [shift = static_cast<quint32>(before)](quint32 end) { return shift + end; });
    m_data->rows += more.rows;
    return true;
}

int TextTable::Builder::rowCount() const
{
    return m_data->rows;
}

TextTable TextTable::Builder::copy() const
{
    Builder other(m_data->columns);
    // Not the room that was made for the rest.
    other.reserve(m_data->rows, m_data->text.size());
    other.appendRows(*this);
    return std::move(other).finish();
}

TextTable TextTable::Builder::finish() &&
{
    if (m_cellsInRow > 0)
        endRow();
    return TextTable(std::shared_ptr<const Data>(std::move(m_data)));
}

} // namespace Rollbook
