// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <exception>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace Rollbook
{

/// Walks through JSON as the parser of nlohmann::json reports it, and tells of the lists in it that
/// a roster can be: the outermost array, or arrays that are members of the outermost object.
class JsonEntries
{
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    virtual ~JsonEntries() = default;
    Q_DISABLE_COPY_MOVE(JsonEntries)

    /// Where the text is broken, in bytes from its beginning.
    std::optional<std::size_t> brokenAt() const { return m_brokenAt; }

    // What the parser calls; false ends it.
    bool null();
    bool boolean(bool value);
    bool number_integer(number_integer_t value);
    bool number_unsigned(number_unsigned_t value);
    bool number_float(number_float_t value, const string_t &text);
    bool string(string_t &text);
    bool binary(binary_t &bytes);
    bool start_object(std::size_t size);
    bool key(string_t &text);
    bool end_object();
    bool start_array(std::size_t size);
    bool end_array();
    bool parse_error(std::size_t position, const std::string &token, const std::exception &what);

protected:
    JsonEntries() = default;

    /// The next list begins; its name is empty for the outermost array.
    virtual bool beginList(const std::string &name) = 0;
    virtual bool beginEntry() = 0;
    /// A value of the entry; `more` when it stands in a list of which there was one before.
    virtual bool addValue(const std::string &path, const std::string &text, bool more) = 0;
    virtual bool endEntry() = 0;
    /// The list has something that is not an object.
    virtual bool addOddEntry() = 0;

private:
    enum class Container : quint8 { Object, Array };

    bool addScalar(const std::string &text);
    bool isInList() const { return m_listDepth > 0 && m_open.size() == m_listDepth; }
    bool isListHere() const;

    std::vector<Container> m_open;
    std::size_t m_listDepth = 0; // as many containers as are open in the list; 0: in none
    std::string m_member;        // of the outermost object
    std::string m_field;         // of the entry
    std::string m_path;          // the field, or the field and its member
    bool m_isMore = false;
    std::optional<std::size_t> m_brokenAt;
};

} // namespace Rollbook
