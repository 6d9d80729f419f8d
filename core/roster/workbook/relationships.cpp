// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/relationships.h"

#include <QDir>

#include <algorithm>

namespace Rollbook
{

Relationships::Relationships(const QString &part)
    : m_folder(part.first(part.lastIndexOf(u'/') + 1))
    , m_source(m_folder + QStringLiteral("_rels/") + part.sliced(m_folder.size())
          + QStringLiteral(".rels"))
{
}

Expected<void> Relationships::readFrom(ZipPackage &package)
{
    return package.contains(m_source) ? readXmlPart(package, m_source, *this) : Expected<void>();
}

void Relationships::startElement(QByteArrayView name, const XmlAttributes &attributes)
{
    if (name != "Relationship" || attributes.value("TargetMode") == "External")
        return;
    const QString type = QString::fromUtf8(attributes.value("Type"));
    const QString target = QString::fromUtf8(attributes.value("Target"));
    // Cleaned like a path, but it is only ever looked up among the names inside the zip.
    const QString part = target.startsWith(u'/') ? QDir::cleanPath(target).mid(1)
                                                 : QDir::cleanPath(m_folder + target);
    m_all +=
        {QString::fromUtf8(attributes.value("Id")), type.sliced(type.lastIndexOf(u'/') + 1), part};
}

Relationships::Relationship Relationships::ofType(QStringView type) const
{
    const auto found = std::find_if(m_all.cbegin(), m_all.cend(),
        [type](const Relationship &each) { return each.type == type; });
    return found == m_all.cend() ? Relationship{} : *found;
}

Relationships::Relationship Relationships::byId(const QString &id) const
{
    const auto found = std::find_if(
        m_all.cbegin(), m_all.cend(), [&id](const Relationship &each) { return each.id == id; });
    return found == m_all.cend() ? Relationship{} : *found;
}

} // namespace Rollbook
