// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace Rollbook
{

/// Many values of one parameter, as PostgreSQL takes an array in one piece.
class PgArray
{
public:
    enum class Element : quint8 { Text, BigInt, Int };

    explicit PgArray(Element element, qsizetype expected = 0);

    void addNull();
    void addText(std::string_view text);
    void addNumber(qint64 number);

    qint32 size() const { return m_size; }
    /// The type's number in every PostgreSQL.
    unsigned type() const;
    /// What is sent.
    std::string encoded() const;

private:
    Element m_element;
    bool m_hasNull = false;
    qint32 m_size = 0;
    std::string m_elements;
};

/// A value for a parameter of a statement.
class PgParameter
{
public:
    /// Null.
    PgParameter() = default;
    PgParameter(qint64 number); // NOLINT(google-explicit-constructor): values of a list
    /// Copied. U+0000, which PostgreSQL cannot keep, becomes U+FFFD.
    PgParameter(std::string_view text); // NOLINT(google-explicit-constructor)
    PgParameter(const PgArray &array);  // NOLINT(google-explicit-constructor)
    /// Not copied: the bytes have to stay until the statement was executed.
    static PgParameter borrowed(QByteArrayView bytes);

    /// As PQsendQueryParams() takes it; 0 lets PostgreSQL find the type.
    unsigned type() const { return m_type; }
    bool isBinary() const { return m_isBinary; }
    const char *data() const;
    int size() const;

private:
    std::variant<std::monostate, std::string, QByteArrayView> m_value;
    unsigned m_type = 0;
    bool m_isBinary = false;
};

/// A statement with the values of its parameters $1, $2 …
struct PgCommand {
    std::string sql;
    std::vector<PgParameter> parameters = {};
};

/// U+FFFD for each U+0000.
std::string withoutNul(std::string_view text);

} // namespace Rollbook
