// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "workbook/zippackage.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Rollbook
{

/// The attributes of an element, by their local names; borrowed for the call, in UTF-8.
class XmlAttributes
{
public:
    explicit XmlAttributes(const char *const *namesAndValues)
        : m_namesAndValues(namesAndValues)
    {
    }

    /// Empty when there is no such attribute.
    QByteArrayView value(QByteArrayView localName) const;

    /// Calls `visit(localName, value)` for each, in one go.
    template <typename Visit>
    void visit(Visit visit) const
    {
        for (const char *const *each = m_namesAndValues; *each; each += 2)
            visit(localName(each[0]), QByteArrayView(each[1]));
    }

    /// What stands behind the prefix: prefixes are the writer's choice.
    static QByteArrayView localName(const char *name);

private:
    const char *const *m_namesAndValues;
};

/// Takes the elements and the text of an XML part as they come. Texts come in pieces.
class XmlHandler
{
public:
    XmlHandler() = default;
    virtual ~XmlHandler() = default;
    Q_DISABLE_COPY_MOVE(XmlHandler)

    virtual void startElement(QByteArrayView localName, const XmlAttributes &attributes) = 0;
    virtual void endElement(QByteArrayView /*localName*/) {}
    virtual void text(QByteArrayView /*utf8*/) {}

    bool isStopped() const { return m_stopped; }
    const std::optional<Error> &error() const { return m_error; }

protected:
    /// Nothing more of the part is wanted.
    void stop() { m_stopped = true; }
    void stop(const Error &error)
    {
        m_error = error;
        m_stopped = true;
    }

private:
    bool m_stopped = false;
    std::optional<Error> m_error;
};

/// Parses a part of a package while it is unpacked. Entity definitions are refused; nothing outside
/// of the part is ever looked up. The handler's error comes back as the error.
Expected<void> readXmlPart(ZipPackage &package, const QString &part, XmlHandler &handler);

} // namespace Rollbook
