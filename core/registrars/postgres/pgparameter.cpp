// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgparameter.h"

#include <QtEndian>

#include <limits>

namespace Rollbook
{

namespace
{

// These numbers are fixed in the catalogue of PostgreSQL (pg_type.dat).
struct ArrayType {
    unsigned array;
    unsigned element;
};

ArrayType typeOf(PgArray::Element element)
{
    switch (element) {
    case PgArray::Element::BigInt:
        return {1016, 20};
    case PgArray::Element::Int:
        return {1007, 23};
    case PgArray::Element::Text:
        break;
    }
    return {1009, 25};
}

void appendBigEndian(std::string &bytes, quint32 number)
{
    const quint32 swapped = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&swapped), sizeof swapped);
}

} // namespace

std::string withoutNul(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    for (size_t from = 0; from <= text.size();) {
        const size_t nul = text.find('\0', from);
        clean.append(text.substr(from, nul - from));
        if (nul == std::string_view::npos)
            break;
        clean.append("\xEF\xBF\xBD");
        from = nul + 1;
    }
    return clean;
}

PgArray::PgArray(Element element, qsizetype expected)
    : m_element(element)
{
    constexpr size_t UsualElement = 16;
    m_elements.reserve(static_cast<size_t>(expected) * UsualElement);
}

void PgArray::addNull()
{
    appendBigEndian(m_elements, std::numeric_limits<quint32>::max());
    m_hasNull = true;
    ++m_size;
}

void PgArray::addText(std::string_view text)
{
    Q_ASSERT(m_element == Element::Text);
    if (text.find('\0') != std::string_view::npos) {
        addText(withoutNul(text));
        return;
    }
    appendBigEndian(m_elements, static_cast<quint32>(text.size()));
    m_elements.append(text);
    ++m_size;
}

void PgArray::addNumber(qint64 number)
{
    Q_ASSERT(m_element != Element::Text);
    if (m_element == Element::Int) {
        Q_ASSERT(number == static_cast<qint32>(number));
        appendBigEndian(m_elements, sizeof(qint32));
        appendBigEndian(m_elements, static_cast<quint32>(number));
    } else {
        const auto bits = static_cast<quint64>(number);
        constexpr int Half = 32;
        appendBigEndian(m_elements, sizeof(qint64));
        appendBigEndian(m_elements, static_cast<quint32>(bits >> Half));
        appendBigEndian(m_elements, static_cast<quint32>(bits));
    }
    ++m_size;
}

unsigned PgArray::type() const
{
    return typeOf(m_element).array;
}

std::string PgArray::encoded() const
{
    std::string bytes;
    constexpr size_t Header = 20;
    bytes.reserve(Header + m_elements.size());
    appendBigEndian(bytes, m_size == 0 ? 0 : 1); // dimensions
    appendBigEndian(bytes, m_hasNull ? 1 : 0);
    appendBigEndian(bytes, typeOf(m_element).element);
    if (m_size > 0) {
        appendBigEndian(bytes, static_cast<quint32>(m_size));
        appendBigEndian(bytes, 1); // the first index
        bytes.append(m_elements);
    }
    return bytes;
}

PgParameter::PgParameter(qint64 number)
    : m_value(std::to_string(number))
{
}

PgParameter::PgParameter(std::string_view text)
    : m_value(withoutNul(text))
{
}

PgParameter::PgParameter(const PgArray &array)
    : m_value(array.encoded())
    , m_type(array.type())
    , m_isBinary(true)
{
}

PgParameter PgParameter::borrowed(QByteArrayView bytes)
{
    PgParameter parameter;
    parameter.m_value = bytes;
    parameter.m_isBinary = true;
    return parameter;
}

const char *PgParameter::data() const
{
    if (const auto *own = std::get_if<std::string>(&m_value))
        return own->c_str();
    // To libpq no address is null, which no bytes at all are not.
    if (const auto *bytes = std::get_if<QByteArrayView>(&m_value))
        return bytes->data() == nullptr ? "" : bytes->data();
    return nullptr;
}

int PgParameter::size() const
{
    if (const auto *own = std::get_if<std::string>(&m_value))
        return static_cast<int>(own->size());
    if (const auto *bytes = std::get_if<QByteArrayView>(&m_value))
        return static_cast<int>(bytes->size());
    return 0;
}

} // namespace Rollbook
