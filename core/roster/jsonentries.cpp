// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonentries.h"

#include <array>
#include <charconv>

namespace Rollbook
{

namespace
{

// As people write the number: no exponent, and no fraction where it is whole.
std::string plainNumber(double value, const std::string &text)
{
    if (text.find_first_of("eE") != std::string::npos) {
        std::array<char, 1200> digits{};
        const auto written = std::to_chars(
            digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
        return written.ec == std::errc() ? std::string(digits.data(), written.ptr) : text;
    }
    const std::size_t point = text.find('.');
    if (point != std::string::npos && text.find_first_not_of('0', point + 1) == std::string::npos)
        return text.substr(0, point);
    return text;
}

} // namespace

// A list is what the outermost array or a member of the outermost object is.
bool JsonEntries::isListHere() const
{
    return m_listDepth == 0
        && (m_open.empty() || (m_open.size() == 1 && m_open.front() == Container::Object));
}

bool JsonEntries::addScalar(const std::string &text)
{
    if (m_listDepth == 0)
        return true;
    if (isInList())
        return addOddEntry();
    // Of the entry, of an object in it, or of a list in either; deeper is left out.
    const std::size_t depth = m_open.size() - m_listDepth;
    const bool inArray = m_open.back() == Container::Array;
    const bool inNested =
        depth >= 2 && m_open.at(m_listDepth + 1) == Container::Object && depth <= (inArray ? 3 : 2);
    const bool direct = depth == (inArray ? 2 : 1);
    if (!direct && !inNested)
        return true;
    const bool more = m_isMore;
    m_isMore = inArray;
    return addValue(m_path, text, inArray && more);
}

bool JsonEntries::null()
{
    return addScalar({});
}

bool JsonEntries::boolean(bool value)
{
    return addScalar(value ? "true" : "false");
}

bool JsonEntries::number_integer(number_integer_t value)
{
    return addScalar(std::to_string(value));
}

bool JsonEntries::number_unsigned(number_unsigned_t value)
{
    return addScalar(std::to_string(value));
}

bool JsonEntries::number_float(number_float_t value, const string_t &text)
{
    return addScalar(plainNumber(value, text));
}

bool JsonEntries::string(string_t &text)
{
    return addScalar(text);
}

bool JsonEntries::binary(binary_t & /*bytes*/)
{
    return true;
}

bool JsonEntries::start_object(std::size_t /*size*/)
{
    const bool isEntry = isInList();
    m_open.push_back(Container::Object);
    return !isEntry || beginEntry();
}

bool JsonEntries::key(string_t &text)
{
    if (m_listDepth == 0) {
        if (m_open.size() == 1)
            m_member = text;
        return true;
    }
    const std::size_t depth = m_open.size() - m_listDepth;
    if (depth == 1) {
        m_field = text;
        m_path = text;
    } else if (depth == 2) {
        m_path = m_field + '.' + text;
    }
    m_isMore = false;
    return true;
}

bool JsonEntries::end_object()
{
    m_open.pop_back();
    m_isMore = false;
    return !isInList() || endEntry();
}

bool JsonEntries::start_array(std::size_t /*size*/)
{
    const bool isList = isListHere();
    const bool isOdd = isInList();
    m_open.push_back(Container::Array);
    if (isList) {
        m_listDepth = m_open.size();
        return beginList(m_member);
    }
    return !isOdd || addOddEntry();
}

bool JsonEntries::end_array()
{
    if (isInList())
        m_listDepth = 0;
    m_open.pop_back();
    return true;
}

bool JsonEntries::parse_error(
    std::size_t position, const std::string & /*token*/, const std::exception & /*what*/)
{
    m_brokenAt = position;
    return false;
}

} // namespace Rollbook
