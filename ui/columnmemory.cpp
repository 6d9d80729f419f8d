// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "columnmemory.h"

#include <QCryptographicHash>
#include <QSettings>

namespace Rollbook
{

namespace
{

QString keyOf(const QStringList &headers)
{
    const QByteArray words = headers.join(u'\n').toCaseFolded().toUtf8();
    return QStringLiteral("columnsOfLists/")
        + QString::fromLatin1(
            QCryptographicHash::hash(words, QCryptographicHash::Sha1).toHex().first(16));
}

} // namespace

QMap<StudentField, QString> rememberedColumns(const QStringList &headers)
{
    const QVariantMap kept = QSettings().value(keyOf(headers)).toMap();
    QMap<StudentField, QString> mapping;
    for (int i = 0; i < StudentFieldCount; ++i) {
        const auto field = static_cast<StudentField>(i);
        const auto header = kept.constFind(canonicalName(field));
        if (header != kept.cend())
            mapping.insert(field, header->toString());
    }
    return mapping;
}

void rememberColumns(const QStringList &headers, const QMap<StudentField, QString> &mapping)
{
    QVariantMap kept;
    for (auto chosen = mapping.cbegin(); chosen != mapping.cend(); ++chosen)
        kept.insert(canonicalName(chosen.key()), chosen.value());
    QSettings().setValue(keyOf(headers), kept);
}

} // namespace Rollbook
