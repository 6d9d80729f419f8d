// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/texttable.h"

namespace Rollbook
{

struct TextTable::Data {
    int columns = 0;
    int rows = 0;
    QByteArray text;
    std::vector<quint32> ends; // of each cell in text, row by row
};

TextTable::TextTable()
    : d(std::make_shared<const Data>())
{
}

TextTable::TextTable(std::shared_ptr<const Data> data)
    : d(std::move(data))
{
}

int TextTable::rowCount() const
{
    return d->rows;
}

int TextTable::columnCount() const
{
    return d->columns;
}

QUtf8StringView TextTable::text(int row, int column) const
{
    if (row < 0 || row >= d->rows || column < 0 || column >= d->columns)
        return {};
    const auto cell = static_cast<std::size_t>(row) * static_cast<std::size_t>(d->columns)
        + static_cast<std::size_t>(column);
    const qsizetype begin = cell == 0 ? 0 : d->ends[cell - 1];
    return {d->text.constData() + begin, static_cast<qsizetype>(d->ends[cell]) - begin};
}

QUtf8StringView TextTable::allText() const
{
    return d->text;
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

int TextTable::Builder::rowCount() const
{
    return m_data->rows;
}

TextTable TextTable::Builder::copy() const
{
    Builder other(m_data->columns);
    other.m_data->text = m_data->text;
    // The room that was made for the rest is not copied.
    other.m_data->text.squeeze();
    other.m_data->ends = m_data->ends;
    other.m_data->rows = m_data->rows;
    return std::move(other).finish();
}

TextTable TextTable::Builder::finish() &&
{
    if (m_cellsInRow > 0)
        endRow();
    return TextTable(std::shared_ptr<const Data>(std::move(m_data)));
}

} // namespace Rollbook
