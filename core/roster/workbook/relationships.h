// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbook/xmlpart.h"
#include "workbook/zippackage.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace Rollbook
{

/// What a part of an Office Open XML package refers to (ECMA-376 part 2, 9.3): parts of the same
/// package only, what lies elsewhere is left out.
class Relationships : public XmlHandler
{
public:
    struct Relationship {
        QString id;
        QString type; ///< the last word of its address: "worksheet"
        QString part;
    };

    /// Those of a part; those of the package as a whole when it is empty.
    explicit Relationships(const QString &part);

    /// A part without relationships has none; that is no error.
    Expected<void> readFrom(ZipPackage &package);

    /// An empty one when there is none.
    Relationship ofType(QStringView type) const;
    Relationship byId(const QString &id) const;

    void startElement(QByteArrayView name, const XmlAttributes &attributes) override;

private:
    QString m_folder;
    QString m_source;
    QList<Relationship> m_all;
};

} // namespace Rollbook
